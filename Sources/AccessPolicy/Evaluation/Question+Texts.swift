/// The value of a fact that is one text.
enum TextValue {
  case known(String)
  case absent
  case unknown

  init<Kind>(_ fact: Fact<Reference<Kind>>) {
    switch fact {
    case .known(let reference): self = .known(reference.text)
    case .absent: self = .absent
    case .unknown: self = .unknown
    }
  }
}

// Texts and sets of texts, compared byte for byte where they stand.
extension Question {
  func text(_ fact: ConditionStep.TextFact, _ request: AccessRequest, _ link: LinkInView)
    -> TextValue
  {
    switch fact {
    case .sessionStaff: return .known(request.session.staff.text)
    case .sessionOwnRecord: return TextValue(request.session.ownRecord)
    case .patientID:
      if let patient = request.patient { return .known(patient.id.text) }
      return isAboutPatient ? .unknown : .absent
    case .linkStaff:
      return link.position < 0 ? .unknown : TextValue(links[link.position].staff)
    case .linkGroup:
      return link.position < 0 ? .unknown : TextValue(links[link.position].group)
    case .contentItem: return TextValue(request.content.id)
    case .contentContact:
      switch request.content.contact {
      case .known(let contact): return .known(contact.id.text)
      case .absent: return .absent
      case .unknown: return .unknown
      }
    case .contentAuthor: return TextValue(request.content.author)
    }
  }

  func isSame(_ a: TextValue, _ b: TextValue) -> Truth {
    switch (a, b) {
    case (.absent, _), (_, .absent): .no
    case (.unknown, _), (_, .unknown): .unknown
    case (.known(let a), .known(let b)): Truth(TextBytes.areEqual(a, b))
    }
  }

  func isAmong(
    _ a: TextValue,
    _ set: ConditionStep.TextSetFact,
    _ request: AccessRequest,
    _ link: LinkInView
  ) -> Truth {
    switch set {
    case .linkTeam:
      return link.position < 0
        ? isAmong(a, Fact<Set<StaffRef>>.unknown) : isAmong(a, links[link.position].team)
    case .sessionGroups: return isAmong(a, request.session.groups)
    case .contentTeam:
      switch request.content.contact {
      case .known(let contact): return isAmong(a, contact.team)
      case .absent: return isAmong(a, Fact<Set<StaffRef>>.absent)
      case .unknown: return isAmong(a, Fact<Set<StaffRef>>.unknown)
      }
    }
  }

  private func isAmong<Kind>(_ a: TextValue, _ set: Fact<Set<Reference<Kind>>>) -> Truth {
    switch (set, a) {
    case (.absent, _): .no
    case (.unknown, .absent): .no
    case (.unknown, _): .unknown
    case (.known(let set), .known(let text)): Truth(Self.contains(set, text))
    case (.known(let set), .unknown): set.isEmpty ? .no : .unknown
    case (.known, .absent): .no
    }
  }

  private static func contains<Kind>(_ set: Set<Reference<Kind>>, _ text: String) -> Bool {
    // Hashing costs as much as comparing with a few.
    if set.count > 8 { return set.contains(Reference(text)) }
    for element in set where TextBytes.areEqual(element.text, text) { return true }
    return false
  }
}
