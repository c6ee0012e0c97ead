extension Lint {
  /// A role that nobody has approved: each enterprise approves what its roles see.
  static let templateWithoutApproval = Lint(code: .templateWithoutApproval) { subject in
    subject.roles.filter { $0.givesRights && $0.parts.approvals.isEmpty }.map { role in
      LintFinding(
        about: role.parts.term,
        .templateWithoutApproval(role.kind, role.id, at: role.place)
      )
    }
  }
}
