/// The values at which the conditions of some policy sets cut: what they mention, of each type.
struct FactPools: Sendable {
  /// The time of every request, unless a condition compares it with a point in time.
  static let now = Instant(secondsSince1970: 1_772_442_000)

  private(set) var numbers: Set<Int64> = []
  private(set) var ages: Set<Int64> = []
  private(set) var dates: Set<Int64> = []
  /// For each fact that is a point in time, where conditions cut it.
  private(set) var times: [Attribute.Source: TimeCuts] = [:]
  private(set) var texts: Set<AttributeValue> = []
  /// For each fact that is a set, the elements that tests mention.
  private(set) var elements: [Attribute.Source: Set<AttributeValue>] = [:]
  /// How far from a number or day that a test mentions others are tried: one step for each fact that stands
  /// beside another one, so that all of them can be in any order.
  private(set) var steps: [StepKind: Int64] = [:]

  /// What is counted in steps.
  enum StepKind: Hashable { case numbers, days }

  /// Where conditions cut a fact that is a point in time.
  struct TimeCuts: Sendable {
    /// Points in time.
    var points: Set<Int64> = []
    /// Seconds after the time of the request.
    var sinceNow: Set<Int64> = []
    /// Seconds after another fact.
    var since: [Attribute.Source: Set<Int64>] = [:]
  }

  let policies: [Policy]
  let leavesOut: SeededDefect?

  init(_ policies: [Policy], leavingOut: SeededDefect? = nil) {
    self.policies = policies
    leavesOut = leavingOut
    for policy in policies {
      for test in policy.conditionsOfSituations.flatMap(\.tests) { add(test) }
      for (_, rule) in policy.careRelationships {
        for case .relative(let anchor, let span) in [rule.window.opens, rule.window.closes] {
          let end = Attribute.Source.builtIn(anchor == .start ? .linkStarts : .linkEnds)
          times[end, default: TimeCuts()].sinceNow.insert(0 &- span.seconds)
        }
      }
      let levels =
        policy.templates.map(\.entry.leastAuthentication)
        + policy.subtemplates.map(\.entry.leastAuthentication)
      numbers.formUnion((levels + [policy.sessionRules.leastAuthentication]).compactMap { $0 })
    }
    addPairs(policies.flatMap { $0.everyCondition.flatMap(\.tests) })
  }

  private mutating func add(_ test: Condition.Test) {
    addTimes(test)
    for (fact, value) in test.sides {
      let values = if case .set(let several) = value { several } else { [value] }
      if case .set = fact.type { elements[fact.source, default: []].formUnion(values) }
      for value in values { add(value, fact) }
    }
  }

  private mutating func add(_ value: AttributeValue, _ fact: Attribute) {
    switch value {
    case .number(let number) where fact.source == .builtIn(.patientAge): ages.insert(number)
    case .number(let number): numbers.insert(number)
    case .date(let date): dates.insert(date.daysSince1970)
    case .text, .staff, .patient: texts.insert(value)
    case .boolean, .instant, .unit, .code, .set: break
    }
  }
}

extension FactPools {
  /// What follows from tests of two facts: a value that one is compared with matters to the other.
  fileprivate mutating func addPairs(_ tests: [Condition.Test]) {
    var mentioned: [Attribute.Source: Set<AttributeValue>] = [:]
    for test in tests {
      for (fact, value) in test.sides {
        let values = if case .set(let several) = value { several } else { [value] }
        mentioned[fact.source, default: []].formUnion(values)
      }
    }
    var beside: [StepKind: Set<Attribute.Source>] = [:]
    for test in tests where test.facts.count == 2 {
      let facts = test.facts
      if case .member = test, case .set = facts[1].type {
        elements[facts[1].source, default: []].formUnion(mentioned[facts[0].source] ?? [])
      }
      for fact in facts {
        switch fact.type {
        case .number: beside[.numbers, default: []].insert(fact.source)
        case .date: beside[.days, default: []].insert(fact.source)
        default: break
        }
      }
      if facts.contains(where: { $0.source == .builtIn(.patientAge) }) {
        numbers.formUnion(ages.union([FactCuts.plainAge]))
        ages.formUnion(numbers.filter { (0..<1_000).contains($0) })
      }
    }
    // Beyond so many, all in one order are not needed by any condition that people write.
    for (kind, facts) in beside { steps[kind] = Int64(min(facts.count, 8)) }
  }

  /// Where a test cuts points in time: at a literal, or so long after another fact.
  fileprivate mutating func addTimes(_ test: Condition.Test) {
    guard test.operands.count == 2 else { return }
    for (one, other) in [(0, 1), (1, 0)] {
      guard case .attribute(let fact, let shift) = test.operands[one], fact.type == .instant else {
        continue
      }
      switch test.operands[other] {
      case .literal(let value):
        let values = if case .set(let several) = value { several } else { [value] }
        for case .instant(let point) in values {
          times[fact.source, default: TimeCuts()].points.insert(
            point.secondsSince1970 &- shift.seconds
          )
        }
      case .attribute(let beside, let span):
        let seconds = span.seconds &- shift.seconds
        if beside.source == .builtIn(.now) {
          times[fact.source, default: TimeCuts()].sinceNow.insert(seconds)
        } else {
          times[fact.source, default: TimeCuts()].since[beside.source, default: []].insert(seconds)
        }
      }
    }
  }
}

/// A cut that is left out on purpose, by tests of the enumerator itself.
package enum SeededDefect: Sendable, CaseIterable {
  /// Nothing is tried a second before and after the edge of a window.
  case windowNeighbours
  /// No fact is ever missing.
  case missingFacts
  /// No item carries a mark.
  case marksOfItems
  /// Numbers are tried at what tests mention, and not beside it.
  case numberNeighbours
  /// Nobody has a subtemplate.
  case subtemplates
}

extension Condition.Test {
  /// Each fact with a value that stands on the other side.
  fileprivate var sides: [(fact: Attribute, value: AttributeValue)] {
    facts.flatMap { fact in literals.map { (fact, $0) } }
  }
}
