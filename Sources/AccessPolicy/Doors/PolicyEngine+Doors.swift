// Three doors to one engine, for three rhythms of asking. All give the same answers.
//
//     engine.verdict(request)                              one self-contained request
//     engine.open(session) · engine.open(chart)            opened once, asked many times
//     access.verdicts(on: action, …, into: &verdicts)      a whole chart at once

extension PolicyEngine {
  /// Decides one request, and says no more than ``Verdict`` says.
  ///
  /// - Complexity: as ``decide(_:)``.
  public func verdict(_ request: AccessRequest) -> Verdict {
    let question = Question(request, compiled, isBrief: true)
    guard let ruling = Self.ruling(question, request) else { return decidedVerdict(request) }
    return Verdict(ruling)
  }

  /// Apart, so that the request is not copied for the sake of the few that come here.
  @inline(never)
  private func decidedVerdict(_ request: AccessRequest) -> Verdict {
    Verdict(decide(request), of: request, compiled)
  }

  /// Opens a session: its role is merged, its names are looked up, and what depends on it alone is decided.
  public func open(_ session: Session, at now: Moment) -> OpenSession {
    OpenSession(session, at: now, self)
  }

  /// Opens a chart: the names in it are looked up once, for every session that asks about it.
  public func open(_ chart: Chart) -> OpenChart { OpenChart(chart, compiled) }

  /// An action as the repeated doors take it; one that the policy set does not declare is denied.
  public func handle(of action: ActionID) -> ActionHandle {
    ActionHandle(
      id: action,
      index: policy.actions.index(of: action).map { Int32($0) } ?? -1,
      fingerprint: compiled.fingerprint
    )
  }
}

// What the numbers of a verdict are called.
extension PolicyEngine {
  /// What the caller must also do, in order; empty on *deny*.
  public func obligations(of verdict: Verdict) -> [ObligationID] {
    policy.obligations.indices.filter { verdict.obligations.contains($0) }
      .map { policy.obligations[$0].id }
  }

  /// The grant of the role that a verdict rests on; `nil` on *deny*.
  public func functionRule(of verdict: Verdict) -> RuleID? {
    compiled.ruleNumbers.id(verdict.functionRule)
  }

  /// The care relationship, reach or self-authorisation rule that a verdict rests on; `nil` on *deny*.
  public func relationshipRule(of verdict: Verdict) -> RuleID? {
    compiled.ruleNumbers.id(verdict.relationshipRule)
  }

  /// The mark that closes; `nil` unless ``Verdict/closedBy`` is a mark that the policy set declares.
  public func mark(of verdict: Verdict) -> MarkID? {
    guard verdict.closedBy == .mark, verdict.shield >= 0 else { return nil }
    return policy.marks[Int(verdict.shield)].id
  }
}
