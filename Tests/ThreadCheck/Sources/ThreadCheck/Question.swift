import AccessPolicy

/// A request, what each policy set answers when nothing else is going on, and the request opened for
/// repeated asking, which all threads share.
struct Question: Sendable {
  let request: AccessRequest
  let answers: [Answer]

  /// What one policy set says.
  struct Answer: Sendable {
    let decision: Decision
    let verdict: Verdict
    let access: ChartAccess
    let action: ActionHandle

    init(_ engine: PolicyEngine, _ request: AccessRequest) {
      decision = engine.decide(request)
      verdict = engine.verdict(request)
      let chart = engine.open(Chart(patient: request.patient, items: [request.content]))
      access = engine.open(request.session, at: request.now).access(
        to: chart,
        at: request.now,
        grants: request.grants,
        justifications: request.justifications,
        attributes: request.attributes
      )
      action = engine.handle(of: request.action)
    }
  }

  init(_ request: AccessRequest, _ engines: [PolicyEngine]) {
    self.request = request
    answers = engines.map { Answer($0, request) }
  }

  /// Whether the policy sets say different things, so that a mixture of them would show.
  var tellsThemApart: Bool {
    Set(answers.map(\.decision.outcome)).count > 1
      || Set(answers.map { $0.decision.gates.compactMap(\.rule) }).count > 1
  }

  /// Asks through every door, and says by which policy set the engine decided.
  ///
  /// - Returns: `nil` when an answer is that of no policy set, or not that of the one it names.
  func ask(_ engine: PolicyEngine) -> Int? {
    let decision = engine.decide(request)
    guard
      let number = answers.firstIndex(where: { $0.decision.policy == decision.policy }),
      answers[number].decision == decision,
      engine.verdict(request) == answers[number].verdict,
      engine.explain(request).decision == decision,
      answers.allSatisfy({ $0.isSteady(at: request.now.instant) })
    else { return nil }
    return number
  }
}

extension Question.Answer {
  /// What was opened goes on answering by the policy set that opened it.
  fileprivate func isSteady(at now: Instant) -> Bool {
    var verdicts: [Verdict] = []
    access.verdicts(action, at: now, into: &verdicts)
    return access.verdict(on: 0, action, at: now) == verdict && verdicts == [verdict]
      && access.decision(on: 0, action, at: now) == decision
  }
}
