extension CellForms {
  static func attribute(_ fact: BuiltInAttribute) -> Attribute {
    Attribute(source: .builtIn(fact), step: nil, type: fact.type)
  }

  static func fact(_ fact: BuiltInAttribute) -> Condition.Operand {
    .attribute(attribute(fact), shiftedBy: .zero)
  }

  func isEqual(_ fact: BuiltInAttribute, _ value: AttributeValue, link: Int) -> Formula {
    space.formula(
      .equal(Self.fact(fact), .literal(value), negated: false),
      link: link,
      side: side
    )
  }

  func hasFact(_ attribute: Attribute, link: Int = 0) -> Formula {
    space.formula(.has(attribute), link: link, side: side)
  }

  func isWithin(_ fact: BuiltInAttribute, _ units: Set<UnitID>) -> Formula {
    guard !units.isEmpty else { return .no }
    let literal = AttributeValue.set(units.sorted().map { .unit($0) })
    return space.formula(
      .within(Self.fact(fact), .literal(literal), negated: false),
      link: 0,
      side: side
    )
  }

  /// Whether the purpose of the session is one of these.
  func isOne(of purposes: [PurposeID]) -> Formula {
    .some(purposes.sorted().map { isEqual(.sessionPurpose, .code($0.cast()), link: 0) })
  }

  func serves(_ purposes: Set<PurposeID>?) -> Formula {
    if let form = purposeForms[purposes] { return form }
    let ordinary = policy.purposes.filter { !$0.entry.onlyWhereNamed }.map(\.id)
    let form = isOne(of: purposes.map { Array($0) } ?? ordinary)
    purposeForms[purposes] = form
    return form
  }
}

extension Condition {
  /// Whether its answer depends on the class, the action or the template.
  var mentionsCell: Bool { tests.contains(where: \.mentionsCell) }
}
