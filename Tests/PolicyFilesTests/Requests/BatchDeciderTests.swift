import AccessPolicy
@testable import PolicyFiles
import Testing

@Suite struct `Deciding batches` {
  private let engine: PolicyEngine

  init() throws { engine = PolicyEngine(try PolicyUnderTest.policy) }

  @Test func `each line is answered in its place, as it would be by itself`() throws {
    let lines = [
      RequestUnderTest.whole, "", #"{"id": "x"}"#, RequestUnderTest.request(), " \r", "nonsense",
    ]
    let batch = RequestBatch(bytes: Array(lines.joined(separator: "\n").utf8), firstLine: 3)
    let answers = BatchDecider(engine, file: "requests").answers(to: batch)
    let reader = RequestReader(policy: engine.policy, file: "requests")
    let expected = lines.enumerated().compactMap { index, text -> String? in
      reader.read(text, number: 3 + index).map { line in
        line.request.map { DecisionWriter.line(engine.decide($0), id: line.id) }
          ?? DecisionWriter.error(line)
      }
    }
    #expect(String(decoding: answers.bytes, as: UTF8.self) == expected.map { $0 + "\n" }.joined())
    #expect(expected.count == 4)
    #expect(!answers.areAllDecisions)
    let right = RequestBatch(bytes: Array(RequestUnderTest.whole.utf8), firstLine: 1)
    #expect(BatchDecider(engine, file: "requests").answers(to: right).areAllDecisions)
  }
}
