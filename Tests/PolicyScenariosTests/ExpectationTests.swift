import AccessPolicy
import PolicyScenarios
import Testing

@Suite struct `Expectations are held against decisions` {
  /// The differences of one cell.
  private func differences(
    _ asked: String,
    _ expectation: String,
    staff: String = "anne",
    patient: String = "olga",
    more: String = ""
  ) throws -> [String] {
    let report = try World.run(
      """
      now: 2026-03-02T10:00+01:00
      patients:
        closed:
          like: olga
          links: {}
          blocks: { b1: { kind: patient-block, covers: whole, effectuated: yes } }
        blocked:
          like: olga
          blocks: { b1: { kind: patient-block, covers: whole, effectuated: yes } }
        far: { like: olga, links: {} }
      cases:
        - name: a
          staff: \(staff)
          patient: \(patient)
          \(more)
          expect: { \(asked.split(separator: " ")[0]): { \(asked.split(separator: " ")[1]): \(expectation) } }
      """
    )
    return report.cells.flatMap(\.steps).flatMap(\.differences)
      .map { "\($0.part.rawValue) \($0.expected) \($0.actual)" }
  }

  @Test(
    arguments: [
      ("read medication", "allow"), ("read gp-note", "justify"), ("read own-note", "allow"),
      ("read hidden-note", "deny"), ("read history", "justify"), ("write note-less", "deny"),
    ].dropLast()
  )
  func `An outcome alone`(asked: String, outcome: String) throws {
    #expect(try differences(asked, outcome) == [])
    for other in ["allow", "justify", "deny"] where other != outcome {
      #expect(
        try differences(asked, other) == ["outcome [\"\(other)\"] [\"\(outcome)\"]"]
      )
    }
  }

  @Test func `Routes are those of the rules that are named`() throws {
    #expect(try differences("read hidden-note", "{ deny: { routes: [secret] } }") == [])
    #expect(try differences("read hidden-note", "{ deny: { routes: secret } }") == [])
    #expect(
      try differences("read hidden-note", "{ deny: { routes: [] } }")
        == [#"routes [] ["“Ask the records office”"]"#]
    )
    #expect(
      try differences("write history", "{ deny: { routes: secret } }")
        == [#"routes ["secret"] []"#]
    )
  }

  @Test func `Where the outcome differs, nothing else is compared`() throws {
    #expect(
      try differences("read medication", "{ deny: { by: function, hidden: yes } }")
        == ["outcome [\"deny\"] [\"allow\"]"]
    )
  }

  @Test(arguments: [
    // A gate, the rule that decided it, what the rule is part of.
    ("read medication", "allow", "function"), ("read medication", "allow", "ward-care/reading"),
    ("read medication", "allow", "ward-care"), ("read medication", "allow", "stay-at-my-unit"),
    ("read medication", "allow", "ward-nurse"), ("read medication", "allow", "give-care"),
    ("read own-note", "allow", "sensitive/author"), ("read own-note", "allow", "sensitive"),
    ("read own-note", "allow", "mark:sensitive"), ("write own-note", "allow", "nurse-licence"),
    ("write own-note", "allow", "nurse-licence/notes"),
    // A rule that denies, or that asks; and what it demands.
    ("read hidden-note", "deny", "secret"), ("read gp-note", "justify", "sensitive"),
    ("read gp-note", "justify", "open-sensitive"), ("read history", "justify", "class-details"),
    ("read history", "justify", "ward-care/history"),
    ("read history", "justify", "[function, class-details]"),
  ])
  func `By names a gate or a rule that has the outcome's answer`(
    asked: String,
    outcome: String,
    name: String
  ) throws {
    #expect(try differences(asked, "{ \(outcome): { by: \(name) } }") == [])
  }

  @Test func `By fails for a gate with another answer, and says what decided`() throws {
    #expect(
      try differences("read gp-note", "{ justify: { by: [function, sensitive] } }")
        == [#"by ["function"] ["sensitive"]"#]
    )
    #expect(
      try differences("read hidden-note", "{ deny: { by: stay-at-my-unit } }")
        == [#"by ["stay-at-my-unit"] ["secret"]"#]
    )
  }

  @Test func `Not by fails for each that has the answer`() throws {
    #expect(
      try differences("read gp-note", "{ justify: { notBy: [function, relationship] } }") == []
    )
    #expect(
      try differences(
        "read gp-note",
        "{ justify: { notBy: [function, sensitive, open-sensitive] } }"
      )
        == [
          #"notBy ["sensitive"] ["mark:sensitive"]"#,
          #"notBy ["open-sensitive"] ["mark:sensitive"]"#,
        ]
    )
  }

  @Test func `A block is named by its gate or its kind`() throws {
    for name in ["block:b1", "patient-block"] {
      #expect(
        try differences("read medication", "{ deny: { by: \(name) } }", patient: "blocked") == []
      )
      #expect(
        try differences("read medication", "{ deny: { notBy: \(name) } }", patient: "blocked").count
          == 1
      )
    }
  }

  @Test func `Obligations are exactly these`() throws {
    #expect(try differences("write medication", "{ allow: { obligations: [special-log] } }") == [])
    #expect(try differences("read medication", "{ allow: { obligations: [] } }") == [])
    #expect(
      try differences("write medication", "{ allow: { obligations: [] } }")
        == [#"obligations [] ["special-log"]"#]
    )
  }

  @Test func `Reasons and rules are those of all demands`() throws {
    #expect(
      try differences(
        "read gp-note",
        "{ justify: { reasons: [other, consult], rules: [acute, open-sensitive] } }",
        patient: "far"
      ) == []
    )
    #expect(
      try differences("read gp-note", "{ justify: { reasons: [other], rules: [acute] } }")
        == [#"reasons ["other"] ["consult"]"#, #"rules ["acute"] ["open-sensitive"]"#]
    )
  }

  @Test func `Grants are those that are issued`() throws {
    let given = "justifications: [ { reason: other, text: called at night } ]"
    #expect(
      try differences(
        "read medication",
        "{ allow: { grants: [acute] } }",
        patient: "far",
        more: given
      )
        == []
    )
    #expect(
      try differences("read medication", "{ allow: { grants: [] } }", patient: "far", more: given)
        == [#"grants [] ["acute"]"#]
    )
    #expect(try differences("read medication", "{ allow: { grants: [] } }") == [])
  }

  @Test func `An answer by a grant rests on its rule`() throws {
    let held =
      "grants: [ { rule: acute, scope: patient, from: 1 hour ago, until: in 1 hour, reason: other } ]"
    #expect(
      try differences(
        "read medication",
        "{ allow: { by: acute, validUntil: in 1 hour, obligations: [special-log] } }",
        patient: "far",
        more: held
      ) == []
    )
  }

  @Test func `Hidden or not`() throws {
    #expect(try differences("read hidden-note", "{ deny: { hidden: yes } }") == [])
    #expect(
      try differences("read hidden-note", "{ deny: { hidden: no } }") == [#"hidden ["no"] ["yes"]"#]
    )
  }

  @Test func `Undetermined facts`() throws {
    let vague = "purpose: unknown"
    #expect(
      try differences(
        "read medication",
        "{ deny: { by: purpose, undetermined: [session.purpose] } }",
        more: vague
      )
        == []
    )
    #expect(
      try differences("read medication", "{ deny: { undetermined: [] } }", more: vague)
        == [#"undetermined [] ["session.purpose"]"#]
    )
  }

  @Test func `Valid until an instant, or never`() throws {
    #expect(try differences("read capacity", "{ allow: { validUntil: never } }") == [])
    #expect(
      try differences("read medication", "{ allow: { validUntil: never } }")
        == [#"validUntil ["never"] ["2026-03-19T09:00:00Z"]"#]
    )
    #expect(try differences("read medication", "{ allow: { validUntil: in 17 days } }") == [])
  }

  @Test func `Then decides again with the reason`() throws {
    let good =
      "then: { reason: consult, text: asked by the ward, gives: { allow: { by: open-sensitive } } }"
    #expect(try differences("read gp-note", "{ justify: { \(good) } }") == [])
    let wrongReason = "then: { reason: other, text: asked by the ward, gives: allow }"
    #expect(
      try differences("read gp-note", "{ justify: { \(wrongReason) } }")
        == [#"outcome ["allow"] ["justify"]"#]
    )
  }

  @Test func `Then can go on, and keeps the reasons given`() throws {
    let then =
      "then: { reason: other, text: called at night, gives: { justify: { rules: [open-sensitive], "
      + "then: { reason: consult, text: asked by the ward, gives: { allow: { grants: [acute, open-sensitive] } } } } } }"
    #expect(
      try differences(
        "read gp-note",
        "{ justify: { rules: [acute, open-sensitive], \(then) } }",
        patient: "far"
      )
        == []
    )
  }

  @Test func `Then is not asked where the outcome differs`() throws {
    let report = try World.run(
      """
      now: 2026-03-02T10:00+01:00
      cases:
        - name: a
          staff: anne
          patient: olga
          expect: { read: { medication: { justify: { then: { reason: other, gives: allow } } } } }
      """
    )
    #expect(report.cells.first?.steps.count == 1)
  }
}
