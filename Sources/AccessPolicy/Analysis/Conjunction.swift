/// Tests with the answers that they are wanted to give, all of one request.
///
/// Each fact gets the values among which tests can tell: those that the tests mention, their
/// neighbours, one that no test mentions, and being absent or unknown. Values that a test excludes
/// fall away; tests of two facts are tried on pairs of the values left, and on points in time and
/// numbers by ``OrderSystem``. What is not followed so far is taken to hold.
///
/// It is a class because what tries values refers to it, and would copy it each time.
final class Conjunction {
  /// How many comparisons are made before the search gives up: a few milliseconds.
  private static let mostTrials = 200_000

  /// What it takes to begin a search, in comparisons.
  private static let trialsToBegin = 50

  private let facts: FactModel
  private let budget: TrialBudget
  private var attributes = AttributeTable()
  private var compiled: [(test: CompiledTest, wanted: Truths)] = []
  private var variables: [BaseFact: Int] = [:]
  private var bases: [BaseFact] = []
  private var variableOfSlot: [Int] = []

  /// Whether some request may give all the answers; `false` is proven.
  static func mayHold(
    _ asked: AskedTests,
    _ facts: FactModel,
    given assumed: Assumptions,
    _ budget: TrialBudget
  ) -> Bool {
    guard budget.spend(trialsToBegin) else { return true }
    let conjunction = Conjunction(asked, facts, budget)
    // Most are found to hold with a few units; only then are all of them tried.
    if conjunction.mayHold(given: assumed, allUnits: false) { return true }
    let units = conjunction.bases.count { $0.type == .unit }
    guard units > 0 else { return false }
    guard budget.spend(units * facts.unitCount) else { return true }
    return conjunction.mayHold(given: assumed, allUnits: true)
  }

  private init(_ asked: AskedTests, _ facts: FactModel, _ budget: TrialBudget) {
    self.facts = facts
    self.budget = budget
    for test in asked.tests {
      let wanted = asked.wanted(of: test)
      if wanted != .all {
        compiled.append((CompiledTest(test, facts.policy, &attributes), wanted))
      }
    }
    for attribute in attributes.attributes {
      let base = BaseFact(attribute)
      let variable = variables[base] ?? bases.count
      if variable == bases.count { bases.append(base) }
      variables[base] = variable
      variableOfSlot.append(variable)
    }
  }

  private func mayHold(given assumed: Assumptions, allUnits: Bool) -> Bool {
    let writer = FactDomains(
      facts,
      tests: compiled.map(\.test),
      attributes: attributes.attributes,
      bases: bases,
      variableOfSlot: variableOfSlot,
      allUnits: allUnits
    )
    guard let full = writer.domains(given: assumed) else { return true }
    var domains = full
    var pairs: [Pair] = ties
    var orders: [(test: CompiledTest, wanted: Truths)] = []
    var trials = 0
    for (test, wanted) in compiled {
      let touched = Set(test.slots.map { variableOfSlot[$0] }).sorted()
      if let known = Self.needsKnown(test, wanted) {
        for slot in known { domains[variableOfSlot[slot]].removeAll { !$0.isKnown } }
      }
      switch reading(of: test, touched) {
      case .free: break
      case .order: orders.append((test, wanted))
      case .values where touched.count == 2:
        pairs.append(
          Pair(touched[0], touched[1]) { wanted.contains(self.truth(test, [$0, $1], touched)) }
        )
      case .values:
        guard let variable = touched.first else { continue }
        // A test of a list compares with each of its values.
        let more = domains[variable].count * test.valueCount
        trials += more
        guard trials <= Self.mostTrials, budget.spend(more) else { return true }
        domains[variable].removeAll { !wanted.contains(truth(test, [$0], touched)) }
      }
    }
    guard !domains.contains(where: \.isEmpty) else { return false }
    guard mayMatch(pairs, domains) else { return false }
    return orders.isEmpty || orderSystem(orders, domains, full).mayHold
  }

  private func truth(_ test: CompiledTest, _ values: [FactValue], _ touched: [Int]) -> Truth {
    FactComparison.truth(of: test, facts.organisation) { slot in
      let base = touched.firstIndex(of: variableOfSlot[slot]).map { values[$0] } ?? .unknown
      return facts.value(of: attributes.attributes[slot], at: base)
    }
  }

  // MARK: How a test is followed

  private enum Reading {
    /// It is tried on values.
    case values
    /// It relates two numbers, dates or points in time.
    case order
    /// It is not followed: any answer is taken to be possible.
    case free
  }

  private func reading(of test: CompiledTest, _ touched: [Int]) -> Reading {
    let mentioned = test.slots.map { attributes.attributes[$0] }
    if facts.world == .unsure {
      if case .within = test { return .free }
      if mentioned.contains(where: { $0.step != nil || $0.source == .builtIn(.contentTags) }) {
        return .free
      }
    }
    for base in touched.map({ bases[$0] }) {
      guard case .set(let element) = base.type else { continue }
      if touched.count > 1 || element == .unit { return .free }
    }
    guard touched.count == 2, let type = mentioned.first?.type, type.isOrdered else {
      return .values
    }
    return .order
  }

  /// The slots that must be known for the wanted answers; `nil` where none needs to be.
  private static func needsKnown(_ test: CompiledTest, _ wanted: Truths) -> [Int]? {
    func slots(_ operands: CompiledTest.Operand...) -> [Int] {
      operands.compactMap { if case .slot(let slot, _) = $0 { slot } else { nil } }
    }
    return switch test {
    case .ordered where !wanted.contains(.unknown): test.slots
    case .equal where wanted == .yes: test.slots
    case .member(let value, _, _) where wanted == .yes: slots(value)
    case .within(let unit, _, _) where wanted == .yes: slots(unit)
    default: nil
    }
  }

  // MARK: Pairs of facts

  /// Two variables, and which values they can have together.
  private struct Pair {
    let first: Int
    let second: Int
    let mayMeet: (FactValue, FactValue) -> Bool

    init(_ first: Int, _ second: Int, _ mayMeet: @escaping (FactValue, FactValue) -> Bool) {
      self.first = first
      self.second = second
      self.mayMeet = mayMeet
    }
  }

  /// Facts that are there, absent or unknown together.
  private var ties: [Pair] {
    func variable(_ attribute: BuiltInAttribute) -> Int? {
      variables[BaseFact(Attribute(source: .builtIn(attribute), step: nil, type: attribute.type))]
    }
    var ties: [Pair] = []
    if let age = variable(.patientAge), let birth = variable(.patientBirthDate) {
      ties.append(Pair(age, birth) { $0.presence == $1.presence })
    }
    if let contact = variable(.contentContact), let unit = variable(.contentContactUnit) {
      ties.append(Pair(contact, unit) { $0.isKnown || $0.presence == $1.presence })
    }
    return ties
  }

  /// Whether every variable can have a value such that all pairs can meet; gives up by saying yes.
  private func mayMatch(_ pairs: [Pair], _ domains: [[FactValue]]) -> Bool {
    let paired = Set(pairs.flatMap { [$0.first, $0.second] })
      .sorted { (domains[$0].count, $0) < (domains[$1].count, $1) }
    var chosen: [Int: FactValue] = [:]
    var trials = 0
    func search(_ position: Int) -> Bool {
      guard position < paired.count else { return true }
      let variable = paired[position]
      for value in domains[variable] {
        chosen[variable] = value
        let fits = pairs.allSatisfy { pair in
          guard let a = chosen[pair.first], let b = chosen[pair.second],
            pair.first == variable || pair.second == variable
          else { return true }
          trials += 1
          return pair.mayMeet(a, b)
        }
        if trials > Self.mostTrials || !budget.spend(pairs.count) || (fits && search(position + 1))
        {
          return true
        }
      }
      chosen[variable] = nil
      return false
    }
    return search(0)
  }

  // MARK: Order

  private func orderSystem(
    _ orders: [(test: CompiledTest, wanted: Truths)],
    _ domains: [[FactValue]],
    _ full: [[FactValue]]
  ) -> OrderSystem {
    var system = OrderSystem(variables: bases.count)
    for (test, wanted) in orders {
      switch test {
      case .ordered(.slot(let a, let left), _, .slot(let b, let right)):
        let (a, b) = (variableOfSlot[a], variableOfSlot[b])
        let areKnown = (domains[a] + domains[b]).allSatisfy(\.isKnown)
        switch areKnown ? wanted.subtracting(.unknown) : wanted {
        // a + left < b + right
        case .yes: system.require(a, minus: b, atMost: right, less: left, less: 1)
        // b + right <= a + left
        case .no: system.require(b, minus: a, atMost: left, less: right, less: 0)
        default: break
        }
      case .equal(.slot(let a, let left), .slot(let b, let right), _) where wanted == .yes:
        let (a, b) = (variableOfSlot[a], variableOfSlot[b])
        system.require(a, minus: b, atMost: right, less: left, less: 0)
        system.require(b, minus: a, atMost: left, less: right, less: 0)
      default: break
      }
    }
    for variable in bases.indices where bases[variable].type.isOrdered {
      let left = domains[variable].compactMap(\.number)
      let all = full[variable].compactMap(\.number)
      // The ends of all values stand for everything beyond them.
      if let least = left.min(), least != all.min() { system.bound(variable, from: least) }
      if let greatest = left.max(), greatest != all.max() { system.bound(variable, to: greatest) }
    }
    return system
  }
}

extension CompiledTest {
  /// How many values are written in it, at least one.
  fileprivate var valueCount: Int { max(1, operands.map(\.valueCount).reduce(0, +)) }
}

extension CompiledTest.Operand {
  fileprivate var valueCount: Int {
    switch self {
    case .slot: 0
    case .value(.integers(let several, hasUnknown: _)): several.count
    case .value(.texts(let several)): several.count
    case .value: 1
    }
  }
}

extension FactValue {
  /// Whether there is a value.
  var isKnown: Bool { self != .absent && self != .unknown }

  /// Zero where it is unknown, one where absent, two where known.
  fileprivate var presence: Int { self == .unknown ? 0 : self == .absent ? 1 : 2 }

  /// The number that it is, or stands under.
  fileprivate var number: Int64? { if case .integer(let value) = self { value } else { nil } }
}
