// The sentences for warnings: what is valid, and probably not meant.

extension Diagnostic {
  /// The end of a help line: what to do where the warning is to stay.
  static func orSilence(_ code: DiagnosticCode) -> String {
    "; or say beside it why not: `silence: { \(code.rawValue): \"…\" }`"
  }

  static func templateWithoutOwner(_ kind: String, _ id: String, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .templateWithoutOwner,
      "nobody answers for the \(kind) `\(id)`",
      help: "add `owner:` with the enterprise or forum that does"
        + orSilence(.templateWithoutOwner),
      at: range
    )
  }

  static func templateWithoutApproval(_ kind: String, _ id: String, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .templateWithoutApproval,
      "nobody has approved the \(kind) `\(id)`",
      help: "once somebody has, add `approved: [ { by: …, on: 2026-03-02 } ]`"
        + orSilence(.templateWithoutApproval),
      at: range
    )
  }

  static func templateWithoutBasis(_ kind: String, _ id: String, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .templateWithoutBasis,
      "the \(kind) `\(id)` does not say what it rests on",
      help: "add `because:` with requirements that are declared under `requirements`"
        + orSilence(.templateWithoutBasis),
      at: range
    )
  }

  static func ruleWithoutBasis(_ kind: String, _ id: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .ruleWithoutBasis,
      "the \(kind) `\(id)` does not say what it rests on",
      help: "add `because:` with requirements that are declared under `requirements`"
        + orSilence(.ruleWithoutBasis),
      at: range
    )
  }

  static func unwrittenEdge(
    _ side: Window.Side,
    of id: RelationshipID,
    _ edge: Window.Edge,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .unwrittenEdge,
      "the care relationship `\(id)` does not say when it \(side.rawValue)",
      help: "now it \(side.rawValue) \(edge): write `\(side.rawValue): \(edge)`, or what is meant"
        + orSilence(.unwrittenEdge),
      at: range
    )
  }

  static func unboundedEdge(_ side: Window.Side, of id: RelationshipID, at range: SourceRange)
    -> Diagnostic
  {
    let message =
      switch side {
      case .opens: "the care relationship `\(id)` is open however long before the link begins"
      case .closes: "the care relationship `\(id)` never closes"
      }
    return Diagnostic(
      .windowWithoutEdge,
      message,
      help:
        "write an edge, such as `\(side.rawValue): 30 days \(side == .opens ? "before start" : "after end")`"
        + orSilence(.windowWithoutEdge),
      at: range
    )
  }

  static func unwrittenCondition(_ rule: String, opens: String, at range: SourceRange) -> Diagnostic
  {
    Diagnostic(
      .unwrittenCondition,
      "\(rule) has no `where`: it opens \(opens)",
      help: "write of what it shall hold, or `where: always`, if so much is meant"
        + orSilence(.unwrittenCondition),
      at: range
    )
  }

  static func windowMayNeverOpen(
    _ id: RelationshipID,
    _ window: Window,
    longest: TimeSpan,
    at range: SourceRange
  ) -> Diagnostic {
    let opensFor =
      longest <= .zero
      ? "it never opens"
      : "it never opens for a link that lasts \(longest) or longer, or that has no end"
    return Diagnostic(
      .windowMayNeverOpen,
      "the care relationship `\(id)` opens \(window.opens) and closes \(window.closes): \(opensFor)",
      help: "count `opens` from the start, as `at start`, and `closes` from the end, as `at end`"
        + orSilence(.windowMayNeverOpen),
      at: range
    )
  }

  static func reasonOpensPatient(
    _ rule: String,
    _ key: String,
    _ id: SelfAuthorisationID,
    at range: SourceRange,
    scope: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .reasonOpensPatient,
      "a reason that \(rule) asks for opens the whole record of the patient: `\(id)`, which it names "
        + "under `\(key)`, has `scope: patient`, and so needs no care relationship",
      help:
        "name under `\(key)` a self-authorisation rule of its own, with `scope: class`, `contact` or "
        + "`item`" + orSilence(.reasonOpensPatient),
      at: range,
      related: [Located("it opens patients", at: scope)]
    )
  }

  static func inNoRole(_ kind: String, _ id: String, list: String, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .unusedEntry,
      "no template and no subtemplate has the \(kind) `\(id)`",
      help: "name it under `\(list)` of the roles that are to have it, or take it out"
        + orSilence(.unusedEntry),
      at: range
    )
  }

  static func takenByNothing(
    _ id: SelfAuthorisationID,
    scope: SelfAuthorisation.Scope,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .unusedEntry,
      "the self-authorisation rule `\(id)` opens nothing: with `scope: \(scope)` it opens what "
        + "a rule takes it for, or a mark or block is opened by",
      help: "name it under `takes` of a rule or `override` of a mark or block, or take it out"
        + orSilence(.unusedEntry),
      at: range
    )
  }

  static func shieldsNothing(_ kind: String, _ id: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .unusedEntry,
      "the \(kind) `\(id)` keeps nobody from anything: no role has a grant to what it closes",
      help: "see whether its `actions` and classes are those that were meant, or take it out"
        + orSilence(.unusedEntry),
      at: range
    )
  }

  static func usedByNothing(
    _ kind: String,
    _ id: String,
    lacking: String,
    key: String,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .unusedEntry,
      "the \(kind) `\(id)` is used by nothing: \(lacking)",
      help: "name it under `\(key)` of the rule that it was meant for, or take it out"
        + orSilence(.unusedEntry),
      at: range
    )
  }

  static func needlessLicence(_ id: RuleID, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .unusedEntry,
      "nothing that the grant `\(id)` allows takes a licence, so it is never asked for",
      help: "name the actions under `clinical` of the content classes, or take the grant out"
        + orSilence(.unusedEntry),
      at: range
    )
  }

  static func unmentioned(_ attribute: String, carriedBy carriers: String, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .unusedEntry,
      "no condition looks at `\(attribute)`, so \(carriers) carry it for nothing",
      help: "write the condition that it was meant for, or take it out" + orSilence(.unusedEntry),
      at: range
    )
  }
}
