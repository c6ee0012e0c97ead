extension SituationClauses {
  // MARK: Questions

  /// What literals take, each by itself: of a conjunction its parts; `nil` where they cannot all be true.
  ///
  /// So questions that have parts in common are seen to have them.
  func parts(of goals: [Literal]) -> [Literal]? {
    var open = goals
    var found: Set<Literal> = []
    while let literal = open.popLast() {
      guard literal != certain else { continue }
      guard literal != certain.opposite, !found.contains(literal.opposite) else { return nil }
      if !literal.isNegated, let parts = parts[literal.variable] {
        open += parts
      } else {
        found.insert(literal)
      }
    }
    return found.sorted()
  }

  // MARK: Situations

  /// Keeps a situation that was found.
  mutating func remember(_ model: [Int: Int]) {
    if let situation = completed(model) { known.insert(situation) }
  }

  /// Whether a situation that was found before makes all literals true.
  mutating func isMetByKnown(_ literals: [Literal]) -> Bool {
    var situations = KnownSituations()
    swap(&situations, &known)
    defer { swap(&situations, &known) }
    situations.complete(to: space.facts.count) { completed($0) }
    return situations.contains { situation in
      literals.allSatisfy { isTrue($0, in: &situation) }
    }
  }

  /// A situation with a value for each fact: the plainest, where none was found; `nil` where it does not go
  /// with what was found.
  private func completed(_ model: [Int: Int]) -> KnownSituations.Situation? {
    var values = space.facts.indices.map { model[$0] ?? 0 }
    let ties = FactTies(space, values.indices)
    for (whole, parts) in ties.ties {
      func fits(_ value: Int, _ part: Int) -> Bool { ties.fit(whole, value, part, values[part]) }
      if model[whole] == nil {
        let found = parts.filter { model[$0] != nil }
        let fitting = space.values[whole].indices.first { value in
          found.allSatisfy { fits(value, $0) }
        }
        guard let fitting else { return nil }
        values[whole] = fitting
      }
      for part in parts where !fits(values[whole], part) {
        let fitting = space.values[part].indices.first {
          ties.fit(whole, values[whole], part, $0)
        }
        guard model[part] == nil, let fitting else { return nil }
        values[part] = fitting
      }
    }
    return KnownSituations.Situation(model: model, values: values)
  }

  private func isTrue(_ literal: Literal, in situation: inout KnownSituations.Situation) -> Bool {
    let variable = literal.variable
    if situation.truths.count <= variable {
      let more = max(variable + 1, situation.truths.count * 2) - situation.truths.count
      situation.truths += Array(repeating: 0, count: more)
    }
    if situation.truths[variable] == 0 {
      situation.truths[variable] = answers(variable, in: &situation) ? 1 : -1
    }
    return (situation.truths[variable] > 0) != literal.isNegated
  }

  /// Whether a variable is true of a situation: all that it is joined of, or what its test answers.
  private func answers(_ variable: Int, in situation: inout KnownSituations.Situation) -> Bool {
    if let parts = parts[variable] {
      return parts.allSatisfy { isTrue($0, in: &situation) }
    }
    guard let number = atomOfVariable[variable], let answers = atoms[number] else {
      return variable == certain.variable
    }
    let truth = space.truth(of: space.atoms[number]) { situation.values[$0] }
    return answers.yes.variable == variable ? truth == .yes : truth == .no
  }
}
