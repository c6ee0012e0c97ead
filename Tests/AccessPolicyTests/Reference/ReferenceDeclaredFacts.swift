import AccessPolicy

// Section 1: attributes that the policy set declares.

extension ReferenceEvaluator {
  func declaredFact(_ group: AttributeGroup, _ id: AttributeID, link: Link?) -> Fact<ReferenceValue>
  {
    guard let declared = policy.attributes[group]?[id] else { return .unknown }
    let given: Attributes
    switch group {
    case .session: given = request.session.attributes
    case .content: given = request.content.attributes
    case .request: given = request.attributes
    case .record:
      guard let record else { return .unknown }
      given = record.attributes
    case .link:
      guard let link else { return .unknown }
      given = link.attributes
    case .patient:
      guard let patient = request.patient else { return factOfNoPatient }
      given = patient.attributes
    }
    switch given[id] {
    case nil, .unknown: return .unknown
    case .absent: return .absent
    case .known(let value): return typed(value, as: declared)
    }
  }

  /// A value that has the declared type; anything else is unknown.
  private func typed(_ given: AttributeValue, as declared: DeclaredAttribute) -> Fact<
    ReferenceValue
  > {
    guard case .set(let type) = declared.type else {
      guard let value = single(given, type: declared.type, codes: declared.codes) else {
        return .unknown
      }
      if case .unit(let unit) = value { return unitFact(.known(unit)) }
      return .known(value)
    }
    guard case .set(let elements) = given else { return .unknown }
    var values: [ReferenceValue?] = []
    for element in elements {
      guard let value = single(element, type: type, codes: declared.codes) else { return .unknown }
      if case .unit(let unit) = value, policy.organisation[unit] == nil {
        values.append(nil)
      } else {
        values.append(value)
      }
    }
    return .known(.set(values))
  }

  private func single(
    _ value: AttributeValue,
    type: ValueType,
    codes: [AttributeID]
  ) -> ReferenceValue? {
    switch (type, value) {
    case (.boolean, .boolean(let value)): .flag(value)
    case (.number, .number(let value)): .number(value)
    case (.text, .text(let value)): .key(value)
    case (.date, .date(let value)): .date(value)
    case (.instant, .instant(let value)): .instant(value)
    case (.unit, .unit(let value)): .unit(value)
    case (.staff, .staff(let value)): .key(value)
    case (.patient, .patient(let value)): .key(value)
    case (.code, .code(let value)): codes.contains(value) ? .code(value) : nil
    default: nil
    }
  }

  /// A value that the author of a condition wrote; the check of the policy set has typed it.
  func literal(_ value: AttributeValue) -> ReferenceValue {
    switch value {
    case .boolean(let value): .flag(value)
    case .number(let value): .number(value)
    case .text(let value): .key(value)
    case .date(let value): .date(value)
    case .instant(let value): .instant(value)
    case .unit(let value): .unit(value)
    case .staff(let value): .key(value)
    case .patient(let value): .key(value)
    case .code(let value): .code(value)
    case .set(let values): .set(values.map { literal($0) })
    }
  }
}
