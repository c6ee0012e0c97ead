extension OpenSession {
  /// Whether a grant was issued to this person in this role, enterprise and purpose, for a patient.
  func fits(_ grant: Grant, _ patient: PatientRef?) -> Bool {
    grant.staff == session.staff && grant.patient == patient
      && grant.template == session.authorisation.template
      && .known(grant.purpose) == session.purpose && grant.enterprise == enterprise
      // Without a known unit, nobody can tell whether the enterprise is the same.
      && isUnitKnown
  }

  /// Whether a block closes the record to this person.
  func isConcerned(by block: Block) -> Truth {
    let policy = engine.policy
    switch block.against {
    case .absent, .known(.everyone): return .yes
    case .unknown: return .unknown
    case .known(.template(let template)):
      if session.authorisation.template == template { return .yes }
      return policy.templates[template] == nil ? .unknown : .no
    case .known(.staff(let staff)): return Truth(session.staff == staff)
    case .known(.unit(let closed)):
      guard let unit, let closed = policy.organisation.index(of: closed) else { return .unknown }
      return Truth(engine.compiled.organisation.isWithin(unit, closed))
    }
  }
}

extension CompiledSelfAuthorisation {
  /// Whether a reason that was given is one of the rule's, with the text that it takes.
  func accepts(_ justification: Justification) -> Bool {
    guard justification.rule == nil || justification.rule == id,
      rule.reasons.contains(justification.reason)
    else { return false }
    let needsText = rule.textRequiredFor?.contains(justification.reason) ?? true
    return !needsText || VisibleCharacters.count(in: justification.text) >= rule.leastText
  }
}
