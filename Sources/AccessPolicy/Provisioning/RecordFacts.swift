/// The facts of one staff record, as conditions compare them.
struct RecordFacts {
  private let conditions: ConditionTable
  private let organisation: OrganisationIndex
  /// The value of each fact that some condition mentions, by its slot.
  private let values: [FactValue]

  init(
    _ record: StaffRecord,
    _ conditions: ConditionTable,
    _ organisation: OrganisationIndex,
    _ policy: Policy
  ) {
    self.conditions = conditions
    self.organisation = organisation
    values = conditions.attributes.attributes.map { attribute in
      let base = Self.value(attribute, of: record, policy)
      if base == .absent, case .set = attribute.type { return .integers([], hasUnknown: false) }
      guard let step = attribute.step, case .integer(let unit) = base else { return base }
      return organisation.value(of: step, at: Int(unit))
    }
  }

  private static func value(_ attribute: Attribute, of record: StaffRecord, _ policy: Policy)
    -> FactValue
  {
    switch attribute.source {
    case .builtIn(.recordStaff): .text(TextRef(record.staff.text))
    case .builtIn(.recordEmployer): unit(record.employer, policy)
    case .builtIn(.recordWorkplace): unit(record.workplace, policy)
    case .builtIn(.recordFrom): instant(record.from)
    case .builtIn(.recordUntil): instant(record.until)
    case .declared(.record, let id): declared(id, of: record, policy)
    // No other fact is in view.
    case .builtIn, .declared: .unknown
    }
  }

  private static func unit(_ fact: Fact<UnitID>, _ policy: Policy) -> FactValue {
    switch fact {
    case .known(let id): FactValue(.unit(id), type: .unit, policy)
    case .absent: .absent
    case .unknown: .unknown
    }
  }

  private static func instant(_ fact: Fact<Instant>) -> FactValue {
    switch fact {
    case .known(let instant): .integer(instant.secondsSince1970)
    case .absent: .absent
    case .unknown: .unknown
    }
  }

  private static func declared(_ id: AttributeID, of record: StaffRecord, _ policy: Policy)
    -> FactValue
  {
    guard let type = policy.attributes[.record]?[id]?.type else { return .unknown }
    switch record.attributes[id] {
    case .known(let value): return FactValue(value, type: type, policy)
    case .absent: return .absent
    case .unknown, nil: return .unknown
    }
  }

  // MARK: Conditions

  func truth(_ node: Int) -> Truth {
    switch conditions.nodes[node] {
    case .constant(let truth): truth
    case .not(let inner): !truth(inner)
    case .all(let range):
      range.reduce(Truth.yes) { $0 == .no ? .no : $0 && truth(conditions.children[$1]) }
    case .any(let range):
      range.reduce(Truth.no) { $0 == .yes ? .yes : $0 || truth(conditions.children[$1]) }
    case .test(let test): FactComparison.truth(of: test, organisation) { values[$0] }
    }
  }

  /// The fields without a value that the unknown tests of a condition mention.
  func missingFields(_ node: Int) -> Set<String> {
    switch conditions.nodes[node] {
    case .constant: return []
    case .not(let inner): return missingFields(inner)
    case .all(let range), .any(let range):
      return conditions.children[range].reduce(into: []) { $0.formUnion(missingFields($1)) }
    case .test(let test):
      guard truth(node) == .unknown else { return [] }
      let missing = test.slots.filter { !values[$0].isGiven }
      return Set(missing.map { conditions.attributes.attributes[$0].field })
    }
  }
}

extension Attribute {
  /// The field of a staff record that the fact is in, without a step from a unit.
  fileprivate var field: String {
    Attribute(source: source, step: nil, type: type).description
  }
}

extension FactValue {
  fileprivate var isGiven: Bool {
    switch self {
    case .unknown, .absent, .integers(_, hasUnknown: true): false
    case .integer, .text, .integers, .texts, .openUnits: true
    }
  }
}
