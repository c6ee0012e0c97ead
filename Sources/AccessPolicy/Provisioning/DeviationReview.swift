extension AuthorisationRegister {
  /// Everything about deviations that somebody has to look at, by staff, record and deviation.
  ///
  /// - Parameters:
  ///   - policy: The policy set, which says what the roles have.
  ///   - now: The time.
  ///   - span: How long before its end a deviation is due.
  public func deviationNotices(_ policy: Policy, at now: Instant, dueWithin span: TimeSpan)
    -> [DeviationNotice]
  {
    entries.filter { $0.endedAt == nil }.flatMap { entry in
      let role = RoleParts(of: entry.authorisation, policy)
      return entry.authorisation.deviations.flatMap { deviation in
        deviation.notices(of: entry.staff, beside: role, policy, at: now, dueWithin: span).map {
          DeviationNotice(
            staff: entry.staff,
            record: entry.source.record,
            deviation: deviation.id,
            kind: $0
          )
        }
      }
    }
  }
}

extension Deviation {
  /// What there is to say of it, in the order of the kinds.
  fileprivate func notices(
    of staff: StaffRef,
    beside role: RoleParts,
    _ policy: Policy,
    at now: Instant,
    dueWithin span: TimeSpan
  ) -> [DeviationNotice.Kind] {
    var notices: [DeviationNotice.Kind] = []
    switch until {
    case .known(let end) where end <= now: notices.append(.expired(end))
    case .known(let end) where end <= now + span: notices.append(.due(end))
    case .known: break
    case .absent, .unknown: notices.append(.withoutEnd)
    }
    if let start = from.value, let end = until.value, end <= start {
      notices.append(.neverInForce)
    }
    if adds == RoleParts(), removes == RoleParts() { notices.append(.changesNothing) }
    if VisibleCharacters.count(in: reason) == 0 { notices.append(.withoutReason) }
    if approver?.text.isEmpty ?? true { notices.append(.withoutApprover) }
    if approver == staff { notices.append(.approvedBySelf) }
    let undeclared = Set(
      adds.words { !$0.isDeclared(in: policy) } + removes.words { !$0.isDeclared(in: policy) }
    )
    let needless = adds.words { $0.isDeclared(in: policy) && role.has($0, policy) }
    let pointless = removes.words { $0.isDeclared(in: policy) && !role.touches($0, policy) }
    if !needless.isEmpty { notices.append(.addsWhatRoleHas(needless)) }
    if !pointless.isEmpty { notices.append(.removesWhatRoleLacks(pointless)) }
    if !undeclared.isEmpty { notices.append(.undeclared(undeclared.sorted())) }
    return notices
  }
}

/// One part that a deviation names.
private enum RolePart {
  case securityClass(SecurityClassID)
  case relationship(RelationshipID)
  case reach(ReachID)
  case selfAuthorisation(SelfAuthorisationID)
  case unit(UnitID)

  /// The key under which deviations name it, and its id.
  var words: String {
    switch self {
    case .securityClass(let id): "securityClasses: \(id)"
    case .relationship(let id): "relationships: \(id)"
    case .reach(let id): "reach: \(id)"
    case .selfAuthorisation(let id): "selfAuthorisation: \(id)"
    case .unit(let id): "units: \(id)"
    }
  }

  func isDeclared(in policy: Policy) -> Bool {
    switch self {
    case .securityClass(let id): policy.securityClasses[id] != nil
    case .relationship(let id): policy.careRelationships[id] != nil
    case .reach(let id): policy.reach[id] != nil
    case .selfAuthorisation(let id): policy.selfAuthorisation[id] != nil
    case .unit(let id): policy.organisation[id] != nil
    }
  }
}

extension RoleParts {
  /// All that a template and subtemplates have.
  fileprivate init(of authorisation: Authorisation, _ policy: Policy) {
    self.init()
    guard let template = policy.templates[authorisation.template] else { return }
    for part in [template] + authorisation.subtemplates.compactMap({ policy.subtemplates[$0] }) {
      securityClasses.formUnion(part.securityClasses)
      relationships.formUnion(part.relationships)
      reach.formUnion(part.reach)
      selfAuthorisation.formUnion(part.selfAuthorisation)
      units.formUnion(part.units)
    }
  }

  /// The parts of which something holds, in words, in order.
  fileprivate func words(_ isMeant: (RolePart) -> Bool) -> [String] {
    let parts =
      securityClasses.map { RolePart.securityClass($0) }
      + relationships.map { RolePart.relationship($0) } + reach.map { RolePart.reach($0) }
      + selfAuthorisation.map { RolePart.selfAuthorisation($0) } + units.map { RolePart.unit($0) }
    return parts.filter(isMeant).map(\.words).sorted()
  }

  /// Whether a part is there; a unit also by one above it.
  fileprivate func has(_ part: RolePart, _ policy: Policy) -> Bool {
    switch part {
    case .securityClass(let id): securityClasses.contains(id)
    case .relationship(let id): relationships.contains(id)
    case .reach(let id): reach.contains(id)
    case .selfAuthorisation(let id): selfAuthorisation.contains(id)
    case .unit(let id): units.contains { policy.isUnit(id, within: $0) }
    }
  }

  /// Whether taking a part away takes something: a unit also where one beneath it is listed.
  fileprivate func touches(_ part: RolePart, _ policy: Policy) -> Bool {
    guard case .unit(let id) = part else { return has(part, policy) }
    return has(part, policy) || units.contains { policy.isUnit($0, within: id) }
  }
}

extension Policy {
  fileprivate func isUnit(_ unit: UnitID, within other: UnitID) -> Bool {
    var unit: UnitID? = unit
    // A tree has no more levels than units.
    for _ in 0...organisation.count {
      guard let id = unit else { return false }
      if id == other { return true }
      unit = organisation[id]?.parent
    }
    return false
  }
}
