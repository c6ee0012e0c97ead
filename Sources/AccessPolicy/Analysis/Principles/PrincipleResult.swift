/// What came of looking for a situation in which a principle does not hold.
public struct PrincipleResult: Sendable {
  /// The principle's id.
  public let id: PrincipleID
  /// The principle.
  public let principle: Principle
  /// How many cells have a situation of which it speaks.
  public let cells: Int
  /// The cells in which it is broken, in order.
  public let broken: [SituationCell]
  /// For each way in which it is broken, the smallest situation that was found.
  public let counterexamples: [Counterexample]
  /// Cells in which the search gave up.
  public let undecided: [SituationCell]
  /// Cells in which the engine decides otherwise than the analysis claims: a defect of the analysis.
  public let defects: [SituationCell]

  /// What is to be said of it.
  public enum Verdict: String, Sendable, Hashable, CaseIterable {
    /// It is broken.
    case broken
    /// There is no situation of which it speaks, so that it could never be broken.
    case empty
    /// The search is not sure.
    case undecided
    /// It holds in every situation.
    case holds
  }

  /// What is to be said of it.
  public var verdict: Verdict {
    if !broken.isEmpty { return .broken }
    if !undecided.isEmpty || !defects.isEmpty { return .undecided }
    return cells == 0 ? .empty : .holds
  }
}

/// A situation in which a principle does not hold, decided so by the engine.
public struct Counterexample: Sendable {
  /// The cell.
  public let cell: SituationCell
  /// What is wrong.
  public let breach: Breach
  /// The request, and what the engine decides.
  public let situation: Situation
  /// Of a principle about facts that change no answer: the same with other such facts, decided otherwise.
  public let other: Situation?
  /// In how many cells it is broken in this way.
  public let cells: Int

  /// A request and its decision.
  public struct Situation: Sendable {
    /// The request.
    public let request: AccessRequest
    /// What the engine decides.
    public let decision: Decision

    init(_ decided: SituationSearch.DecidedRequest) {
      request = decided.request
      decision = decided.decision
    }
  }

  /// In which way a principle is broken.
  public enum Breach: Sendable, Hashable {
    /// By an answer that must never come out.
    case answer(Principle.Answer)
    /// By a self-authorisation rule that is offered and does not have what it must.
    case reason(SelfAuthorisationID)
    /// By access without what must come with it.
    case obligations(Set<ObligationID>)
    /// By an answer that another value of these facts changes.
    case independence([Attribute])
  }
}

extension Counterexample.Breach: CustomStringConvertible {
  /// What is wrong, after the key of the principle: `never: allow`, `reasons: acute`.
  public var description: String {
    switch self {
    case .answer(let answer): "never: \(answer)"
    case .reason(let id): "reasons: \(id)"
    case .obligations(let all): "obligations: \(all.sorted())"
    case .independence(let facts): "independentOf: \(facts)"
    }
  }
}
