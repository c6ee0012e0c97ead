import AccessPolicy

/// Calls one member of staff by another key, wherever a request names them.
struct Renaming {
  let old: StaffRef
  let new: StaffRef

  init(of old: StaffRef, to new: StaffRef) {
    self.old = old
    self.new = new
  }

  func applied(to request: AccessRequest) -> AccessRequest {
    var renamed = request
    renamed.session.staff = one(request.session.staff)
    renamed.session.attributes = all(request.session.attributes)
    for index in renamed.session.authorisation.deviations.indices {
      let approver = renamed.session.authorisation.deviations[index].approver
      renamed.session.authorisation.deviations[index].approver = approver.map(one)
    }
    renamed.content.author = request.content.author.map(one)
    renamed.content.contact = request.content.contact.map { contact in
      var contact = contact
      contact.team = contact.team.map { Set($0.map(one)) }
      return contact
    }
    renamed.content.attributes = all(request.content.attributes)
    renamed.patient?.attributes = all(request.patient?.attributes ?? [:])
    renamed.patient?.links = (request.patient?.links ?? []).map { link in
      var link = link
      link.staff = link.staff.map(one)
      link.team = link.team.map { Set($0.map(one)) }
      link.attributes = all(link.attributes)
      return link
    }
    if let blocks = request.patient?.blocks { renamed.patient?.blocks = blocks.map(all) }
    renamed.grants = request.grants.map { grant in
      var grant = grant
      grant.staff = one(grant.staff)
      return grant
    }
    renamed.attributes = all(request.attributes)
    return renamed
  }

  private func one(_ staff: StaffRef) -> StaffRef { staff == old ? new : staff }

  private func all(_ blocks: [Block]) -> [Block] {
    blocks.map { block in
      var block = block
      block.against = block.against.map { against in
        if case .staff(let staff) = against { .staff(one(staff)) } else { against }
      }
      return block
    }
  }

  private func all(_ attributes: Attributes) -> Attributes {
    attributes.mapValues { $0.map(value) }
  }

  private func value(_ value: AttributeValue) -> AttributeValue {
    switch value {
    case .staff(let staff): .staff(one(staff))
    case .set(let values): .set(values.map(self.value))
    default: value
    }
  }
}
