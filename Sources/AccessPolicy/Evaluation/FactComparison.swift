/// How two values of one type compare, with absent and unknown ones; the tables of `docs/semantics.md`.
enum FactComparison {
  static func equal(_ a: FactValue, _ b: FactValue) -> Truth {
    switch (a, b) {
    case (.unknown, _), (_, .unknown): .unknown
    // Absent equals nothing, not even absent.
    case (.absent, _), (_, .absent): .no
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

  static func member(_ a: FactValue, _ set: FactValue) -> Truth {
    switch (a, set) {
    case (.unknown, _), (_, .unknown): .unknown
    case (.absent, _), (_, .absent): .no
    case (.integer(let value), .integers(let values, let hasUnknown)):
      values.contains(value) ? .yes : hasUnknown ? .unknown : .no
    case (.text(let value), .texts(let values)): Truth(values.contains(value))
    default: .no
    }
  }

  static func within(_ a: FactValue, _ b: FactValue, _ organisation: OrganisationIndex) -> Truth {
    guard case .integer(let unit) = a else { return .unknown }
    switch b {
    case .integer(let other): return Truth(organisation.isWithin(Int(unit), Int(other)))
    case .integers(let others, let hasUnknown):
      if others.contains(where: { organisation.isWithin(Int(unit), Int($0)) }) { return .yes }
      return hasUnknown ? .unknown : .no
    case .texts: return .no
    case .unknown, .absent, .text: return .unknown
    }
  }
}
