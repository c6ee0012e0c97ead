/// A self-authorisation rule that was asked, and how it answered.
///
/// A rule answers only where another rule, a mark or a block puts it; a grant or a reason is a key
/// that fits its lock, and opens nothing else.
struct AskedSelfAuthorisation {
  /// Its dense index.
  let index: Int
  let id: SelfAuthorisationID
  let scope: Grant.Scope
  let key: Key

  /// What it answers by.
  enum Key {
    /// Nothing that is at hand.
    case none
    /// A grant, by its position in the request.
    case grant(Int)
    /// A justification, by its position in the request.
    case justification(Int)

    var isGrant: Bool { if case .grant = self { true } else { false } }
  }

  var answer: Outcome { if case .none = key { .justify } else { .allow } }

  /// Asks a rule; `nil` when it does not answer.
  static func ask<Listener: NoteTaking>(
    _ index: Int,
    _ question: Question,
    _ request: AccessRequest,
    _ notes: inout Listener
  ) -> Self? {
    let compiled = question.compiled
    guard question.role.has(index, in: question.compiled.roles.layout.selfAuthorisations),
      question.isServed(by: index, among: compiled.selfAuthorisationsServe),
      let scope = scope(compiled.selfAuthorisations[index].rule.scope, request, &notes),
      question.truth(compiled.selfAuthorisations[index].condition, request, .none, &notes) == .yes
    else { return nil }
    let key: Key =
      if let grant = liveGrant(index, scope, question, request, &notes) {
        .grant(grant)
      } else if let reason = accepted(compiled.selfAuthorisations[index], request) {
        .justification(reason)
      } else { .none }
    return Self(index: index, id: compiled.selfAuthorisations[index].id, scope: scope, key: key)
  }

  // MARK: Scope

  private static func scope<Listener: NoteTaking>(
    _ scope: SelfAuthorisation.Scope,
    _ request: AccessRequest,
    _ notes: inout Listener
  ) -> Grant.Scope? {
    switch scope {
    case .patient: return request.patient == nil ? nil : .patient
    case .contentClass: return .contentClass(request.content.contentClass)
    case .contact:
      if request.content.contact.isUnknown { notes.missing("content.contact") }
      return request.content.contact.value.map { .contact($0.id) }
    case .item:
      if request.content.id.isUnknown { notes.missing("content.item") }
      return request.content.id.value.map { .item($0) }
    case .attribute(let id):
      switch request.content.attributes[id] {
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
  private static func liveGrant<Listener: NoteTaking>(
    _ index: Int,
    _ scope: Grant.Scope,
    _ question: Question,
    _ request: AccessRequest,
    _ notes: inout Listener
  ) -> Int? {
    var best: (end: Instant, position: Int)?
    for (position, grant) in request.grants.enumerated()
    where fits(grant, index, scope, question, request) {
      let lifetime = question.compiled.selfAuthorisations[index].rule.lifetime
      let end = min(grant.until, grant.from + lifetime)
      notes.edge(grant.from)
      notes.edge(end)
      guard grant.from <= question.now, question.now < end else { continue }
      if let current = best {
        let isLater = end > current.end
        let isLower =
          end == current.end && (grant.id ?? "") < (request.grants[current.position].id ?? "")
        guard isLater || isLower else { continue }
      }
      best = (end, position)
    }
    return best?.position
  }

  private static func fits(
    _ grant: Grant,
    _ index: Int,
    _ scope: Grant.Scope,
    _ question: Question,
    _ request: AccessRequest
  ) -> Bool {
    let rule = question.compiled.selfAuthorisations[index]
    let session = request.session
    return grant.rule == rule.id && rule.rule.reasons.contains(grant.reason)
      && grant.staff == session.staff
      && grant.patient == request.patient?.id && grant.scope == scope
      && grant.template == session.authorisation.template
      && .known(grant.purpose) == session.purpose && grant.enterprise == question.enterprise
      // Without a known unit, nobody can tell whether the enterprise is the same.
      && (question.sessionUnit != nil || session.unit.isAbsent)
  }

  // MARK: Reasons

  /// Of the justifications that the rule accepts, the lowest reason, then text.
  private static func accepted(_ asked: CompiledSelfAuthorisation, _ request: AccessRequest) -> Int?
  {
    let rule = asked.rule
    return request.justifications.indices
      .filter { position in
        let justification = request.justifications[position]
        guard justification.rule == nil || justification.rule == asked.id,
          rule.reasons.contains(justification.reason)
        else { return false }
        let needsText = rule.textRequiredFor?.contains(justification.reason) ?? true
        return !needsText || VisibleCharacters.count(in: justification.text) >= rule.leastText
      }
      .min {
        let (a, b) = (request.justifications[$0], request.justifications[$1])
        return (a.reason, TextRef(a.text)) < (b.reason, TextRef(b.text))
      }
  }
}

extension Question {
  /// The enterprise of the session's unit.
  fileprivate var enterprise: UnitID? {
    guard let unit = sessionUnit, compiled.organisation.enterprise[unit] >= 0 else { return nil }
    return compiled.policy.organisation[compiled.organisation.enterprise[unit]].id
  }
}

// What the rule says of itself, where somebody needs to know.
extension AskedSelfAuthorisation {
  /// The rule as it is offered to the person.
  func offer(_ compiled: CompiledPolicy) -> Demand.Offer {
    let rule = compiled.selfAuthorisations[index].rule
    return Demand.Offer(
      rule: id,
      reasons: rule.reasons.sorted(),
      leastText: rule.leastText,
      textRequiredFor: (rule.textRequiredFor ?? rule.reasons).sorted(),
      lifetime: rule.lifetime,
      scope: scope,
      obligations: rule.obligations.sorted()
    )
  }

  func obligations(_ compiled: CompiledPolicy) -> Set<ObligationID> {
    compiled.selfAuthorisations[index].rule.obligations
  }

  /// What a gate rests on that it opens.
  func basis(_ question: Question, _ request: AccessRequest) -> GateAnswer.Basis {
    switch key {
    case .none: .rule
    case .grant(let position): .grant(id, request.grants[position].id)
    case .justification(let position): .justification(id, request.justifications[position].reason)
    }
  }

  /// The grant that an accepted reason gives.
  func issued(_ question: Question, _ request: AccessRequest) -> Grant? {
    guard case .justification(let position) = key, let purpose = request.session.purpose.value
    else { return nil }
    return Grant(
      rule: id,
      staff: request.session.staff,
      patient: request.patient?.id,
      scope: scope,
      template: request.session.authorisation.template,
      enterprise: question.enterprise,
      purpose: purpose,
      reason: request.justifications[position].reason,
      from: question.now,
      until: question.now + question.compiled.selfAuthorisations[index].rule.lifetime
    )
  }
}
