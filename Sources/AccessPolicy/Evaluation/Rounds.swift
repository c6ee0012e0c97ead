/// One way in which a rule could open a gate: the rule, and the link that it looks at, if any.
struct Candidate {
  let rule: RuleID
  let place: SourceRange
  /// The dense index of the self-authorisation rule that it takes.
  let takes: Int?
  let obligations: Set<ObligationID>
  let link: Link?
  /// Whether it applies; notes what was looked at.
  let applies: (RequestContext, inout Notes) -> Truth

  init(
    _ rule: OpeningRule,
    link: Link? = nil,
    applies: @escaping (RequestContext, inout Notes) -> Truth
  ) {
    self.init(
      rule: rule.id,
      place: rule.place,
      takes: rule.takes,
      obligations: rule.obligations,
      link: link,
      applies: applies
    )
  }

  init(
    rule: RuleID,
    place: SourceRange,
    takes: Int?,
    obligations: Set<ObligationID>,
    link: Link?,
    applies: @escaping (RequestContext, inout Notes) -> Truth
  ) {
    self.rule = rule
    self.place = place
    self.takes = takes
    self.obligations = obligations
    self.link = link
    self.applies = applies
  }
}

/// Finds the rule that decides a gate: standard access first, then self-authorised.
enum Rounds {
  /// The gate's result over candidates that stand in the order in which they are tried.
  ///
  /// They are made one by one: a patient may have very many links.
  static func result(
    _ gate: GateID,
    _ candidates: some Sequence<Candidate>,
    _ context: RequestContext,
    _ notes: Notes
  ) -> GateResult {
    var notes = notes
    for candidate in candidates where candidate.takes == nil {
      if candidate.applies(context, &notes) == .yes {
        return opened(gate, candidate, candidate.link.map { .link($0.id) } ?? .rule, [], notes)
      }
    }
    var answers: [(candidate: Candidate, asked: AskedSelfAuthorisation)] = []
    for candidate in candidates where candidate.takes != nil {
      guard let takes = candidate.takes, candidate.applies(context, &notes) == .yes,
        let asked = AskedSelfAuthorisation.ask(takes, context, &notes)
      else { continue }
      answers.append((candidate, asked))
    }
    let byGrant = answers.first { if case .grant = $0.asked.basis { true } else { false } }
    if let (candidate, asked) = byGrant ?? answers.first(where: { $0.asked.answer == .allow }) {
      var result = opened(gate, candidate, asked.basis, asked.obligations, notes)
      result.issued = asked.issued
      return result
    }
    guard let first = answers.first else { return .denied(gate, notes) }
    return GateResult(
      gate: gate,
      answer: .justify,
      rule: first.candidate.rule,
      place: first.candidate.place,
      offers: answers.map(\.asked),
      obligations: first.candidate.obligations,
      notes: notes
    )
  }

  private static func opened(
    _ gate: GateID,
    _ candidate: Candidate,
    _ basis: GateAnswer.Basis,
    _ more: Set<ObligationID>,
    _ notes: Notes
  ) -> GateResult {
    GateResult(
      gate: gate,
      answer: .allow,
      rule: candidate.rule,
      place: candidate.place,
      basis: basis,
      obligations: candidate.obligations.union(more),
      notes: notes
    )
  }
}
