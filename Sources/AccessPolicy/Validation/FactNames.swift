/// Finds the fact that a name in a condition means.
struct FactNames {
  private let declared: [AttributeGroup: [AttributeID: DeclaredAttribute]]

  init(declared: [AttributeGroup: [AttributeID: DeclaredAttribute]]) { self.declared = declared }

  /// Every name that could be written, for suggestions; steps of units left out.
  var all: [String] {
    let own = declared.flatMap { group, ids in ids.keys.map { "\(group.rawValue).\($0)" } }
    return (BuiltInAttribute.allCases.map(\.rawValue) + own).sorted()
  }

  /// Every step from a unit that could be written, for suggestions.
  var steps: [String] {
    let units = all.filter { base($0)?.type == .unit }
    return units.flatMap { unit in
      [Attribute.UnitStep.enterpriseKind, .kind, .enterprise].map { "\(unit).\($0.rawValue)" }
    }
    .sorted()
  }

  /// The facts of a type that are in view, but for one, for suggestions.
  func names(
    of type: ValueType,
    in place: ConditionChecker.Place,
    besides name: String? = nil
  ) -> [String] {
    all.filter { candidate in
      guard candidate != name, let found = base(candidate) else { return false }
      return found.type == type && place.sees(found.group)
    }
  }

  /// The fact of a name, with the group it belongs to; `nil` when there is none.
  func attribute(_ name: String) -> (attribute: Attribute, group: AttributeGroup?)? {
    // Some letters beyond ASCII are equal to ASCII letters as `==` sees them.
    guard name.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    if let found = base(name) {
      return (Attribute(source: found.source, step: nil, type: found.type), found.group)
    }
    for step in [Attribute.UnitStep.enterpriseKind, .kind, .enterprise] {
      let suffix = ".\(step.rawValue)"
      guard name.hasSuffix(suffix), let found = base(String(name.dropLast(suffix.count))),
        found.type == .unit
      else { continue }
      let type: ValueType = step == .enterprise ? .unit : .code(.unitKind)
      return (Attribute(source: found.source, step: step, type: type), found.group)
    }
    return nil
  }

  private func base(_ name: String) -> (
    source: Attribute.Source, type: ValueType, group: AttributeGroup?
  )? {
    if let builtIn = BuiltInAttribute(rawValue: name) {
      return (.builtIn(builtIn), builtIn.type, builtIn.group)
    }
    let parts = name.split(separator: ".", maxSplits: 1)
    guard parts.count == 2, let group = AttributeGroup(rawValue: String(parts[0])),
      let id = AttributeID(parts[1]), let attribute = declared[group]?[id]
    else { return nil }
    return (.declared(group, id), attribute.type, group)
  }
}
