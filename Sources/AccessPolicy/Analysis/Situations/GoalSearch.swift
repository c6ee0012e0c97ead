/// Looks for a situation in which formulas answer what is wanted.
///
/// A formula is taken apart into tests that would do; where several would, each is tried. What a test
/// leaves of the values of a fact is known at once, so most dead ends are seen early. Found is found, with a
/// value for each fact; not found is proven, unless the search gave up.
struct GoalSearch {
  /// A formula, and what it is wanted to answer.
  struct Goal {
    let formula: Formula
    let wanted: Truths

    init(_ formula: Formula, _ wanted: Truths = .yes) {
      self.formula = formula
      self.wanted = wanted
    }
  }

  /// What a search came to.
  enum Answer {
    /// The numbers of values, for the facts that matter.
    case found([Int: Int])
    case none
    case gaveUp
  }

  /// How many choices are tried: conditions of a hospital's rules take tens.
  static let mostChoices = 2_000

  /// How many values are tried for facts that tests set beside one another.
  static let mostTrials = 20_000

  let space: FactSpace
  private(set) var choices = 0

  init(_ space: FactSpace) { self.space = space }

  /// A situation in which all goals are met.
  mutating func find(_ goals: [Goal], mostChoices: Int = Self.mostChoices) -> Answer {
    choices = 0
    trials = Self.mostTrials
    limit = mostChoices
    let state = SearchState(space)
    if let model = search(goals, state, open: []) { return .found(model) }
    return trials <= 0 || choices > limit ? .gaveUp : .none
  }

  private var limit = Self.mostChoices
  private var trials = Self.mostTrials

  private mutating func search(_ goals: [Goal], _ state: SearchState, open: [Goal]) -> [Int: Int]? {
    var state = state
    var goals = goals
    var open = open
    var counts: [Int] = []
    // What a choice leaves may settle others, so they are looked at until nothing is settled any more.
    while true {
      guard take(&goals, &state, &open) else { return nil }
      var settled = false
      var left: [Goal] = []
      counts = []
      for goal in open {
        let parts = state.openParts(of: goal)
        switch parts {
        case .settled: settled = true
        case .hopeless: return nil
        case .one(let only):
          goals.append(only)
          settled = true
        case .several(let count):
          left.append(goal)
          counts.append(count)
        }
      }
      open = left
      if goals.isEmpty {
        guard settled else { break }
        continue
      }
    }
    guard let index = open.indices.min(by: { counts[$0] < counts[$1] }) else {
      return state.model(trials: &trials)
    }
    let goal = open.remove(at: index)
    // Where facts that are tied to one another cannot be, no choice mends it.
    for part in state.parts(of: goal) {
      choices += 1
      guard choices <= limit, trials > 0 else { return nil }
      if let model = search([part], state, open: open) { return model }
    }
    return nil
  }

  /// Takes goals apart; those of which several parts would do are left open.
  ///
  /// - Returns: Whether they may still be met.
  private func take(_ goals: inout [Goal], _ state: inout SearchState, _ open: inout [Goal]) -> Bool
  {
    while let goal = goals.popLast() {
      switch goal.formula {
      case .constant(let value):
        guard goal.wanted.contains(Truth(value)) else { return false }
      case .not(let inner): goals.append(Goal(inner, !goal.wanted))
      case .atom(let atom):
        guard state.ask(atom, goal.wanted) else { return false }
      case .all(let parts) where goal.needsEachPart, .any(let parts) where goal.needsEachPart:
        goals += parts.map { Goal($0, goal.wanted) }
      case .all, .any: open.append(goal)
      }
    }
    return true
  }
}

extension GoalSearch.Goal {
  /// Whether every part must answer what the whole is wanted to; else one part that does is enough.
  ///
  /// Wanted are always truths up to one, or from one on: then a conjunction answers so when each part
  /// does, or when one does.
  var needsEachPart: Bool {
    switch formula {
    case .all: wanted.contains(.yes)
    case .any: !wanted.contains(.yes)
    default: false
    }
  }
}
