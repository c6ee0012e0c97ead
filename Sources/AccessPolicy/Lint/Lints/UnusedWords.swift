extension Lint {
  /// Words that no rule uses: actions, content classes, kinds of logistics, reasons, obligations.
  static let unusedWords = Lint(code: .unusedEntry) { subject in
    let policy = subject.policy
    let grants = policy.securityClasses.flatMap { $0.entry.grants }
    let actions = unused(policy.actions, in: grants.map(\.actions), term: \.term) {
      .usedByNothing("action", $0.text, lacking: "no grant gives it", key: "do", at: $1)
    }
    let classes = unused(
      policy.contentClasses,
      in: grants.map(\.contentClasses),
      term: \.term
    ) {
      .usedByNothing("content class", $0.text, lacking: "no grant opens it", key: "on", at: $1)
    }
    let links = unused(
      policy.patientLogistics,
      in: policy.careRelationships.map(\.entry.links),
      term: \.term
    ) {
      .usedByNothing(
        "kind of patient logistics",
        $0.text,
        lacking: "it makes no care relationship",
        key: "links",
        at: $1
      )
    }
    let reasons = unused(
      policy.reasons,
      in: policy.selfAuthorisation.map(\.entry.reasons),
      term: \.term
    ) {
      .usedByNothing(
        "reason",
        $0.text,
        lacking: "no self-authorisation rule accepts it",
        key: "reasons",
        at: $1
      )
    }
    let obligations = unused(policy.obligations, in: policy.obligationLists, term: \.self) {
      .usedByNothing(
        "obligation",
        $0.text,
        lacking: "no rule brings it",
        key: "obligations",
        at: $1
      )
    }
    return actions + classes + links + reasons + obligations
  }

  /// What a catalogue declares and none of some lists names.
  static func unused<Kind, Entry>(
    _ catalog: Catalog<Kind, Entry>,
    in lists: some Sequence<Set<Identifier<Kind>>>,
    term: (Entry) -> Term,
    _ warning: (Identifier<Kind>, SourceRange) -> Diagnostic
  ) -> [LintFinding] {
    let used = lists.reduce(into: Set<Identifier<Kind>>()) { $0.formUnion($1) }
    return catalog.filter { !used.contains($0.id) }.map { id, entry in
      LintFinding(about: term(entry), warning(id, term(entry).range))
    }
  }
}

extension Policy {
  fileprivate var obligationLists: [Set<ObligationID>] {
    securityClasses.flatMap { $0.entry.grants.map(\.obligations) }
      + careRelationships.map(\.entry.obligations) + reach.map(\.entry.obligations)
      + marks.map(\.entry.obligations) + blocks.map(\.entry.obligations)
      + selfAuthorisation.map(\.entry.obligations)
  }
}
