extension Lint {
  /// Self-authorisation rules that open only what takes them, and that nothing takes.
  static let untakenSelfAuthorisation = Lint(code: .unusedEntry) { subject in
    let policy = subject.policy
    let rules =
      policy.securityClasses.flatMap { $0.entry.grants.map(\.takes) }
      + policy.careRelationships.map(\.entry.takes) + policy.reach.map(\.entry.takes)
      + policy.marks.map(\.entry.override) + policy.blocks.map(\.entry.override)
    let taken = Set(rules.compactMap(\.self))
    return policy.selfAuthorisation.filter { $0.entry.scope != .patient && !taken.contains($0.id) }
      .map { id, rule in
        LintFinding(about: rule.term, .takenByNothing(id, scope: rule.scope, at: rule.term.range))
      }
  }
}
