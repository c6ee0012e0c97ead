import AccessPolicy

/// Looks near the scenarios first, and, where nothing is found there, in every situation that there is.
struct EverySituation: MutantJudge {
  private let nearby: NearbyRequests
  private let policy: Policy

  init(nearby: NearbyRequests, policy: Policy) {
    self.nearby = nearby
    self.policy = policy
  }

  func distinction(
    of mutant: Mutant,
    decidedBy changed: PolicyEngine
  ) -> MutantDistinction {
    let found = nearby.distinction(of: mutant, decidedBy: changed)
    guard found == .notFound else { return found }
    return switch PolicyComparison(policy, changed.policy).firstDifference() {
    case .equal: .none
    case .differs(let difference): .found(difference.witness.oldRequest)
    case .undecided: .notFound
    }
  }
}
