import AccessPolicy

/// Section 2: the role in force.
struct ReferenceRole {
  private(set) var securityClasses: Set<SecurityClassID> = []
  private(set) var relationships: Set<RelationshipID> = []
  private(set) var reach: Set<ReachID> = []
  private(set) var selfAuthorisation: Set<SelfAuthorisationID> = []
  private(set) var purposes: Set<PurposeID> = []
  /// Units that the role lists, whether or not a deviation removes them again.
  private(set) var listedUnits: Set<UnitID> = []
  private(set) var removedUnits: Set<UnitID> = []
  /// Whether the template is declared; if not, the role is empty.
  private(set) var hasTemplate = false

  init(policy: Policy, request: AccessRequest) {
    let authorisation = request.session.authorisation
    guard let template = policy.templates[authorisation.template] else { return }
    hasTemplate = true
    add(template)
    for id in authorisation.subtemplates {
      if let subtemplate = policy.subtemplates[id] { add(subtemplate) }
    }
    let now = request.now.instant
    for deviation in authorisation.deviations where deviation.mayAdd(at: now) {
      add(deviation.adds, policy)
    }
    for deviation in authorisation.deviations where deviation.isLive(at: now) != .no {
      remove(deviation.removes, policy)
    }
  }

  private mutating func add(_ template: RoleTemplate) {
    securityClasses.formUnion(template.securityClasses)
    relationships.formUnion(template.relationships)
    reach.formUnion(template.reach)
    selfAuthorisation.formUnion(template.selfAuthorisation)
    purposes.formUnion(template.purposes)
    listedUnits.formUnion(template.units)
  }

  private mutating func add(_ parts: RoleParts, _ policy: Policy) {
    securityClasses.formUnion(parts.securityClasses.filter { policy.securityClasses[$0] != nil })
    relationships.formUnion(parts.relationships.filter { policy.careRelationships[$0] != nil })
    reach.formUnion(parts.reach.filter { policy.reach[$0] != nil })
    selfAuthorisation.formUnion(
      parts.selfAuthorisation.filter { policy.selfAuthorisation[$0] != nil }
    )
    listedUnits.formUnion(parts.units.filter { policy.organisation[$0] != nil })
  }

  private mutating func remove(_ parts: RoleParts, _ policy: Policy) {
    securityClasses.subtract(parts.securityClasses)
    relationships.subtract(parts.relationships)
    reach.subtract(parts.reach)
    selfAuthorisation.subtract(parts.selfAuthorisation)
    removedUnits.formUnion(parts.units.filter { policy.organisation[$0] != nil })
  }

  /// The listed units that are not themselves within a removed unit.
  func unitsOpenByName(_ policy: Policy) -> [UnitID] {
    listedUnits.filter { unit in
      !removedUnits.contains { policy.isWithin(unit, $0) }
    }
  }
}

extension Deviation {
  /// `from ≤ now` and `now < until`.
  fileprivate func isLive(at now: Instant) -> Ternary {
    Ternary.and(
      from.hasCome(by: now, ifAbsent: .yes),
      Ternary.not(until.hasCome(by: now, ifAbsent: .no))
    )
  }

  fileprivate func mayAdd(at now: Instant) -> Bool {
    isLive(at: now) == .yes && visibleCharacters(in: reason) > 0
      && approver.map { $0.text != "" } == true
  }
}

extension Fact<Instant> {
  /// Whether the instant is at or before now.
  func hasCome(by now: Instant, ifAbsent: Ternary) -> Ternary {
    switch self {
    case .known(let instant): Ternary(instant.secondsSince1970 <= now.secondsSince1970)
    case .absent: ifAbsent
    case .unknown: .unknown
    }
  }
}

/// Section 5: how many Unicode scalars of a text can be seen.
func visibleCharacters(in text: String) -> Int {
  var count = 0
  for scalar in text.unicodeScalars {
    let properties = scalar.properties
    if properties.isWhitespace || properties.isDefaultIgnorableCodePoint { continue }
    switch properties.generalCategory {
    case .control, .format, .surrogate, .unassigned: continue
    default: count += 1
    }
  }
  return count
}
