extension Lint {
  /// Templates, subtemplates and provider records that no staff record brings to anybody.
  ///
  /// A policy set without provisioning rules says nothing of who gets what.
  static let neverProvisioned = Lint(code: .unusedEntry) { subject in
    let policy = subject.policy
    guard !policy.provisioning.isEmpty else { return [] }
    // What a dead rule gives comes to nobody; that the rule is dead is said of the rule.
    let rules = policy.provisioning.map(\.entry)
    func missing<Kind, Entry>(
      _ catalog: Catalog<Kind, Entry>,
      _ given: [Identifier<Kind>],
      _ kind: String,
      key: String,
      _ term: (Entry) -> Term
    ) -> [LintFinding] {
      let given = Set(given)
      return catalog.filter { !given.contains($0.id) }.map { id, entry in
        let term = term(entry)
        return LintFinding(
          about: term,
          .neverProvisioned(kind, id.text, key: key, at: term.range)
        )
      }
    }
    return missing(
      policy.templates,
      rules.compactMap(\.template),
      "template",
      key: "template",
      \.term
    )
      + missing(
        policy.subtemplates,
        rules.flatMap(\.subtemplates),
        "subtemplate",
        key: "subtemplates",
        \.term
      )
      + missing(
        policy.providerRecords,
        rules.compactMap(\.providerRecord),
        "provider record",
        key: "providerRecord",
        \.term
      )
  }
}
