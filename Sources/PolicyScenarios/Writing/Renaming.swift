import AccessPolicy

/// Gives a member of staff, a patient and an item other keys, wherever a request speaks of them.
///
/// No condition can name a key, so a request in which two different keys stay different is decided
/// as before.
struct Renaming {
  var staff: (from: StaffRef, to: StaffRef)?
  var patient: (from: PatientRef, to: PatientRef)?
  var item: (from: ItemRef, to: ItemRef)?

  func callAsFunction(_ request: AccessRequest) -> AccessRequest {
    var request = request
    rename(&request.session)
    rename(&request.content)
    if var patient = request.patient {
      rename(&patient)
      request.patient = patient
    }
    for index in request.grants.indices { rename(&request.grants[index]) }
    rename(&request.attributes)
    return request
  }

  private func renamed(_ key: StaffRef) -> StaffRef {
    staff.map { key == $0.from ? $0.to : key } ?? key
  }

  private func renamed(_ key: PatientRef) -> PatientRef {
    patient.map { key == $0.from ? $0.to : key } ?? key
  }

  private func renamed(_ key: ItemRef) -> ItemRef {
    item.map { key == $0.from ? $0.to : key } ?? key
  }

  private func renamed(_ team: Fact<Set<StaffRef>>) -> Fact<Set<StaffRef>> {
    team.map { Set($0.map { renamed($0) }) }
  }

  private func rename(_ session: inout Session) {
    session.staff = renamed(session.staff)
    session.ownRecord = session.ownRecord.map { renamed($0) }
    rename(&session.attributes)
    for index in session.authorisation.deviations.indices {
      let approver = session.authorisation.deviations[index].approver
      session.authorisation.deviations[index].approver = approver.map { renamed($0) }
    }
  }

  private func rename(_ content: inout ContentItem) {
    content.id = content.id.map { renamed($0) }
    content.author = content.author.map { renamed($0) }
    content.contact = content.contact.map { contact in
      var contact = contact
      contact.team = renamed(contact.team)
      return contact
    }
    rename(&content.attributes)
  }

  private func rename(_ patient: inout Patient) {
    patient.id = renamed(patient.id)
    rename(&patient.attributes)
    for index in patient.links.indices {
      patient.links[index].staff = patient.links[index].staff.map { renamed($0) }
      patient.links[index].team = renamed(patient.links[index].team)
      rename(&patient.links[index].attributes)
    }
    patient.blocks = patient.blocks.map { blocks in
      blocks.map { block in
        var block = block
        block.against = block.against.map {
          if case .staff(let staff) = $0 { .staff(renamed(staff)) } else { $0 }
        }
        block.coverage = block.coverage.map {
          if case .item(let item) = $0 { .item(renamed(item)) } else { $0 }
        }
        return block
      }
    }
  }

  private func rename(_ grant: inout Grant) {
    grant.staff = renamed(grant.staff)
    grant.patient = grant.patient.map { renamed($0) }
    if case .item(let item) = grant.scope { grant.scope = .item(renamed(item)) }
  }

  private func rename(_ attributes: inout Attributes) {
    for (id, fact) in attributes { attributes[id] = fact.map { renamed($0) } }
  }

  private func renamed(_ value: AttributeValue) -> AttributeValue {
    switch value {
    case .staff(let key): .staff(renamed(key))
    case .patient(let key): .patient(renamed(key))
    case .set(let values): .set(values.map { renamed($0) })
    default: value
    }
  }
}

extension AccessRequest {
  /// Every key of a member of staff that it speaks of.
  var staffKeys: Set<StaffRef> {
    var keys: Set<StaffRef> = [session.staff]
    func add(_ fact: Fact<StaffRef>) { fact.value.map { _ = keys.insert($0) } }
    func add(_ fact: Fact<Set<StaffRef>>) { fact.value.map { keys.formUnion($0) } }
    func add(_ attributes: Attributes) {
      for fact in attributes.values { fact.value.map { add($0) } }
    }
    func add(_ value: AttributeValue) {
      switch value {
      case .staff(let key): keys.insert(key)
      case .set(let values): for value in values { add(value) }
      default: break
      }
    }
    add(session.attributes)
    for deviation in session.authorisation.deviations {
      deviation.approver.map { _ = keys.insert($0) }
    }
    add(content.author)
    content.contact.value.map { add($0.team) }
    add(content.attributes)
    add(attributes)
    for grant in grants { keys.insert(grant.staff) }
    guard let patient else { return keys }
    add(patient.attributes)
    for link in patient.links {
      add(link.staff)
      add(link.team)
      add(link.attributes)
    }
    for block in patient.blocks.value ?? [] {
      if case .known(.staff(let staff)) = block.against { keys.insert(staff) }
    }
    return keys
  }

  /// Every key of a patient that it speaks of.
  var patientKeys: Set<PatientRef> {
    var keys: Set<PatientRef> = []
    patient.map { _ = keys.insert($0.id) }
    session.ownRecord.value.map { _ = keys.insert($0) }
    for grant in grants { grant.patient.map { _ = keys.insert($0) } }
    func add(_ value: AttributeValue) {
      switch value {
      case .patient(let key): keys.insert(key)
      case .set(let values): for value in values { add(value) }
      default: break
      }
    }
    let links = patient?.links.map(\.attributes) ?? []
    let all = [attributes, session.attributes, content.attributes, patient?.attributes ?? [:]]
    for attributes in all + links {
      for fact in attributes.values { fact.value.map { add($0) } }
    }
    return keys
  }

  /// Every key of an item that it speaks of.
  var itemKeys: Set<ItemRef> {
    var keys: Set<ItemRef> = []
    content.id.value.map { _ = keys.insert($0) }
    for grant in grants { if case .item(let item) = grant.scope { keys.insert(item) } }
    for block in patient?.blocks.value ?? [] {
      if case .known(.item(let item)) = block.coverage { keys.insert(item) }
    }
    return keys
  }

  /// Every key of a contact that it speaks of, beside that of the content.
  var otherContacts: Set<ContactRef> {
    var keys: Set<ContactRef> = []
    for grant in grants { if case .contact(let contact) = grant.scope { keys.insert(contact) } }
    for block in patient?.blocks.value ?? [] {
      if case .known(.contact(let contact)) = block.coverage { keys.insert(contact) }
    }
    content.contact.value.map { _ = keys.remove($0.id) }
    return keys
  }
}
