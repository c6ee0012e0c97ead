import AccessPolicy

// Members of staff.

extension RequestParts {
  /// What a case can say of the session by itself.
  static let ofCases = ["unit", "purpose", "authenticationLevel", "systemIsReadOnly"]

  /// The keys of a member of staff.
  mutating func staff(_ session: Session) -> [Written.Entry] {
    let authorisation = session.authorisation
    var entries = [
      Written.Entry(
        "template",
        id(authorisation.template, "role template", in: policy.templates),
        comment: title(policy.templates[authorisation.template]?.term)
      )
    ]
    if !authorisation.subtemplates.isEmpty {
      let ids = ids(authorisation.subtemplates, "subtemplate", in: policy.subtemplates)
      entries.append(Written.Entry("subtemplates", ids))
    }
    entries += fact("providerRecord", authorisation.providerRecord) {
      $0.id($1, "provider record", in: $0.policy.providerRecords)
    }
    entries += fact("active", authorisation.isActive, otherwise: true)
    entries += instant("from", authorisation.from)
    entries += instant("until", authorisation.until)
    entries += unit("unit", session.unit, isCommented: true)
    let purpose = session.purpose.value.flatMap { title(policy.purposes[$0]?.term) }
    entries += fact("purpose", session.purpose, comment: purpose) {
      $0.id($1, "purpose", in: $0.policy.purposes)
    }
    entries += fact("authenticationLevel", session.authenticationLevel) {
      .scalar(ScalarText.of($1))
    }
    entries += fact("systemIsReadOnly", session.systemIsReadOnly, otherwise: false)
    entries += key("ownRecord", session.ownRecord)
    entries += keys("groups", session.groups)
    entries += attributes(.session, session.attributes)
    if !authorisation.deviations.isEmpty {
      let deviations = authorisation.deviations.map { deviation($0) }
      entries.append(Written.Entry("deviations", .list(deviations), isOpen: true))
    }
    return entries
  }

  private mutating func deviation(_ deviation: Deviation) -> Written {
    var entries = [Written.Entry("id", key(deviation.id))]
    entries += parts("adds", deviation.adds)
    entries += parts("removes", deviation.removes)
    if !deviation.reason.isEmpty {
      entries.append(Written.Entry("reason", .scalar(ScalarText.of(deviation.reason))))
    }
    if let approver = deviation.approver {
      entries.append(Written.Entry("approver", key(approver)))
    }
    entries += instant("from", deviation.from)
    entries += instant("until", deviation.until)
    return .keys(entries)
  }

  private mutating func parts(_ key: String, _ parts: RoleParts) -> [Written.Entry] {
    guard parts != RoleParts() else { return [] }
    var entries: [Written.Entry] = []
    func add(_ key: String, _ ids: Written) {
      if ids != .list([]) { entries.append(Written.Entry(key, ids)) }
    }
    add(
      "securityClasses",
      ids(parts.securityClasses, "security class", in: policy.securityClasses)
    )
    add(
      "relationships",
      ids(parts.relationships, "care relationship", in: policy.careRelationships)
    )
    add("reach", ids(parts.reach, "reach rule", in: policy.reach))
    add(
      "selfAuthorisation",
      ids(parts.selfAuthorisation, "self-authorisation rule", in: policy.selfAuthorisation)
    )
    add("units", ids(parts.units, "unit", in: policy.organisation))
    return [Written.Entry(key, .keys(entries))]
  }
}
