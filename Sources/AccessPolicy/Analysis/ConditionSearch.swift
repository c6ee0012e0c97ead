/// Looks for a request that makes conditions answer what is wanted.
///
/// A condition is taken apart into every choice of tests that would do, and each choice is put to
/// ``Conjunction``. The search gives up, and says that there may be such a request, rather than take
/// long: so *no* is always proven, and *yes* may be wrong.
struct ConditionSearch {
  /// A condition, and what it is wanted to answer.
  struct Goal {
    let condition: Condition
    let wanted: Truths

    init(_ condition: Condition, _ wanted: Truths) {
      self.condition = condition
      self.wanted = wanted
    }
  }

  /// More tests at once than anybody writes in one condition.
  private static let mostTests = 64

  /// How many choices of tests are tried: conditions of rules have two or three.
  private static let mostChoices = 200

  private let facts: FactModel
  private let assumed: Assumptions
  private let budget: TrialBudget
  private var choicesLeft = Self.mostChoices

  private init(_ facts: FactModel, _ assumed: Assumptions, _ budget: TrialBudget) {
    self.facts = facts
    self.budget = budget
    self.assumed = assumed
  }

  /// Whether some request may do all that is wanted; `false` is proven.
  static func mayFind(
    _ goals: [Goal],
    _ facts: FactModel,
    given assumed: Assumptions,
    _ budget: TrialBudget
  ) -> Bool {
    var search = ConditionSearch(facts, assumed, budget)
    return search.mayFind(goals, AskedTests())
  }

  private mutating func mayFind(_ goals: [Goal], _ asked: AskedTests) -> Bool {
    var (goals, asked) = (goals, asked)
    var choices: [(goal: Goal, parts: [Condition])] = []
    while let goal = goals.popLast() {
      switch goal.condition {
      case .constant(let value):
        guard goal.wanted.contains(Truth(value)) else { return false }
      case .not(let inner):
        goals.append(Goal(inner, !goal.wanted))
      case .test(let test, words: _, at: _):
        guard asked.ask(test, goal.wanted) else { return false }
      case .all(let parts) where goal.wanted.contains(.yes),
        .any(let parts) where !goal.wanted.contains(.yes):
        // A conjunction is no worse than wanted when each part is; so is a disjunction no better.
        goals += parts.map { Goal($0, goal.wanted) }
      case .all(let parts), .any(let parts):
        choices.append((goal, parts))
      }
    }
    guard asked.tests.count <= Self.mostTests, choicesLeft > 0 else { return true }
    choicesLeft -= 1
    guard Conjunction.mayHold(asked, facts, given: assumed, budget) else { return false }
    guard let choice = choices.popLast() else { return true }
    let others = choices.map(\.goal)
    for part in choice.parts where mayFind(others + [Goal(part, choice.goal.wanted)], asked) {
      return true
    }
    return false
  }
}
