/// Finds the characters of a text that has been read where it was written: behind escapes, and over
/// the lines that were folded into it.
///
/// It walks through the text and what was written side by side. White space has no certain
/// counterpart; every other character has, one after the other.
package struct TextPlacer {
  /// How a text is written.
  package enum Style {
    /// Without quotes, or in a block behind `|` or `>`.
    case bare
    /// In single quotes, in which `''` is one.
    case singleQuoted
    /// In double quotes, with escapes.
    case doubleQuoted
  }

  /// Texts longer than this are no conditions; nothing in them needs a place of its own.
  private static let longest = 4_096

  private let lines: SourceLines
  private let style: Style
  private var line: Int
  private var scalars: [Unicode.Scalar]
  private var position: Int

  /// The layout of a text whose first character can stand at `line` and `column`, or behind them;
  /// `first` are the characters of that line.
  package static func layout(
    of text: String,
    in lines: SourceLines,
    line: Int,
    column: Int,
    style: Style,
    first: [Unicode.Scalar]
  ) -> TextLayout? {
    guard text.utf8.count <= longest else { return nil }
    var placer = TextPlacer(
      lines: lines,
      style: style,
      line: line,
      scalars: first,
      position: column - 1
    )
    return placer.layout(of: text)
  }

  /// The characters of a line; `nil` beyond the end, and for a line that is too long to look at.
  package static func scalars(of lines: SourceLines, line: Int) -> [Unicode.Scalar]? {
    guard lines.length(ofLine: line) <= longest else { return nil }
    return lines[line].map { Array($0) }
  }

  private mutating func layout(of text: String) -> TextLayout? {
    var layout = TextLayout()
    for scalar in text.unicodeScalars {
      guard Self.isWhite(scalar) || advance(to: scalar) else { return nil }
      layout.append(line: line, column: position + 1)
      if !Self.isWhite(scalar) { position += written(at: position).length }
    }
    layout.append(line: line, column: position + 1)
    return layout
  }

  private static func isWhite(_ scalar: Unicode.Scalar) -> Bool {
    // Of ASCII, the properties say the same, and take much longer.
    scalar.isASCII
      ? scalar == " " || ("\t"..."\r").contains(scalar) : scalar.properties.isWhitespace
  }

  /// Goes to where a character is written; `false` when something else stands there.
  private mutating func advance(to scalar: Unicode.Scalar) -> Bool {
    while true {
      guard position < scalars.count else {
        guard let next = Self.scalars(of: lines, line: line + 1) else { return false }
        (line, scalars, position) = (line + 1, next, 0)
        continue
      }
      let written = written(at: position)
      if written.scalar == scalar { return true }
      guard written.scalar.map(Self.isWhite) ?? true else { return false }
      position += written.length
    }
  }

  /// The character that is written at a place, and how many columns it takes; none for an escaped
  /// line break.
  private func written(at position: Int) -> (scalar: Unicode.Scalar?, length: Int) {
    let scalar = scalars[position]
    if style == .singleQuoted, scalar == "'" { return (scalar, 2) }
    guard style == .doubleQuoted, scalar == "\\" else { return (scalar, 1) }
    guard position + 1 < scalars.count else { return (nil, 1) }
    let digits =
      switch scalars[position + 1] {
      case "x": 2
      case "u": 4
      case "U": 8
      default: 0
      }
    guard digits > 0 else { return (Self.named(scalars[position + 1]), 2) }
    guard let value = hexadecimal(at: position + 2, digits) else { return (" ", 2 + digits) }
    if let whole = Unicode.Scalar(value) { return (whole, 2 + digits) }
    // JSON writes a character beyond U+FFFF in two halves.
    guard let low = hexadecimal(at: position + 8, 4), value & 0xFC00 == 0xD800,
      low & 0xFC00 == 0xDC00
    else { return (" ", 2 + digits) }
    return (Unicode.Scalar(0x10000 + (value & 0x3FF) << 10 + low & 0x3FF), 12)
  }

  private func hexadecimal(at position: Int, _ digits: Int) -> UInt32? {
    guard position + digits <= scalars.count else { return nil }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[position..<position + digits])
    return UInt32(String(text), radix: 16)
  }

  /// The escapes of one letter; those that stand for white space or control characters need not be
  /// told apart.
  private static func named(_ letter: Unicode.Scalar) -> Unicode.Scalar {
    switch letter {
    case "\"", "\\", "/": letter
    default: " "
    }
  }
}
