/// Reads facts out of the parts of a request, each part by itself; how they are missing is as in
/// `docs/semantics.md`.
struct FactValues {
  let compiled: CompiledPolicy

  private var policy: Policy { compiled.policy }

  /// A fact of the session, but for the units that its role opens.
  func value(of attribute: Attribute, in session: Session) -> FactValue {
    finish(attribute) {
      switch $0 {
      case .sessionStaff: Self.text(session.staff)
      case .sessionOwnRecord: Self.text(session.ownRecord)
      case .sessionUnit: unit(session.unit)
      case .sessionTemplate: code(.known(session.authorisation.template), policy.templates)
      case .sessionSubtemplates:
        codes(.known(session.authorisation.subtemplates), policy.subtemplates)
      case .sessionProviderRecord:
        code(session.authorisation.providerRecord, policy.providerRecords)
      case .sessionPurpose: code(session.purpose, policy.purposes)
      case .sessionAuthenticationLevel: Self.integer(session.authenticationLevel) { $0 }
      case .sessionSystemIsReadOnly: Self.integer(session.systemIsReadOnly) { $0 ? 1 : 0 }
      case .sessionGroups: Self.texts(session.groups)
      default: .unknown
      }
    } declared: {
      declared($0, .session, session.attributes)
    }
  }

  /// A fact of the patient, but for the age; without a patient, what facts of content without one are.
  func value(of attribute: Attribute, in patient: Patient?) -> FactValue {
    finish(attribute) { builtIn in
      guard let patient else { return .absent }
      return switch builtIn {
      case .patientID: Self.text(patient.id)
      case .patientBirthDate: Self.integer(patient.birthDate) { $0.daysSince1970 }
      case .patientResidence: unit(patient.residence)
      case .patientMarks: codes(patient.marks, policy.marks)
      default: .unknown
      }
    } declared: { id in
      patient.map { declared(id, .patient, $0.attributes) } ?? .absent
    }
  }

  /// A fact of a link.
  func value(of attribute: Attribute, in link: Link) -> FactValue {
    finish(attribute) {
      switch $0 {
      case .linkKind: code(.known(link.kind), policy.patientLogistics)
      case .linkStatus: Self.index(link.status) { compiled.names.index(of: $0, .linkStatus) }
      case .linkUnit: unit(link.unit)
      case .linkStaff: Self.text(link.staff)
      case .linkTeam: Self.texts(link.team)
      case .linkGroup: Self.text(link.group)
      case .linkStarts: Self.integer(link.starts) { $0.secondsSince1970 }
      case .linkEnds: Self.integer(link.ends) { $0.secondsSince1970 }
      default: .unknown
      }
    } declared: {
      declared($0, .link, link.attributes)
    }
  }

  /// A fact of an item, but for its class and the tags of that.
  func value(of attribute: Attribute, in content: ContentItem) -> FactValue {
    finish(attribute) {
      switch $0 {
      case .contentItem: Self.text(content.id)
      case .contentContact: Self.text(content.contact.map(\.id))
      case .contentUnit: unit(content.unit)
      case .contentContactUnit: unit(Self.contact(content, \.unit))
      case .contentTeam: Self.texts(Self.contact(content, \.team))
      case .contentAuthor: Self.text(content.author)
      case .contentRecorded: Self.integer(content.recorded) { $0.secondsSince1970 }
      case .contentStarts: Self.integer(content.starts) { $0.secondsSince1970 }
      case .contentEnds: Self.integer(content.ends) { $0.secondsSince1970 }
      case .contentMarks: codes(content.marks, policy.marks)
      default: .unknown
      }
    } declared: {
      declared($0, .content, content.attributes)
    }
  }

  /// A declared fact of the request itself.
  func value(of attribute: Attribute, in attributes: Attributes) -> FactValue {
    finish(attribute) { _ in
      .unknown
    } declared: {
      declared($0, .request, attributes)
    }
  }

  /// What an item says of one of its declared attributes that bounds what a reason covers.
  func scope(_ id: AttributeID, of content: ContentItem) -> FactValue {
    switch content.attributes[id] {
    case .known(.text(let value)): .text(value)
    case .absent: .absent
    case .known, .unknown, nil: .unknown
    }
  }

  // MARK: Values

  private func finish(
    _ attribute: Attribute,
    builtIn: (BuiltInAttribute) -> FactValue,
    declared: (AttributeID) -> FactValue
  ) -> FactValue {
    let base =
      switch attribute.source {
      case .builtIn(let name): builtIn(name)
      case .declared(_, let id): declared(id)
      }
    if base == .absent, case .set = attribute.type { return .integers([], hasUnknown: false) }
    guard let step = attribute.step, case .integer(let unit) = base else { return base }
    return compiled.organisation.value(of: step, at: Int(unit))
  }

  private func declared(_ id: AttributeID, _ group: AttributeGroup, _ attributes: Attributes)
    -> FactValue
  {
    guard let type = policy.attributes[group]?[id]?.type else { return .unknown }
    switch attributes[id] {
    case .known(let value): return FactValue(value, type: type, policy)
    case .absent: return .absent
    case .unknown, nil: return .unknown
    }
  }

  private static func contact<Value>(_ content: ContentItem, _ path: (Contact) -> Fact<Value>)
    -> Fact<Value>
  {
    switch content.contact {
    case .known(let contact): path(contact)
    case .absent: .absent
    case .unknown: .unknown
    }
  }

  static func text<Kind>(_ reference: Reference<Kind>) -> FactValue {
    .text(TextRef(reference.text))
  }

  static func text<Kind>(_ fact: Fact<Reference<Kind>>) -> FactValue {
    switch fact {
    case .known(let reference): text(reference)
    case .absent: .absent
    case .unknown: .unknown
    }
  }

  private static func texts<Kind>(_ fact: Fact<Set<Reference<Kind>>>) -> FactValue {
    switch fact {
    case .known(let references): .texts(references.map { TextRef($0.text) })
    case .absent: .absent
    case .unknown: .unknown
    }
  }

  private static func integer<Value>(_ fact: Fact<Value>, _ number: (Value) -> Int64) -> FactValue {
    switch fact {
    case .known(let value): .integer(number(value))
    case .absent: .absent
    case .unknown: .unknown
    }
  }

  private static func index<Value>(_ fact: Fact<Value>, _ index: (Value) -> Int?) -> FactValue {
    switch fact {
    case .known(let value): index(value).map { .integer(Int64($0)) } ?? .unknown
    case .absent: .absent
    case .unknown: .unknown
    }
  }

  private func unit(_ fact: Fact<UnitID>) -> FactValue {
    Self.index(fact) { policy.organisation.index(of: $0) }
  }

  private func code<Kind, Entry>(
    _ fact: Fact<Identifier<Kind>>,
    _ catalog: Catalog<Kind, Entry>
  ) -> FactValue {
    Self.index(fact) { catalog.index(of: $0) }
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
