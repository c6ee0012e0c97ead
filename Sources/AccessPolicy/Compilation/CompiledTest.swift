/// One test of a condition with facts as slots and values as they are compared.
enum CompiledTest: Sendable {
  case holds(Int)
  case has(Int)
  case equal(Operand, Operand, negated: Bool)
  case ordered(Operand, Condition.Order, Operand)
  case member(Operand, Operand, negated: Bool)
  case within(Operand, Operand, negated: Bool)

  /// One side of a test.
  enum Operand: Sendable {
    /// A fact, and seconds to add to it.
    case slot(Int, seconds: Int64)
    case value(FactValue)
  }

  init(_ test: Condition.Test, _ policy: Policy, _ attributes: inout AttributeTable) {
    func side(_ operand: Condition.Operand, _ other: Condition.Operand) -> Operand {
      switch operand {
      case .attribute(let attribute, let span):
        .slot(attributes.slot(of: attribute), seconds: span.seconds)
      case .literal(let value): .value(FactValue(value, typedBy: other, policy))
      }
    }
    switch test {
    case .holds(let fact): self = .holds(attributes.slot(of: fact))
    case .has(let fact): self = .has(attributes.slot(of: fact))
    case .equal(let a, let b, let negated): self = .equal(side(a, b), side(b, a), negated: negated)
    case .ordered(let a, let order, let b): self = .ordered(side(a, b), order, side(b, a))
    case .member(let a, let b, let negated):
      self = .member(side(a, b), side(b, a), negated: negated)
    case .within(let a, let b, let negated):
      self = .within(side(a, b), side(b, a), negated: negated)
    }
  }

  /// Its sides; of a test of one fact, that fact.
  var operands: [Operand] {
    switch self {
    case .holds(let slot), .has(let slot): [.slot(slot, seconds: 0)]
    case .equal(let a, let b, _), .ordered(let a, _, let b), .member(let a, let b, _),
      .within(let a, let b, _):
      [a, b]
    }
  }

  /// The slots of the facts that it mentions.
  var slots: [Int] {
    operands.compactMap { if case .slot(let slot, _) = $0 { slot } else { nil } }
  }
}

/// A fact's value as tests compare it: numbers for all that has an order or an index, else text.
enum FactValue: Sendable, Hashable {
  case unknown
  case absent
  case integer(Int64)
  case text(TextRef)
  /// `hasUnknown`: some element is not known.
  case integers([Int64], hasUnknown: Bool)
  case texts([TextRef])
  /// Units with all beneath them, but for some with all beneath those.
  case openUnits(listed: [Int64], removed: [Int64])
}

extension FactValue {
  /// A literal, as values of the fact on the other side of the test are.
  init(_ value: AttributeValue, typedBy other: Condition.Operand, _ policy: Policy) {
    let type: ValueType =
      switch other {
      case .attribute(let attribute, _): attribute.type
      case .literal: .unit
      }
    let element = if case .set(of: let element) = type { element } else { type }
    if case .set(let values) = value {
      self = Self.set(values, of: element, policy)
    } else {
      self.init(value, type: element, policy)
    }
  }

  /// A value of a type; `unknown` when it is of another type, or of no declared name.
  init(_ value: AttributeValue, type: ValueType, _ policy: Policy) {
    switch (value, type) {
    case (.boolean(let value), .boolean): self = .integer(value ? 1 : 0)
    case (.number(let value), .number): self = .integer(value)
    case (.text(let value), .text): self = .text(value)
    case (.date(let value), .date): self = .integer(value.daysSince1970)
    case (.instant(let value), .instant): self = .integer(value.secondsSince1970)
    case (.unit(let id), .unit):
      self = policy.organisation.index(of: id).map { .integer(Int64($0)) } ?? .unknown
    case (.staff(let key), .staff): self = .text(TextRef(key.text))
    case (.patient(let key), .patient): self = .text(TextRef(key.text))
    case (.code(let code), .code(let domain)):
      self = Self.index(of: code, in: domain, policy).map { .integer(Int64($0)) } ?? .unknown
    case (.set(let values), .set(of: let element)): self = Self.set(values, of: element, policy)
    default: self = .unknown
    }
  }

  /// A set of values of a type; one of another type, or a code that nothing declares, makes it unknown, and a
  /// unit that the organisation does not have is an unknown element.
  private static func set(_ values: [AttributeValue], of type: ValueType, _ policy: Policy)
    -> FactValue
  {
    var integers: [Int64] = []
    var texts: [TextRef] = []
    var hasUnknown = false
    for value in values {
      switch FactValue(value, type: type, policy) {
      case .integer(let value): integers.append(value)
      case .text(let value): texts.append(value)
      default:
        guard case .unit = value, type == .unit else { return .unknown }
        hasUnknown = true
      }
    }
    return texts.isEmpty ? .integers(integers, hasUnknown: hasUnknown) : .texts(texts)
  }

  /// The dense index of a code.
  static func index(of code: AttributeID, in domain: CodeDomain, _ policy: Policy) -> Int? {
    switch domain {
    case .action: policy.actions.index(of: code.cast())
    case .purpose: policy.purposes.index(of: code.cast())
    case .contentClass: policy.contentClasses.index(of: code.cast())
    case .contentTag: policy.contentTags.index(of: code.cast())
    case .unitKind: policy.unitKinds.index(of: code.cast())
    case .logisticsKind: policy.patientLogistics.index(of: code.cast())
    case .linkStatus: policy.linkStatuses.index(of: code.cast())
    case .mark: policy.marks.index(of: code.cast())
    case .template: policy.templates.index(of: code.cast())
    case .subtemplate: policy.subtemplates.index(of: code.cast())
    case .providerRecord: policy.providerRecords.index(of: code.cast())
    case .declared(let group, let id):
      policy.attributes[group]?[id]?.codes.firstIndex(of: code)
    }
  }
}
