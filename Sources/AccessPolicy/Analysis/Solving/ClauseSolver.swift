/// Decides whether clauses, each a choice among literals, can all be met: conflict-driven clause learning.
///
/// What one question has taught, the next one knows: clauses stay, and so does all that was learned of
/// them. Literals are assumed, not added, so one solver answers any number of questions.
///
/// The ways are those of the field: two watched literals a clause (Chaff), the first unique implication
/// point and minimised clauses (MiniSat), restarts by Luby's sequence, and clauses forgotten by how many
/// levels of decision they join (Glucose). A group is a set of variables of which at most one is true.
struct ClauseSolver {
  /// What a question came to.
  enum Answer {
    /// All clauses and assumptions can be met; ``isTrue(_:)`` says how.
    case satisfiable
    /// They cannot.
    case unsatisfiable
    /// More conflicts than were allowed.
    case gaveUp
  }

  // For each literal: 1 true, -1 false, 0 open.
  private(set) var values: [Int8] = []
  private var binaries: [[Literal]] = []
  var watches: [[Watch]] = []
  // For each variable.
  private(set) var levels: [Int32] = []
  private(set) var reasons: [Reason] = []
  private var groups: [Int32] = []
  private var plain: [Bool] = []
  var seen: [Bool] = []
  var order = ActivityHeap()

  private var members: [[Literal]] = []
  var clauses: [Clause] = []
  var learned: [Int] = []
  private(set) var trail: [Literal] = []
  private(set) var limits: [Int] = []
  private var head = 0
  private var isContradictory = false
  var mostLearned = 8_000
  /// Of the literals that were assumed last, and cannot all be true: some that cannot be, together.
  private(set) var clash: [Literal] = []

  struct Watch {
    let clause: Int32
    /// Where this one is true, the clause need not be looked at.
    let blocker: Literal
  }

  struct Clause {
    var literals: [Literal]
    let isLearned: Bool
    /// How many levels of decision it joins.
    var levels: Int
    var isGone = false
  }

  enum Reason {
    case none
    case literal(Literal)
    case clause(Int32)
  }

  // MARK: Building

  /// A new variable.
  ///
  /// - Parameter plain: What it is tried as first.
  mutating func variable(plain value: Bool = false) -> Literal {
    let number = levels.count
    values += [0, 0]
    binaries += [[], []]
    watches += [[], []]
    levels.append(0)
    reasons.append(.none)
    groups.append(-1)
    plain.append(value)
    seen.append(false)
    order.grow()
    return Literal(variable: number)
  }

  /// Of these variables, at most one is true.
  mutating func addGroup(_ literals: [Literal]) {
    for literal in literals { groups[literal.variable] = Int32(members.count) }
    members.append(literals)
  }

  /// Some of these literals is true.
  mutating func add(_ literals: [Literal]) {
    cancel(to: 0)
    guard !isContradictory else { return }
    var left: [Literal] = []
    for literal in literals {
      if values[literal.index] > 0 || left.contains(literal.opposite) { return }
      if values[literal.index] == 0, !left.contains(literal) { left.append(literal) }
    }
    switch left.count {
    case 0: isContradictory = true
    case 1:
      assign(left[0], .none)
      if propagate() != nil { isContradictory = true }
    case 2: addBinary(left[0], left[1])
    default: attach(Clause(literals: left, isLearned: false, levels: 0))
    }
  }

  mutating func addBinary(_ a: Literal, _ b: Literal) {
    binaries[a.opposite.index].append(b)
    binaries[b.opposite.index].append(a)
  }

  @discardableResult
  mutating func attach(_ clause: Clause) -> Int {
    let number = clauses.count
    watches[clause.literals[0].opposite.index].append(
      Watch(clause: Int32(number), blocker: clause.literals[1])
    )
    watches[clause.literals[1].opposite.index].append(
      Watch(clause: Int32(number), blocker: clause.literals[0])
    )
    clauses.append(clause)
    if clause.isLearned { learned.append(number) }
    return number
  }

  // MARK: Answers

  /// Whether a literal is true in what was found.
  func isTrue(_ literal: Literal) -> Bool { values[literal.index] > 0 }

  /// Whether all clauses can be met together with some literals.
  ///
  /// - Parameters:
  ///   - assumptions: Literals that have to be true.
  ///   - choices: The variables that are decided; the others have to follow from them.
  ///   - mostConflicts: After how many it gives up.
  mutating func solve(
    _ assumptions: [Literal],
    choices: [Int],
    mostConflicts: Int
  ) -> Answer {
    cancel(to: 0)
    clash = []
    guard !isContradictory else { return .unsatisfiable }
    var conflicts = 0
    var hasChoices = false
    var restart = Luby()
    var untilRestart = restart.next() * 64
    while true {
      if let conflict = propagate() {
        conflicts += 1
        guard !limits.isEmpty else {
          isContradictory = true
          return .unsatisfiable
        }
        learn(from: conflict)
        guard conflicts <= mostConflicts else { return .gaveUp }
        untilRestart -= 1
        continue
      }
      if untilRestart <= 0 {
        cancel(to: assumptions.count)
        untilRestart = restart.next() * 64
        forget()
        continue
      }
      // Assumptions are the first decisions, in their order.
      if limits.count < assumptions.count {
        let next = assumptions[limits.count]
        guard values[next.index] >= 0 else {
          clash = clash(at: next)
          return .unsatisfiable
        }
        limits.append(trail.count)
        if values[next.index] == 0 { assign(next, .none) }
        continue
      }
      if !hasChoices {
        order.fill(choices)
        hasChoices = true
      }
      guard let next = nextChoice() else { return .satisfiable }
      limits.append(trail.count)
      assign(next, .none)
    }
  }

  private mutating func nextChoice() -> Literal? {
    while let variable = order.popHighest() {
      let literal = Literal(variable: variable)
      if values[literal.index] == 0 { return plain[variable] ? literal : literal.opposite }
    }
    return nil
  }

  // MARK: Assigning

  mutating func assign(_ literal: Literal, _ reason: Reason) {
    values[literal.index] = 1
    values[literal.opposite.index] = -1
    levels[literal.variable] = Int32(limits.count)
    reasons[literal.variable] = reason
    trail.append(literal)
  }

  mutating func cancel(to level: Int) {
    guard limits.count > level else { return }
    let start = limits[level]
    for literal in trail[start...] {
      values[literal.index] = 0
      values[literal.opposite.index] = 0
      order.putBack(literal.variable)
    }
    trail.removeLast(trail.count - start)
    limits.removeLast(limits.count - level)
    head = min(head, start)
  }

  /// Follows what was assigned; the literals that are all false, where they cannot be.
  private mutating func propagate() -> [Literal]? {
    while head < trail.count {
      let literal = trail[head]
      head += 1
      let group = groups[literal.variable]
      if group >= 0, !literal.isNegated {
        for other in members[Int(group)] where other != literal {
          let value = values[other.index]
          if value > 0 { return [literal.opposite, other.opposite] }
          if value == 0 { assign(other.opposite, .literal(literal)) }
        }
      }
      for implied in binaries[literal.index] {
        let value = values[implied.index]
        if value < 0 { return [implied, literal.opposite] }
        if value == 0 { assign(implied, .literal(literal)) }
      }
      if let conflict = propagateClauses(literal) { return conflict }
    }
    return nil
  }

  /// Looks at the clauses that watch the opposite of a literal.
  private mutating func propagateClauses(_ literal: Literal) -> [Literal]? {
    var watched: [Watch] = []
    swap(&watched, &watches[literal.index])
    defer { swap(&watched, &watches[literal.index]) }
    let isFalse = literal.opposite
    var kept = 0
    var index = 0
    while index < watched.count {
      let watch = watched[index]
      index += 1
      if values[watch.blocker.index] > 0 {
        watched[kept] = watch
        kept += 1
        continue
      }
      let number = Int(watch.clause)
      if clauses[number].isGone { continue }
      if clauses[number].literals[0] == isFalse { clauses[number].literals.swapAt(0, 1) }
      let first = clauses[number].literals[0]
      if values[first.index] > 0 {
        watched[kept] = Watch(clause: watch.clause, blocker: first)
        kept += 1
        continue
      }
      var other = 2
      let count = clauses[number].literals.count
      while other < count, values[clauses[number].literals[other].index] < 0 { other += 1 }
      if other < count {
        clauses[number].literals.swapAt(1, other)
        let now = clauses[number].literals[1]
        watches[now.opposite.index].append(Watch(clause: watch.clause, blocker: first))
        continue
      }
      watched[kept] = watch
      kept += 1
      if values[first.index] < 0 {
        while index < watched.count {
          watched[kept] = watched[index]
          kept += 1
          index += 1
        }
        watched.removeLast(watched.count - kept)
        return clauses[number].literals
      }
      assign(first, .clause(watch.clause))
    }
    watched.removeLast(watched.count - kept)
    return nil
  }
}
