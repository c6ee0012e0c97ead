extension Lint {
  /// Words that no rule uses: actions, content classes, kinds of logistics, reasons, obligations.
  static let unusedWords = Lint(code: .unusedEntry) { subject in
    let policy = subject.policy
    let grants = policy.securityClasses.flatMap { $0.entry.grants }
    let actions = Set(grants.flatMap(\.actions))
    let classes = Set(grants.flatMap(\.contentClasses))
    let links = Set(policy.careRelationships.flatMap { $0.entry.links })
    let reasons = Set(policy.selfAuthorisation.flatMap { $0.entry.reasons })
    let obligations = Set(
      grants.flatMap(\.obligations) + policy.careRelationships.flatMap { $0.entry.obligations }
        + policy.reach.flatMap { $0.entry.obligations }
        + policy.marks.flatMap { $0.entry.obligations }
        + policy.blocks.flatMap { $0.entry.obligations }
        + policy.selfAuthorisation.flatMap { $0.entry.obligations }
    )
    func unused<Kind, Entry>(
      _ catalog: Catalog<Kind, Entry>,
      _ used: Set<Identifier<Kind>>,
      _ kind: String,
      _ lacking: String,
      _ help: String,
      _ term: (Entry) -> Term
    ) -> [LintFinding] {
      catalog.filter { !used.contains($0.id) }.map { id, entry in
        LintFinding(
          about: term(entry),
          .usedByNothing(kind, id.text, lacking: lacking, help: help, at: term(entry).range)
        )
      }
    }
    return unused(
      policy.actions,
      actions,
      "action",
      "no grant gives it",
      "name it under `do` of a grant",
      \.term
    )
      + unused(
        policy.contentClasses,
        classes,
        "content class",
        "no grant opens it",
        "name it under `on` of a grant",
        \.term
      )
      + unused(
        policy.patientLogistics,
        links,
        "kind of patient logistics",
        "no care relationship is made by it",
        "name it under `links` of a care relationship",
        \.term
      )
      + unused(
        policy.reasons,
        reasons,
        "reason",
        "no self-authorisation rule accepts it",
        "name it under `reasons` of a self-authorisation rule",
        \.term
      )
      + unused(
        policy.obligations,
        obligations,
        "obligation",
        "no rule brings it",
        "name it under `obligations` of a rule",
        \.self
      )
  }
}
