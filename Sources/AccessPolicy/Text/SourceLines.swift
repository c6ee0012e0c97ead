/// The lines of a text: where each begins, so that places can be found in it.
///
/// A line ends with a line feed, a carriage return, or both together.
package struct SourceLines {
  private let bytes: [UInt8]
  /// The offsets at which lines begin; never empty.
  private let starts: [Int]
  /// The number of the first line.
  private let first: Int

  /// The lines of a text, or of a part of it that begins with another line than the first.
  package init(_ text: String, firstLine: Int = 1) {
    self.init(Array(text.utf8), firstLine: firstLine)
  }

  package init(_ bytes: [UInt8], firstLine: Int = 1) {
    first = firstLine
    self.bytes = bytes
    var starts = [0]
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "\n"): starts.append(index + 1)
      case UInt8(ascii: "\r"):
        guard index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n") else { continue }
        starts.append(index + 1)
      default: continue
      }
    }
    self.starts = starts
  }

  /// How many lines there are; a line break at the end begins an empty last one.
  package var count: Int { starts.count }

  /// A line from 1, without its break; `nil` beyond the end.
  package subscript(line: Int) -> Substring.UnicodeScalarView? {
    guard let bytes = bytes(ofLine: line) else { return nil }
    return Substring(String(decoding: bytes, as: UTF8.self)).unicodeScalars
  }

  /// The first columns of a line, as many as asked for; `nil` beyond the end.
  package func columns(_ count: Int, ofLine line: Int) -> Substring.UnicodeScalarView? {
    guard let bytes = bytes(ofLine: line) else { return nil }
    // No character takes more than four bytes; one that is cut here lies beyond the columns.
    let text = String(decoding: bytes.prefix(4 * count + 4), as: UTF8.self)
    return text.unicodeScalars.prefix(count)
  }

  /// Whether a byte stands in a line.
  package func holds(_ byte: UInt8, line: Int) -> Bool {
    bytes(ofLine: line)?.contains(byte) ?? false
  }

  /// How many bytes a line has, without its break.
  package func length(ofLine line: Int) -> Int { bytes(ofLine: line)?.count ?? 0 }

  private func bytes(ofLine line: Int) -> ArraySlice<UInt8>? {
    let line = line - first + 1
    guard line >= 1, line <= starts.count else { return nil }
    let start = starts[line - 1]
    var end = line < starts.count ? starts[line] : bytes.count
    while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r")
    {
      end -= 1
    }
    return bytes[start..<end]
  }

  /// The line and column, both from 1, of a byte.
  package func place(ofByte offset: Int) -> (line: Int, column: Int) {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    let before = bytes[starts[low]..<min(offset, bytes.count)]
    return (low + first, 1 + before.count { $0 & 0b1100_0000 != 0b1000_0000 })
  }
}
