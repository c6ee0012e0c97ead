import AccessPolicy

/// A self-authorisation rule that answers, and how.
struct SelfAuthorised {
  let rule: SelfAuthorisationID
  /// What comes with using it.
  let obligations: Set<ObligationID>
  /// The grant or justification that it allows by; `nil` where it asks.
  let basis: GateAnswer.Basis?

  var isGrant: Bool {
    guard case .grant? = basis else { return false }
    return true
  }

  var isJustification: Bool {
    guard case .justification? = basis else { return false }
    return true
  }
}

// Section 4: self-authorisation rules, grants and justifications.

extension ReferenceEvaluator {
  /// Asks a self-authorisation rule; there is no answer where it cannot answer.
  func ask(_ id: SelfAuthorisationID) -> (answer: SelfAuthorised?, finding: Finding) {
    guard let rule = policy.selfAuthorisation[id], role.selfAuthorisation.contains(id),
      serves(rule.purposes)
    else { return (nil, .no) }
    // What cannot be named cannot be granted, so nothing more is asked.
    let (scope, canBeNamed) = scope(of: rule)
    guard let scope else { return (nil, canBeNamed) }
    var finding = look(at: rule.condition, link: nil)
    guard finding.truth == .yes else { return (nil, finding) }
    let fitting = grants(of: id, scope: scope)
    finding.turns += fitting.flatMap { [$0.from, end(of: $0, by: rule)] }

    var basis: GateAnswer.Basis?
    if let grant = liveGrant(among: fitting, by: rule) {
      basis = .grant(id, grant.id)
    } else if let justification = acceptedJustification(for: id, rule) {
      basis = .justification(id, justification.reason)
    }
    return (SelfAuthorised(rule: id, obligations: rule.obligations, basis: basis), finding)
  }

  /// Lets a self-authorisation rule settle the answer of a gate that rests on it.
  func take(_ answer: SelfAuthorised, into result: inout GateResult) {
    guard let basis = answer.basis else {
      result.answer = .justify
      result.basis = .rule
      result.offers = [answer.rule]
      return
    }
    result.answer = .allow
    result.basis = basis
    result.obligations.formUnion(answer.obligations)
  }

  /// What the rule would cover here, and whether that can be named.
  func scope(of rule: SelfAuthorisation) -> (scope: Grant.Scope?, canBeNamed: Finding) {
    switch rule.scope {
    case .patient:
      return request.patient == nil ? (nil, .no) : (.patient, .yes)
    case .contentClass:
      return (.contentClass(request.content.contentClass), .yes)
    case .contact:
      switch request.content.contact {
      case .known(let contact): return (.contact(contact.id), .yes)
      case .absent: return (nil, .no)
      case .unknown: return (nil, .unknown("content.contact"))
      }
    case .item:
      switch request.content.id {
      case .known(let item): return (.item(item), .yes)
      case .absent: return (nil, .no)
      case .unknown: return (nil, .unknown("content.item"))
      }
    case .attribute(let id):
      switch request.content.attributes[id] {
      case .known(.text(let value))?: return (.attribute(id, value), .yes)
      case .absent?: return (nil, .no)
      case .known?, .unknown?, nil: return (nil, .unknown("content.\(id)"))
      }
    }
  }

  /// The grants that fit a rule but for the time.
  private func grants(of rule: SelfAuthorisationID, scope: Grant.Scope) -> [Grant] {
    let session = request.session
    guard case .known(let purpose) = session.purpose else { return [] }
    let enterprise: UnitID?
    switch sessionEnterprise {
    case .known(let unit): enterprise = unit
    case .absent: enterprise = nil
    case .unknown: return []
    }
    return request.grants.filter { grant in
      grant.rule == rule && policy.selfAuthorisation[rule]?.reasons.contains(grant.reason) == true
        && grant.staff == session.staff && grant.patient == request.patient?.id
        && grant.scope == scope && grant.template == session.authorisation.template
        && grant.purpose == purpose && grant.enterprise == enterprise
    }
  }

  /// The earlier of the grant's own end and the rule's lifetime.
  private func end(of grant: Grant, by rule: SelfAuthorisation) -> Instant {
    let lifetime = Seconds.plus(grant.from.secondsSince1970, rule.lifetime.seconds)
    return Instant(secondsSince1970: min(grant.until.secondsSince1970, lifetime))
  }

  /// Of the live grants, the one that ends last, then the lowest key.
  private func liveGrant(among grants: [Grant], by rule: SelfAuthorisation) -> Grant? {
    let live = grants.filter { grant in
      grant.from.secondsSince1970 <= now && now < end(of: grant, by: rule).secondsSince1970
    }
    return live.min { a, b in
      let (endOfA, endOfB) = (end(of: a, by: rule), end(of: b, by: rule))
      if endOfA != endOfB { return endOfA > endOfB }
      switch (a.id, b.id) {
      case (let a?, let b?): return a < b
      case (nil, _?): return true
      default: return false
      }
    }
  }

  /// Of the accepted justifications, the lowest reason, then text.
  private func acceptedJustification(
    for id: SelfAuthorisationID,
    _ rule: SelfAuthorisation
  ) -> Justification? {
    let accepted = request.justifications.filter { justification in
      let isMeant = justification.rule == nil || justification.rule == id
      let needsText = rule.textRequiredFor?.contains(justification.reason) ?? true
      let hasText = visibleCharacters(in: justification.text) >= rule.leastText
      return isMeant && rule.reasons.contains(justification.reason) && (hasText || !needsText)
    }
    return accepted.min { a, b in
      if a.reason != b.reason { return a.reason < b.reason }
      return a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
    }
  }
}
