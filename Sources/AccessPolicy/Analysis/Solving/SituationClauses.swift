/// The facts, tests and formulas of a ``FactSpace`` as clauses.
///
/// Each value of a fact is a variable, of which one is true; each test and each formula is two: that it
/// answers yes, and that it answers no. Formulas that are joined of the same parts are the same variable,
/// in whichever cell they stand.
struct SituationClauses {
  /// What answers yes and what answers no; neither is true of what is unknown.
  struct Answers: Hashable {
    let yes: Literal
    let no: Literal
  }

  let space: FactSpace
  private var solver = ClauseSolver()
  let certain: Literal
  /// For each fact of the space, the literals of its values.
  private var facts: [[Literal]] = []
  private(set) var atoms: [Int: Answers] = [:]
  private var written: [Formula: Answers] = [:]
  private var conjunctions: [[Literal]: Literal] = [:]
  /// What a variable is joined of, or the test that it says.
  private(set) var parts: [Int: [Literal]] = [:]
  private(set) var atomOfVariable: [Int: Int] = [:]
  private var weights: [Int: Int] = [:]
  private var clashes = KnownClashes()
  var known = KnownSituations()

  init(_ space: FactSpace) {
    self.space = space
    certain = solver.variable(plain: true)
    solver.add([certain])
  }

  // MARK: Writing

  /// The literal that is true where a goal is met.
  mutating func literal(_ goal: GoalSearch.Goal) -> Literal {
    let answers = answers(goal.formula)
    return switch goal.wanted {
    case .yes: answers.yes
    case .no: answers.no
    case .notYes: answers.yes.opposite
    case [.yes, .unknown]: answers.no.opposite
    case [.unknown]: conjunction([answers.yes.opposite, answers.no.opposite])
    case [.yes, .no]: conjunction([answers.yes.opposite, answers.no.opposite]).opposite
    case .all: certain
    default: certain.opposite
    }
  }

  private mutating func answers(_ formula: Formula) -> Answers {
    switch formula {
    case .constant(let value):
      return Answers(
        yes: value ? certain : certain.opposite,
        no: value ? certain.opposite : certain
      )
    case .not(let inner):
      let answers = answers(inner)
      return Answers(yes: answers.no, no: answers.yes)
    case .atom(let atom): return self.atom(atom)
    case .all(let parts):
      if let known = written[formula] { return known }
      let answers = parts.map { self.answers($0) }
      let all = Answers(
        yes: conjunction(answers.map(\.yes)),
        no: conjunction(answers.map(\.no.opposite)).opposite
      )
      written[formula] = all
      return all
    case .any(let parts):
      if let known = written[formula] { return known }
      let answers = parts.map { self.answers($0) }
      let some = Answers(
        yes: conjunction(answers.map(\.yes.opposite)).opposite,
        no: conjunction(answers.map(\.no))
      )
      written[formula] = some
      return some
    }
  }

  private mutating func conjunction(_ literals: [Literal]) -> Literal {
    var left: [Literal] = []
    for literal in literals.sorted() where literal != certain && literal != left.last {
      if literal == certain.opposite || left.last == literal.opposite { return certain.opposite }
      left.append(literal)
    }
    guard left.count > 1 else { return left.first ?? certain }
    if let known = conjunctions[left] { return known }
    let all = solver.variable()
    for literal in left { solver.add([all.opposite, literal]) }
    solver.add([all] + left.map(\.opposite))
    conjunctions[left] = all
    parts[all.variable] = left
    return all
  }

  // MARK: Tests

  private mutating func atom(_ number: Int) -> Answers {
    if let known = atoms[number] { return known }
    let atom = space.atoms[number]
    let answers: Answers
    switch atom.only {
    case .yes: answers = Answers(yes: certain, no: certain.opposite)
    case .no: answers = Answers(yes: certain.opposite, no: certain)
    case .unknown: answers = Answers(yes: certain.opposite, no: certain.opposite)
    case nil: answers = variables(of: number, atom)
    }
    atoms[number] = answers
    return answers
  }

  private mutating func variables(of number: Int, _ atom: SpaceAtom) -> Answers {
    for fact in atom.facts { addValues(of: fact) }
    let yes = solver.variable()
    let no = atom.isTwoValued ? yes.opposite : solver.variable()
    for literal in [yes, no] { atomOfVariable[literal.variable] = number }
    if no != yes.opposite { solver.add([yes.opposite, no.opposite]) }
    let answers = Answers(yes: yes, no: no)
    switch atom.facts.count {
    case 1: addRows(atom.facts[0], answers) { atom.truth(at: $0) }
    case 2: addTable(number, atom, answers)
    // Tests of more facts are looked at when values are found for them.
    default: break
    }
    return answers
  }

  private mutating func addValues(of fact: Int) {
    while facts.count <= fact { facts.append([]) }
    guard facts[fact].isEmpty else { return }
    let values = space.values[fact].indices.map { solver.variable(plain: $0 == 0) }
    facts[fact] = values
    solver.add(values)
    solver.addGroup(values)
  }

  private mutating func addRows(_ fact: Int, _ answers: Answers, _ truth: (Int) -> Truth) {
    for (index, value) in facts[fact].enumerated() {
      let truth = truth(index)
      solver.add([value.opposite, truth == .yes ? answers.yes : answers.yes.opposite])
      guard answers.no != answers.yes.opposite else { continue }
      solver.add([value.opposite, truth == .no ? answers.no : answers.no.opposite])
    }
  }

  /// For each value of the first fact, which values of the second go with which answer.
  private mutating func addTable(_ number: Int, _ atom: SpaceAtom, _ answers: Answers) {
    let (first, second) = (atom.facts[0], atom.facts[1])
    let all = facts[second]
    for (index, value) in facts[first].enumerated() {
      for (truths, answer) in [(Truths.yes, answers.yes), (Truths.no, answers.no)] {
        let row = space.row(number, index, truths)
        var with: [Literal] = []
        var without: [Literal] = []
        for (other, literal) in all.enumerated() {
          if row[other >> 6] & (1 << UInt64(other & 63)) != 0 {
            with.append(literal)
          } else {
            without.append(literal)
          }
        }
        solver.add([value.opposite, answer.opposite] + with)
        solver.add([value.opposite, answer] + without)
      }
    }
  }

  // MARK: Answers

  /// Values, one for each fact that matters, by which all literals are true; of several, plain ones.
  mutating func solve(
    _ goals: [Literal],
    isPlain: Bool = true,
    mostConflicts: Int
  ) -> GoalSearch.Answer {
    guard var goals = parts(of: goals), !clashes.areAmong(goals) else { return .none }
    let reached = reached(from: goals)
    addTies(reached.facts)
    let first = solve(goals, reached, mostConflicts)
    if case .none = first { clashes.insert(solver.clash) }
    guard isPlain, case .found(var model) = first else { return first }
    // What need not be there is not: nothing that people have and carry, if that will do; else no subtemplate
    // but those that only open units, so that what is said to take another one does.
    let things = reached.facts.filter { space.facts[$0].isThing }
    weigh(things)
    let heaviest = things.sorted { (weights[$1] ?? 0, $1) < (weights[$0] ?? 0, $0) }
    let rights = heaviest.filter { space.givesRights($0) }
    for some in [heaviest, rights] {
      let fewer = goals + some.map { facts[$0][0] }
      guard case .found(let plain) = solve(fewer, reached, mostConflicts) else { continue }
      (goals, model) = (fewer, plain)
      break
    }
    for fact in heaviest + reached.facts.filter({ !space.facts[$0].isThing }) {
      let value = facts[fact][0]
      if model[fact] == 0 {
        goals.append(value)
      } else if case .found(let plain) = solve(goals + [value], reached, mostConflicts) {
        goals.append(value)
        model = plain
      }
    }
    return .found(model)
  }

  /// Whether some values may make all literals true.
  mutating func maySolve(_ goals: [Literal], mostConflicts: Int) -> Bool {
    guard let goals = parts(of: goals), !clashes.areAmong(goals) else { return false }
    if isMetByKnown(goals) { return true }
    let reached = reached(from: goals)
    addTies(reached.facts)
    switch solve(goals, reached, mostConflicts) {
    case .none:
      clashes.insert(solver.clash)
      return false
    case .found(let model): remember(model)
    case .gaveUp: break
    }
    return true
  }

  /// How much subtemplates give: of several that would do, the one that gives least is left.
  private mutating func weigh(_ things: [Int]) {
    for fact in things where weights[fact] == nil {
      guard case .subtemplate(let id) = space.facts[fact] else {
        weights[fact] = .max
        continue
      }
      let sizes = space.sides.map { side in
        guard let part = side.policy.subtemplates[id] else { return 0 }
        return part.units.count + part.securityClasses.count + part.relationships.count
          + part.selfAuthorisation.count + part.purposes.count
      }
      weights[fact] = sizes.max()
    }
  }

  private struct Reached {
    let atoms: [Int]
    let facts: [Int]
    let choices: [Int]
  }

  private mutating func solve(
    _ goals: [Literal],
    _ reached: Reached,
    _ mostConflicts: Int
  ) -> GoalSearch.Answer {
    while true {
      switch solver.solve(goals, choices: reached.choices, mostConflicts: mostConflicts) {
      case .unsatisfiable: return .none
      case .gaveUp: return .gaveUp
      case .satisfiable:
        var model: [Int: Int] = [:]
        for fact in reached.facts { model[fact] = facts[fact].firstIndex { solver.isTrue($0) } }
        guard let wrong = contradiction(reached.atoms, model) else { return .found(model) }
        for clause in wrong { solver.add(clause) }
      }
    }
  }

  /// The tests and facts that literals depend on.
  private func reached(from goals: [Literal]) -> Reached {
    var seen: Set<Int> = []
    var open = goals.map(\.variable)
    var found: Set<Int> = []
    while let variable = open.popLast() {
      guard seen.insert(variable).inserted else { continue }
      if let atom = atomOfVariable[variable] { found.insert(atom) }
      if let parts = parts[variable] { open += parts.map(\.variable) }
    }
    let facts = Set(found.flatMap { space.atoms[$0].facts }).sorted()
    let tests = found.sorted()
    let choices =
      tests.flatMap { atom in atoms[atom].map { [$0.yes.variable, $0.no.variable] } ?? [] }
      + facts.flatMap { self.facts[$0].map(\.variable) }
    return Reached(atoms: tests, facts: facts, choices: choices)
  }

  /// Clauses that a test of several facts breaks.
  private func contradiction(_ reached: [Int], _ model: [Int: Int]) -> [[Literal]]? {
    for number in reached where space.atoms[number].facts.count > 2 {
      guard let answers = atoms[number] else { continue }
      let atom = space.atoms[number]
      let truth = space.truth(of: atom) { model[$0] ?? 0 }
      let yes = truth == .yes ? answers.yes : answers.yes.opposite
      let no = truth == .no ? answers.no : answers.no.opposite
      guard !solver.isTrue(yes) || !solver.isTrue(no) else { continue }
      let values = atom.facts.compactMap { fact in
        model[fact].map { facts[fact][$0].opposite }
      }
      return [values + [yes], values + [no]]
    }
    return nil
  }

  // MARK: Ties

  private var tied: Set<[Int]> = []

  /// Of a contact or patient that there is not, or of which nobody knows, other facts are so, too.
  private mutating func addTies(_ reached: [Int]) {
    let ties = FactTies(space, reached)
    for (whole, parts) in ties.ties {
      for part in parts where tied.insert([whole, part]).inserted {
        for (index, value) in facts[whole].enumerated() {
          let fitting = facts[part].indices.filter {
            ties.fit(whole, index, part, $0)
          }
          guard fitting.count < facts[part].count else { continue }
          solver.add([value.opposite] + fitting.map { facts[part][$0] })
        }
      }
    }
  }
}

extension SituationFact {
  /// Whether it is something that a person has, or that content or a patient carries.
  fileprivate var isThing: Bool {
    switch self {
    case .subtemplate, .mark, .block: true
    case .base: false
    }
  }
}
