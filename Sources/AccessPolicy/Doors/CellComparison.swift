/// How two cells compare: the tables of `docs/semantics.md` over numbers.
///
/// Sets are looked for in the pool that their kind names. It is a class so that asking it copies nothing.
final class CellComparison: Sendable {
  let organisation: OrganisationIndex
  let policySets: [Int64]
  let chartSets: [Int64]
  let accessSets: [Int64]

  init(
    organisation: OrganisationIndex,
    policySets: [Int64],
    chartSets: [Int64],
    accessSets: [Int64]
  ) {
    self.organisation = organisation
    self.policySets = policySets
    self.chartSets = chartSets
    self.accessSets = accessSets
  }

  func truth(_ kind: LookupTest.Kind, _ a: FactCell, _ b: FactCell, isNegated: Bool) -> Truth {
    let truth: Truth =
      switch kind {
      case .holds: a.kind == .integer ? Truth(a.value != 0) : .unknown
      case .has: has(a)
      case .equal: Self.equal(a, b)
      case .less: Self.ordered(a, b) { $0 < $1 }
      case .lessOrEqual: Self.ordered(a, b) { $0 <= $1 }
      case .greater: Self.ordered(a, b) { $0 > $1 }
      case .greaterOrEqual: Self.ordered(a, b) { $0 >= $1 }
      case .member: member(a, b)
      case .within: within(a, b)
      }
    return isNegated ? !truth : truth
  }

  /// A point in time with a span added; stops at the ends of time.
  static func shifted(_ cell: FactCell, by seconds: Int64) -> FactCell {
    guard seconds != 0, cell.kind == .integer else { return cell }
    let shifted = Instant(secondsSince1970: cell.value) + TimeSpan(seconds: seconds)
    return .integer(shifted.secondsSince1970)
  }

  private func has(_ cell: FactCell) -> Truth {
    switch cell.kind {
    case .later, .unknown: .unknown
    case .absent: .no
    case .integer: .yes
    case .policySet, .chartSet, .accessSet: Truth(cell.count > 0 || cell.flag)
    case .openUnits: Truth(cell.count > 0)
    }
  }

  private static func equal(_ a: FactCell, _ b: FactCell) -> Truth {
    if a.kind == .integer, b.kind == .integer { return Truth(a.value == b.value) }
    // Absent equals nothing, not even absent, so it does not matter what the other is.
    if a.kind == .absent || b.kind == .absent { return .no }
    return .unknown
  }

  private static func ordered(_ a: FactCell, _ b: FactCell, _ order: (Int64, Int64) -> Bool)
    -> Truth
  {
    guard a.kind == .integer, b.kind == .integer else { return .unknown }
    return Truth(order(a.value, b.value))
  }

  private func member(_ a: FactCell, _ set: FactCell) -> Truth {
    switch set.kind {
    case .absent: return .no
    case .later, .unknown, .integer: return a.kind == .absent ? .no : .unknown
    case .policySet: return member(a, policySets, set, hasUnknown: set.flag)
    case .chartSet: return member(a, chartSets, set, hasUnknown: set.flag)
    case .accessSet: return member(a, accessSets, set, hasUnknown: set.flag)
    case .openUnits:
      let start = Int(set.value) + 2 + Int(accessSets[Int(set.value)])
      return member(a, accessSets, start, Int(set.count), hasUnknown: false)
    }
  }

  private func member(_ a: FactCell, _ pool: [Int64], _ set: FactCell, hasUnknown: Bool) -> Truth {
    member(a, pool, Int(set.value), Int(set.count), hasUnknown: hasUnknown)
  }

  private func member(
    _ a: FactCell,
    _ pool: [Int64],
    _ start: Int,
    _ count: Int,
    hasUnknown: Bool
  ) -> Truth {
    switch a.kind {
    case .integer:
      for index in start..<start + count where pool[index] == a.value { return .yes }
      return hasUnknown ? .unknown : .no
    // Nothing is in an empty set, whatever it is.
    case .unknown: return count == 0 && !hasUnknown ? .no : .unknown
    default: return .no
    }
  }

  private func within(_ a: FactCell, _ b: FactCell) -> Truth {
    switch b.kind {
    case .policySet, .chartSet, .accessSet: if b.count == 0, !b.flag { return .no }
    case .openUnits: if b.flag { return .no }
    default: break
    }
    guard a.kind == .integer else { return .unknown }
    switch b.kind {
    case .integer: return Truth(organisation.isWithin(Int(a.value), Int(b.value)))
    case .policySet: return within(a, policySets, b)
    case .chartSet: return within(a, chartSets, b)
    case .accessSet: return within(a, accessSets, b)
    case .openUnits: return Truth(isOpen(Int(a.value), b))
    case .later, .unknown, .absent: return .unknown
    }
  }

  private func within(_ a: FactCell, _ pool: [Int64], _ set: FactCell) -> Truth {
    let start = Int(set.value)
    for index in start..<start + Int(set.count)
    where organisation.isWithin(Int(a.value), Int(pool[index])) {
      return .yes
    }
    return set.flag ? .unknown : .no
  }

  /// Whether a unit is within one that is listed, and not within one that is removed.
  private func isOpen(_ unit: Int, _ units: FactCell) -> Bool {
    let start = Int(units.value)
    let (removed, listed) = (Int(accessSets[start]), Int(accessSets[start + 1]))
    let removedStart = start + 2
    let listedStart = removedStart + removed + Int(units.count)
    for index in removedStart..<removedStart + removed
    where organisation.isWithin(unit, Int(accessSets[index])) {
      return false
    }
    for index in listedStart..<listedStart + listed
    where organisation.isWithin(unit, Int(accessSets[index])) {
      return true
    }
    return false
  }
}
