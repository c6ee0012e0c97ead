/// Questions about conditions that are answered for every request at once.
///
/// An answer that something *never* happens is proven; where the search gives up, or does not follow
/// some fact, it says that it may happen.
package struct ConditionAnalysis {
  private let declared: FactModel
  private let growing: FactModel
  private let budget: TrialBudget
  let judged = JudgedTests()

  /// Questions about the conditions of a policy set.
  ///
  /// - Parameters:
  ///   - isWhole: Whether it is free of mistakes; if not, its declarations are leaned on less.
  ///   - mostTrials: How much all questions together may try; those after them are given up.
  package init(_ policy: Policy, isWhole: Bool = true, mostTrials: Int = .max) {
    budget = TrialBudget(mostTrials)
    declared = FactModel(policy, isWhole ? .asDeclared : .unsure)
    growing = FactModel(policy, isWhole ? .growing : .unsure)
  }

  /// Whether all may hold of one request.
  func mayHold(_ conditions: [Condition], given assumed: Assumptions = .none) -> Bool {
    mayFind(conditions.map { .init($0, .yes) }, given: assumed)
  }

  /// Whether all may hold at once.
  package func mayHold(together conditions: [Condition]) -> Bool { mayHold(conditions) }

  /// Whether all may fail of one request, known facts or not, however the policy set grows.
  func mayFail(_ conditions: [Condition]) -> Bool {
    ConditionSearch.mayFind(conditions.map { .init($0, .no) }, growing, given: .none, budget)
  }

  /// Whether all may fail of one request, for facts that are known.
  func mayFail(_ conditions: [Condition], given assumed: Assumptions) -> Bool {
    mayFind(conditions.map { .init($0, .no) }, given: assumed)
  }

  /// Whether one condition holds wherever another does.
  func implies(_ condition: Condition, _ other: Condition, given assumed: Assumptions = .none)
    -> Bool
  {
    // A condition implies itself, whatever is followed of it.
    condition == other || other == .constant(true)
      || !mayFind([.init(condition, .yes), .init(other, .notYes)], given: assumed)
  }

  private func mayFind(_ goals: [ConditionSearch.Goal], given assumed: Assumptions) -> Bool {
    ConditionSearch.mayFind(goals, declared, given: assumed, budget)
  }
}
