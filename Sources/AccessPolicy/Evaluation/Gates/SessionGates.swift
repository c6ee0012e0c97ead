/// Is this person, in this role, at this place, allowed to act at all? Five gates, each its own.
enum SessionGates {
  /// The gates that look at the session alone, in order.
  static func ofSession(_ context: RequestContext) -> [GateResult] {
    [authorisation(context), workplace(context), authentication(context), purpose(context)]
  }

  static func authorisation(_ context: RequestContext) -> GateResult {
    let authorisation = context.request.session.authorisation
    var notes = Notes(now: context.now)
    notes.edges(authorisation.from, authorisation.until)
    let template = context.role.template
    let parts: [(truth: Truth, name: String)] = [
      (template == nil ? .unknown : .yes, "session.template"),
      (isActive(authorisation), "session.authorisation.isActive"),
      (
        Period.contains(context.now, from: authorisation.from, until: .absent),
        "session.authorisation.from"
      ),
      (
        Period.contains(context.now, from: .absent, until: authorisation.until),
        "session.authorisation.until"
      ),
    ]
    let truth = parts.reduce(Truth.yes) { $0 && $1.truth }
    if truth == .unknown { notes.missing(parts.filter { $0.truth == .unknown }.map(\.name)) }
    return GateResult(
      gate: .authorisation,
      answer: truth == .yes ? .allow : .deny,
      rule: template?.id.cast(),
      place: template?.role.term.range,
      notes: notes
    )
  }

  private static func isActive(_ authorisation: Authorisation) -> Truth {
    switch authorisation.isActive {
    case .known(let value): Truth(value)
    case .absent: .no
    case .unknown: .unknown
    }
  }

  static func workplace(_ context: RequestContext) -> GateResult {
    var notes = Notes(now: context.now)
    let organisation = context.compiled.organisation
    guard let unit = context.sessionUnit else {
      if case .absent = context.request.session.unit {} else { notes.missing("session.unit") }
      return .denied(.workplace, notes)
    }
    guard context.role.opens(unit, organisation) else { return .denied(.workplace, notes) }
    let parts =
      (context.role.template.map { [(RuleID(unchecked: $0.id.text), $0.role)] } ?? [])
      + context.role.subtemplates.map { (RuleID(unchecked: $0.id.text), $0.role) }
    let givers = parts.filter { part in
      part.1.units.contains { listed in
        context.policy.organisation.index(of: listed).map { organisation.isWithin(unit, $0) }
          ?? false
      }
    }
    // Where only a deviation opens the unit, the template that it deviates from stands for it.
    let giver = givers.min { $0.0 < $1.0 } ?? parts.first
    return GateResult(
      gate: .workplace,
      answer: .allow,
      rule: giver?.0,
      place: giver?.1.term.range,
      notes: notes
    )
  }

  static func authentication(_ context: RequestContext) -> GateResult {
    var notes = Notes(now: context.now)
    let levels = [
      context.policy.sessionRules.leastAuthentication,
      context.role.template?.role.leastAuthentication,
    ]
    let level = context.request.session.authenticationLevel
    if level.isUnknown { notes.missing("session.authenticationLevel") }
    let isEnough =
      levels.compactMap(\.self).max().map { least in
        (level.value ?? .min) >= least && level.value != nil
      }
      ?? true
    return GateResult(gate: .authentication, answer: isEnough ? .allow : .deny, notes: notes)
  }

  static func purpose(_ context: RequestContext) -> GateResult {
    var notes = Notes(now: context.now)
    guard let purpose = context.purpose else {
      if case .absent = context.request.session.purpose {} else { notes.missing("session.purpose") }
      return .denied(.purpose, notes)
    }
    let declared = context.policy.purposes[purpose]
    if context.role.purposes.contains(purpose) {
      return GateResult(
        gate: .purpose,
        answer: .allow,
        rule: declared.id.cast(),
        place: declared.entry.term.range,
        notes: notes
      )
    }
    guard let route = declared.entry.refusedRoute else { return .denied(.purpose, notes) }
    return GateResult(
      gate: .purpose,
      answer: .deny,
      rule: declared.id.cast(),
      place: declared.entry.term.range,
      route: route,
      notes: notes
    )
  }

  static func readOnly(_ context: RequestContext) -> GateResult {
    var notes = Notes(now: context.now)
    let writes = context.action.map { Truth(context.policy.actions[$0].entry.writes) } ?? .unknown
    let isReadOnly: Truth =
      switch context.request.session.systemIsReadOnly {
      case .known(let value): Truth(value)
      case .absent, .unknown: .unknown
      }
    if writes == .unknown { notes.missing("request.action") }
    if context.request.session.systemIsReadOnly.isUnknown {
      notes.missing("session.systemIsReadOnly")
    }
    return GateResult(
      gate: .readOnly,
      answer: (writes && isReadOnly) == .no ? .allow : .deny,
      notes: notes
    )
  }
}
