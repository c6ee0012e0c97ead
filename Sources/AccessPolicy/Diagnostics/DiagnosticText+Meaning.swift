// The sentences for mistakes that only show when the whole policy set is in view.

extension Diagnostic {
  static func noPolicySet() -> Diagnostic {
    Diagnostic(
      .missingKey,
      "no file has the section `policySet`, so the policy set has no name and no version",
      help: "add `policySet: { id: …, version: …, title: { nb: …, en: … } }` to one file",
      at: nil
    )
  }

  static func secondOf(_ section: String, at range: SourceRange, first: SourceRange) -> Diagnostic {
    Diagnostic(
      .declaredTwice,
      "the section `\(section)` stands twice",
      help: "it can stand once in the whole set",
      at: range,
      related: [Located("first here", at: first)]
    )
  }

  static func organisationCycle(_ units: [UnitID], at range: SourceRange) -> Diagnostic {
    let way = (units + units.prefix(1)).quoted(by: " in ")
    return Diagnostic(
      .organisationCycle,
      "the unit contains itself: \(way)",
      help: "give one of them another `in`, or none",
      at: range
    )
  }

  static func statusBothWays(_ status: LinkStatusID, at range: SourceRange, first: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .conflictingKeys,
      "the status `\(status)` stands under both `counts` and `neverCounts`",
      help: "a link in a status can make a relationship, or never does",
      at: range,
      related: [Located("first here", at: first)]
    )
  }

  static func refusedPurpose(_ purpose: PurposeID, in owner: String, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .refusedPurpose,
      "the purpose `\(purpose)` is refused to everybody, and \(owner) has it",
      help: "take it out of the role, or take `refused` out of the purpose",
      at: range
    )
  }

  static func reachAboutPatient(_ contentClass: ContentClassID, at range: SourceRange) -> Diagnostic
  {
    Diagnostic(
      .wrongSubject,
      "`\(contentClass)` is about patients, and reach opens only content that is not",
      help: "open it through a care relationship, or declare the class with `aboutPatient: no`",
      at: range
    )
  }

  static func throughTakesReason(_ relationship: RelationshipID, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .wrongSubject,
      "the care relationship `\(relationship)` takes a self-authorisation rule, so nobody is inside "
        + "the circle through it",
      help: "name relationships of standard access; a mark is opened with a reason by `override`",
      at: range
    )
  }

  static func neverOpens(
    _ relationship: RelationshipID,
    opens: String,
    closes: String,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .conflictingKeys,
      "the care relationship `\(relationship)` closes (\(closes)) before it opens "
        + "(\(opens)), so it never applies",
      help: "was one of them meant to be counted from the other end?",
      at: range
    )
  }

  static func coversNothing(_ mark: MarkID, tags: [ContentTagID], at range: SourceRange)
    -> Diagnostic
  {
    let names = tags.quoted(by: " or ")
    return Diagnostic(
      .conflictingKeys,
      "the mark `\(mark)` covers nothing: no content class has the tag \(names)",
      help: "give the tag to the classes that are meant, or name the classes",
      at: range
    )
  }

  static func requiredButNotAccepted(_ reason: ReasonID, in owner: String, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .conflictingKeys,
      "a text is required for the reason `\(reason)`, which \(owner) does not accept",
      help: "add it to `reasons`, or take it out of `textRequiredFor`",
      at: range
    )
  }

  static func attributeTaken(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .declaredTwice,
      "`\(name)` is a fact of the engine already",
      help: "choose another name",
      at: range
    )
  }

  static func dotInAttribute(_ name: AttributeID, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .notAnIdentifier,
      "the name of an attribute cannot have a dot, as `\(name)` has",
      help: "use `-`",
      at: range
    )
  }

  static func emptyText(_ what: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .wrongValue,
      "\(what) has nothing in it that can be read",
      help: "write the text",
      at: range
    )
  }

  static func statusOfNoKind(
    _ status: LinkStatusID,
    of relationship: String,
    kinds: [LogisticsKindID],
    statuses: [String],
    at range: SourceRange
  ) -> Diagnostic {
    let links = kinds.quoted(by: " and ")
    let all = statuses.quoted()
    return Diagnostic(
      .undeclaredName,
      "\(relationship) is made by \(links), and no link of that kind can have the status `\(status)`",
      help: statuses.isEmpty
        ? "take `statuses` out: the kind has none"
        : NearestName.of(status.text, among: statuses).map {
          "did you mean `\($0)`? There are: \(all)"
        }
          ?? "there are: \(all)",
      at: range
    )
  }

  static func emptyList(_ what: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .wrongValue,
      "\(what) is an empty list, and names nothing",
      help: "name at least one, or take it away",
      at: range
    )
  }

  static func scopeNotText(_ name: String, type: ValueType, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .wrongType,
      "`\(name)` is a \(type), and one reason can be given for content with one text",
      help: "name an attribute whose `type` is `text`, such as the key of a course of treatment",
      at: range
    )
  }
}
