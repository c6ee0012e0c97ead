extension Lint {
  /// What roles are made of, and no role has.
  ///
  /// A circle that opens through a relationship does not use it: it counts there only for those who
  /// have it by their role.
  static let unusedRoleParts = Lint(code: .unusedEntry) { subject in
    let policy = subject.policy
    let parts = subject.roles.map(\.parts)
    let classes = unused(policy.securityClasses, in: parts.map(\.securityClasses), term: \.term) {
      .inNoRole("security class", $0.text, list: "securityClasses", at: $1)
    }
    let relationships = unused(
      policy.careRelationships,
      in: parts.map(\.relationships),
      term: \.term
    ) {
      .inNoRole("care relationship", $0.text, list: "relationships", at: $1)
    }
    let reach = unused(policy.reach, in: parts.map(\.reach), term: \.term) {
      .inNoRole("reach rule", $0.text, list: "reach", at: $1)
    }
    let rules = unused(
      policy.selfAuthorisation,
      in: parts.map(\.selfAuthorisation),
      term: \.term
    ) {
      .inNoRole("self-authorisation rule", $0.text, list: "selfAuthorisation", at: $1)
    }
    let refused = policy.purposes.filter { $0.entry.refusedRoute != nil }.map(\.id)
    let purposes = unused(
      policy.purposes,
      in: parts.map(\.purposes) + [Set(refused)],
      term: \.term
    ) {
      .inNoRole("purpose", $0.text, list: "purposes", at: $1)
    }
    return classes + relationships + reach + rules + purposes
  }
}
