public import AccessPolicy

/// Whether a policy set holds to its principles, and what shows where it does not.
public struct PrincipleReport: Sendable {
  /// The policy set.
  public let policy: Policy
  /// What came of each principle, in order.
  public let results: [PrincipleResult]

  /// Verifies the principles of a policy set; where some are named, these alone.
  public init(_ policy: Policy, only named: [PrincipleID] = []) {
    self.policy = policy
    let verification = PrincipleVerification(policy)
    results =
      named.isEmpty
      ? verification.results() : named.compactMap { verification.result(of: $0) }
  }

  /// What came out for the whole: the worst that is to be said of any.
  public var verdict: PrincipleResult.Verdict {
    PrincipleResult.Verdict.allCases.first { verdict in
      results.contains { $0.verdict == verdict }
    } ?? .holds
  }

  /// The counterexamples as cases that say what the principles demand, and so fail until it is so.
  public var drafts: [ScenarioDraft] {
    results.flatMap { result in
      result.counterexamples.map { Self.draft($0, of: result) }
    }
  }

  private static func draft(_ example: Counterexample, of result: PrincipleResult)
    -> ScenarioDraft
  {
    let principle = result.principle
    let decision = example.situation.decision
    var outcome = decision.outcome
    var parts: [Expectation.Part] = []
    switch example.breach {
    case .answer(.reveal): parts = [.hidden(true)]
    case .answer: outcome = principle.demanded ?? outcome
    case .reason(let id):
      // Only the rule that lacks something is not to be offered as it is.
      let others = decision.demands.flatMap(\.anyOf).map(\.rule).filter { $0 != id }
      parts = [.rules(Set(others))]
    case .obligations(let all): parts = [.obligations(all.union(decision.obligations))]
    case .independence: outcome = max(outcome, example.other?.decision.outcome ?? outcome)
    }
    return ScenarioDraft(
      name: "\(result.id): \(principle.term.title.en)",
      requirements: principle.term.because,
      request: example.situation.request,
      outcome: outcome,
      parts: parts
    )
  }
}

extension Principle {
  /// No access, unless that is forbidden: then the most generous answer that is not.
  fileprivate var demanded: Outcome? {
    let words: [(Answer, Outcome)] = [(.deny, .deny), (.allow, .allow), (.justify, .justify)]
    return words.first { !never.contains($0.0) }?.1
  }
}
