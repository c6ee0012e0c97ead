import AccessPolicy

// Section 3: relationship.

extension ReferenceEvaluator {
  func relationshipGate() -> GateResult {
    guard countsAsAboutPatient else { return answer(of: .relationship, to: reachCandidates()) }
    guard request.patient != nil else {
      var result = GateResult(.relationship)
      result.looked = [.unknown("patient.id")]
      return result
    }
    return answer(of: .relationship, to: careCandidates() + patientScopeCandidates())
  }

  private func reachCandidates() -> [Candidate] {
    role.reach.compactMap { id in
      guard let rule = policy.reach[id],
        rule.contentClasses.contains(request.content.contentClass), serves(rule.purposes)
      else { return nil }
      return Candidate(
        rule: RuleID(id.text)!,
        place: rule.term.range,
        obligations: rule.obligations,
        takes: rule.takes,
        link: nil,
        finding: look(at: rule.condition, link: nil)
      )
    }
  }

  private func careCandidates() -> [Candidate] {
    role.relationships.flatMap { id -> [Candidate] in
      guard let rule = policy.careRelationships[id], serves(rule.purposes) else { return [] }
      return links(of: rule).map { link in
        Candidate(
          rule: RuleID(id.text)!,
          place: rule.term.range,
          obligations: rule.obligations,
          takes: rule.takes,
          link: link,
          finding: look(at: rule, link: link)
        )
      }
    }
  }

  private func patientScopeCandidates() -> [Candidate] {
    role.selfAuthorisation.compactMap { id in
      guard let rule = policy.selfAuthorisation[id], rule.scope == .patient else { return nil }
      return Candidate(
        rule: RuleID(id.text)!,
        place: rule.term.range,
        // It takes itself: its obligations come with using it, and have been named by then.
        obligations: [],
        takes: id,
        link: nil,
        finding: .yes
      )
    }
  }

  /// The links of a relationship's kinds, in order.
  func links(of rule: CareRelationship) -> [Link] {
    (request.patient?.links ?? []).filter { rule.links.contains($0.kind) }.sorted(
      by: Self.linkOrder
    )
  }

  /// Whether a link of one of its kinds makes a relationship, and a further condition holds.
  ///
  /// A link whose status is *no* is not looked at further: time changes nothing of it.
  func look(at rule: CareRelationship, link: Link, and further: Condition = .constant(true))
    -> Finding
  {
    let status = look(atStatusOf: link, for: rule)
    if status.truth == .no { return .no }
    return .all([
      status,
      look(at: rule.window, of: link),
      look(at: rule.condition, link: link),
      look(at: further, link: link),
    ])
  }

  private func look(atStatusOf link: Link, for rule: CareRelationship) -> Finding {
    guard let kind = policy.patientLogistics[link.kind] else { return .unknown("link.kind") }
    if kind.counts.isEmpty && kind.neverCounts.isEmpty { return .yes }
    if link.status.isAbsent { return Finding(truth: .unknown) }
    guard case .known(let status) = link.status,
      kind.counts.contains(status) || kind.neverCounts.contains(status)
    else { return .unknown("link.status") }
    return .sure(kind.counts.contains(status) && rule.statuses?.contains(status) != false)
  }

  /// Opened and not closed.
  private func look(at window: Window, of link: Link) -> Finding {
    let opened = look(at: window.opens, of: link, ifUnbounded: .yes)
    let closed = look(at: window.closes, of: link, ifUnbounded: .no)
    return .all([opened, .not(closed)])
  }

  /// Whether an edge has come.
  private func look(at edge: Window.Edge, of link: Link, ifUnbounded: Ternary) -> Finding {
    guard case .relative(let anchor, let span) = edge else { return Finding(truth: ifUnbounded) }
    let (end, name) =
      switch anchor {
      case .start: (link.starts, "link.starts")
      case .end: (link.ends, "link.ends")
      }
    if anchor == .end, isOverWithoutEnd(link) { return .unknown(name) }
    switch (end, anchor) {
    case (.unknown, _): return .unknown(name)
    case (.absent, .start): return .yes
    case (.absent, .end): return .no
    case (.known(let instant), _):
      let edge = Seconds.plus(instant.secondsSince1970, span.seconds)
      return Finding(truth: Ternary(edge <= now), turns: [Instant(secondsSince1970: edge)])
    }
  }

  /// Whether a link is in a status in which it is over, and says that it has no end: nobody knows
  /// when it ended then, neither for windows nor in conditions.
  func isOverWithoutEnd(_ link: Link) -> Bool {
    guard case .known(let status) = link.status, case .absent = link.ends else { return false }
    return policy.patientLogistics[link.kind]?.ended.contains(status) == true
  }
}
