extension Lint {
  /// Grants of provider records for what takes no licence: the licence gate never asks for them.
  static let unusedLicences = Lint(code: .unusedEntry) { subject in
    let classes = subject.policy.contentClasses
    return subject.policy.providerRecords.flatMap { $0.entry.grants }
      .filter { grant in
        grant.contentClasses.allSatisfy {
          classes[$0]?.clinicalActions.isDisjoint(with: grant.actions) ?? true
        }
      }
      .map { LintFinding(about: $0.term, .needlessLicence($0.id, at: $0.term.range)) }
  }
}
