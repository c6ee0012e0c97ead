import AccessPolicy

// What is asked for, and the reasons.
extension PlainRequestReader {
  mutating func content() throws(NotPlain) -> ContentItem {
    var contentClass: ContentClassID?
    var id: Fact<ItemRef> = .unknown
    var contact: Fact<Contact> = .unknown
    var unit: Fact<UnitID> = .unknown
    var author: Fact<StaffRef> = .unknown
    var recorded: Fact<Instant> = .unknown
    var starts: Fact<Instant> = .unknown
    var ends: Fact<Instant> = .unknown
    var marks: Fact<Set<MarkID>> = .unknown
    var attributes: Attributes = [:]
    var record = try scanner.object()
    while let key = try scanner.key(of: &record) {
      switch key {
      case .class: contentClass = try scanner.identifier()
      case .id: id = try scanner.isNull() ? .absent : .known(scanner.reference())
      case .contact: contact = try scanner.isNull() ? .absent : .known(self.contact())
      case .unit: unit = try scanner.isNull() ? .absent : .known(scanner.identifier())
      case .author: author = try scanner.isNull() ? .absent : .known(scanner.reference())
      case .recorded: recorded = try scanner.isNull() ? .absent : .known(scanner.instant())
      case .starts: starts = try scanner.isNull() ? .absent : .known(scanner.instant())
      case .ends: ends = try scanner.isNull() ? .absent : .known(scanner.instant())
      case .marks: marks = try scanner.isNull() ? .absent : .known(scanner.identifiers())
      case .attributes: attributes = try self.attributes(.content)
      default: throw NotPlain()
      }
    }
    guard let contentClass else { throw NotPlain() }
    return ContentItem(
      contentClass: contentClass,
      id: id,
      contact: contact,
      unit: unit,
      author: author,
      recorded: recorded,
      starts: starts,
      ends: ends,
      marks: marks,
      attributes: attributes
    )
  }

  private mutating func contact() throws(NotPlain) -> Contact {
    var id: ContactRef?
    var unit: Fact<UnitID> = .unknown
    var team: Fact<Set<StaffRef>> = .unknown
    var marks: Fact<Set<MarkID>> = .unknown
    var record = try scanner.object()
    while let key = try scanner.key(of: &record) {
      switch key {
      case .id: id = try scanner.reference()
      case .unit: unit = try scanner.isNull() ? .absent : .known(scanner.identifier())
      case .team: team = try scanner.isNull() ? .absent : .known(scanner.references())
      case .marks: marks = try scanner.isNull() ? .absent : .known(scanner.identifiers())
      default: throw NotPlain()
      }
    }
    guard let id else { throw NotPlain() }
    return Contact(id: id, unit: unit, team: team, marks: marks)
  }

  mutating func justifications() throws(NotPlain) -> [Justification] {
    guard try !scanner.isNull() else { return [] }
    var justifications: [Justification] = []
    var list = try scanner.list()
    while try scanner.item(of: &list) { justifications.append(try justification()) }
    return justifications
  }

  private mutating func justification() throws(NotPlain) -> Justification {
    var reason: ReasonID?
    var text: String?
    var rule: SelfAuthorisationID?
    var record = try scanner.object()
    while let key = try scanner.key(of: &record) {
      switch key {
      case .reason: reason = try scanner.identifier()
      case .text: text = try scanner.text()
      case .rule: rule = try scanner.isNull() ? nil : scanner.identifier()
      default: throw NotPlain()
      }
    }
    guard let reason, let text else { throw NotPlain() }
    return Justification(reason: reason, text: text, rule: rule)
  }

  mutating func grants() throws(NotPlain) -> [Grant] {
    guard try !scanner.isNull() else { return [] }
    var grants: [Grant] = []
    var list = try scanner.list()
    while try scanner.item(of: &list) { grants.append(try grant()) }
    return grants
  }

  private mutating func grant() throws(NotPlain) -> Grant {
    var id: GrantRef?
    var rule: SelfAuthorisationID?
    var staff: StaffRef?
    var patient: PatientRef?
    var scope: Grant.Scope?
    var template: TemplateID?
    var enterprise: UnitID?
    var purpose: PurposeID?
    var reason: ReasonID?
    var from: Instant?
    var until: Instant?
    var record = try scanner.object()
    while let key = try scanner.key(of: &record) {
      switch key {
      case .id: id = try scanner.isNull() ? nil : scanner.reference()
      case .rule: rule = try scanner.identifier()
      case .staff: staff = try scanner.reference()
      case .patient: patient = try scanner.isNull() ? nil : scanner.reference()
      case .scope: scope = try self.scope()
      case .template: template = try scanner.identifier()
      case .enterprise: enterprise = try scanner.isNull() ? nil : scanner.identifier()
      case .purpose: purpose = try scanner.identifier()
      case .reason: reason = try scanner.identifier()
      case .from: from = try scanner.instant()
      case .until: until = try scanner.instant()
      default: throw NotPlain()
      }
    }
    guard let rule, let staff, let scope, let template, let purpose, let reason, let from, let until
    else { throw NotPlain() }
    return Grant(
      id: id,
      rule: rule,
      staff: staff,
      patient: patient,
      scope: scope,
      template: template,
      enterprise: enterprise,
      purpose: purpose,
      reason: reason,
      from: from,
      until: until
    )
  }

  private mutating func scope() throws(NotPlain) -> Grant.Scope {
    try one(of: "patient", .patient) { (reader, key) throws(NotPlain) in
      switch key {
      case .class: .contentClass(try reader.scanner.identifier())
      case .contact: .contact(try reader.scanner.reference())
      case .item: .item(try reader.scanner.reference())
      // Rare, and a form of its own.
      default: throw NotPlain()
      }
    }
  }

  /// Reads a word, or an object with exactly one key.
  mutating func one<Value>(
    of word: String,
    _ meaning: Value,
    orOf read: (inout Self, RequestKey) throws(NotPlain) -> Value
  ) throws(NotPlain) -> Value {
    if scanner.peek == UInt8(ascii: "\"") {
      guard try scanner.text() == word else { throw NotPlain() }
      return meaning
    }
    var record = try scanner.object()
    guard let key = try scanner.key(of: &record) else { throw NotPlain() }
    let value = try read(&self, key)
    guard try scanner.key(of: &record) == nil else { throw NotPlain() }
    return value
  }
}
