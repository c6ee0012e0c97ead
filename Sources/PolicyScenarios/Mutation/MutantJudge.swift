package import AccessPolicy

/// Tells whether a mutant that no scenario notices decides anything otherwise at all.
package protocol MutantJudge: Sendable {
  /// A request that the mutant decides otherwise, if there is one.
  func distinction(of mutant: Mutant, decidedBy changed: PolicyEngine) -> MutantDistinction
}

/// What distinguishes a mutant from the policy set that it was made of.
package enum MutantDistinction: Sendable, Hashable {
  /// Nothing: it decides every request the same.
  case none
  /// A request that it decides otherwise.
  case found(AccessRequest)
  /// Nothing was found, which proves nothing.
  case notFound
}

extension Decision {
  /// Whether somebody who is given one decision or the other can tell them apart.
  ///
  /// By the outcome, by what is asked for, or by what comes with it. The rule that decided does not
  /// count, nor what was not known.
  package func isSeenAsDifferent(from other: Decision) -> Bool {
    outcome != other.outcome || hidesExistence != other.hidesExistence
      || Set(obligations) != Set(other.obligations) || Set(routes) != Set(other.routes)
      || issuedGrants != other.issuedGrants || Set(demands) != Set(other.demands)
  }
}
