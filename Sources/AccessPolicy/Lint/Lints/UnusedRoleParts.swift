extension Lint {
  /// What roles are made of, and no role has.
  ///
  /// A circle that opens through a relationship does not use it: it counts there only for those who
  /// have it by their role.
  static let unusedRoleParts = Lint(code: .unusedEntry) { subject in
    let policy = subject.policy
    let parts = subject.roles.map(\.parts)
    func unused<Kind, Entry>(
      _ catalog: Catalog<Kind, Entry>,
      _ kind: String,
      _ section: String,
      in lists: [Set<Identifier<Kind>>],
      _ term: (Entry) -> Term
    ) -> [LintFinding] {
      let used = lists.reduce(into: Set<Identifier<Kind>>()) { $0.formUnion($1) }
      return catalog.filter { !used.contains($0.id) }.map { id, entry in
        LintFinding(
          about: term(entry),
          .inNoRole(kind, id.text, list: section, at: term(entry).range)
        )
      }
    }
    let named =
      unused(
        policy.securityClasses,
        "security class",
        "securityClasses",
        in: parts.map(\.securityClasses),
        \.term
      )
      + unused(
        policy.careRelationships,
        "care relationship",
        "relationships",
        in: parts.map(\.relationships),
        \.term
      )
      + unused(policy.reach, "reach rule", "reach", in: parts.map(\.reach), \.term)
      + unused(
        policy.selfAuthorisation,
        "self-authorisation rule",
        "selfAuthorisation",
        in: parts.map(\.selfAuthorisation),
        \.term
      )
    let purposes = policy.purposes.filter { $0.entry.refusedRoute == nil }
    let had = parts.reduce(into: Set<PurposeID>()) { $0.formUnion($1.purposes) }
    return named
      + purposes.filter { !had.contains($0.id) }.map { id, purpose in
        LintFinding(
          about: purpose.term,
          .inNoRole("purpose", id.text, list: "purposes", at: purpose.term.range)
        )
      } + untaken(subject)
  }

  /// Self-authorisation rules that roles have, and that no rule takes and no mark or block opens by.
  private static func untaken(_ subject: LintSubject) -> [LintFinding] {
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
