package import AccessPolicy

// The sentences for mistakes in scenario files.

extension Diagnostic {
  package static func notInCast(
    _ kind: String,
    _ text: String,
    among names: some Sequence<String>,
    at range: SourceRange
  ) -> Diagnostic {
    let names = names.sorted()
    if let other = names.first(where: { NearestName.differ($0, text) }) {
      return .otherCase(kind, text, declared: other, at: range)
    }
    let help: String =
      if let nearest = NearestName.of(text, among: names) {
        "did you mean `\(nearest)`?"
      } else if names.isEmpty {
        "the cast has none at all"
      } else if names.count <= 12 {
        "there are: \(names.quoted())"
      } else {
        "add it to the cast, or name another"
      }
    return Diagnostic(
      .undeclaredName,
      "the cast has no \(kind) `\(text)`",
      help: help,
      at: range
    )
  }

  package static func notOfPatient(
    _ kind: String,
    _ text: String,
    patient: String,
    among names: some Sequence<String>,
    at range: SourceRange
  ) -> Diagnostic {
    let names = names.sorted()
    if let other = names.first(where: { NearestName.differ($0, text) }) {
      return .otherCase(kind, text, declared: other, at: range)
    }
    let all = names.quoted()
    return Diagnostic(
      .undeclaredName,
      "the patient `\(patient)` has no \(kind) `\(text)`",
      help: NearestName.of(text, among: names).map { "did you mean `\($0)`?" }
        ?? (names.isEmpty ? "the patient has no \(kind) at all" : "there are: \(all)"),
      at: range
    )
  }

  package static func contactWithoutPatient(_ contact: Located<String>) -> Diagnostic {
    Diagnostic(
      .badCase,
      "the item belongs to the contact `\(contact.value)`, and a case that uses it has no patient",
      help:
        "contacts are a patient's: add `patient:` to the case, or take `contact:` from the item",
      at: contact.range
    )
  }

  package static func likeCycle(_ kind: String, _ names: [String], at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .badCase,
      "the \(kind) `\(names.first ?? "")` is like itself: "
        + names.quoted(by: " like "),
      help: "let one of them stand without `like`",
      at: range
    )
  }

  package static func notAChoice(
    _ node: DocumentNode,
    of what: String,
    words: [String],
    keys: [String]
  ) -> Diagnostic {
    let forms = words.map { "`\($0)`" } + keys.map { "`{ \($0): … }`" }
    return Diagnostic(
      .wrongForm,
      "\(what) should be one of \(forms.joined(separator: ", "))",
      help: "exactly one of them",
      at: node.range
    )
  }

  package static func notAPointInTime(
    _ text: String,
    of what: String,
    isQuoted: Bool,
    at range: SourceRange
  ) -> Diagnostic {
    let help =
      "write a date, as `2026-03-02`; a date, time and zone, as `2026-03-02T10:00+01:00`; "
      + "or one counted from the case's `now`, as `now`, `in 5 days` or `10 days ago`"
    return isQuoted || OtherReaders.clockTime(text) == nil
      ? .wrongValue(text, of: what, expected: "point in time", help: help, at: range)
      : .unquotedTime(text, of: what, help: help, at: range)
  }

  package static func noClock(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .missingKey,
      "this file has cases and lacks `now`",
      help: "say at which time the cases take place, as `now: 2026-03-02T10:00+01:00`",
      at: range
    )
  }

  package static func noClockForSituations(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .missingKey,
      "this file has `dryRun` and lacks `now`",
      help: "say at which time a role is shown, as `now: 2026-03-02T10:00+01:00`",
      at: range
    )
  }

  package static func situationsTwice(at range: SourceRange, first: SourceRange) -> Diagnostic {
    Diagnostic(
      .declaredTwice,
      "`dryRun` stands twice in the scenarios",
      help: "keep one of them: every role is shown in the same situations",
      at: range,
      related: [Located("the other stands here", at: first)]
    )
  }

  package static func noSituations(_ key: String, at range: SourceRange) -> Diagnostic {
    let help =
      switch key {
      case "situations":
        "add one, as `mine-now: { title: { nb: Egen pasient nå, en: Own patient now } }`"
      case "content": "add one, as `unmarked: { title: { nb: Umerket, en: Unmarked } }`"
      default: "add one, as `here: { title: { nb: Her, en: Here } }`, or take `\(key)` away"
      }
    return Diagnostic(.wrongValue, "`\(key)` of `dryRun` has no entry", help: help, at: range)
  }

  package static func noCases() -> Diagnostic {
    Diagnostic(
      .nothingExpected,
      "the scenarios have no cases",
      help: "add a file with `cases:`; a run that expects nothing proves nothing",
      at: nil
    )
  }

  package static func noCells(in owner: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .nothingExpected,
      "\(owner) expects nothing",
      help: "name what is asked for, each with `allow`, `deny` or `justify`",
      at: range
    )
  }

  package static func noRules(in what: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .nothingExpected,
      "\(what) names no gate and no rule",
      help: "name at least one, or leave the key out",
      at: range
    )
  }

  package static func noForm(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .nothingExpected,
      "this case expects nothing",
      help: "add `expect:` (one person, many items), `people:` (many people, one item) or "
        + "`boundary:` (the edges of a window)",
      at: range
    )
  }

  package static func severalForms(_ first: Located<String>, _ second: Located<String>)
    -> Diagnostic
  {
    Diagnostic(
      .conflictingKeys,
      "this case has both `\(first.value)` and `\(second.value)`",
      help: "a case has exactly one of `expect`, `people` and `boundary`: make two cases of it",
      at: second.range,
      related: [Located("the other stands here", at: first.range)]
    )
  }

  package static func misplaced(_ key: Located<String>, form: String, help: String) -> Diagnostic {
    Diagnostic(
      .conflictingKeys,
      "`\(key.value)` does not go together with `\(form)`",
      help: help,
      at: key.range
    )
  }

  package static func notAnOutcome(_ text: Located<String>) -> Diagnostic {
    .notOneOf(
      text.value,
      of: "an expectation",
      allowed: Outcome.allCases.map(\.description),
      at: text.range
    )
  }

  package static func notOneOutcome(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .wrongForm,
      "an expectation has exactly one outcome",
      help: "write `allow`, `deny` or `justify` alone, or with what more must hold: "
        + "`{ deny: { by: sensitive } }`",
      at: range
    )
  }

  package static func partOfOther(_ key: Located<String>, needs: Outcome, has: Outcome)
    -> Diagnostic
  {
    Diagnostic(
      .conflictingKeys,
      "`\(key.value)` can only be expected of `\(needs)`, and this is `\(has)`",
      help: "take it out, or expect `\(needs)`",
      at: key.range
    )
  }

  package static func noSuchRule(
    _ text: String,
    _ severity: Severity,
    among names: some Sequence<String>,
    at range: SourceRange
  ) -> Diagnostic {
    if let other = names.sorted().first(where: { NearestName.differ($0, text) }) {
      return .otherCase("gate or rule", text, declared: other, severity: severity, at: range)
    }
    return Diagnostic(
      .undeclaredName,
      severity: severity,
      "no gate and no rule is called `\(text)`",
      help: NearestName.of(text, among: names).map { "did you mean `\($0)`?" }
        ?? "write a gate, as `function` or `mark:sensitive`, or the id of a rule that the policy set "
        + "declares, as `security-class/grant`",
      at: range
    )
  }

  package static func noRoute(_ text: String, among names: [String], at range: SourceRange)
    -> Diagnostic
  {
    let near = NearestName.of(text, among: names).map { "did you mean `\($0)`?" }
    return Diagnostic(
      .undeclaredName,
      "no purpose, mark or block that is called `\(text)` says where to go instead",
      help: near ?? (names.isEmpty ? "write a `route` there first" : "these do: \(names.quoted())"),
      at: range
    )
  }

  package static func noSuchStatus(
    _ text: String,
    kind: LogisticsKindID,
    among names: [String],
    at range: SourceRange
  ) -> Diagnostic {
    guard !names.isEmpty else {
      return Diagnostic(
        .undeclaredName,
        "patient logistics of the kind `\(kind)` has no statuses, and this has `\(text)`",
        help: "take `status` out",
        at: range
      )
    }
    if let other = names.first(where: { NearestName.differ($0, text) }) {
      return .otherCase("status", text, declared: other, at: range)
    }
    let all = names.quoted()
    return Diagnostic(
      .undeclaredName,
      "patient logistics of the kind `\(kind)` has no status `\(text)`",
      help: NearestName.of(text, among: names).map { "did you mean `\($0)`? It has: \(all)" }
        ?? "it has: \(all)",
      at: range
    )
  }

  package static func grantWithoutPurpose(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .badCase,
      "the grant has no purpose: neither it nor the case says one",
      help: "add `purpose:`, to the grant or to the case",
      at: range
    )
  }

  package static func grantWithoutPatient(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .badCase,
      "the grant covers a part of a patient's record, and the case has no patient",
      help: "add `patient:` to the case, or give the grant a class as its scope",
      at: range
    )
  }

  package static func boundaryWithoutPatient(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .badCase,
      "a boundary is the edge of a patient's logistics, and the case has no patient",
      help: "add `patient:`",
      at: range
    )
  }

  package static func otherKindOfLink(
    _ link: Located<String>,
    kind: LogisticsKindID,
    relationship: RelationshipID,
    kinds: [String]
  ) -> Diagnostic {
    Diagnostic(
      .badCase,
      "`\(link.value)` is of the kind `\(kind)`, which never makes the relationship `\(relationship)`",
      help: "the relationship is made by \(kinds.quoted(by: " and "))",
      at: link.range
    )
  }

  package static func notAnEdge(_ text: Located<String>) -> Diagnostic {
    Diagnostic(
      .wrongValue,
      "`\(text.value)` is no edge of a window",
      help:
        "say where the edge should be, counted from the link: `at start`, `30 days before start`, "
        + "`7 days after end`",
      at: text.range
    )
  }

  package static func edgeNotKnown(
    _ key: Located<String>,
    link: String,
    anchor: Window.Anchor
  ) -> Diagnostic {
    let part = anchor == .start ? "starts" : "ends"
    return Diagnostic(
      .badCase,
      "the edge is counted from the \(anchor.rawValue) of `\(link)`, which has none",
      help: "give the link `\(part)`, or take `\(key.value)` out",
      at: key.range
    )
  }
}
