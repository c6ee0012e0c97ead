import AccessPolicy
import PolicyTestSupport

extension RequestWriter {
  mutating func authorisation() -> Authorisation {
    var authorisation = Authorisation(template: declared(in: names.templates), deviations: [])
    template = policy.templates[authorisation.template]
    authorisation.subtemplates = Set(dice.some(names.subtemplates, percent: 40))
    if dice.percent(strangeness) { authorisation.subtemplates.insert(Strange.id()) }
    authorisation.isActive = fact(dice.percent(99), absent: 1)
    authorisation.from = dice.percent(80) ? .absent : fact(instant(past: 95), absent: 20)
    authorisation.until = dice.percent(80) ? .absent : fact(instant(past: 5), absent: 20)
    if dice.percent(25) {
      authorisation.deviations = (1...dice.number(1...2)).map { deviation($0) }
    }
    return authorisation
  }

  private mutating func deviation(_ number: Int) -> Deviation {
    Deviation(
      id: DeviationRef("deviation-\(number)"),
      adds: roleParts(percent: 30),
      removes: dice.percent(60) ? RoleParts() : roleParts(percent: 8),
      reason: dice.percent(85)
        ? "covers for a colleague" : dice.pick(["", " \u{200B}\u{AD}\n", "."]),
      approver: dice.percent(85) ? "chief" : dice.pick([nil, ""]),
      from: fact(instant(past: 85), absent: 20),
      until: fact(instant(past: 15), absent: 20)
    )
  }

  private mutating func roleParts(percent share: Int) -> RoleParts {
    var parts = RoleParts(
      securityClasses: Set(dice.some(names.securityClasses, percent: share)),
      relationships: Set(dice.some(names.relationships, percent: share)),
      reach: Set(dice.some(names.reach, percent: share)),
      selfAuthorisation: Set(dice.some(names.selfAuthorisation, percent: share)),
      units: Set(dice.some(names.units, percent: share))
    )
    if dice.percent(strangeness) {
      parts.units.insert(Strange.id())
      parts.securityClasses.insert(Strange.id())
      parts.relationships.insert(Strange.id())
      parts.reach.insert(Strange.id())
      parts.selfAuthorisation.insert(Strange.id())
    }
    return parts
  }

  /// Fills in the session so that it fits what is to be done.
  mutating func writeSession(for action: ActionID, _ contentClass: ContentClassID) {
    session.unit = fact(loginUnit(), absent: 1)
    session.authenticationLevel = fact(dice.percent(85) ? 4 : Int64(dice.number(0...3)), absent: 1)
    session.systemIsReadOnly = fact(dice.percent(4), absent: 1)
    session.ownRecord = fact(PatientRef(text(Pool.patients)), absent: 60)
    session.groups = fact(groups(), absent: 15)
    session.attributes = attributes(of: .session)

    let records = names.providerRecords.filter { record in
      record.grants.contains { grant in
        grant.actions.contains(action) && grant.contentClasses.contains(contentClass)
      }
    }
    let fitting = dice.percent(90) ? dice.pickAny(records.map(\.id)) : nil
    session.authorisation.providerRecord = fact(
      fitting.map { declared($0) } ?? declared(in: names.providerRecords.map(\.id)),
      absent: 4
    )
  }

  /// Mostly a purpose that the role has.
  mutating func purpose() -> Fact<PurposeID> {
    let purpose = dice.percent(95) ? dice.pickAny(role(\.purposes)) : nil
    return fact(purpose.map { declared($0) } ?? declared(in: names.purposes), absent: 1)
  }

  /// Mostly a unit that the role opens.
  private mutating func loginUnit() -> UnitID {
    let listed = role(\.units)
    let open = names.units.filter { names.lineages[$0]?.isDisjoint(with: listed) == false }
    guard dice.percent(93), let unit = dice.pickAny(open) else {
      return declared(in: names.units)
    }
    return declared(unit)
  }
}
