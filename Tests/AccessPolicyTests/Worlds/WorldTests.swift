import AccessPolicy
import Testing

/// Generated worlds are worth testing with: every outcome is frequent, and every feature turns up.
@Suite struct WorldTests {
  @Test func `every outcome is frequent`() throws {
    var outcomes: [Outcome: Int] = [:]
    var answers: [String: [Outcome: Int]] = [:]
    for number in 0..<60 {
      let world = try World(seed: TestRun.seed, number: number)
      for request in 0..<50 {
        let decision = world.engine.decide(world.request(request))
        outcomes[decision.outcome, default: 0] += 1
        for gate in decision.gates {
          let name = "\(gate.gate.description.prefix { $0 != ":" })"
          answers[name, default: [:]][gate.answer, default: 0] += 1
        }
      }
    }
    func share(_ counts: [Outcome: Int]) -> String {
      let total = counts.values.reduce(0, +)
      return Outcome.allCases.map { "\($0) \(counts[$0, default: 0] * 100 / total) %" }
        .joined(separator: ", ")
    }
    print("outcomes: \(share(outcomes))")
    for (gate, counts) in answers.sorted(by: { $0.key < $1.key }) {
      print("\(gate): \(share(counts))")
    }
    #expect(outcomes[.allow, default: 0] >= 450)
    #expect(outcomes[.justify, default: 0] >= 300)
    #expect(outcomes[.deny, default: 0] >= 450)
    // No gate ever answers alike.
    for (gate, counts) in answers { #expect(counts.count > 1, "\(gate)") }
  }

  @Test func `every feature turns up`() throws {
    var features: Set<String> = []
    for number in 0..<150 {
      let world = try World(seed: TestRun.seed, number: number)
      features.formUnion(WorldFeatures.features(of: world.policy))
    }
    #expect(WorldFeatures.all.subtracting(features).sorted() == [])
  }

  @Test func `the same seed makes the same world`() throws {
    let (one, other) = (
      try World(seed: TestRun.seed, number: 3), try World(seed: TestRun.seed, number: 3)
    )
    #expect(one.yaml == other.yaml)
    #expect((0..<20).map(one.request) == (0..<20).map(other.request))
  }
}
