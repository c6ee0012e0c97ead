package import AccessPolicy

/// Some whole lines of a stream of requests.
package struct RequestBatch: Sendable, Equatable {
  /// The lines, with their line feeds; the last line of a stream can lack its.
  package let bytes: [UInt8]
  /// The number of the first line.
  package let firstLine: Int
}

/// Cuts a stream of bytes into batches of whole lines, as they come.
///
/// A line is in the batch that its line feed completes, so nothing waits for more than its own end.
/// Of a line that is not whole yet no more is held than the limit, and one byte, so that it is refused.
package struct RequestBatches {
  private let limit: Int
  private var rest: [UInt8] = []
  private var nextLine = 1

  /// Begins with line 1.
  package init(limits: ReadingLimits = .standard) { limit = limits.fileBytes }

  /// Takes more bytes; the lines that they complete, if any.
  package mutating func add(_ bytes: [UInt8]) -> RequestBatch? {
    guard let first = bytes.firstIndex(of: UInt8(ascii: "\n")),
      let last = bytes.lastIndex(of: UInt8(ascii: "\n"))
    else {
      keep(bytes[...])
      return nil
    }
    keep(bytes[..<first])
    rest += bytes[first...last]
    let batch = RequestBatch(bytes: rest, firstLine: nextLine)
    nextLine += bytes.count { $0 == UInt8(ascii: "\n") }
    rest = []
    keep(bytes[(last + 1)...])
    return batch
  }

  /// The last line, if the stream did not end with a line feed.
  package mutating func finish() -> RequestBatch? {
    guard !rest.isEmpty else { return nil }
    defer { rest = [] }
    return RequestBatch(bytes: rest, firstLine: nextLine)
  }

  private mutating func keep(_ part: ArraySlice<UInt8>) {
    rest += part.prefix(max(0, limit + 1 - rest.count))
  }
}
