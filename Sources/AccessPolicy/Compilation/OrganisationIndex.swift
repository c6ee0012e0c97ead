/// The organisation tree, numbered so that *within* is two comparisons.
///
/// Each unit has the interval of the numbers given out beneath it in a walk of the tree.
struct OrganisationIndex: Sendable {
  private(set) var enter: [Int32]
  private(set) var exit: [Int32]
  /// The nearest enterprise at or above each unit; -1 if there is none.
  private(set) var enterprise: [Int]
  /// The dense index of each unit's kind.
  private(set) var kind: [Int]
  /// The marks on each unit and all above it.
  private(set) var marks: [BitSet]
  /// The marks that some unit carries.
  private(set) var carriedMarks: BitSet

  init(_ policy: Policy) {
    let units = policy.organisation
    enter = Array(repeating: 0, count: units.count)
    exit = enter
    enterprise = Array(repeating: -1, count: units.count)
    marks = Array(repeating: BitSet(capacity: policy.marks.count), count: units.count)
    carriedMarks = BitSet(capacity: policy.marks.count)
    kind = units.map { policy.unitKinds.index(of: $0.entry.kind) ?? 0 }
    var children = Array(repeating: [Int](), count: units.count)
    var roots: [Int] = []
    for (index, unit) in units.enumerated() {
      if let parent = unit.entry.parent.flatMap({ units.index(of: $0) }) {
        children[parent].append(index)
      } else {
        roots.append(index)
      }
    }
    // An explicit stack: the tree may be deeper than the thread's.
    var number: Int32 = 0
    var stack = roots.reversed().map { (unit: $0, parent: -1, isLeaving: false) }
    while let step = stack.popLast() {
      if step.isLeaving {
        exit[step.unit] = number
        continue
      }
      let unit = units[step.unit].entry
      number += 1
      enter[step.unit] = number
      if step.parent >= 0 {
        marks[step.unit] = marks[step.parent]
        enterprise[step.unit] = enterprise[step.parent]
      }
      if unit.isEnterprise { enterprise[step.unit] = step.unit }
      for mark in unit.marks {
        guard let index = policy.marks.index(of: mark) else { continue }
        marks[step.unit].insert(index)
        carriedMarks.insert(index)
      }
      stack.append((step.unit, step.parent, true))
      for child in children[step.unit].reversed() { stack.append((child, step.unit, false)) }
    }
  }

  /// Whether a unit is another, or stands beneath it.
  func isWithin(_ unit: Int, _ other: Int) -> Bool {
    enter[other] <= enter[unit] && exit[unit] <= exit[other]
  }

  /// What the organisation says of a unit.
  func value(of step: Attribute.UnitStep, at unit: Int) -> FactValue {
    switch step {
    case .kind: .integer(Int64(kind[unit]))
    case .enterprise: enterprise[unit] < 0 ? .absent : .integer(Int64(enterprise[unit]))
    case .enterpriseKind:
      enterprise[unit] < 0 ? .absent : .integer(Int64(kind[enterprise[unit]]))
    }
  }

  /// Adds a unit of no declared kind beside the whole tree, and says its number.
  ///
  /// For questions whose answer shall not lean on the organisation staying as small as it is.
  mutating func addStranger(isEnterprise: Bool) -> Int {
    let unit = enter.count
    // The numbers given out so far are at most as many as there are units.
    enter.append(Int32(clamping: unit + 1))
    exit.append(Int32(clamping: unit + 1))
    enterprise.append(isEnterprise ? unit : -1)
    kind.append(.max)
    marks.append(BitSet(capacity: 0))
    return unit
  }
}
