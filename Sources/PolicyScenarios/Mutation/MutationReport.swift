package import AccessPolicy

/// What became of every mutant of a policy set.
package struct MutationReport: Sendable {
  /// The policy set.
  package let policy: Policy

  /// Every mutant, in the order of the places that they change.
  package let results: [Result]

  /// One mutant, and what became of it.
  package struct Result: Sendable {
    package let mutant: Mutant
    package let fate: MutantFate
  }

  package init(policy: Policy, results: [Result]) {
    self.policy = policy
    self.results = results
  }

  /// The mutants that a cell notices.
  package var killed: [Result] {
    results.filter { if case .killed = $0.fate { true } else { false } }
  }

  /// The mutants that no cell notices.
  package var survivors: [Result] {
    results.filter { if case .survived = $0.fate { true } else { false } }
  }

  /// The mutants that decide every request as the policy set does.
  package var equivalent: [Result] { results.filter { $0.fate == .equivalent } }

  /// The mutants that the checker refuses.
  package var refused: [Result] { results.filter { $0.fate == .refused } }

  /// How many of a hundred mutants are noticed, rounded down, out of those that can be; 100 where
  /// there are none.
  package var score: Int {
    let (killed, survived) = (killed.count, survivors.count)
    return killed + survived == 0 ? 100 : killed * 100 / (killed + survived)
  }
}
