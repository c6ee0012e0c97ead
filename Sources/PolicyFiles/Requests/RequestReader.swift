public import AccessPolicy

/// Reads requests that stand one on each line as JSON objects.
///
/// ```swift
/// let reader = RequestReader(policy: policy)
/// guard let line = reader.read(#"{"now": …}"#, number: 1) else { return }  // an empty line
/// guard let request = line.request else { print(DecisionWriter.error(line)); return }
/// print(DecisionWriter.line(engine.decide(request), id: line.id))
/// ```
public struct RequestReader: Sendable {
  private let policy: Policy
  private let file: String
  private let limits: ReadingLimits

  /// Reads requests for a policy set, whose declared attributes they may give.
  public init(
    policy: Policy,
    file: String = "standard input",
    limits: ReadingLimits = .standard
  ) {
    self.policy = policy
    self.file = file
    self.limits = limits
  }

  /// Reads a line; `nil` when it holds nothing but white space.
  public func read(_ line: String, number: Int) -> RequestLine? {
    read(bytes: Array(line.utf8), number: number)
  }

  /// Reads a line of bytes, which must be UTF-8; `nil` when it holds nothing but white space.
  public func read(bytes: [UInt8], number: Int) -> RequestLine? {
    var plain = PlainRequestReader(bytes, policy: policy, keys: Self.keys)
    let (line, end) = readPlainly(at: 0, number: number, &plain)
    // Here, a line feed is white space like others, and something can stand behind it.
    return line != nil && end == bytes.count ? line : readThoroughly(bytes: bytes, number: number)
  }

  /// Reads a line as ``read(bytes:number:)`` does, and finds all that is wrong with it.
  package func readThoroughly(bytes: [UInt8], number: Int) -> RequestLine? {
    let isBlank = bytes.allSatisfy { $0 == 32 || $0 == 9 || $0 == 10 || $0 == 13 }
    guard !isBlank else { return nil }
    let read = JSONReader.document(
      bytes: bytes,
      file: file,
      firstLine: number,
      isOneLine: true,
      limits: limits
    )
    let sink = DiagnosticSink()
    sink.report(read.diagnostics)
    guard let root = read.document?.root else {
      return RequestLine(id: nil, line: number, request: nil, diagnostics: sink.sorted)
    }
    let builder = RequestBuilder(policy: policy, sink: sink)
    let (id, request) = builder.request(root)
    return RequestLine(
      id: id,
      line: number,
      request: sink.hasErrors ? nil : request,
      diagnostics: sink.sorted
    )
  }

  /// Reads the lines of a batch, in order; lines of nothing but white space are passed over.
  package func forEachLine(of batch: RequestBatch, _ use: (RequestLine) -> Void) {
    let bytes = batch.bytes
    var plain = PlainRequestReader(bytes, policy: policy, keys: Self.keys)
    var number = batch.firstLine
    var start = 0
    while start < bytes.count {
      var (line, end) = readPlainly(at: start, number: number, &plain)
      if line == nil {
        end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        line = readThoroughly(bytes: Array(bytes[start..<end]), number: number)
      }
      if let line { use(line) }
      start = end + 1
      number += 1
    }
  }

  /// Reads a line, and says where it ends; `nil` when something is wrong with it, or unusual.
  private func readPlainly(
    at start: Int,
    number: Int,
    _ plain: inout PlainRequestReader
  ) -> (line: RequestLine?, end: Int) {
    do throws(NotPlain) {
      let (id, request, end) = try plain.read(at: start)
      guard limits.allow(lineOf: end - start) else { return (nil, start) }
      return (RequestLine(id: id, line: number, request: request, diagnostics: []), end)
    } catch {
      return (nil, start)
    }
  }

  private static let keys = RequestKeys()
}

extension ReadingLimits {
  /// Whether a line can meet no other limit, so long as it is a request.
  fileprivate func allow(lineOf bytes: Int) -> Bool {
    // A value takes a byte at least, and what a request holds lies less than 16 levels deep.
    bytes <= fileBytes && bytes <= nodes && depth >= 16
  }
}

/// What one line of requests holds.
public struct RequestLine: Sendable, Hashable {
  /// The id that the answer repeats; `nil` when there is none, or it cannot be read.
  public let id: String?

  /// The number of the line, from 1.
  public let line: Int

  /// The request; `nil` when anything about the line is wrong.
  public let request: AccessRequest?

  /// What is wrong, in the order of the line.
  public let diagnostics: [Diagnostic]
}
