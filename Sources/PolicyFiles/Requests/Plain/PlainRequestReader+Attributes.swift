import AccessPolicy

// Attributes that the policy set declares.
extension PlainRequestReader {
  mutating func attributes(_ group: AttributeGroup) throws(NotPlain) -> Attributes {
    var attributes: Attributes = [:]
    var record = try scanner.object()
    while let id = try scanner.declaredKey(of: &record) {
      guard let declared = policy.attributes[group]?[id] else { throw NotPlain() }
      let value: Fact<AttributeValue> =
        try scanner.isNull() ? .absent : .known(value(declared.type, codes: declared.codes))
      guard attributes.updateValue(value, forKey: id) == nil else { throw NotPlain() }
    }
    return attributes
  }

  private mutating func value(
    _ type: ValueType,
    codes: [AttributeID]
  ) throws(NotPlain) -> AttributeValue {
    switch type {
    case .boolean: return .boolean(try scanner.boolean())
    case .number: return .number(try scanner.number())
    case .text: return .text(TextRef(try scanner.text()))
    case .date: return .date(try scanner.date())
    case .instant: return .instant(try scanner.instant())
    case .unit: return .unit(try scanner.identifier())
    case .staff: return .staff(StaffRef(try scanner.text()))
    case .patient: return .patient(PatientRef(try scanner.text()))
    case .code(let domain):
      let code: AttributeID = try scanner.identifier()
      if case .declared = domain, !codes.contains(code) { throw NotPlain() }
      return .code(code)
    case .set(let element):
      var values: [AttributeValue] = []
      var list = try scanner.list()
      while try scanner.item(of: &list) { values.append(try value(element, codes: codes)) }
      return .set(values)
    }
  }
}
