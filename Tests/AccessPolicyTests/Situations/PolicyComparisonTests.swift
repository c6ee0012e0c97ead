@testable import AccessPolicy
import PolicyTestSupport
import Testing

/// What a comparison says of all requests at once, against requests.
@Suite struct `Comparing policy sets` {
  private static let pairs = 0..<30
  private static let requests = 300

  @Test(arguments: pairs) func `says equal where no request differs`(number: Int) throws {
    guard let pair = try EditedWorld(seed: TestRun.seed, number: 4_000_000 + number) else { return }
    let comparison = PolicyComparison(pair.world.policy, pair.edited.policy)
    switch comparison.firstDifference() {
    case .undecided(let cell):
      Issue.record("undecided: \(cell), world \(pair.world.number), \(pair.edit)")
    case .differs(let difference):
      let witness = difference.witness
      #expect(
        witness.oldDecision == ReferenceEvaluator.decide(witness.oldRequest, by: pair.world.policy)
      )
      #expect(
        witness.decision == ReferenceEvaluator.decide(witness.request, by: pair.edited.policy)
      )
      #expect(!difference.aspects.isEmpty)
    case .equal:
      for number in 0..<Self.requests {
        let request = pair.world.request(number).withoutReasons
        guard request.isAnalysed else { continue }
        let (old, new) = (pair.world.engine.decide(request), pair.edited.engine.decide(request))
        guard old.outcome != new.outcome else { continue }
        Issue.record(
          """
          called equal, \(pair.edit): \(old.outcome) and \(new.outcome)
          \(pair.world.report(of: request, number: number))
          """
        )
        return
      }
    }
  }

  @Test(arguments: 0..<5) func `a policy set is equal to itself`(number: Int) throws {
    let world = try World(seed: TestRun.seed, number: 4_000_000 + number)
    guard case .equal = PolicyComparison(world.policy, world.policy).firstDifference() else {
      Issue.record("world \(world.number) differs from itself")
      return
    }
  }
}
