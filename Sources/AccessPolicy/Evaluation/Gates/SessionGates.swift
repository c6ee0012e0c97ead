/// Is this person, in this role, at this place, allowed to act at all? Five gates, each its own.
enum SessionGates {
  static func authorisation<Listener: NoteTaking>(
    _ question: Question,
    _ request: AccessRequest,
    _ notes: inout Listener
  ) -> Outcome {
    let (from, until) = (
      request.session.authorisation.from, request.session.authorisation.until
    )
    notes.edges(from, until)
    let isDeclared: Truth = question.role.template == nil ? .unknown : .yes
    let isActive = isActive(request.session.authorisation.isActive)
    let hasBegun = Period.contains(question.now, from: from, until: .absent)
    let isNotOver = Period.contains(question.now, from: .absent, until: until)
    let truth = isDeclared && isActive && hasBegun && isNotOver
    if Listener.keepsNotes, truth == .unknown {
      if isDeclared == .unknown { notes.missing("session.template") }
      if isActive == .unknown { notes.missing("session.authorisation.isActive") }
      if hasBegun == .unknown { notes.missing("session.authorisation.from") }
      if isNotOver == .unknown { notes.missing("session.authorisation.until") }
    }
    return truth == .yes ? .allow : .deny
  }

  private static func isActive(_ fact: Fact<Bool>) -> Truth {
    switch fact {
    case .known(let value): Truth(value)
    case .absent: .no
    case .unknown: .unknown
    }
  }

  static func workplace<Listener: NoteTaking>(
    _ question: Question,
    _ request: AccessRequest,
    _ notes: inout Listener
  ) -> Outcome {
    guard let unit = question.sessionUnit else {
      if !request.session.unit.isAbsent { notes.missing("session.unit") }
      return .deny
    }
    return question.role.opens(unit, question.compiled.organisation) ? .allow : .deny
  }

  static func authentication<Listener: NoteTaking>(
    _ question: Question,
    _ request: AccessRequest,
    _ notes: inout Listener
  ) -> Outcome {
    let compiled = question.compiled
    let ofSet = compiled.policy.sessionRules.leastAuthentication
    let ofRole = question.role.template.flatMap {
      compiled.roles.templates[$0].leastAuthentication
    }
    let level = request.session.authenticationLevel
    if level.isUnknown { notes.missing("session.authenticationLevel") }
    if ofSet == nil, ofRole == nil { return .allow }
    guard case .known(let level) = level else { return .deny }
    return level >= ofSet ?? .min && level >= ofRole ?? .min ? .allow : .deny
  }

  static func purpose<Listener: NoteTaking>(
    _ question: Question,
    _ request: AccessRequest,
    _ notes: inout Listener
  ) -> Outcome {
    guard let purpose = question.purpose else {
      if !request.session.purpose.isAbsent { notes.missing("session.purpose") }
      return .deny
    }
    return question.role.has(purpose, in: question.compiled.roles.layout.purposes) ? .allow : .deny
  }

  static func readOnly<Listener: NoteTaking>(
    _ question: Question,
    _ request: AccessRequest,
    _ notes: inout Listener
  ) -> Outcome {
    let writes = question.action.map { Truth(question.compiled.lookups.writes[$0]) } ?? .unknown
    let isReadOnly: Truth =
      switch request.session.systemIsReadOnly {
      case .known(let value): Truth(value)
      case .absent, .unknown: .unknown
      }
    if writes == .unknown { notes.missing("request.action") }
    if request.session.systemIsReadOnly.isUnknown { notes.missing("session.systemIsReadOnly") }
    return (writes && isReadOnly) == .no ? .allow : .deny
  }
}

// The gates' results, with the names of what they rest on.
extension SessionGates {
  /// The gates that look at the session alone, in order.
  static func ofSession(_ context: RequestContext) -> [GateResult] {
    ofSession(context.question, context.request)
  }

  static func ofSession(_ question: Question, _ request: AccessRequest) -> [GateResult] {
    [
      authorisationResult(question, request), workplaceResult(question, request),
      authenticationResult(question, request), purposeResult(question, request),
    ]
  }

  private static func authorisationResult(_ question: Question, _ request: AccessRequest)
    -> GateResult
  {
    var notes = Notes(now: question.now)
    let answer = authorisation(question, request, &notes)
    return GateResult(
      gate: .authorisation,
      answer: answer,
      rule: question.role.template.map { _ in request.session.authorisation.template.cast() },
      place: question.role.template.map {
        question.compiled.policy.templates[$0].entry.term.range
      },
      notes: notes
    )
  }

  private static func workplaceResult(_ question: Question, _ request: AccessRequest) -> GateResult
  {
    var notes = Notes(now: question.now)
    guard workplace(question, request, &notes) == .allow else {
      return .denied(.workplace, notes)
    }
    let giver = giver(question, request)
    return GateResult(
      gate: .workplace,
      answer: .allow,
      rule: giver?.id,
      place: giver?.term.range,
      notes: notes
    )
  }

  /// The first, by id, of the template and subtemplates that list a unit around the session's.
  private static func giver(_ question: Question, _ request: AccessRequest)
    -> (id: RuleID, term: Term)?
  {
    let compiled = question.compiled
    guard let template = question.role.template, let unit = question.sessionUnit else { return nil }
    func gives(_ part: RoleTable.Part) -> Bool {
      part.units.contains { compiled.organisation.isWithin(unit, $0) }
    }
    let (id, role) = compiled.policy.templates[template]
    var first: (id: RuleID, term: Term)?
    if gives(compiled.roles.templates[template]) { first = (id.cast(), role.term) }
    for id in request.session.authorisation.subtemplates {
      guard let index = compiled.policy.subtemplates.index(of: id),
        gives(compiled.roles.subtemplates[index])
      else { continue }
      let rule: RuleID = id.cast()
      if let known = first, known.id <= rule { continue }
      first = (rule, compiled.policy.subtemplates[index].entry.term)
    }
    // Where only a deviation opens the unit, the template that it deviates from stands for it.
    return first ?? (id.cast(), role.term)
  }

  private static func authenticationResult(_ question: Question, _ request: AccessRequest)
    -> GateResult
  {
    var notes = Notes(now: question.now)
    let answer = authentication(question, request, &notes)
    return GateResult(gate: .authentication, answer: answer, notes: notes)
  }

  private static func purposeResult(_ question: Question, _ request: AccessRequest) -> GateResult {
    var notes = Notes(now: question.now)
    let answer = purpose(question, request, &notes)
    guard let purpose = question.purpose else { return .denied(.purpose, notes) }
    let declared = question.compiled.policy.purposes[purpose]
    guard answer == .allow || declared.entry.refusedRoute != nil else {
      return .denied(.purpose, notes)
    }
    return GateResult(
      gate: .purpose,
      answer: answer,
      rule: declared.id.cast(),
      place: declared.entry.term.range,
      route: answer == .allow ? nil : declared.entry.refusedRoute,
      notes: notes
    )
  }

  static func readOnlyResult(_ question: Question, _ request: AccessRequest) -> GateResult {
    var notes = Notes(now: question.now)
    let answer = readOnly(question, request, &notes)
    return GateResult(gate: .readOnly, answer: answer, notes: notes)
  }
}
