import AccessPolicy

// Section 3: authorisation, workplace, authentication, purpose, read-only.

extension ReferenceEvaluator {
  func authorisationGate() -> GateResult {
    var result = GateResult(.authorisation)
    let authorisation = request.session.authorisation
    if let template = policy.templates[authorisation.template] {
      result.decide(by: RuleID(authorisation.template.text), at: template.term.range)
    }
    let instant = request.now.instant
    var isActive = Finding.unknown(ReferenceFactName.authorisationIsActive)
    switch authorisation.isActive {
    case .known(let value): isActive = .sure(value)
    case .absent: isActive = .no
    case .unknown: break
    }
    let finding = Finding.all([
      role.hasTemplate ? .yes : .unknown("session.template"),
      isActive,
      named(
        ReferenceFactName.authorisationFrom,
        authorisation.from.hasCome(by: instant, ifAbsent: .yes)
      ),
      named(
        ReferenceFactName.authorisationUntil,
        Ternary.not(authorisation.until.hasCome(by: instant, ifAbsent: .no))
      ),
    ])
    result.looked = [finding]
    if finding.truth == .yes { result.answer = .allow }
    return result
  }

  func workplaceGate() -> GateResult {
    var result = GateResult(.workplace)
    let unit = request.session.unit
    func isWithinAny(_ units: Set<UnitID>) -> Finding { .any(units.map { sessionIsWithin($0) }) }
    let open = Finding.all([isWithinAny(role.listedUnits), .not(isWithinAny(role.removedUnits))])
    // An unknown unit is not known to be within anything, be it within no unit at all.
    result.looked = unitFact(unit).isUnknown ? [.unknown("session.unit")] : [open]
    guard open.truth == .yes else { return result }
    result.answer = .allow
    let authorisation = request.session.authorisation
    guard let template = policy.templates[authorisation.template] else { return result }
    var listing: [(id: String, place: SourceRange, units: Set<UnitID>)] = [
      (authorisation.template.text, template.term.range, template.units)
    ]
    for id in authorisation.subtemplates.sorted() {
      guard let subtemplate = policy.subtemplates[id] else { continue }
      listing.append((id.text, subtemplate.term.range, subtemplate.units))
    }
    listing.sort { $0.id < $1.id }
    let first = listing.first { entry in isWithinAny(entry.units).truth == .yes }
    result.decide(
      by: RuleID(first?.id ?? authorisation.template.text),
      at: first?.place ?? template.term.range
    )
    return result
  }

  func authenticationGate() -> GateResult {
    var result = GateResult(.authentication)
    let asked = [
      policy.sessionRules.leastAuthentication,
      policy.templates[request.session.authorisation.template]?.leastAuthentication,
    ].compactMap(\.self).max()
    guard let asked else {
      result.answer = .allow
      return result
    }
    switch request.session.authenticationLevel {
    case .known(let level) where level >= asked: result.answer = .allow
    case .known, .absent: break
    case .unknown: result.looked = [.unknown("session.authenticationLevel")]
    }
    return result
  }

  func purposeGate() -> GateResult {
    var result = GateResult(.purpose)
    guard case .known(let id) = request.session.purpose else {
      if request.session.purpose.isUnknown { result.looked = [.unknown("session.purpose")] }
      return result
    }
    guard let purpose = policy.purposes[id] else {
      result.looked = [.unknown("session.purpose")]
      return result
    }
    if let route = purpose.refusedRoute {
      result.decide(by: RuleID(id.text), at: purpose.term.range)
      result.route = route
    } else if role.purposes.contains(id) {
      result.decide(by: RuleID(id.text), at: purpose.term.range)
      result.answer = .allow
    }
    return result
  }

  func readOnlyGate() -> GateResult {
    var result = GateResult(.readOnly)
    let changesNothing: Finding =
      action.map { .sure(!$0.writes) } ?? .unknown("request.action")
    let takesChanges: Finding =
      switch request.session.systemIsReadOnly {
      case .known(let isReadOnly): .sure(!isReadOnly)
      case .absent: .no
      case .unknown: .unknown("session.systemIsReadOnly")
      }
    let finding = Finding.any([changesNothing, takesChanges])
    result.looked = [finding]
    if finding.truth == .yes { result.answer = .allow }
    return result
  }

  /// Whether the session's unit is within another; what is missing is the unit, unless absent.
  func sessionIsWithin(_ upper: UnitID) -> Finding {
    let unit = request.session.unit
    return Finding(
      truth: within(unit, .known(upper)),
      missing: unitFact(unit).isUnknown ? ["session.unit"] : []
    )
  }

  /// A finding about one fact of the request, which it names where it is unknown.
  func named(_ fact: String, _ truth: Ternary) -> Finding {
    truth == .unknown ? .unknown(fact) : Finding(truth: truth)
  }
}
