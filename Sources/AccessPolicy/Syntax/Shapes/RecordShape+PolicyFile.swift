extension RecordShape {
  /// A file of a policy set: any section in any file.
  package static let policyFile = RecordShape(
    "policyFile",
    "A file of a policy set. Any file may hold any section.",
    keys: [
      .optional(
        "policySet",
        .record(header),
        "What the policy set is called; exactly once in the set."
      ),
      .optional("session", .record(session), "What every session must satisfy."),
      section("requirements", "requirement", requirement, "What rules can rest on."),
      section("unitKinds", "unit kind", unitKind, "The kinds of unit."),
      section("organisation", "unit", unit, "The units, each within the one above."),
      section("actions", "action", action, "What a person can do to content."),
      section("purposes", "purpose", purpose, "What access can be for."),
      section("contentTags", "content tag", contentTag, "What content classes can share."),
      section("contentClasses", "content class", contentClass, "The classes of content."),
      .optional(
        "attributes",
        .record(attributeGroups),
        "Facts that the policy set declares; requests or staff records then carry them."
      ),
      section("reasons", "reason", reason, "The reasons that people can give."),
      section("obligations", "obligation", obligation, "What can come with a decision."),
      section("securityClasses", "security class", securityClass, "Named sets of grants."),
      section("providerRecords", "provider record", providerRecord, "What licences allow."),
      section("templates", "template", template, "The role templates."),
      section("subtemplates", "subtemplate", subtemplate, "What can be added to templates."),
      section(
        "patientLogistics",
        "kind of patient logistics",
        logistics,
        "What makes a person a patient somewhere."
      ),
      section("statuses", "status", status, "What the statuses of logistics are called."),
      section(
        "careRelationships",
        "care relationship",
        relationship,
        "Rules that make patient logistics a care relationship."
      ),
      section("reach", "reach rule", reachRule, "Rules that open content without a patient."),
      section("marks", "mark", mark, "Marks that shield content."),
      section("blocks", "kind of block", blockKind, "What a patient can close."),
      section(
        "selfAuthorisation",
        "self-authorisation rule",
        selfAuthorisationRule,
        "Rules by which a person opens something by giving a reason."
      ),
      section(
        "provisioning",
        "provisioning rule",
        provisioningRule,
        "Rules by which staff records give authorisations."
      ),
      section(
        "principles",
        "principle",
        principle,
        "What must hold in every situation; `access-policy verify` proves it."
      ),
    ]
  )

  private static func section(
    _ name: String,
    _ kind: String,
    _ record: RecordShape,
    _ meaning: String
  ) -> KeyShape {
    .optional(name, .declarations(of: kind, record), meaning)
  }
}
