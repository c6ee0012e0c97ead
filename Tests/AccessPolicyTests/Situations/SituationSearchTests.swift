@testable import AccessPolicy
import PolicyTestSupport
import Testing

/// What the search says of all requests at once, against requests.
@Suite struct `Situations` {
  private static let worlds = 0..<40
  private static let requests = 60

  @Test(arguments: worlds) func `every outcome that a request gets is found`(number: Int) throws {
    let world = try World(seed: TestRun.seed, number: 3_000_000 + number)
    let search = SituationSearch([world.policy])
    var found: [Reached: Bool] = [:]
    for number in 0..<Self.requests {
      let request = world.request(number).withoutReasons
      guard request.isAnalysed else { continue }
      let decision = world.engine.decide(request)
      let reached = Reached(request, decision.outcome)
      guard found[reached] == nil else { continue }
      let answer = search.situation(reached.cell, outcome: reached.outcome)
      found[reached] = true
      switch answer {
      case .found(let decided):
        for one in decided {
          let reference = ReferenceEvaluator.decide(one.request, by: world.policy)
          #expect(one.decision == reference, "\(reached) \(Dump.lines(one.request))")
          #expect(one.decision.outcome == reached.outcome)
        }
      case .none:
        Issue.record("not found: \(reached)\n\(world.report(of: request, number: number))")
        return
      case .gaveUp: Issue.record("gave up: \(reached), world \(world.number)")
      case .defect(let decided, let claimed):
        let gates = decided.map(\.decision.gates)
        let dump = decided.map { Dump.lines($0.request) }
        Issue.record("claims \(claimed): \(reached) \(gates)\n\(dump)\n\(world.yaml)")
        return
      }
    }
  }

  private struct Reached: Hashable, CustomStringConvertible {
    let cell: SituationCell
    let outcome: Outcome

    init(_ request: AccessRequest, _ outcome: Outcome) {
      cell = SituationCell(
        template: request.session.authorisation.template,
        action: request.action,
        contentClass: request.content.contentClass
      )
      self.outcome = outcome
    }

    var description: String { "\(cell) \(outcome)" }
  }
}
