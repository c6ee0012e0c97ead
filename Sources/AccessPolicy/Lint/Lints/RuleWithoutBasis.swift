extension Lint {
  /// A rule that rests on no requirement, neither by itself nor by what it stands in.
  ///
  /// Circle entries rest on what their mark rests on, so one word is said of the mark.
  static let ruleWithoutBasis = Lint(code: .ruleWithoutBasis) { subject in
    let policy = subject.policy
    func groundless(_ kind: String, _ rules: some Sequence<(String, Term)>) -> [LintFinding] {
      rules.filter { $0.1.because.isEmpty }.map { id, term in
        LintFinding(about: term, .ruleWithoutBasis(kind, id, at: term.range))
      }
    }
    let grants = policy.securityClasses.flatMap { $0.entry.grants.map { ($0.id.text, $0.term) } }
    let licences = policy.providerRecords.flatMap { $0.entry.grants.map { ($0.id.text, $0.term) } }
    return groundless("grant", grants + licences)
      + groundless(
        "care relationship",
        policy.careRelationships.map { ($0.id.text, $0.entry.term) }
      )
      + groundless("reach rule", policy.reach.map { ($0.id.text, $0.entry.term) })
      + groundless("mark", policy.marks.map { ($0.id.text, $0.entry.term) })
      + groundless("kind of block", policy.blocks.map { ($0.id.text, $0.entry.term) })
      + groundless(
        "self-authorisation rule",
        policy.selfAuthorisation.map { ($0.id.text, $0.entry.term) }
      )
      + groundless(
        "provisioning rule",
        policy.provisioning.map { ($0.id.text, $0.entry.term) }
      )
  }
}
