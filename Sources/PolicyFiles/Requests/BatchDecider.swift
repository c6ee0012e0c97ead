package import AccessPolicy

/// Decides batches of requests, each by itself: what is in one means nothing for another.
package struct BatchDecider: Sendable {
  private let engine: PolicyEngine
  private let reader: RequestReader

  /// Decides with an engine; messages call the stream `file`.
  package init(_ engine: PolicyEngine, file: String) {
    self.engine = engine
    reader = RequestReader(policy: engine.policy, file: file)
  }

  /// What is answered to a batch.
  package struct Answers: Sendable {
    /// A line for each request.
    package let bytes: [UInt8]
    /// Whether no line had mistakes.
    package let areAllDecisions: Bool
  }

  /// Answers the lines of a batch, in their order.
  package func answers(to batch: RequestBatch) -> Answers {
    var writer = JSONWriter()
    var areAllDecisions = true
    reader.forEachLine(of: batch) { line in
      if let request = line.request {
        DecisionWriter.write(engine.decide(request), id: line.id, to: &writer)
      } else {
        areAllDecisions = false
        DecisionWriter.writeError(line, to: &writer)
      }
      writer.endLine()
    }
    return Answers(bytes: writer.bytes, areAllDecisions: areAllDecisions)
  }
}
