/// Looks in every cell for a situation in which one principle does not hold.
struct PrincipleChecking {
  private let id: PrincipleID
  private let principle: Principle
  private let cells: CellGroups
  private let search: SituationSearch
  private var subject: PrincipleSubject

  private var spoken = 0
  private var broken: Set<SituationCell> = []
  private var undecided: Set<SituationCell> = []
  private var defects: Set<SituationCell> = []
  private var smallest: [Counterexample.Breach: Found] = [:]
  private var order: [Counterexample.Breach] = []
  /// For the template that is looked at: what is known of the cells that share a kind.
  private var isSpokenOf: [CellKind: Bool] = [:]
  private var isPossible: [GateKey: Bool] = [:]

  /// What the gates beside the function's look at of a cell, and what the principle says of it.
  private struct CellKind: Hashable {
    let feature: Int
    let said: [Truth]
  }

  private struct GateKey: Hashable {
    let kind: CellKind
    let gate: SituationGate
    let need: PrincipleQuestions.Need
  }

  /// A situation that breaks it.
  private struct Found {
    var cell: SituationCell
    var model: [Int: Int]
    var cells = 0
  }

  init(_ id: PrincipleID, _ principle: Principle, _ cells: CellGroups) {
    self.id = id
    self.principle = principle
    self.cells = cells
    search = cells.search
    subject = PrincipleSubject(search: cells.search, principle: principle)
  }

  var result: PrincipleResult {
    PrincipleResult(
      id: id,
      principle: principle,
      cells: spoken,
      broken: broken.sorted(),
      counterexamples: order.compactMap { breach in
        smallest[breach].map { counterexample(breach, $0) }
      },
      undecided: undecided.sorted(),
      defects: defects.sorted()
    )
  }

  // MARK: One situation

  /// Looks for single situations that break it.
  mutating func checkEachSituation() {
    let questions = PrincipleQuestions(principle: principle, policy: search.policies[0])
    // A role that has no right gets no access: only these two can go wrong there.
    let needsRight = principle.never.isDisjoint(with: [.deny, .reveal])
    forEachGroup(needsRight: needsRight) { checking, group, kind, subject in
      guard let cell = group.cells.first else { return }
      let gates = checking.search.gates(cell, 0)
      for question in questions.questions(gates) {
        guard checking.isPossible(question, gates, kind, subject) else { continue }
        checking.ask(question, group, subject)
      }
    }
  }

  private mutating func ask(
    _ question: PrincipleQuestions.Question,
    _ group: CellGroups.CellGroup,
    _ subject: [GoalSearch.Goal]
  ) {
    for way in question.ways {
      // What was found first is shown, unless something smaller turns up; it alone is worth the trouble.
      let isPlain = smallest[question.breach] == nil
      switch search.goalSearch.find(subject + way, isPlain: isPlain) {
      case .none: continue
      case .gaveUp: undecided.formUnion(group.cells)
      case .found(let model):
        for cell in group.cells {
          let decision = search.decide(cell, model, 0).decision
          guard principle.isBroken(by: decision, question.breach) else {
            defects.insert(cell)
            continue
          }
          note(question.breach, Found(cell: cell, model: model))
        }
        return
      }
    }
  }

  /// Whether each gate by itself can do what is needed; most that cannot be is seen here.
  private mutating func isPossible(
    _ question: PrincipleQuestions.Question,
    _ gates: [GateForm],
    _ kind: CellKind,
    _ subject: [GoalSearch.Goal]
  ) -> Bool {
    guard question.needs != .nothing else { return true }
    let shields = gates.filter(\.gate.isShield)
    let others = gates.filter { !$0.gate.isShield && $0.gate != .function }
    // Which shield is in force is often open, so they are asked together.
    let cores = question.needs == .shows ? [shields] : others.map { [$0] } + [shields]
    return cores.allSatisfy { core in
      let needed = core.map { question.needs.formula($0) }
      guard let gate = core.first?.gate, needed.contains(where: { $0 != .yes }) else { return true }
      let key = GateKey(kind: kind, gate: gate, need: question.needs)
      if let known = isPossible[key] { return known }
      let possible = search.goalSearch.mayMeet(subject + needed.map { .init($0) })
      isPossible[key] = possible
      return possible
    }
  }

  // MARK: Two situations

  /// Looks for two situations that differ in some facts alone, and are decided otherwise.
  mutating func checkPairs() {
    let facts = principle.independentOf
    forEachGroup(needsRight: true) { checking, group, _, subject in
      guard let cell = group.cells.first else { return }
      let search = checking.search
      let pair = GatePair(search.gates(cell, 0), search.gates(cell, 1))
      let differing = Set(pair.differing.map(\.old.gate))
      guard !differing.isEmpty, let other = checking.subject.goals(cell, 1) else { return }
      for (old, new) in [(Outcome.allow, Outcome.deny), (.allow, .justify), (.justify, .deny)] {
        let goals =
          SituationSearch.goals(pair.old, old)
          + SituationSearch.goals(pair.new, new, differing: differing)
        switch search.goalSearch.find(subject + other + goals) {
        case .none: continue
        case .gaveUp: checking.undecided.formUnion(group.cells)
        case .found(let model):
          for cell in group.cells {
            let (one, another) = checking.pair(cell, model)
            guard one.decision.outcome == old, another.decision.outcome == new else {
              checking.defects.insert(cell)
              continue
            }
            checking.note(.independence(facts), Found(cell: cell, model: model))
          }
          return
        }
      }
    }
  }

  /// Two requests that differ in the facts with twins alone.
  private func pair(_ cell: SituationCell, _ model: [Int: Int]) -> (
    SituationSearch.DecidedRequest, SituationSearch.DecidedRequest
  ) {
    let space = search.space
    var own = model
    var other = model
    for (number, value) in model {
      guard let original = space.twins.twinned(space.facts[number]) else { continue }
      own[number] = nil
      other[number] = nil
      if let place = space.existingNumber(of: original) { other[place] = value }
    }
    return (search.decide(cell, own, 0), search.decide(cell, other, 0))
  }

  // MARK: Cells

  /// Calls for each group of cells with a situation of which the principle speaks.
  private mutating func forEachGroup(
    needsRight: Bool,
    _ body: (inout Self, CellGroups.CellGroup, CellKind, [GoalSearch.Goal]) -> Void
  ) {
    for template in search.policies[0].templates.map(\.id) {
      isSpokenOf = [:]
      isPossible = [:]
      for group in cells.groups(template) where !needsRight || !group.function.rules.isEmpty {
        for (said, cells) in split(group) {
          guard let cell = cells.first, let goals = subject.goals(cell) else { continue }
          let kind = CellKind(feature: group.feature, said: said)
          let isSpoken = isSpokenOf[kind] ?? search.goalSearch.mayMeet(goals)
          isSpokenOf[kind] = isSpoken
          guard isSpoken else { continue }
          spoken += cells.count
          let part = CellGroups.CellGroup(
            feature: group.feature,
            function: group.function,
            cells: cells
          )
          body(&self, part, kind, goals)
        }
      }
    }
  }

  /// The cells of a group, those together of which the condition says the same.
  private mutating func split(_ group: CellGroups.CellGroup) -> [([Truth], [SituationCell])] {
    var parts: [([Truth], [SituationCell])] = []
    for cell in group.cells {
      let said = subject.said(of: cell)
      if let place = parts.firstIndex(where: { $0.0 == said }) {
        parts[place].1.append(cell)
      } else {
        parts.append((said, [cell]))
      }
    }
    return parts
  }

  // MARK: Counterexamples

  private mutating func note(_ breach: Counterexample.Breach, _ found: Found) {
    broken.insert(found.cell)
    var found = found
    if let known = smallest[breach] {
      if known.model.count <= found.model.count {
        (found.cell, found.model) = (known.cell, known.model)
      }
      found.cells = known.cells
    } else {
      order.append(breach)
    }
    found.cells += 1
    smallest[breach] = found
  }

  private func counterexample(_ breach: Counterexample.Breach, _ found: Found) -> Counterexample {
    if case .independence = breach {
      let (one, another) = pair(found.cell, found.model)
      return Counterexample(
        cell: found.cell,
        breach: breach,
        situation: .init(one),
        other: .init(another),
        cells: found.cells
      )
    }
    return Counterexample(
      cell: found.cell,
      breach: breach,
      situation: .init(search.decide(found.cell, plainer(found, breach), 0)),
      other: nil,
      cells: found.cells
    )
  }

  /// Leaves facts out that the decision does not take; those of which the principle speaks stay.
  private func plainer(_ found: Found, _ breach: Counterexample.Breach) -> [Int: Int] {
    let formulas = subject.goals(found.cell)?.map(\.formula) ?? []
    let kept = Set(formulas.flatMap(\.atoms).flatMap { search.space.atoms[$0].facts })
    var model = found.model
    for fact in model.keys.sorted() where !kept.contains(fact) {
      var fewer = model
      fewer[fact] = nil
      if principle.isBroken(by: search.decide(found.cell, fewer, 0).decision, breach) {
        model = fewer
      }
    }
    return model
  }
}

extension Formula {
  /// The numbers of its tests.
  var atoms: [Int] {
    switch self {
    case .constant: []
    case .atom(let atom): [atom]
    case .not(let inner): inner.atoms
    case .all(let parts), .any(let parts): parts.flatMap(\.atoms)
    }
  }
}

extension SituationGate {
  /// Whether it is one of a mark or block.
  fileprivate var isShield: Bool {
    switch self {
    case .mark, .unnamedMark, .block: true
    case .role, .workplace, .authentication, .purpose, .readOnly, .function, .licence,
      .relationship:
      false
    }
  }
}
