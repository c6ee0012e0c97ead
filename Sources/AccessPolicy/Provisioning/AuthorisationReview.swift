extension AuthorisationRegister {
  /// Everything about authorisations that somebody has to look at, by staff, then by record.
  ///
  /// What has ended is looked at no more.
  public func authorisationNotices(_ policy: Policy) -> [AuthorisationNotice] {
    let clinical = policy.clinicalClasses
    return entries.filter { $0.endedAt == nil }.flatMap { entry in
      entry.notices(policy, clinical: clinical).map {
        AuthorisationNotice(staff: entry.staff, record: entry.source.record, kind: $0)
      }
    }
  }
}

extension RegisteredAuthorisation {
  /// What there is to say of it, in the order of the kinds.
  fileprivate func notices(_ policy: Policy, clinical: Set<SecurityClassID>)
    -> [AuthorisationNotice.Kind]
  {
    let template = policy.templates[authorisation.template]
    var notices: [AuthorisationNotice.Kind] = []
    if isDeactivated { notices.append(.deactivated) }
    if template == nil { notices.append(.withoutTemplate(authorisation.template)) }
    let undeclared = undeclared(in: policy)
    if !undeclared.isEmpty { notices.append(.undeclared(undeclared)) }
    if let template, authorisation.providerRecord == .absent {
      let parts = [template] + authorisation.subtemplates.compactMap { policy.subtemplates[$0] }
      if parts.contains(where: { !$0.securityClasses.isDisjoint(with: clinical) }) {
        notices.append(.withoutClinicalAccess)
      }
    }
    return notices
  }

  /// What it names and the policy set does not have, but for the template, each after its key.
  private func undeclared(in policy: Policy) -> [String] {
    let subtemplates = authorisation.subtemplates.filter { policy.subtemplates[$0] == nil }
      .sorted().map { "subtemplates: \($0)" }
    let licence = authorisation.providerRecord.value
      .flatMap { policy.providerRecords[$0] == nil ? ["providerRecord: \($0)"] : nil }
    let units = units.filter { policy.organisation[$0] == nil }.map { "units: \($0)" }
    return subtemplates + (licence ?? []) + units
  }
}

extension Policy {
  /// The security classes with a grant of something that takes a licence.
  fileprivate var clinicalClasses: Set<SecurityClassID> {
    var classes: Set<SecurityClassID> = []
    for (id, securityClass) in securityClasses {
      let takesLicence = securityClass.grants.contains { grant in
        grant.contentClasses.contains {
          !(contentClasses[$0]?.clinicalActions ?? []).isDisjoint(with: grant.actions)
        }
      }
      if takesLicence { classes.insert(id) }
    }
    return classes
  }
}
