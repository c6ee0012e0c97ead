import AccessPolicy
import PolicyScenarios
import PolicyTestSupport
import Testing

/// The eighth law, on the requests of the shipped scenarios: a fact that a service forgets, or does
/// not know, never opens anything.
@Suite struct `Missing facts` {
  private static let parts = 4

  private static let helseplattformen = Result {
    let set = try ShippedPolicySet.helseplattformen.get()
    return (engine: PolicyEngine(set.policy), requests: requests(set))
  }

  /// The requests of a policy set's scenarios, each once.
  private static func requests(_ set: ShippedPolicySet) -> [AccessRequest] {
    var seen: Set<AccessRequest> = []
    return set.scenarios.cases.flatMap(\.cells).map(\.request).filter { seen.insert($0).inserted }
  }

  /// How often outcomes changed when a fact was missing, by fact.
  private struct Changes {
    var stricter: [String: Int] = [:]
    var wider: [String: Int] = [:]
  }

  /// Takes each fact of each request away in turn.
  ///
  /// - Parameters:
  ///   - looksAtAllowed: whether to look at requests that are allowed, which nothing can widen.
  ///   - decide: what the outcome is; a test gives one that is broken.
  private static func withoutEachFact(
    of requests: some Sequence<AccessRequest>,
    looksAtAllowed: Bool = false,
    decide: (AccessRequest) -> Outcome
  ) -> Changes {
    var changes = Changes()
    for request in requests {
      let outcome = decide(request)
      guard outcome != .allow || looksAtAllowed else { continue }
      for erasure in Erasure.all(of: request) + Erasure.omissions(of: request) {
        var erased = request
        erasure.erase(&erased)
        let without = decide(erased)
        if without > outcome { changes.stricter[erasure.fact, default: 0] += 1 }
        if without < outcome { changes.wider[erasure.fact, default: 0] += 1 }
      }
    }
    return changes
  }

  /// In parts, which run side by side.
  @Test(arguments: 0..<parts)
  func `never open anything in Helseplattformen`(part: Int) throws {
    let (engine, all) = try Self.helseplattformen.get()
    let requests = stride(from: part, to: all.count, by: Self.parts).map { all[$0] }
    #expect(requests.count > 500)
    let changes = Self.withoutEachFact(of: requests) { engine.decide($0).outcome }
    #expect(changes.wider == [:])
  }

  /// Were a fact of no consequence anywhere, the test would say nothing about it.
  @Test func `often close what was open`() throws {
    let (engine, all) = try Self.helseplattformen.get()
    let requests = stride(from: 0, to: all.count, by: 25).map { all[$0] }
    let changes = Self.withoutEachFact(of: requests, looksAtAllowed: true) {
      engine.decide($0).outcome
    }
    for fact in ["session.unit", "session.purpose", "content.marks", "patient.blocks", "patient"] {
      #expect(changes.stricter[fact, default: 0] > 10, "\(fact)")
    }
  }

  @Test(arguments: [
    "sverige-sammanhallen-journalforing", "examples/two-rule-ward", "examples/lending-desk",
  ])
  func `never open anything in the examples`(name: String) throws {
    let set = try ShippedPolicySet(name)
    let engine = PolicyEngine(set.policy)
    let changes = Self.withoutEachFact(of: Self.requests(set), looksAtAllowed: true) {
      engine.decide($0).outcome
    }
    #expect(changes.wider == [:])
    #expect(changes.stricter.values.reduce(0, +) > 50)
  }

  /// The test notices an evaluator that takes silence for "there is none".
  @Test func `would open much if silence were taken as absence`() throws {
    let (engine, all) = try Self.helseplattformen.get()
    let requests = stride(from: 0, to: all.count, by: 10).map { all[$0] }
    let changes = Self.withoutEachFact(of: requests) {
      engine.decide($0.takingSilenceAsAbsence).outcome
    }
    for fact in ["content.marks", "patient.marks", "patient.blocks"] {
      #expect(changes.wider[fact, default: 0] > 0, "\(changes.wider)")
    }
  }
}
