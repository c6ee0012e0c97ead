// Which things that the templates give were used, and which subtemplates mattered.

extension RuleWalk {
  /// What a gate that opened, or asks for a reason, took from the role.
  mutating func noteUse(_ result: GateResult) {
    guard result.answer != .deny else { return }
    var used = Set(
      (result.offers.map(\.id) + (result.basis.selfAuthorisation.map { [$0] } ?? []))
        .map { RoleRight(key: .selfAuthorisation, id: $0.text) }
    )
    if let rule = result.rule?.text {
      switch result.gate {
      case .purpose: used.insert(RoleRight(key: .purposes, id: rule))
      case .function: if let right = securityClass(of: rule) { used.insert(right) }
      case .relationship:
        let key: RoleRight.Key = context.isAboutPatient ? .relationships : .reach
        used.insert(RoleRight(key: key, id: rule))
      default: break
      }
    }
    if result.gate == .workplace { used.formUnion(unitsOfLogin) }
    for right in used { noteUse(of: right) }
  }

  private func securityClass(of grant: String) -> RoleRight? {
    let rule = context.compiled.grants.rules.first { $0.id.text == grant }
    return rule.map {
      RoleRight(key: .securityClasses, id: context.policy.securityClasses[$0.owner].id.text)
    }
  }

  /// The units that roles list and that the session's unit stands within.
  private var unitsOfLogin: [RoleRight] {
    guard let unit = context.sessionUnit else { return [] }
    let organisation = context.policy.organisation
    return organisation.indices.filter { context.compiled.organisation.isWithin(unit, $0) }
      .map { RoleRight(key: .units, id: organisation[$0].id.text) }
  }

  private mutating func noteUse(of right: RoleRight) {
    guard let template = context.role.template else { return }
    let isOfTemplate = template.role.rights.contains(right)
    if isOfTemplate { see(right, of: .template, template.id.text) }
    for (id, role) in context.role.subtemplates where role.rights.contains(right) {
      see(right, of: .subtemplate, id.text)
      // What the template gives anyway is no work of the subtemplate.
      if !isOfTemplate, right.key != .units { see(.subtemplate, id.text, true) }
    }
  }

  /// Subtemplates that would have opened a closed gate, had the person had them, and those that the
  /// person has and that did not.
  mutating func noteClosedSubtemplates(_ result: GateResult) {
    for subtemplate in context.policy.subtemplates {
      let isHeld = context.role.subtemplates.contains { $0.id == subtemplate.id }
      let isMissed =
        isHeld
        ? result.gate == .workplace
        : wouldHelp(subtemplate.entry, result.gate) || wouldAsk(subtemplate.entry, result)
      if isMissed { see(.subtemplate, subtemplate.id.text, false) }
    }
  }

  /// Whether it gives a self-authorisation rule that stands at a gate which offers none.
  private func wouldAsk(_ role: RoleTemplate, _ result: GateResult) -> Bool {
    result.answer == .deny
      && standing(at: result.gate).contains {
        role.selfAuthorisation.contains(context.compiled.selfAuthorisations[$0].id)
      }
  }

  private func wouldHelp(_ role: RoleTemplate, _ gate: GateID) -> Bool {
    switch gate {
    case .workplace:
      guard let unit = context.sessionUnit else { return false }
      return role.units.contains { listed in
        context.policy.organisation.index(of: listed)
          .map { context.compiled.organisation.isWithin(unit, $0) } ?? false
      }
    case .purpose:
      return context.purpose.map { role.purposes.contains(context.policy.purposes[$0].id) } ?? false
    case .function:
      return grantsNamed.contains {
        role.securityClasses.contains(context.policy.securityClasses[$0.owner].id)
      }
    case .relationship:
      return context.isAboutPatient
        ? relationshipsLinked.contains {
          role.relationships.contains(context.policy.careRelationships[$0.rule.owner].id)
        } : reachNamed.contains { role.reach.contains(context.policy.reach[$0.owner].id) }
    case .authorisation, .authentication, .readOnly, .licence, .mark, .unnamedMark, .block:
      return false
    }
  }
}
