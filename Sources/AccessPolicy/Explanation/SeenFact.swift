/// A fact as a gate or a rule saw it: what the request says, or what the policy set asks for.
public struct SeenFact: Sendable, Hashable {
  /// The name, as conditions and decisions write it: `session.unit`; what the policy set asks for
  /// begins with `role.`.
  public let name: String
  /// The type of its value.
  public let type: ValueType
  /// Its value.
  public let value: Fact<AttributeValue>
}

extension SeenFact {
  init(_ name: String, codes ids: some Sequence<Identifier<some Any>>, in domain: CodeDomain) {
    self.init(
      name: name,
      type: .set(of: .code(domain)),
      value: .known(.set(ids.map { .code($0.cast()) }))
    )
  }

  init<Kind>(_ name: String, code: Fact<Identifier<Kind>>, in domain: CodeDomain) {
    self.init(name: name, type: .code(domain), value: code.map { .code($0.cast()) })
  }

  init(_ name: String, unit: Fact<UnitID>) {
    self.init(name: name, type: .unit, value: unit.map { .unit($0) })
  }

  init(_ name: String, instant: Fact<Instant>) {
    self.init(name: name, type: .instant, value: instant.map { .instant($0) })
  }

  init(_ name: String, boolean: Fact<Bool>) {
    self.init(name: name, type: .boolean, value: boolean.map { .boolean($0) })
  }

  init(_ name: String, number: Fact<Int64>) {
    self.init(name: name, type: .number, value: number.map { .number($0) })
  }

  init(_ name: String, staff: Fact<StaffRef>) {
    self.init(name: name, type: .staff, value: staff.map { .staff($0) })
  }
}

extension AttributeValue {
  /// A value that tests compare, as requests give it; `nil` where it is none that a request could give.
  init?(_ value: FactValue, type: ValueType, _ policy: Policy) {
    let element = if case .set(of: let element) = type { element } else { type }
    switch value {
    case .unknown, .absent: return nil
    case .integer(let number):
      guard let value = Self.element(number, element, policy) else { return nil }
      self = value
    case .text(let text): self = Self.element(text, element)
    case .integers(let numbers, hasUnknown: _):
      self = .set(numbers.compactMap { Self.element($0, element, policy) })
    case .texts(let texts): self = .set(texts.map { Self.element($0, element) })
    case .openUnits(let listed, removed: _):
      self = .set(listed.compactMap { Self.element($0, .unit, policy) })
    }
  }

  private static func element(_ text: TextRef, _ type: ValueType) -> AttributeValue {
    switch type {
    case .staff: .staff(StaffRef(text.text))
    case .patient: .patient(PatientRef(text.text))
    default: .text(text)
    }
  }

  private static func element(_ number: Int64, _ type: ValueType, _ policy: Policy)
    -> AttributeValue?
  {
    switch type {
    case .boolean: return .boolean(number != 0)
    case .number: return .number(number)
    case .date: return .date(CivilDate(daysSince1970: number))
    case .instant: return .instant(Instant(secondsSince1970: number))
    case .unit:
      return policy.organisation.id(at: number).map { .unit($0) }
    case .code(let domain): return code(number, domain, policy).map { .code($0) }
    case .text, .staff, .patient, .set: return nil
    }
  }

  private static func code(_ number: Int64, _ domain: CodeDomain, _ policy: Policy)
    -> AttributeID?
  {
    switch domain {
    case .action: return policy.actions.id(at: number)?.cast()
    case .purpose: return policy.purposes.id(at: number)?.cast()
    case .contentClass: return policy.contentClasses.id(at: number)?.cast()
    case .contentTag: return policy.contentTags.id(at: number)?.cast()
    case .unitKind: return policy.unitKinds.id(at: number)?.cast()
    case .logisticsKind: return policy.patientLogistics.id(at: number)?.cast()
    case .linkStatus: return policy.linkStatuses.id(at: number)?.cast()
    case .mark: return policy.marks.id(at: number)?.cast()
    case .template: return policy.templates.id(at: number)?.cast()
    case .subtemplate: return policy.subtemplates.id(at: number)?.cast()
    case .providerRecord: return policy.providerRecords.id(at: number)?.cast()
    case .declared(let group, let id):
      let codes = policy.attributes[group]?[id]?.codes ?? []
      return codes.indices.contains(Int(number)) ? codes[Int(number)] : nil
    }
  }
}

extension Catalog {
  /// What stands at a dense index, if there is such a one.
  fileprivate func id(at index: Int64) -> Identifier<Kind>? {
    indices.contains(Int(index)) ? self[Int(index)].id : nil
  }
}
