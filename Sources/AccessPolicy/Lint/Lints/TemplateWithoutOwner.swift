extension Lint {
  /// A role for which no enterprise and no forum answers: nobody is asked when it gives too much.
  static let templateWithoutOwner = Lint(code: .templateWithoutOwner) { subject in
    subject.roles.filter { $0.givesRights && $0.parts.owner == nil }.map { role in
      LintFinding(about: role.parts.term, .templateWithoutOwner(role.kind, role.id, at: role.place))
    }
  }
}

extension LintSubject.Role {
  /// Whether it is more than a list of places to log in to, which say where and not what.
  var givesRights: Bool {
    kind == "template"
      || !(parts.securityClasses.isEmpty && parts.purposes.isEmpty && parts.relationships.isEmpty
        && parts.reach.isEmpty && parts.selfAuthorisation.isEmpty)
  }

  /// Where it was declared.
  var place: SourceRange { parts.term.range }
}
