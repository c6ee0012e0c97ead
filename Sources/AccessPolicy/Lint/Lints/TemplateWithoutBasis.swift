extension Lint {
  /// A role that rests on no requirement, so that nobody can say why it gives what it gives.
  static let templateWithoutBasis = Lint(code: .templateWithoutBasis) { subject in
    subject.roles.filter { $0.parts.term.because.isEmpty }.map { role in
      LintFinding(about: role.parts.term, .templateWithoutBasis(role.kind, role.id, at: role.place))
    }
  }
}
