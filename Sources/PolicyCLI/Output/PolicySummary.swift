import AccessPolicy

/// What a valid policy set holds, in a few lines.
enum PolicySummary {
  static func text(_ policy: Policy, silenced: Int) -> String {
    let grants = policy.securityClasses.reduce(0) { $0 + $1.entry.grants.count }
    let counts: [(Int, String, String)] = [
      (policy.templates.count, "role template", "role templates"),
      (policy.subtemplates.count, "subtemplate", "subtemplates"),
      (grants, "grant", "grants"),
      (policy.careRelationships.count, "care relationship", "care relationships"),
      (policy.reach.count, "reach rule", "reach rules"),
      (policy.marks.count, "mark", "marks"),
      (policy.selfAuthorisation.count, "self-authorisation rule", "self-authorisation rules"),
      (policy.provisioning.count, "provisioning rule", "provisioning rules"),
      (policy.organisation.count, "unit", "units"),
    ]
    let words = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
    let identity = policy.identity
    let note =
      silenced == 0
      ? "" : "\n\(silenced) warning\(silenced == 1 ? " is" : "s are") silenced, with a reason"
    return """
      \(identity.id) \(identity.version) is valid: \(words.joined(separator: ", "))
      digest \(identity.digest)\(note)

      """
  }
}
