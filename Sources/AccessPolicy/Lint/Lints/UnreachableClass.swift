extension Lint {
  /// A grant to content that no role with the grant comes near: no relationship to the patients that
  /// it is about, or no reach rule for it.
  static let unreachableClass = Lint(code: .unreachableClass) { subject in
    let policy = subject.policy
    return policy.securityClasses.flatMap { id, securityClass -> [LintFinding] in
      let holders = subject.holders { $0.securityClasses.contains(id) }
      guard !holders.roles.isEmpty else { return [] }
      let reaches = holders.all(\.reach).compactMap { policy.reach[$0] }
      let meetsPatients =
        !holders.all(\.relationships).isEmpty
        || holders.all(\.selfAuthorisation).contains {
          policy.selfAuthorisation[$0]?.scope == .patient
        }
      return securityClass.grants.compactMap { grant in
        let far = grant.contentClasses.sorted().filter { contentClass in
          guard let declared = policy.contentClasses[contentClass] else { return false }
          return declared.isAboutPatient
            ? !meetsPatients : !reaches.contains { $0.contentClasses.contains(contentClass) }
        }
        guard let first = far.first.flatMap({ policy.contentClasses[$0] }) else { return nil }
        return LintFinding(
          about: grant.term,
          .unreachableClass(
            grant.id,
            far.map(\.text),
            isAboutPatient: first.isAboutPatient,
            roles: holders.roles.map(\.id),
            at: grant.term.range
          )
        )
      }
    }
  }
}
