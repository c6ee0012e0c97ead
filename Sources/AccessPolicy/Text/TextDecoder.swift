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
