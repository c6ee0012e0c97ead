/// Looks for a situation in which formulas answer what is wanted.
///
/// A solver says whether there is one. Of what it finds, only the values that the goals need are kept, and
/// the plainest that do. Not found is proven, unless the search gave up. It is a class because what one
/// search has taught is known to the next.
final class GoalSearch {
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

  /// How many dead ends a search runs into before it gives up: a second or so.
  static let mostConflicts = 50_000

  /// How many values are tried for facts that tests set beside one another.
  private static let mostTrials = 2_000

  private let space: FactSpace
  private var clauses: SituationClauses

  init(_ space: FactSpace) {
    self.space = space
    clauses = SituationClauses(space)
  }

  /// A situation in which all goals are met.
  ///
  /// - Parameter isPlain: Whether it takes the time to be as plain as can be.
  func find(_ goals: [Goal], isPlain: Bool = true) -> Answer {
    let literals = goals.map { clauses.literal($0) }
    let answer = clauses.solve(literals, isPlain: isPlain, mostConflicts: Self.mostConflicts)
    guard case .found(let model) = answer else { return answer }
    return .found(plain(goals, model))
  }

  /// Whether all goals may be met: no only where it is proven that none does.
  func mayMeet(_ goals: [Goal]) -> Bool {
    let literals = goals.map { clauses.literal($0) }
    return clauses.maySolve(literals, mostConflicts: Self.mostConflicts)
  }

  // MARK: What a situation needs

  /// Of a situation, what the goals need, made plain.
  private func plain(_ goals: [Goal], _ model: [Int: Int]) -> [Int: Int] {
    var state = SearchState(space)
    var goals = goals
    var open: [Goal] = []
    repeat {
      take(&goals, &state, &open)
      // What was settled meanwhile needs no choice.
      let next = open.firstIndex { !state.isMet($0) }
      guard let next else { break }
      let goal = open[next]
      open.removeSubrange(...next)
      let part = goal.parts.first { part in
        part.wanted.contains(truth(of: part.formula, model))
      }
      guard let part else { return model }
      goals.append(part)
    } while true
    var trials = Self.mostTrials
    if let plain = state.model(trials: &trials) { return plain }
    return model.filter { state.touched.contains($0.key) }
  }

  /// Takes goals apart; those of which one part would do are left open.
  private func take(_ goals: inout [Goal], _ state: inout SearchState, _ open: inout [Goal]) {
    while let goal = goals.popLast() {
      switch goal.formula {
      case .constant: continue
      case .not(let inner): goals.append(Goal(inner, !goal.wanted))
      case .atom(let atom): state.ask(atom, goal.wanted)
      case .all(let parts) where goal.needsEachPart, .any(let parts) where goal.needsEachPart:
        goals += parts.map { Goal($0, goal.wanted) }
      case .all, .any: open.append(goal)
      }
    }
  }

  private func truth(of formula: Formula, _ model: [Int: Int]) -> Truth {
    switch formula {
    case .constant(let value): Truth(value)
    case .atom(let atom): space.truth(of: space.atoms[atom]) { model[$0] ?? 0 }
    case .not(let inner): !truth(of: inner, model)
    case .all(let parts): parts.reduce(.yes) { $0 && truth(of: $1, model) }
    case .any(let parts): parts.reduce(.no) { $0 || truth(of: $1, model) }
    }
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

  /// The parts of a formula, each wanted to answer as the whole is.
  var parts: [Self] {
    switch formula {
    case .all(let parts), .any(let parts): parts.map { Self($0, wanted) }
    case .constant, .atom, .not: [self]
    }
  }
}
