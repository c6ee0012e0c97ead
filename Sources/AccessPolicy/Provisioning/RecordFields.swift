/// Looks at the fields of a staff record each by itself, before any rule does.
struct RecordFields {
  private let record: StaffRecord
  private let policy: Policy

  init(_ record: StaffRecord, _ policy: Policy) {
    self.record = record
    self.policy = policy
  }

  /// Everything that is wrong with a field: workplace, employer, period, then the declared ones by id.
  var refusals: [ProvisioningRefusal] { workplace + employer + period + declared }

  private var workplace: [ProvisioningRefusal] {
    let field = BuiltInAttribute.recordWorkplace.rawValue
    switch record.workplace {
    case .known(let unit): return unknownUnit(unit, in: field)
    case .absent, .unknown: return [.missing(field: field)]
    }
  }

  private var employer: [ProvisioningRefusal] {
    guard case .known(let unit) = record.employer else { return [] }
    return unknownUnit(unit, in: BuiltInAttribute.recordEmployer.rawValue)
  }

  private func unknownUnit(_ unit: UnitID, in field: String) -> [ProvisioningRefusal] {
    policy.organisation[unit] == nil ? [.unknownUnit(field: field, unit)] : []
  }

  private var period: [ProvisioningRefusal] {
    var refusals: [ProvisioningRefusal] = []
    if record.from.isUnknown {
      refusals.append(.missing(field: BuiltInAttribute.recordFrom.rawValue))
    }
    if record.until.isUnknown {
      refusals.append(.missing(field: BuiltInAttribute.recordUntil.rawValue))
    }
    if let from = record.from.value, let until = record.until.value, until <= from {
      refusals.append(.neverInForce(from: from, until: until))
    }
    return refusals
  }

  private var declared: [ProvisioningRefusal] {
    guard let attributes = policy.attributes[.record] else { return [] }
    return attributes.flatMap { id, attribute -> [ProvisioningRefusal] in
      guard case .known(let value) = record.attributes[id] else { return [] }
      let field = "\(AttributeGroup.record.rawValue).\(id)"
      switch FactValue(value, type: attribute.type, policy) {
      case .unknown, .integers(_, hasUnknown: true): break
      default: return []
      }
      let units = value.units.flatMap { unknownUnit($0, in: field) }
      return units.isEmpty
        ? [.wrongValue(field: field, value, expected: attribute.type)] : units
    }
  }
}

extension AttributeValue {
  /// The units that it is, or holds, in order.
  fileprivate var units: [UnitID] {
    switch self {
    case .unit(let unit): [unit]
    case .set(let values): Set(values.flatMap(\.units)).sorted()
    default: []
    }
  }
}

extension ProvisioningRefusal {
  /// The field that it is about, if it is about one.
  var field: String? {
    switch self {
    case .missing(let field), .unknownUnit(let field, _), .wrongValue(let field, _, _): field
    default: nil
    }
  }
}
