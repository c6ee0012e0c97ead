extension Lint {
  /// A rule, mark or block that asks for a reason under a rule that opens patients: who gives the
  /// reason for the one thing has the whole record, care relationship or not.
  static let reasonOpensPatient = Lint(code: .reasonOpensPatient) { subject in
    let policy = subject.policy
    func finding(_ rule: String, _ key: String, _ id: SelfAuthorisationID?, _ term: Term)
      -> LintFinding?
    {
      guard let id, let named = policy.selfAuthorisation[id], named.scope == .patient else {
        return nil
      }
      return LintFinding(
        about: term,
        .reasonOpensPatient(rule, key, id, at: term.range, scope: named.term.range)
      )
    }
    let grants = policy.securityClasses.flatMap(\.entry.grants).map {
      finding("the grant `\($0.id)`", "takes", $0.takes, $0.term)
    }
    let relationships = policy.careRelationships.map {
      finding("the care relationship `\($0.id)`", "takes", $0.entry.takes, $0.entry.term)
    }
    let marks = policy.marks.map {
      finding("the mark `\($0.id)`", "override", $0.entry.override, $0.entry.term)
    }
    let blocks = policy.blocks.map {
      finding("the block `\($0.id)`", "override", $0.entry.override, $0.entry.term)
    }
    return (grants + relationships + marks + blocks).compactMap(\.self)
  }
}
