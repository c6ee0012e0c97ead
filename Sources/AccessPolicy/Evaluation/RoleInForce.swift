/// What a person's role is made of now, as those see it who look at all of it.
struct RoleInForce {
  /// The template, if the policy set declares it.
  let template: (id: TemplateID, role: RoleTemplate)?
  /// The declared subtemplates, in order.
  let subtemplates: [(id: SubtemplateID, role: RoleTemplate)]
  let securityClasses: BitSet
  let relationships: BitSet
  let reach: BitSet
  let selfAuthorisation: BitSet
  let purposes: BitSet
  /// The units that the role lists.
  let units: BitSet
  /// The units that deviations take away.
  let removedUnits: BitSet

  init(_ rights: MergedRole, _ authorisation: Authorisation, _ compiled: CompiledPolicy) {
    let policy = compiled.policy
    let layout = compiled.roles.layout
    template = policy.templates[authorisation.template].map { (authorisation.template, $0) }
    subtemplates =
      template == nil
      ? []
      : authorisation.subtemplates.sorted().compactMap { id in
        policy.subtemplates[id].map { (id, $0) }
      }
    securityClasses = BitSet(
      capacity: policy.securityClasses.count,
      rights.members(of: layout.securityClasses)
    )
    relationships = BitSet(
      capacity: policy.careRelationships.count,
      rights.members(of: layout.relationships).map { compiled.relationships.rules[$0].owner }
    )
    reach = BitSet(
      capacity: policy.reach.count,
      rights.members(of: layout.reach).map { compiled.reach.rules[$0].owner }
    )
    selfAuthorisation = BitSet(
      capacity: policy.selfAuthorisation.count,
      rights.members(of: layout.selfAuthorisations)
    )
    purposes = BitSet(capacity: policy.purposes.count, rights.members(of: layout.purposes))
    units = BitSet(capacity: policy.organisation.count, rights.units)
    removedUnits = BitSet(capacity: policy.organisation.count, rights.removedUnits)
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
