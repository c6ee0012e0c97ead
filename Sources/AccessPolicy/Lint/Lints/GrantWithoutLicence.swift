extension Lint {
  /// A grant of an action that takes a licence, on content for which no provider record has it.
  static let grantWithoutLicence = Lint(code: .grantWithoutLicence) { subject in
    let policy = subject.policy
    let licences = policy.providerRecords.flatMap { $0.entry.grants }
    return policy.securityClasses.flatMap { $0.entry.grants }.compactMap { grant in
      let lacking = grant.contentClasses.sorted().flatMap { contentClass in
        let clinical = policy.contentClasses[contentClass]?.clinicalActions ?? []
        return clinical.intersection(grant.actions).sorted().filter { action in
          !licences.contains {
            $0.actions.contains(action) && $0.contentClasses.contains(contentClass)
          }
        }.map { (action: $0, contentClass: contentClass) }
      }
      guard let first = lacking.first else { return nil }
      return LintFinding(
        about: grant.term,
        .grantWithoutLicence(
          grant.id,
          first.action,
          first.contentClass,
          others: lacking.count - 1,
          at: grant.term.range
        )
      )
    }
  }
}
