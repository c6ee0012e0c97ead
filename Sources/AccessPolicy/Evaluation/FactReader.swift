/// Reads the facts that conditions mention out of a request, and answers conditions with them.
struct FactReader {
  let context: RequestContext
  /// The link in view, if the rule sees one.
  let link: Link?

  private var policy: Policy { context.policy }
  private var conditions: ConditionTable { context.compiled.conditions }
  private var organisation: OrganisationIndex { context.compiled.organisation }

  // MARK: Conditions

  func truth(_ node: Int) -> Truth {
    switch conditions.nodes[node] {
    case .constant(let truth): truth
    case .not(let inner): !truth(inner)
    case .all(let range):
      range.reduce(Truth.yes) { $0 == .no ? .no : $0 && truth(conditions.children[$1]) }
    case .any(let range):
      range.reduce(Truth.no) { $0 == .yes ? .yes : $0 || truth(conditions.children[$1]) }
    case .test(let test): truth(test)
    }
  }

  private func truth(_ test: CompiledTest) -> Truth {
    FactComparison.truth(of: test, organisation) { value($0) }
  }

  private func value(_ operand: CompiledTest.Operand) -> FactValue {
    FactComparison.value(of: operand) { value($0) }
  }

  /// The names of the unknown facts that the unknown tests of a condition mention.
  func unknownFacts(_ node: Int) -> [String] {
    switch conditions.nodes[node] {
    case .constant: return []
    case .not(let inner): return unknownFacts(inner)
    case .all(let range), .any(let range):
      return conditions.children[range].flatMap { unknownFacts($0) }
    case .test(let test):
      guard truth(test) == .unknown else { return [] }
      return test.slots.filter { isUnknown(value($0)) }
        .map { conditions.attributes.attributes[$0].description }
    }
  }

  private func isUnknown(_ value: FactValue) -> Bool {
    switch value {
    case .unknown, .integers(_, hasUnknown: true): true
    default: false
    }
  }

  /// Notes when time can change a test.
  func noteChange(of node: Int, _ notes: inout Notes) {
    guard case .test(let test) = conditions.nodes[node] else { return }
    let attributes = conditions.attributes.attributes
    if test.slots.contains(where: { attributes[$0].source == .builtIn(.patientAge) }),
      let birth = context.request.patient?.birthDate.value
    {
      let moment = context.request.now
      notes.edge(birth.nextBirthday(after: moment.date).map { moment.startOfDay($0) })
    }
    guard case .ordered(let a, _, let b) = test else { return }
    for (side, other) in [(a, b), (b, a)] {
      guard case .slot(let slot, let seconds) = side, attributes[slot].source == .builtIn(.now),
        case .integer(let instant) = value(other)
      else { continue }
      // The two sides meet when now, shifted, is the other side.
      let meeting = Instant(secondsSince1970: instant) - TimeSpan(seconds: seconds)
      if case .slot(let otherSlot, _) = other, attributes[otherSlot].source == .builtIn(.now) {
        continue
      }
      notes.edge(meeting)
      notes.edge(meeting + TimeSpan(seconds: 1))
    }
  }

  // MARK: Facts

  private func value(_ slot: Int) -> FactValue {
    let attribute = conditions.attributes.attributes[slot]
    let base =
      switch attribute.source {
      case .builtIn(let builtIn): value(builtIn)
      case .declared(let group, let id): declared(group, id)
      }
    if base == .absent, case .set = attribute.type { return .integers([], hasUnknown: false) }
    guard let step = attribute.step, case .integer(let unit) = base else { return base }
    return organisation.value(of: step, at: Int(unit))
  }

  private func declared(_ group: AttributeGroup, _ id: AttributeID) -> FactValue {
    let attributes: Attributes? =
      switch group {
      case .session: context.request.session.attributes
      case .patient: context.request.patient?.attributes
      case .link: link?.attributes
      case .content: context.request.content.attributes
      case .request: context.request.attributes
      // No rule that decides requests sees staff records.
      case .record: nil
      }
    guard let attributes else { return group == .patient ? missingPatient : .unknown }
    guard let type = policy.attributes[group]?[id]?.type else { return .unknown }
    switch attributes[id] {
    case .known(let value): return FactValue(value, type: type, policy)
    case .absent: return .absent
    case .unknown, nil: return .unknown
    }
  }

  /// What the facts of a patient are when the request has none.
  private var missingPatient: FactValue { context.isAboutPatient ? .unknown : .absent }

  private func value(_ attribute: BuiltInAttribute) -> FactValue {
    let request = context.request
    let session = request.session
    let content = request.content
    switch attribute {
    case .now: return .integer(context.now.secondsSince1970)
    case .sessionStaff: return text(session.staff)
    case .sessionOwnRecord: return text(session.ownRecord)
    case .sessionUnit: return unit(session.unit)
    case .sessionUnits:
      return .openUnits(
        listed: context.role.units.members.map { Int64($0) },
        removed: context.role.removedUnits.members.map { Int64($0) }
      )
    case .sessionTemplate: return code(.known(session.authorisation.template), policy.templates)
    case .sessionSubtemplates:
      return codes(.known(session.authorisation.subtemplates), policy.subtemplates)
    case .sessionProviderRecord:
      return code(session.authorisation.providerRecord, policy.providerRecords)
    case .sessionPurpose: return code(session.purpose, policy.purposes)
    case .sessionAuthenticationLevel: return integer(session.authenticationLevel) { $0 }
    case .sessionSystemIsReadOnly: return integer(session.systemIsReadOnly) { $0 ? 1 : 0 }
    case .sessionGroups: return texts(session.groups)
    case .patientID, .patientBirthDate, .patientAge, .patientResidence, .patientMarks:
      return request.patient.map { value(attribute, of: $0) } ?? missingPatient
    case .linkKind, .linkStatus, .linkUnit, .linkStaff, .linkTeam, .linkGroup, .linkStarts,
      .linkEnds:
      return link.map { value(attribute, of: $0) } ?? .unknown
    case .contentClass: return code(.known(content.contentClass), policy.contentClasses)
    case .contentTags:
      return policy.contentClasses[content.contentClass].map {
        codes(.known($0.tags), policy.contentTags)
      }
        ?? .unknown
    case .contentItem: return text(content.id)
    case .contentContact: return text(content.contact.map(\.id))
    case .contentUnit: return unit(content.unit)
    case .contentContactUnit: return unit(contact(\.unit))
    case .contentTeam: return texts(contact(\.team))
    case .contentAuthor: return text(content.author)
    case .contentRecorded: return integer(content.recorded) { $0.secondsSince1970 }
    case .contentStarts: return integer(content.starts) { $0.secondsSince1970 }
    case .contentEnds: return integer(content.ends) { $0.secondsSince1970 }
    case .contentMarks: return codes(content.marks, policy.marks)
    case .requestAction: return code(.known(request.action), policy.actions)
    case .recordStaff, .recordEmployer, .recordWorkplace, .recordFrom, .recordUntil:
      return .unknown
    }
  }

  private func value(_ attribute: BuiltInAttribute, of patient: Patient) -> FactValue {
    switch attribute {
    case .patientID: text(patient.id)
    case .patientBirthDate: integer(patient.birthDate) { $0.daysSince1970 }
    case .patientAge: integer(patient.birthDate) { $0.age(on: context.request.now.date) }
    case .patientResidence: unit(patient.residence)
    default: codes(patient.marks, policy.marks)
    }
  }

  private func value(_ attribute: BuiltInAttribute, of link: Link) -> FactValue {
    switch attribute {
    case .linkKind: code(.known(link.kind), policy.patientLogistics)
    case .linkStatus:
      link.status.integer { context.compiled.linkStatuses[$0] }
    case .linkUnit: unit(link.unit)
    case .linkStaff: text(link.staff)
    case .linkTeam: texts(link.team)
    case .linkGroup: text(link.group)
    case .linkStarts: integer(link.starts) { $0.secondsSince1970 }
    default: integer(link.ends) { $0.secondsSince1970 }
    }
  }

  /// A fact of the contact: absent without a contact, unknown with an unknown one.
  private func contact<Value>(_ path: (Contact) -> Fact<Value>) -> Fact<Value> {
    switch context.request.content.contact {
    case .known(let contact): path(contact)
    case .absent: .absent
    case .unknown: .unknown
    }
  }

  // MARK: Values

  private func text<Kind>(_ reference: Reference<Kind>) -> FactValue {
    .text(TextRef(reference.text))
  }

  private func text<Kind>(_ fact: Fact<Reference<Kind>>) -> FactValue {
    switch fact {
    case .known(let reference): text(reference)
    case .absent: .absent
    case .unknown: .unknown
    }
  }

  private func texts<Kind>(_ fact: Fact<Set<Reference<Kind>>>) -> FactValue {
    switch fact {
    case .known(let references): .texts(references.map { TextRef($0.text) })
    case .absent: .absent
    case .unknown: .unknown
    }
  }

  private func integer<Value>(_ fact: Fact<Value>, _ number: (Value) -> Int64) -> FactValue {
    switch fact {
    case .known(let value): .integer(number(value))
    case .absent: .absent
    case .unknown: .unknown
    }
  }

  private func unit(_ fact: Fact<UnitID>) -> FactValue {
    fact.integer { policy.organisation.index(of: $0) }
  }

  private func code<Kind, Entry>(
    _ fact: Fact<Identifier<Kind>>,
    _ catalog: Catalog<Kind, Entry>
  ) -> FactValue {
    fact.integer { catalog.index(of: $0) }
  }

  private func codes<Kind, Entry>(
    _ fact: Fact<Set<Identifier<Kind>>>,
    _ catalog: Catalog<Kind, Entry>
  ) -> FactValue {
    switch fact {
    case .known(let ids):
      .integers(ids.compactMap { catalog.index(of: $0).map { Int64($0) } }, hasUnknown: false)
    case .absent: .absent
    case .unknown: .unknown
    }
  }
}

extension Fact {
  /// The fact as an index; what has none is unknown.
  fileprivate func integer(_ index: (Value) -> Int?) -> FactValue {
    switch self {
    case .known(let value): index(value).map { .integer(Int64($0)) } ?? .unknown
    case .absent: .absent
    case .unknown: .unknown
    }
  }
}
