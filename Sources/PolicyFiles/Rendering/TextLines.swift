/// Lines of text for terminals, in columns that a terminal has.
enum TextLines {
  /// How many columns a text takes.
  static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + VisibleText.width($1) }
  }

  /// A text with spaces after it, so that it takes so many columns.
  static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(width - self.width(text), 0))
  }

  /// A line without spaces at its end.
  static func trimmed(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }

  /// A text in lines of at most so many columns; a word that is longer is broken.
  ///
  /// - Parameters:
  ///   - first: what the first line begins with.
  ///   - next: what the others begin with.
  static func wrapped(_ text: String, _ width: Int, _ first: String = "", _ next: String = "")
    -> [String]
  {
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for word in VisibleText.of(text).split(separator: " ") {
      var word = String(word)
      if !isEmpty, self.width(line) + 1 + self.width(word) > width {
        lines.append(line)
        line = next
        isEmpty = true
      }
      while isEmpty, self.width(line) + self.width(word) > width {
        let head = beginning(of: word, max(width - self.width(line), 1))
        guard head.count < word.count else { break }
        lines.append(line + head)
        line = next
        word = String(word.dropFirst(head.count))
      }
      line += isEmpty ? word : " \(word)"
      isEmpty = false
    }
    return lines + [line]
  }

  /// As much of a word as has room, and at least a character.
  private static func beginning(of word: String, _ width: Int) -> String {
    var head = ""
    var taken = 0
    for character in word {
      let own = self.width(String(character))
      if !head.isEmpty, taken + own > width { break }
      head.append(character)
      taken += own
    }
    return head
  }
}
