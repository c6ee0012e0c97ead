@testable import AccessPolicy
import Testing

/// Silences are read beside every entry, hold for that entry alone, and are missed when not needed.
@Suite struct `Silences` {
  @Test func `can stand beside every kind of entry, and are reported where they silence nothing`()
    throws
  {
    let sections = PolicyText(Self.everywhere)
    let policy = try PolicyPipeline.policy(from: [sections.document])
    let unused = PolicyPipeline.lint(policy).warnings.filter { $0.code == .unusedSilence }
    let lines = Self.everywhere.split(separator: "\n").enumerated()
      .filter { $0.element.contains("deviation-without-end") }.map { $0.offset + 1 }
    #expect(unused.compactMap { $0.range?.line } == lines)
    #expect(lines.count == 28)
  }

  @Test(arguments: [
    MistakeCase(
      "an unknown code",
      "reasons:\n  x: { title: { nb: X, en: X }, silence: { 1️⃣unused-enrty: why } }",
      "1 cannot-silence"
    ),
    MistakeCase(
      "an error",
      "reasons:\n  x: { title: { nb: X, en: X }, silence: { 1️⃣unknown-key: why } }",
      "1 cannot-silence"
    ),
    MistakeCase(
      "an unused silence",
      "reasons:\n  x: { title: { nb: X, en: X }, silence: { 1️⃣unused-silence: why } }",
      "1 cannot-silence"
    ),
    MistakeCase(
      "reasons that say nothing",
      """
      reasons:
        x: { title: { nb: X, en: X }, silence: { 1️⃣unused-entry: "" } }
        w: { title: { nb: X, en: X }, silence: { 2️⃣unused-entry: "\u{200B} " } }
        z: { title: { nb: X, en: X }, silence: { 3️⃣unused-entry: ~ } }
      """,
      "1 silence-without-reason",
      "2 silence-without-reason",
      "3 silence-without-reason"
    ),
    MistakeCase(
      "forms that are none",
      """
      reasons:
        x: { title: { nb: X, en: X }, silence: 1️⃣unused-entry }
        w: { title: { nb: X, en: X }, silence: { unused-entry: 2️⃣[why] } }
        z: { title: { nb: X, en: X }, silence: { unused-entry: why, 3️⃣unused-entry: why } }
      """,
      "1 wrong-form",
      "2 wrong-form",
      "3 duplicate-key 4:44"
    ),
    MistakeCase(
      "an owner that is nobody",
      """
      templates:
        x: { title: { nb: X, en: X }, owner: 1️⃣" " }
      """,
      "1 wrong-value"
    ),
  ])
  func `that mean nothing are errors`(slip: MistakeCase) {
    #expect(mistakes(slip.text) == slip.mistakes)
  }

  @Test func `hold for their own entry and code alone`() {
    let here = SourceRange(file: "a", line: 1, column: 1)
    let there = SourceRange(file: "a", line: 2, column: 1)
    func finding(_ code: DiagnosticCode, _ place: SourceRange) -> LintFinding {
      LintFinding(at: place, Diagnostic(code, "found", at: place))
    }
    let silence = AccessPolicy.Silence(code: .unusedEntry, reason: "why", at: here)
    let report = LintReport(
      [
        finding(.unusedEntry, there), finding(.unusedEntry, here), finding(.unwrittenEdge, here),
        finding(.unusedEntry, here),
      ],
      silences: [here: [silence]]
    )
    #expect(report.warnings.map(\.code) == [.unwrittenEdge, .unusedEntry])
    #expect(report.silenced.map(\.warning.range) == [here])
    #expect(report.silenced.map(\.silence) == [silence])
  }

  @Test func `are counted with those of another report`() {
    let place = SourceRange(file: "b", line: 1, column: 1)
    let before = SourceRange(file: "a", line: 9, column: 1)
    let first = LintReport(
      [],
      silences: [place: [AccessPolicy.Silence(code: .unusedEntry, reason: "x", at: place)]]
    )
    let second = LintReport(
      [LintFinding(at: before, Diagnostic(.unusedEntry, "found", at: before))],
      silences: [:]
    )
    #expect(first.joined(second).warnings.map(\.range) == [before, place])
    #expect(LintReport.empty.joined(.empty) == .empty)
  }

  /// A silence that silences nothing beside every entry that can have one, a line each.
  private static let everywhere = """
    policySet: { id: all, version: 1.0.0, title: { nb: Alt, en: All } }
    requirements:
      r: { title: { nb: X, en: X }, silence: { deviation-without-end: why } }
    unitKinds:
      ward: { title: { nb: X, en: X }, silence: { deviation-without-end: why } }
    organisation:
      east: { title: { nb: X, en: X }, kind: ward, silence: { deviation-without-end: why } }
    actions:
      read: { title: { nb: X, en: X }, silence: { deviation-without-end: why } }
    purposes:
      care: { title: { nb: X, en: X }, silence: { deviation-without-end: why } }
    contentTags:
      tag: { title: { nb: X, en: X }, silence: { deviation-without-end: why } }
    contentClasses:
      note: { title: { nb: X, en: X }, silence: { deviation-without-end: why } }
      list: { title: { nb: X, en: X }, aboutPatient: no, silence: { deviation-without-end: why } }
    attributes:
      session:
        a: { title: { nb: X, en: X }, type: text, silence: { deviation-without-end: why } }
      patient:
        b: { title: { nb: X, en: X }, type: text, silence: { deviation-without-end: why } }
      link:
        c: { title: { nb: X, en: X }, type: text, silence: { deviation-without-end: why } }
      content:
        d: { title: { nb: X, en: X }, type: text, silence: { deviation-without-end: why } }
      request:
        e: { title: { nb: X, en: X }, type: text, silence: { deviation-without-end: why } }
    reasons:
      help: { title: { nb: X, en: X }, silence: { deviation-without-end: why } }
    obligations:
      log: { title: { nb: X, en: X }, silence: { deviation-without-end: why } }
    securityClasses:
      nursing:
        title: { nb: X, en: X }
        silence: { deviation-without-end: why }
        grants:
          notes: { do: [read], on: [note], silence: { deviation-without-end: why } }
    providerRecords:
      nurse:
        title: { nb: X, en: X }
        silence: { deviation-without-end: why }
        grants:
          notes: { do: [read], on: [note], silence: { deviation-without-end: why } }
    templates:
      nurse: { title: { nb: X, en: X }, silence: { deviation-without-end: why } }
    subtemplates:
      extra: { title: { nb: X, en: X }, silence: { deviation-without-end: why } }
    patientLogistics:
      stay: { title: { nb: X, en: X }, silence: { deviation-without-end: why } }
    careRelationships:
      staying: { title: { nb: X, en: X }, links: [stay], silence: { deviation-without-end: why } }
    reach:
      lists: { title: { nb: X, en: X }, on: [list], silence: { deviation-without-end: why } }
    marks:
      secret:
        title: { nb: X, en: X }
        silence: { deviation-without-end: why }
        opensTo:
          all: { when: has session.unit, silence: { deviation-without-end: why } }
    blocks:
      closed: { title: { nb: X, en: X }, silence: { deviation-without-end: why } }
    selfAuthorisation:
      ask:
        title: { nb: X, en: X }
        silence: { deviation-without-end: why }
        scope: patient
        reasons: [help]
        leastText: 5
        lifetime: 1 hour
    """
}
