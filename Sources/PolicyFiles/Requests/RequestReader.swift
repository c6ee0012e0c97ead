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
