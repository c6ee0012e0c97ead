// The sentences for rules that do nothing, or not what they seem to: warnings.

// Rules that never apply.
extension Diagnostic {
  private static func neverApplies(_ message: String, help: String, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(.neverApplies, message, help: help + orSilence(.neverApplies), at: range)
  }

  static func saysNever(_ rule: String, at range: SourceRange) -> Diagnostic {
    neverApplies(
      "\(rule) never applies: its condition is `never`",
      help: "take it out, or write when it applies",
      at: range
    )
  }

  static func purposeOfNobody(_ rule: String, had: [String], at range: SourceRange) -> Diagnostic {
    neverApplies(
      "\(rule) never applies: no role that has it has a purpose that it serves",
      help: had.isEmpty
        ? "give those roles a purpose, under `purposes`"
        : "name under its `purposes` those that are meant; the roles have \(had.quoted("and"))",
      at: range
    )
  }

  static func holdsNever(_ rule: String, condition: String, at range: SourceRange) -> Diagnostic {
    neverApplies(
      "\(rule) never applies: `\(condition)` holds of nothing that the policy set declares",
      help: "write the condition as it is meant, or take the rule out",
      at: range
    )
  }

  static func againstItsOwnKeys(
    _ rule: String,
    condition: String,
    keys: [String],
    at range: SourceRange
  ) -> Diagnostic {
    neverApplies(
      "\(rule) never applies: `\(condition)` cannot hold for what its other keys are about",
      help: "see whether \(keys.quoted("and")) say the same as the condition",
      at: range
    )
  }

  static func takenByNobody(_ rule: String, _ taken: SelfAuthorisationID, at range: SourceRange)
    -> Diagnostic
  {
    neverApplies(
      "\(rule) never applies: it takes the self-authorisation rule `\(taken)`, which no role with it has",
      help: "name `\(taken)` under `selfAuthorisation` of those roles, or take the rule out",
      at: range
    )
  }

  static func againstTheCriteria(
    _ rule: String,
    _ taken: SelfAuthorisationID,
    criteria: String,
    at range: SourceRange
  ) -> Diagnostic {
    neverApplies(
      "\(rule) never applies: its condition and the criteria of `\(taken)`, which it takes, cannot both "
        + "hold",
      help: "the criteria are `\(criteria)`; change one of the two conditions",
      at: range
    )
  }

  static func noStatusCounts(_ id: RelationshipID, counting: [String], at range: SourceRange)
    -> Diagnostic
  {
    neverApplies(
      "the care relationship `\(id)` never applies: none of its `statuses` counts for its `links`",
      help: counting.isEmpty
        ? "no status of these links counts: see `counts` under `patientLogistics`"
        : "those that count are \(counting.quoted("and"))",
      at: range
    )
  }

  static func throughNobodys(_ entry: String, _ relationships: [String], at range: SourceRange)
    -> Diagnostic
  {
    neverApplies(
      "\(entry) never applies: no role has the care relationship \(relationships.quoted("or"))",
      help: "name under `through` relationships that roles have, or take the entry out",
      at: range
    )
  }

  static func againstTheRelationships(
    _ entry: String,
    _ relationships: [String],
    at range: SourceRange
  ) -> Diagnostic {
    neverApplies(
      "\(entry) never applies: its condition cannot hold together with that of \(relationships.quoted("or"))",
      help: "the entry sees the link that makes the relationship: change one of the two conditions",
      at: range
    )
  }
}

// Rules beside others, marks, grants, equal entries.
extension Diagnostic {
  static func shadowedRule(
    _ rule: String,
    by other: String,
    losesReason: Bool,
    at range: SourceRange,
    other place: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .shadowedRule,
      losesReason
        ? "\(rule) never asks for a reason: `\(other)` opens the same without one, for the same roles"
        : "\(rule) does nothing: `\(other)` gives as much, for the same roles",
      help: (losesReason ? "take one of them out, or narrow `\(other)`" : "take it out")
        + orSilence(.shadowedRule),
      at: range,
      related: [Located("the other one", at: place)]
    )
  }

  static func markForNobody(_ mark: MarkID, override: String?, at range: SourceRange) -> Diagnostic
  {
    let way =
      override.map { "no role can open it by `\($0)`" } ?? "it has no `override`"
    return Diagnostic(
      .markForNobody,
      "nobody can ever open what the mark `\(mark)` shields: nobody is in its circle, and \(way)",
      help: "say under `opensTo` who is inside, or give it an `override` that a role has"
        + orSilence(.markForNobody),
      at: range
    )
  }

  static func markForEverybody(_ mark: MarkID, entries: [String], at range: SourceRange)
    -> Diagnostic
  {
    let isOne = entries.count == 1
    return Diagnostic(
      .markForEverybody,
      "the mark `\(mark)` shields from nobody: everybody is inside its circle by "
        + entries.quoted("or"),
      help: "write under `when` who is inside, or take \(isOne ? "the entry" : "one of them") out"
        + orSilence(.markForEverybody),
      at: range
    )
  }

  static func unreachableClass(
    _ grant: RuleID,
    _ classes: [String],
    isAboutPatient: Bool,
    besides ways: [String],
    roles: [String],
    at range: SourceRange
  ) -> Diagnostic {
    let holders =
      roles.prefix(3).quoted("or") + (roles.count > 3 ? " or another role with it" : "")
    guard ways.isEmpty else {
      return Diagnostic(
        .unreachableClass,
        "the grant `\(grant)` opens nothing of \(classes.quoted("or")): nothing that brings "
          + "\(holders) there can apply together with it",
        help: "see whether purposes and conditions of the grant agree with those of "
          + ways.prefix(3).quoted("or") + (ways.count > 3 ? " or another such rule" : "")
          + ", or take the class out of the grant" + orSilence(.unreachableClass),
        at: range
      )
    }
    return Diagnostic(
      .unreachableClass,
      "the grant `\(grant)` opens nothing of \(classes.quoted("or")): "
        + (isAboutPatient
          ? "no care relationship brings \(holders) to a patient"
          : "no reach rule of \(holders) names it"),
      help: (isAboutPatient
        ? "name care relationships under `relationships` of the roles"
        : "name under `reach` of the roles a rule that has the class under `on`")
        + ", or take the class out of the grant" + orSilence(.unreachableClass),
      at: range
    )
  }

  static func grantWithoutLicence(
    _ grant: RuleID,
    _ action: ActionID,
    _ contentClass: ContentClassID,
    others: Int,
    at range: SourceRange
  ) -> Diagnostic {
    let more =
      switch others {
      case 0: ""
      case 1: "; so it is with one pair more of its actions and classes"
      default: "; so it is with \(others) pairs more of its actions and classes"
      }
    return Diagnostic(
      .grantWithoutLicence,
      "the grant `\(grant)` gives `\(action)` on `\(contentClass)`, which takes a licence, and no provider "
        + "record gives it\(more)",
      help:
        "grant it in the provider records that are meant, or take `\(action)` out of `clinical` of "
        + "the class" + orSilence(.grantWithoutLicence),
      at: range
    )
  }

  static func equalEntries(
    _ kind: String,
    _ id: String,
    _ first: String,
    at range: SourceRange,
    other: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .equalEntries,
      "the \(kind) `\(first)` and `\(id)` give the same",
      help: "keep one of them, or give them what tells them apart" + orSilence(.equalEntries),
      at: range,
      related: [Located("the other one", at: other)]
    )
  }
}
