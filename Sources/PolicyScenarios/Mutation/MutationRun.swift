package import AccessPolicy

/// Asks of every mutant of a policy set whether the scenarios notice it.
///
/// A mutant is noticed, or *killed*, by a cell that does not come out as expected. Only cells are run
/// in which what is changed plays a part at all; those whose decision rests on the changed rule come
/// first. Mutants are independent of each other: ``fate(of:)`` can be asked on any thread.
package struct MutationRun: Sendable {
  /// The policy set that is changed.
  package let policy: Policy

  /// Its mutants, in the order of the places that they change.
  package let mutants: [Mutant]

  /// For each mutant, whether the checker would refuse it.
  private let isRefused: [Bool]
  private let cells: [WatchedCell]
  private let judge: any MutantJudge

  /// A cell, and what plays a part in it.
  struct WatchedCell: Sendable {
    let cell: Cell
    let traits: RequestTraits
    /// The rules on which its decisions rest.
    let rules: Set<String>
  }

  /// Prepares to change a policy set that answers every scenario as expected.
  ///
  /// - Parameter proves: Whether, where no request near the scenarios shows a difference, every
  ///   situation is searched for one, which takes longer.
  package init(
    engine: PolicyEngine,
    scenarios: ScenarioSet,
    proves: Bool = false
  ) {
    policy = engine.policy
    mutants = Mutants.all(of: engine.policy)
    isRefused = Mutants.refused(mutants, of: engine.policy)
    let runner = ScenarioRunner(engine: engine)
    var requests: [AccessRequest] = []
    cells = scenarios.cases.flatMap(\.cells).map { cell in
      let steps = runner.run(cell).steps
      requests += steps.map(\.request)
      let answers = steps.flatMap(\.decision.gates)
      let demanded = steps.flatMap(\.decision.demands).flatMap(\.anyOf).map(\.rule.text)
      return WatchedCell(
        cell: cell,
        traits: RequestTraits(cell.request, engine.policy),
        rules: Set(answers.compactMap(\.rule?.text) + demanded)
      )
    }
    let nearby = NearbyRequests(engine: engine, requests: requests)
    judge = proves ? EverySituation(nearby: nearby, policy: engine.policy) : nearby
  }

  /// What becomes of one mutant.
  package func fate(of number: Int) -> MutantFate {
    let mutant = mutants[number]
    guard !isRefused[number] else { return .refused }
    let engine = PolicyEngine(mutant.changed(policy))
    let touched = cells.filter { $0.traits.isTouched(by: mutant.touches) }
    let likely = touched.filter { $0.rules.contains(mutant.rule.id) }
    let others = touched.filter { !$0.rules.contains(mutant.rule.id) }
    for watched in likely + others where !engine.answersAsExpected(watched.cell) {
      return .killed(watched.cell)
    }
    return switch judge.distinction(of: mutant, decidedBy: engine) {
    case .none: .equivalent
    case .found(let request): .survived(request)
    case .notFound: .survived(nil)
    }
  }

  /// The report, of what became of each mutant in turn.
  package func report(_ fates: [MutantFate]) -> MutationReport {
    MutationReport(
      policy: policy,
      results: zip(mutants, fates).map { MutationReport.Result(mutant: $0, fate: $1) }
    )
  }
}

/// What becomes of a mutant.
package enum MutantFate: Sendable, Hashable {
  /// A cell notices it.
  case killed(Cell)
  /// No cell notices it; a request shows the difference, if one was found.
  case survived(AccessRequest?)
  /// It decides every request as the policy set does: there is nothing to notice.
  case equivalent
  /// The checker refuses it: a condition is always or never true.
  case refused
}

extension PolicyEngine {
  /// Whether every decision of a cell is as expected.
  fileprivate func answersAsExpected(_ cell: Cell) -> Bool {
    var request = cell.request
    var expectation: Expectation? = cell.expectation
    while let expected = expectation {
      let decision = decide(request)
      guard Judge.differences(decision, expected).isEmpty else { return false }
      expectation = nil
      if let (reason, gives) = expected.then {
        request.justifications.append(reason)
        expectation = gives
      }
    }
    return true
  }
}
