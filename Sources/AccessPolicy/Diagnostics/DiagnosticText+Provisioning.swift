// The sentences for rules by which staff records give authorisations.

extension Diagnostic {
  static func givesNothing(_ owner: String, at range: SourceRange) -> Diagnostic {
    .conflictingKeys(
      "\(owner) gives nothing",
      help: "say what the person gets with `template:`, `subtemplates:` or `providerRecord:`",
      at: range
    )
  }

  static func noUnitsElsewhere(_ owner: String, at range: SourceRange) -> Diagnostic {
    .conflictingKeys(
      "\(owner) gives a provider record alone, and that has no login units to stand elsewhere",
      help:
        "take `elsewhere` out, or set it beside the template or subtemplates whose units are meant",
      at: range
    )
  }

  /// Warns that no staff record brings anybody a part of the policy set.
  static func neverProvisioned(_ kind: String, _ id: String, key: String, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .unusedEntry,
      "no provisioning rule gives the \(kind) `\(id)`, so no staff record brings it to anybody",
      help:
        "name it as `\(key)` under `gives` of the rule for those who are to have it, or take it out"
        + orSilence(.unusedEntry),
      at: range
    )
  }

  /// Warns of two rules, each of which gives what a person can have only one of.
  static func severalGive(
    _ what: String,
    _ id: ProvisioningRuleID,
    and other: ProvisioningRuleID,
    at range: SourceRange,
    other place: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .overlappingProvisioning,
      "the provisioning rules `\(other)` and `\(id)` can both apply to one staff record, and each gives a \(what)",
      help: "such a record is refused: write the two conditions so that never both hold"
        + orSilence(.overlappingProvisioning),
      at: range,
      related: [Located("the other one", at: place)]
    )
  }
}
