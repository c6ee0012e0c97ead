/// How two values of one type compare, with absent and unknown ones; the tables of `docs/semantics.md`.
enum FactComparison {
  static func equal(_ a: FactValue, _ b: FactValue) -> Truth {
    switch (a, b) {
    // Absent equals nothing, not even absent, so it does not matter what the other is.
    case (.absent, _), (_, .absent): .no
    case (.unknown, _), (_, .unknown): .unknown
    default: Truth(a == b)
    }
  }

  static func ordered(_ a: FactValue, _ order: Condition.Order, _ b: FactValue) -> Truth {
    guard case .integer(let a) = a, case .integer(let b) = b else { return .unknown }
    switch order {
    case .less: return Truth(a < b)
    case .lessOrEqual: return Truth(a <= b)
    case .greater: return Truth(a > b)
    case .greaterOrEqual: return Truth(a >= b)
    }
  }

  static func member(_ a: FactValue, _ set: FactValue, _ organisation: OrganisationIndex) -> Truth {
    switch set {
    case .absent: return .no
    case .integers(let values, let hasUnknown): return member(a, values, hasUnknown)
    case .openUnits(let listed, let removed):
      return member(a, listed.filter { isOpen($0, [$0], removed, organisation) }, false)
    case .texts(let values):
      switch a {
      case .text(let value): return Truth(values.contains(value))
      case .unknown: return values.isEmpty ? .no : .unknown
      default: return .no
      }
    case .unknown, .integer, .text: return a == .absent ? .no : .unknown
    }
  }

  private static func member(_ a: FactValue, _ values: [Int64], _ hasUnknown: Bool) -> Truth {
    switch a {
    case .integer(let value): values.contains(value) ? .yes : hasUnknown ? .unknown : .no
    // Nothing is in an empty set, whatever it is.
    case .unknown: values.isEmpty && !hasUnknown ? .no : .unknown
    // A text against integers: an empty set of texts has no type of its own.
    case .text: hasUnknown ? .unknown : .no
    default: .no
    }
  }

  /// Whether a unit is within one of some units, and not within one of others.
  static func isOpen(
    _ unit: Int64,
    _ listed: [Int64],
    _ removed: [Int64],
    _ organisation: OrganisationIndex
  ) -> Bool {
    listed.contains { organisation.isWithin(Int(unit), Int($0)) }
      && !removed.contains { organisation.isWithin(Int(unit), Int($0)) }
  }

  static func within(_ a: FactValue, _ b: FactValue, _ organisation: OrganisationIndex) -> Truth {
    switch b {
    case .integers([], hasUnknown: false), .openUnits(listed: [], removed: _): return .no
    default: break
    }
    guard case .integer(let unit) = a else { return .unknown }
    switch b {
    case .integer(let other): return Truth(organisation.isWithin(Int(unit), Int(other)))
    case .integers(let others, let hasUnknown):
      if others.contains(where: { organisation.isWithin(Int(unit), Int($0)) }) { return .yes }
      return hasUnknown ? .unknown : .no
    case .openUnits(let listed, let removed):
      return Truth(isOpen(unit, listed, removed, organisation))
    case .texts: return .no
    case .unknown, .absent, .text: return .unknown
    }
  }
}
