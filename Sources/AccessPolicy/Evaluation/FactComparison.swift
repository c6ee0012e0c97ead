/// How two values of one type compare, with absent and unknown ones; the tables of `docs/semantics.md`.
enum FactComparison {
  /// What a test answers, by the values of the facts that it mentions, each under its slot.
  static func truth(
    of test: CompiledTest,
    _ organisation: OrganisationIndex,
    _ value: (Int) -> FactValue
  ) -> Truth {
    func side(_ operand: CompiledTest.Operand) -> FactValue { Self.value(of: operand, value) }
    switch test {
    case .holds(let slot):
      guard case .integer(let value) = value(slot) else { return .unknown }
      return Truth(value != 0)
    case .has(let slot): return has(value(slot), organisation)
    case .equal(let a, let b, let negated):
      let equal = equal(side(a), side(b))
      return negated ? !equal : equal
    case .ordered(let a, let order, let b): return ordered(side(a), order, side(b))
    case .member(let a, let b, let negated):
      let isMember = member(side(a), side(b), organisation)
      return negated ? !isMember : isMember
    case .within(let a, let b, let negated):
      let isWithin = within(side(a), side(b), organisation)
      return negated ? !isWithin : isWithin
    }
  }

  /// One side of a test; a point in time with the span that is added to it.
  static func value(of operand: CompiledTest.Operand, _ value: (Int) -> FactValue) -> FactValue {
    switch operand {
    case .value(let value): return value
    case .slot(let slot, let seconds):
      guard seconds != 0, case .integer(let instant) = value(slot) else { return value(slot) }
      let shifted = Instant(secondsSince1970: instant) + TimeSpan(seconds: seconds)
      return .integer(shifted.secondsSince1970)
    }
  }

  static func has(_ value: FactValue, _ organisation: OrganisationIndex) -> Truth {
    switch value {
    case .unknown: .unknown
    case .absent: .no
    case .integers(let values, let hasUnknown): Truth(!values.isEmpty || hasUnknown)
    case .texts(let values): Truth(!values.isEmpty)
    case .integer, .text: .yes
    case .openUnits(let listed, let removed):
      Truth(listed.contains { isOpen($0, [$0], removed, organisation) })
    }
  }

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
