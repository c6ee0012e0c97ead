extension ClauseSolver {
  // MARK: Learning

  /// Learns a clause from a conflict, and goes back to where it says something new.
  mutating func learn(from conflict: [Literal]) {
    var clause: [Literal] = []
    var open = 0
    var index = trail.count
    var reason = conflict
    var touched: [Int] = []
    let now = Int32(limits.count)
    while true {
      for literal in reason {
        let variable = literal.variable
        guard !seen[variable], levels[variable] > 0 else { continue }
        seen[variable] = true
        touched.append(variable)
        order.bump(variable)
        if levels[variable] == now { open += 1 } else { clause.append(literal) }
      }
      repeat { index -= 1 } while !seen[trail[index].variable]
      let literal = trail[index]
      open -= 1
      if open == 0 {
        clause.append(literal.opposite)
        clause.swapAt(0, clause.count - 1)
        break
      }
      reason = causes(of: literal)
    }
    // What follows from the rest of the clause need not be said.
    var short = [clause[0]]
    for literal in clause.dropFirst() {
      let causes = causes(of: literal.opposite)
      let isImplied =
        !causes.isEmpty
        && causes.allSatisfy { seen[$0.variable] || levels[$0.variable] == 0 }
      if !isImplied { short.append(literal) }
    }
    for variable in touched { seen[variable] = false }
    order.decay()
    add(learned: short)
  }

  /// The literals, all false, because of which a literal is true.
  private func causes(of literal: Literal) -> [Literal] {
    switch reasons[literal.variable] {
    case .none: []
    case .literal(let cause): [cause.opposite]
    case .clause(let number): clauses[Int(number)].literals.filter { $0 != literal }
    }
  }

  private mutating func add(learned literals: [Literal]) {
    var literals = literals
    guard literals.count > 1 else {
      cancel(to: 0)
      assign(literals[0], .none)
      return
    }
    var latest = 1
    for index in literals.indices.dropFirst()
    where levels[literals[index].variable] > levels[literals[latest].variable] { latest = index }
    literals.swapAt(1, latest)
    let joined = Set(literals.map { levels[$0.variable] }).count
    cancel(to: Int(levels[literals[1].variable]))
    if literals.count == 2 {
      addBinary(literals[0], literals[1])
      assign(literals[0], .literal(literals[1].opposite))
    } else {
      let number = attach(Clause(literals: literals, isLearned: true, levels: joined))
      assign(literals[0], .clause(Int32(number)))
    }
  }

  /// Forgets the half of what was learned that joins most levels; memory stays bounded.
  mutating func forget() {
    guard learned.count > mostLearned else { return }
    let inOrder = learned.sorted { clauses[$0].levels < clauses[$1].levels }
    var kept: [Int] = []
    for (index, number) in inOrder.enumerated() {
      if index < mostLearned / 2 || clauses[number].levels <= 2 || isReason(number) {
        kept.append(number)
      } else {
        clauses[number].isGone = true
        clauses[number].literals = []
      }
    }
    learned = kept
    mostLearned = max(mostLearned, kept.count * 2)
    for index in watches.indices {
      watches[index].removeAll { clauses[Int($0.clause)].isGone }
    }
  }

  private func isReason(_ number: Int) -> Bool {
    let first = clauses[number].literals[0]
    guard values[first.index] > 0, case .clause(let reason) = reasons[first.variable] else {
      return false
    }
    return Int(reason) == number
  }

  // MARK: Clashes

  /// The literals, all assumed, because of which one of those that are assumed is false; and that one.
  ///
  /// Only assumptions were decided yet, so what was not decided follows from them.
  mutating func clash(at literal: Literal) -> [Literal] {
    var found = [literal]
    guard levels[literal.variable] > 0 else { return found }
    seen[literal.variable] = true
    for other in trail.reversed() where seen[other.variable] {
      seen[other.variable] = false
      if case .none = reasons[other.variable] { found.append(other) }
      for cause in causes(of: other) where levels[cause.variable] > 0 {
        seen[cause.variable] = true
      }
    }
    return found
  }
}
