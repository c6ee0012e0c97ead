/// A self-authorisation rule that was asked, and how it answered.
///
/// A rule answers only where another rule, a mark or a block puts it; a grant or a reason is a key
/// that fits its lock, and opens nothing else.
struct AskedSelfAuthorisation {
  let id: SelfAuthorisationID
  let answer: Outcome
  let basis: GateAnswer.Basis
  let issued: Grant?
  let offer: Demand.Offer
  let obligations: Set<ObligationID>

  /// Asks a rule; `nil` when it does not answer.
  static func ask(_ index: Int, _ context: RequestContext, _ notes: inout Notes) -> Self? {
    let compiled = context.compiled.selfAuthorisations[index]
    let rule = compiled.rule
    guard context.role.selfAuthorisation.contains(index), context.serves(compiled.purposes),
      let scope = scope(rule.scope, context, &notes),
      context.truth(compiled.condition, link: nil, &notes) == .yes
    else { return nil }

    let offer = Demand.Offer(
      rule: compiled.id,
      reasons: rule.reasons.sorted(),
      leastText: rule.leastText,
      textRequiredFor: (rule.textRequiredFor ?? rule.reasons).sorted(),
      lifetime: rule.lifetime,
      scope: scope,
      obligations: rule.obligations.sorted()
    )
    func answer(_ answer: Outcome, _ basis: GateAnswer.Basis, issued: Grant? = nil) -> Self {
      Self(
        id: compiled.id,
        answer: answer,
        basis: basis,
        issued: issued,
        offer: offer,
        obligations: rule.obligations
      )
    }
    if let grant = liveGrant(compiled.id, rule, scope, context, &notes) {
      return answer(.allow, .grant(compiled.id, grant.id))
    }
    if let justification = accepted(compiled.id, rule, context) {
      let grant = issue(compiled.id, rule, scope, justification.reason, context)
      return answer(.allow, .justification(compiled.id, justification.reason), issued: grant)
    }
    return answer(.justify, .rule)
  }

  // MARK: Scope

  private static func scope(
    _ scope: SelfAuthorisation.Scope,
    _ context: RequestContext,
    _ notes: inout Notes
  ) -> Grant.Scope? {
    let content = context.request.content
    switch scope {
    case .patient: return context.request.patient == nil ? nil : .patient
    case .contentClass: return .contentClass(content.contentClass)
    case .contact:
      if content.contact.isUnknown { notes.missing("content.contact") }
      return content.contact.value.map { .contact($0.id) }
    case .item:
      if content.id.isUnknown { notes.missing("content.item") }
      return content.id.value.map { .item($0) }
    case .attribute(let id):
      switch content.attributes[id] {
      case .known(.text(let value)): return .attribute(id, value)
      case .absent: return nil
      case .known, .unknown, nil:
        notes.missing("content.\(id)")
        return nil
      }
    }
  }

  // MARK: Grants

  /// Of the live grants that fit, the one that ends last, then the lowest key.
  private static func liveGrant(
    _ id: SelfAuthorisationID,
    _ rule: SelfAuthorisation,
    _ scope: Grant.Scope,
    _ context: RequestContext,
    _ notes: inout Notes
  ) -> Grant? {
    var best: (end: Instant, grant: Grant)?
    for grant in context.request.grants where fits(grant, id, rule, scope, context) {
      let end = min(grant.until, grant.from + rule.lifetime)
      notes.edge(grant.from)
      notes.edge(end)
      guard grant.from <= context.now, context.now < end else { continue }
      if let current = best {
        let isLater = end > current.end
        let isLower = end == current.end && (grant.id ?? "") < (current.grant.id ?? "")
        guard isLater || isLower else { continue }
      }
      best = (end, grant)
    }
    return best?.grant
  }

  private static func fits(
    _ grant: Grant,
    _ id: SelfAuthorisationID,
    _ rule: SelfAuthorisation,
    _ scope: Grant.Scope,
    _ context: RequestContext
  ) -> Bool {
    let session = context.request.session
    return grant.rule == id && rule.reasons.contains(grant.reason) && grant.staff == session.staff
      && grant.patient == context.request.patient?.id && grant.scope == scope
      && grant.template == session.authorisation.template
      && .known(grant.purpose) == session.purpose && grant.enterprise == enterprise(context)
      // Without a known unit, nobody can tell whether the enterprise is the same.
      && (context.sessionUnit != nil || session.unit.isAbsent)
  }

  private static func enterprise(_ context: RequestContext) -> UnitID? {
    context.sessionUnit.flatMap { unit in
      let enterprise = context.compiled.organisation.enterprise[unit]
      return enterprise < 0 ? nil : context.policy.organisation[enterprise].id
    }
  }

  // MARK: Reasons

  /// Of the justifications that the rule accepts, the lowest reason, then text.
  private static func accepted(
    _ id: SelfAuthorisationID,
    _ rule: SelfAuthorisation,
    _ context: RequestContext
  ) -> Justification? {
    context.request.justifications
      .filter { justification in
        guard justification.rule == nil || justification.rule == id,
          rule.reasons.contains(justification.reason)
        else { return false }
        let needsText = rule.textRequiredFor?.contains(justification.reason) ?? true
        return !needsText || VisibleCharacters.count(in: justification.text) >= rule.leastText
      }
      .min {
        ($0.reason, TextRef($0.text)) < ($1.reason, TextRef($1.text))
      }
  }

  private static func issue(
    _ id: SelfAuthorisationID,
    _ rule: SelfAuthorisation,
    _ scope: Grant.Scope,
    _ reason: ReasonID,
    _ context: RequestContext
  ) -> Grant? {
    let session = context.request.session
    return session.purpose.value.map { purpose in
      Grant(
        rule: id,
        staff: session.staff,
        patient: context.request.patient?.id,
        scope: scope,
        template: session.authorisation.template,
        enterprise: enterprise(context),
        purpose: purpose,
        reason: reason,
        from: context.now,
        until: context.now + rule.lifetime
      )
    }
  }
}
