// Provisioning: what an entry of the section may hold.

extension RecordShape {
  static let provisioningRule = entry(
    "provisioningRule",
    "A rule by which a staff record gives a part of an authorisation.",
    [
      .optional(
        "when",
        .condition,
        "Whose staff record it applies to; sees `record.…` alone.",
        otherwise: "everybody's"
      ),
      .required("gives", .record(provisioned), "What the person gets by it."),
    ]
  )

  /// The keys of which a rule must have at least one.
  static let given = ["template", "subtemplates", "providerRecord"]

  private static let provisioned = RecordShape(
    "provisioned",
    "A part of an authorisation.",
    keys: [
      .optional(
        "template",
        .id(of: "template"),
        "The role template; each person gets one, by one rule."
      ),
      .optional(
        "subtemplates",
        .ids(of: "subtemplate", atLeastOne: true),
        "Subtemplates; those of all rules add up."
      ),
      .optional(
        "providerRecord",
        .id(of: "provider record"),
        "What the licence permits; by one rule at most."
      ),
      .optional(
        "elsewhere",
        .boolean,
        "Whether the login units of what it gives may stand outside the workplace.",
        otherwise: "no"
      ),
    ],
    rules: [.atLeastOne(given)]
  )
}
