/// Ids that were meant, written with the letters that an id can have.
package enum SpelledOut {
  /// Whether a text would be an id, had it no letters beyond a–z.
  package static func isIdentifierButForLetters(_ text: String) -> Bool {
    guard text.utf8.count <= 128, firstLetter(text) != nil else { return false }
    let others = text.unicodeScalars.map { isLetter($0) ? "a" : Character($0) }
    return Identifier<Never>(String(others)) != nil
  }

  /// The first letter beyond a–z.
  package static func firstLetter(_ text: String) -> Unicode.Scalar? {
    text.unicodeScalars.first(where: isLetter)
  }

  /// Whether a scalar is a letter beyond a–z, or an accent on one.
  package static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    guard !scalar.isASCII else { return false }
    return scalar.properties.isAlphabetic
      || scalar.properties.generalCategory == .nonspacingMark
  }

  /// The id in the two usual ways of spelling: `sor` and `soer` for `sør`; none for letters of other
  /// scripts.
  package static func variants(_ text: String) -> [String] {
    let short = spelled(text, with: 0)
    let long = spelled(text, with: 1)
    let both = [short, long].compactMap(\.self).filter { Identifier<Never>($0) != nil }
    return both.first == both.last ? Array(both.prefix(1)) : both
  }

  private static func spelled(_ text: String, with variant: Int) -> String? {
    var spelled = ""
    for character in text {
      guard let ways = ways[character.lowercased()] else {
        // An accent that stands behind its letter is left out.
        guard let first = character.unicodeScalars.first, first.isASCII else { return nil }
        spelled.unicodeScalars.append(first)
        continue
      }
      let way = ways.count > variant ? ways[variant] : ways[0]
      spelled += character.isUppercase ? way.prefix(1).uppercased() + way.dropFirst() : way
    }
    return spelled
  }

  /// Letters of the languages around us.
  private static let ways: [String: [String]] = [
    "å": ["a", "aa"], "æ": ["ae"], "ø": ["o", "oe"], "ä": ["a", "ae"], "ö": ["o", "oe"],
    "ü": ["u", "ue"], "ß": ["ss"], "é": ["e"], "è": ["e"], "ê": ["e"], "ë": ["e"], "á": ["a"],
    "à": ["a"], "â": ["a"], "ó": ["o"], "ò": ["o"], "ô": ["o"], "õ": ["o"], "í": ["i"], "ï": ["i"],
    "ú": ["u"], "ý": ["y"], "ç": ["c"], "ñ": ["n"], "č": ["c"], "đ": ["d"], "ŋ": ["n"], "š": ["s"],
    "ŧ": ["t"], "ž": ["z"], "ð": ["d"], "þ": ["th"],
  ]
}
