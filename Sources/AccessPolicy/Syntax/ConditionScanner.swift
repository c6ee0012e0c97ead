/// Splits the text of a condition into tokens with places.
struct ConditionScanner {
  enum Token: Hashable {
    /// A name, number, date, instant or keyword.
    case word(String)
    /// A text in double quotes, without them.
    case text(String)
    /// Punctuation: an operator, parenthesis, bracket or comma.
    case symbol(String)
  }

  /// Something that is in no condition.
  struct Mistake: Error {
    let diagnostic: Diagnostic

    init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }

    init(
      code: DiagnosticCode = .conditionSyntax,
      message: String,
      help: String?,
      range: SourceRange
    ) {
      diagnostic = Diagnostic(code, message, help: help, at: range)
    }
  }

  private let scalars: [Unicode.Scalar]
  private let source: Located<String>
  private let textOffset: Int?
  private let layout: TextLayout?

  init(_ source: Located<String>, layout: TextLayout? = nil) {
    self.source = source
    self.layout = layout
    scalars = Array(source.value.unicodeScalars)
    // Where each character of the text stands is known for a text on one line, written plainly or
    // in quotes without escapes; else the whole text is the place.
    switch source.range.length - scalars.count {
    case 0: textOffset = 0
    case 2: textOffset = 1
    default: textOffset = nil
    }
  }

  /// The place of some characters of the text.
  func range(_ bounds: Range<Int>) -> SourceRange {
    if let layout { return layout.range(bounds, in: source.range.file) }
    guard let textOffset else { return source.range }
    return source.range.part(offset: textOffset + bounds.lowerBound, length: bounds.count)
  }

  /// The characters themselves.
  func words(_ bounds: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[bounds])
    return String(text)
  }

  /// The place just after the text.
  var end: SourceRange {
    let last = scalars.lastIndex { !$0.properties.isWhitespace } ?? max(0, scalars.count - 1)
    return range(last..<last + 1)
  }

  /// The tokens; what is plainly a slip for another token is that one, and noted.
  func tokens(_ slips: inout [Mistake]) throws(Mistake) -> [(token: Token, bounds: Range<Int>)] {
    var tokens: [(token: Token, bounds: Range<Int>)] = []
    var position = 0
    while position < scalars.count {
      let scalar = scalars[position]
      if scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r" {
        position += 1
        continue
      }
      let start = position
      if Self.mayBeginWord(scalar) {
        let isNumeric = ("0"..."9").contains(scalar)
        while position < scalars.count, Self.mayContinueWord(scalars[position], isNumeric) {
          position += 1
        }
        tokens.append((.word(words(start..<position)), start..<position))
      } else if scalar == "\"" {
        position += 1
        while position < scalars.count, scalars[position] != "\"" { position += 1 }
        guard position < scalars.count else { throw openQuote(from: start) }
        tokens.append((.text(words(start + 1..<position)), start..<position + 1))
        position += 1
      } else if let slip = slip(at: position) {
        position += slip.written.unicodeScalars.count
        tokens.append((slip.meant, start..<position))
        slips.append(
          Mistake(.noMeaning(slip.written, meant: slip.meantWords, at: range(start..<position)))
        )
      } else if let symbol = symbol(at: position) {
        position += symbol.unicodeScalars.count
        tokens.append((.symbol(symbol), start..<position))
      } else {
        throw mistake(for: scalar, at: start)
      }
    }
    return tokens
  }

  /// Letters beyond a–z are in no name; they make words all the same, to be reported as a whole.
  private static func mayBeginWord(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.isASCII, let byte = UInt8(exactly: scalar.value) else {
      return SpelledOut.isLetter(scalar)
    }
    return IdentifierText.mayBegin(byte)
  }

  private static func mayContinueWord(_ scalar: Unicode.Scalar, _ isNumeric: Bool) -> Bool {
    guard scalar.isASCII, let byte = UInt8(exactly: scalar.value) else {
      return SpelledOut.isLetter(scalar)
    }
    return IdentifierText.mayContinue(byte) || (isNumeric && (scalar == ":" || scalar == "+"))
  }

  private func slip(at position: Int) -> ConditionSlip? {
    for length in [3, 2, 1] where position + length <= scalars.count {
      let written = words(position..<position + length)
      // A sign that is right is no slip, even where it begins with one.
      if length == 2, symbol(at: position) == written { return nil }
      if let slip = ConditionSlip(written) { return slip }
    }
    return nil
  }

  private func symbol(at position: Int) -> String? {
    let two = words(position..<min(position + 2, scalars.count))
    if ["==", "!=", "<=", ">="].contains(two) { return two }
    let one = words(position..<position + 1)
    return ["<", ">", "(", ")", "[", "]", ",", "+", "-"].contains(one) ? one : nil
  }

  private func mistake(for scalar: Unicode.Scalar, at position: Int) -> Mistake {
    let help: String?
    switch scalar {
    case "!": help = "write `not`, or `!=` between two things"
    case "'": help = "a text stands between straight double quotes: `\"…\"`"
    case "–", "—", "−": help = "write a plain `-`"
    case _ where SmartQuote.isOne(scalar): return smartQuotes(at: position)
    default: help = nil
    }
    return Mistake(
      message: "`\(scalar)` has no meaning in a condition",
      help: help,
      range: range(position..<position + 1)
    )
  }

  /// A text in smart quotes: from the first to the one that seems to close it.
  private func smartQuotes(at start: Int) -> Mistake {
    let end = scalars[(start + 1)...].firstIndex { SmartQuote.isOne($0) || $0 == "\"" }
    let bounds = start..<(end.map { $0 + 1 } ?? start + 1)
    return Mistake(
      .smartQuotes(
        words(bounds),
        inside: end.map { words(start + 1..<$0) },
        at: range(bounds)
      )
    )
  }

  /// A text that begins with a straight quote and does not end with one.
  private func openQuote(from start: Int) -> Mistake {
    let smart = scalars.indices.first { index in
      SmartQuote.isOne(scalars[index]) && scalars[..<index].contains("\"")
    }
    if let smart {
      return Mistake(
        .smartQuotes(words(smart..<smart + 1), inside: nil, at: range(smart..<smart + 1))
      )
    }
    return Mistake(
      message: "the text that begins here has no closing quote",
      help: "close it with `\"`",
      range: range(start..<scalars.count)
    )
  }
}
