/// What a person's role is made of now: template, subtemplates and deviations, merged.
struct RoleInForce {
  /// The template, if the policy set declares it.
  let template: (id: TemplateID, role: RoleTemplate)?
  /// The declared subtemplates, in order.
  let subtemplates: [(id: SubtemplateID, role: RoleTemplate)]
  private(set) var securityClasses: BitSet
  private(set) var relationships: BitSet
  private(set) var reach: BitSet
  private(set) var selfAuthorisation: BitSet
  private(set) var purposes: BitSet
  /// The units that the role lists.
  private(set) var units: BitSet
  /// The units that deviations take away.
  private(set) var removedUnits: BitSet

  init(_ authorisation: Authorisation, now: Instant, _ policy: Policy) {
    securityClasses = BitSet(capacity: policy.securityClasses.count)
    relationships = BitSet(capacity: policy.careRelationships.count)
    reach = BitSet(capacity: policy.reach.count)
    selfAuthorisation = BitSet(capacity: policy.selfAuthorisation.count)
    purposes = BitSet(capacity: policy.purposes.count)
    units = BitSet(capacity: policy.organisation.count)
    removedUnits = units
    guard let role = policy.templates[authorisation.template] else {
      template = nil
      subtemplates = []
      return
    }
    template = (authorisation.template, role)
    subtemplates = authorisation.subtemplates.sorted().compactMap { id in
      policy.subtemplates[id].map { (id, $0) }
    }
    for part in [role] + subtemplates.map(\.role) {
      Self.insert(part.purposes, into: &purposes) { policy.purposes.index(of: $0) }
      add(
        RoleParts(
          securityClasses: part.securityClasses,
          relationships: part.relationships,
          reach: part.reach,
          selfAuthorisation: part.selfAuthorisation,
          units: part.units
        ),
        policy
      )
    }
    apply(authorisation.deviations, now: now, policy)
  }

  private mutating func apply(_ deviations: [Deviation], now: Instant, _ policy: Policy) {
    for deviation in deviations where deviation.isLive(at: now) == .yes && deviation.isJustified {
      add(deviation.adds, policy)
    }
    // Last, so that what one deviation takes away no other gives.
    for deviation in deviations where deviation.isLive(at: now) != .no {
      remove(deviation.removes, policy)
    }
  }

  private mutating func add(_ parts: RoleParts, _ policy: Policy) {
    Self.insert(parts.securityClasses, into: &securityClasses) {
      policy.securityClasses.index(of: $0)
    }
    Self.insert(parts.relationships, into: &relationships) {
      policy.careRelationships.index(of: $0)
    }
    Self.insert(parts.reach, into: &reach) { policy.reach.index(of: $0) }
    Self.insert(parts.selfAuthorisation, into: &selfAuthorisation) {
      policy.selfAuthorisation.index(of: $0)
    }
    Self.insert(parts.units, into: &units) { policy.organisation.index(of: $0) }
  }

  private mutating func remove(_ parts: RoleParts, _ policy: Policy) {
    for id in parts.securityClasses {
      policy.securityClasses.index(of: id).map { securityClasses.remove($0) }
    }
    for id in parts.relationships {
      policy.careRelationships.index(of: id).map { relationships.remove($0) }
    }
    for id in parts.reach { policy.reach.index(of: id).map { reach.remove($0) } }
    for id in parts.selfAuthorisation {
      policy.selfAuthorisation.index(of: id).map { selfAuthorisation.remove($0) }
    }
    Self.insert(parts.units, into: &removedUnits) { policy.organisation.index(of: $0) }
  }

  private static func insert<Kind>(
    _ ids: Set<Identifier<Kind>>,
    into bits: inout BitSet,
    _ index: (Identifier<Kind>) -> Int?
  ) {
    for id in ids { index(id).map { bits.insert($0) } }
  }

  /// Whether the role lets the person log in to a unit.
  func opens(_ unit: Int, _ organisation: OrganisationIndex) -> Bool {
    units.members.contains { organisation.isWithin(unit, $0) }
      && !removedUnits.members.contains { organisation.isWithin(unit, $0) }
  }
}

extension Deviation {
  func isLive(at now: Instant) -> Truth { Period.contains(now, from: from, until: until) }

  /// Whether it says why, and who approved it.
  var isJustified: Bool {
    VisibleCharacters.count(in: reason) > 0 && !(approver?.text.isEmpty ?? true)
  }
}

/// A time with a beginning and an end, either of which may be missing or unknown.
enum Period {
  static func contains(_ now: Instant, from: Fact<Instant>, until: Fact<Instant>) -> Truth {
    begun(now, from) && !ended(now, until)
  }

  private static func begun(_ now: Instant, _ from: Fact<Instant>) -> Truth {
    switch from {
    case .known(let from): Truth(from <= now)
    case .absent: .yes
    case .unknown: .unknown
    }
  }

  private static func ended(_ now: Instant, _ until: Fact<Instant>) -> Truth {
    switch until {
    case .known(let until): Truth(until <= now)
    case .absent: .no
    case .unknown: .unknown
    }
  }
}
