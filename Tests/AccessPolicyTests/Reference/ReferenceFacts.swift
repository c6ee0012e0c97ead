import AccessPolicy

// Section 1: what a name in a condition stands for.

extension ReferenceEvaluator {
  /// The fact that an attribute names, with a link in view or without.
  func fact(_ attribute: Attribute, link: Link?) -> Fact<ReferenceValue> {
    let value: Fact<ReferenceValue>
    switch attribute.source {
    case .builtIn(let builtIn): value = fact(builtIn, link: link)
    case .declared(let group, let id): value = declaredFact(group, id, link: link)
    }
    guard let step = attribute.step else { return value }
    switch value {
    case .unknown: return .unknown
    case .absent: return .absent
    case .known(.unit(let unit)): return fact(step, of: unit)
    case .known: return .unknown
    }
  }

  private func fact(_ step: Attribute.UnitStep, of unit: UnitID) -> Fact<ReferenceValue> {
    let enterprise = policy.enterprise(of: unit)
    switch step {
    case .kind: return kind(of: unit)
    case .enterprise: return enterprise.map { .known(.unit($0)) } ?? .absent
    case .enterpriseKind: return enterprise.map(kind(of:)) ?? .absent
    }
  }

  private func kind(of unit: UnitID) -> Fact<ReferenceValue> {
    policy.organisation[unit].map { .known(.code($0.kind)) } ?? .unknown
  }

  private func fact(_ attribute: BuiltInAttribute, link: Link?) -> Fact<ReferenceValue> {
    switch attribute.group {
    case nil: .known(.instant(request.now.instant))
    case .session: sessionFact(attribute)
    case .patient: patientFact(attribute)
    case .link: link.map { linkFact(attribute, of: $0) } ?? .unknown
    case .content: contentFact(attribute)
    case .request: declaredOnly(.known(request.action), in: policy.actions)
    case .record: recordFact(attribute)
    }
  }

  private func sessionFact(_ attribute: BuiltInAttribute) -> Fact<ReferenceValue> {
    let session = request.session
    switch attribute {
    case .sessionStaff: return .known(.key(session.staff))
    case .sessionOwnRecord: return session.ownRecord.map { .key($0) }
    case .sessionUnit: return unitFact(session.unit)
    case .sessionUnits:
      return .known(.set(role.unitsOpenByName(policy).map { .unit($0) }))
    case .sessionTemplate:
      return declaredOnly(.known(session.authorisation.template), in: policy.templates)
    case .sessionSubtemplates:
      return declaredElements(.known(session.authorisation.subtemplates), in: policy.subtemplates)
    case .sessionProviderRecord:
      return declaredOnly(session.authorisation.providerRecord, in: policy.providerRecords)
    case .sessionPurpose: return declaredOnly(session.purpose, in: policy.purposes)
    case .sessionAuthenticationLevel: return session.authenticationLevel.map { .number($0) }
    case .sessionSystemIsReadOnly: return session.systemIsReadOnly.map { .flag($0) }
    case .sessionGroups: return keys(session.groups)
    default: return .unknown
    }
  }

  private func patientFact(_ attribute: BuiltInAttribute) -> Fact<ReferenceValue> {
    guard let patient = request.patient else { return factOfNoPatient }
    switch attribute {
    case .patientID: return .known(.key(patient.id))
    case .patientBirthDate: return patient.birthDate.map { .date($0) }
    case .patientAge:
      return patient.birthDate.map { birth in
        .number(ReferenceCalendar.age(born: birth.daysSince1970, today: today))
      }
    case .patientResidence: return unitFact(patient.residence)
    case .patientMarks: return declaredElements(patient.marks, in: policy.marks)
    default: return .unknown
    }
  }

  /// What every fact of the patient is where the request has none.
  var factOfNoPatient: Fact<ReferenceValue> { countsAsAboutPatient ? .unknown : .absent }

  private func linkFact(_ attribute: BuiltInAttribute, of link: Link) -> Fact<ReferenceValue> {
    switch attribute {
    case .linkKind: return declaredOnly(.known(link.kind), in: policy.patientLogistics)
    case .linkStatus:
      guard case .known(let status) = link.status else { return link.status.map { .code($0) } }
      let isDeclared = policy.patientLogistics.contains { kind in
        kind.entry.counts.contains(status) || kind.entry.neverCounts.contains(status)
      }
      return isDeclared ? .known(.code(status)) : .unknown
    case .linkUnit: return unitFact(link.unit)
    case .linkStaff: return link.staff.map { .key($0) }
    case .linkTeam: return keys(link.team)
    case .linkGroup: return link.group.map { .key($0) }
    case .linkStarts: return link.starts.map { .instant($0) }
    case .linkEnds: return isOverWithoutEnd(link) ? .unknown : link.ends.map { .instant($0) }
    default: return .unknown
    }
  }

  private func contentFact(_ attribute: BuiltInAttribute) -> Fact<ReferenceValue> {
    let content = request.content
    switch attribute {
    case .contentClass: return declaredOnly(.known(content.contentClass), in: policy.contentClasses)
    case .contentTags:
      return contentClass.map { .known(.set($0.tags.map { .code($0) })) } ?? .unknown
    case .contentItem: return content.id.map { .key($0) }
    case .contentContact: return content.contact.map { .key($0.id) }
    case .contentUnit: return unitFact(content.unit)
    case .contentContactUnit: return ofContact { unitFact($0.unit) }
    case .contentTeam: return ofContact { keys($0.team) }
    case .contentAuthor: return content.author.map { .key($0) }
    case .contentRecorded: return content.recorded.map { .instant($0) }
    case .contentStarts: return content.starts.map { .instant($0) }
    case .contentEnds: return content.ends.map { .instant($0) }
    case .contentMarks: return declaredElements(content.marks, in: policy.marks)
    default: return .unknown
    }
  }

  /// A fact of the contact: absent or unknown as the contact is.
  private func ofContact(
    _ fact: (Contact) -> Fact<ReferenceValue>
  ) -> Fact<ReferenceValue> {
    switch request.content.contact {
    case .known(let contact): fact(contact)
    case .absent: .absent
    case .unknown: .unknown
    }
  }

  /// A unit that the organisation does not have is an unknown fact.
  func unitFact(_ unit: Fact<UnitID>) -> Fact<ReferenceValue> {
    if case .known(let id) = unit, policy.organisation[id] == nil { return .unknown }
    return unit.map { .unit($0) }
  }

  private func keys<Kind>(_ keys: Fact<Set<Reference<Kind>>>) -> Fact<ReferenceValue> {
    keys.map { .set($0.map { .key($0) }) }
  }

  /// A code that the policy set does not declare is an unknown fact.
  private func declaredOnly<Kind, Entry>(
    _ code: Fact<Identifier<Kind>>,
    in catalog: Catalog<Kind, Entry>
  ) -> Fact<ReferenceValue> {
    if case .known(let id) = code, catalog[id] == nil { return .unknown }
    return code.map { .code($0) }
  }

  /// In a set, undeclared codes are left out.
  private func declaredElements<Kind, Entry>(
    _ codes: Fact<Set<Identifier<Kind>>>,
    in catalog: Catalog<Kind, Entry>
  ) -> Fact<ReferenceValue> {
    codes.map { .set($0.filter { catalog[$0] != nil }.map { .code($0) }) }
  }
}
