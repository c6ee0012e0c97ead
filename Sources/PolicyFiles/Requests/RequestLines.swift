package import AccessPolicy

/// Cuts a stream of bytes into lines, holding no more than one line at a time.
///
/// ```swift
/// var lines = RequestLines()
/// while let chunk = nextChunk() { lines.add(chunk) { bytes, number in … } }
/// lines.finish { bytes, number in … }
/// ```
package struct RequestLines {
  private let limit: Int
  private var line: [UInt8] = []
  private var number = 1

  /// Begins with line 1.
  ///
  /// Of a line beyond the limit one byte more is kept, so that it is refused.
  package init(limits: ReadingLimits = .standard) { self.init(lineBytes: limits.fileBytes) }

  /// Begins with line 1, with a limit for each line.
  package init(lineBytes limit: Int) { self.limit = limit }

  /// Takes more bytes, and hands on each line that they complete, without its line feed.
  package mutating func add<Failure: Error>(
    _ bytes: [UInt8],
    _ use: (_ line: [UInt8], _ number: Int) throws(Failure) -> Void
  ) throws(Failure) {
    var rest = bytes[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      keep(rest[..<end])
      try handOn(use)
      rest = rest[(end + 1)...]
    }
    keep(rest)
  }

  /// Hands on the last line, if the stream did not end with a line feed.
  package mutating func finish<Failure: Error>(
    _ use: (_ line: [UInt8], _ number: Int) throws(Failure) -> Void
  ) throws(Failure) {
    guard !line.isEmpty else { return }
    try handOn(use)
  }

  private mutating func keep(_ part: ArraySlice<UInt8>) {
    line += part.prefix(max(0, limit + 1 - line.count))
  }

  private mutating func handOn<Failure: Error>(
    _ use: (_ line: [UInt8], _ number: Int) throws(Failure) -> Void
  ) throws(Failure) {
    defer {
      line.removeAll(keepingCapacity: line.capacity <= 1 << 16)
      number += 1
    }
    try use(line, number)
  }
}
