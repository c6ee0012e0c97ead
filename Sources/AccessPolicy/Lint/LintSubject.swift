/// A policy set with what several lints ask of it, worked out once.
struct LintSubject {
  /// What all lints of a policy set may try together: far more than a hospital's take, and a second
  /// or two.
  private static let mostTrials = 20_000_000

  /// A template or a subtemplate: a person's rights come from one of the first and any of the second.
  struct Role: Sendable {
    /// `template` or `subtemplate`.
    let kind: String
    /// Its id.
    let id: String
    /// What it holds.
    let parts: RoleTemplate
  }

  /// The policy set.
  let policy: Policy

  /// Every template, then every subtemplate, by id.
  let roles: [Role]

  /// Answers what conditions can be.
  let analysis: ConditionAnalysis

  init(_ policy: Policy) {
    self.policy = policy
    analysis = ConditionAnalysis(policy, mostTrials: Self.mostTrials)
    roles =
      policy.templates.map { Role(kind: "template", id: $0.id.text, parts: $0.entry) }
      + policy.subtemplates.map { Role(kind: "subtemplate", id: $0.id.text, parts: $0.entry) }
  }

  /// The grants of every security class that some role holds.
  var grantsHeld: [FunctionGrant] {
    let held = roles.reduce(into: Set<SecurityClassID>()) { $0.formUnion($1.parts.securityClasses) }
    return policy.securityClasses.filter { held.contains($0.id) }.flatMap { $0.entry.grants }
  }
}
