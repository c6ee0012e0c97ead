/// The roles that have a rule, and all that a person with one of them can have beside it.
struct Holders {
  /// The templates and subtemplates that have the rule.
  let roles: [LintSubject.Role]
  /// These, and each role that can be combined with one of them: a person has one template and any
  /// subtemplates.
  let companions: [LintSubject.Role]

  /// Everything of one sort that a holder can have.
  func all<Kind>(_ part: (RoleTemplate) -> Set<Identifier<Kind>>) -> Set<Identifier<Kind>> {
    companions.reduce(into: []) { $0.formUnion(part($1.parts)) }
  }
}

extension LintSubject {
  /// The roles that have something.
  func holders(_ has: (RoleTemplate) -> Bool) -> Holders {
    let holding = roles.filter { has($0.parts) }
    guard !holding.contains(where: { $0.kind == "subtemplate" }) else {
      return Holders(roles: holding, companions: roles)
    }
    return Holders(roles: holding, companions: holding + roles.filter { $0.kind == "subtemplate" })
  }

  /// The purposes that a rule serves which names these, or none.
  func served(_ purposes: Set<PurposeID>?) -> Set<PurposeID> {
    purposes ?? Set(policy.purposes.filter { !$0.entry.onlyWhereNamed }.map(\.id))
  }
}
