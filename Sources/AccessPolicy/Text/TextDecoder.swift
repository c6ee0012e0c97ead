/// A mistake that ends the reading of a file.
package struct ReadingStopped: Error {
  package let diagnostic: Diagnostic

  package init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}

/// Turns bytes into text; what is not UTF-8 is refused at the first byte that shows it.
package enum TextDecoder {
  /// The text without a byte-order mark, or what is wrong with the bytes.
  package static func text(
    _ bytes: [UInt8],
    file: String,
    firstLine: Int = 1
  ) -> Result<String, ReadingStopped> {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let content = bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes
    if let text = String(validating: content, as: UTF8.self) { return .success(text) }
    let offset = firstInvalidByte(content)
    let (line, column) = SourceLines(Array(content[..<offset])).place(ofByte: offset)
    let place = SourceRange(file: file, line: line + firstLine - 1, column: column)
    let isUTF16 = content.starts(with: [0xFF, 0xFE]) || content.starts(with: [0xFE, 0xFF])
    return .failure(
      ReadingStopped(.notUTF8(content[offset], isUTF16: isUTF16, at: place))
    )
  }

  private static func firstInvalidByte(_ bytes: [UInt8]) -> Int {
    var decoder = UTF8()
    var rest = bytes.makeIterator()
    var offset = 0
    while case .scalarValue(let scalar) = decoder.decode(&rest) {
      offset += UTF8.width(scalar)
    }
    return min(offset, bytes.count - 1)
  }
}

/// Characters that a policy file must not hold, though they are text.
///
/// What the reader of a file sees must be what the engine reads: so no invisible control
/// characters, and none that reorder the text on the screen.
package enum HiddenCharacters {
  /// Every hidden character with its place, at most as many as asked for.
  package static func all(in text: String, file: String, limit: Int) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var (line, column) = (1, 1)
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\n", "\r": (line, column) = (line + 1, 1)
      default:
        if isHidden(scalar) {
          let place = SourceRange(file: file, line: line, column: column)
          found.append(.hiddenCharacter(scalar, at: place))
          guard found.count < limit else { return found }
        }
        column += 1
      }
      previous = scalar
    }
    return found
  }

  package static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0x00...0x1F, 0x7F...0x9F: true  // control characters, U+0085 NEXT LINE among them
    case 0x2028, 0x2029: true  // line and paragraph separator: lines to YAML, not to editors
    case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069: true  // they reorder text
    case 0xFEFF, 0xFFFE, 0xFFFF: true  // a byte-order mark inside, and what YAML cannot hold
    default: false
    }
  }
}
