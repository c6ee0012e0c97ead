import AccessPolicy
import PolicyScenarios
import Testing

@Suite struct `Mistakes in cases` {
  @Test(arguments: [
    Mistake.inCase(
      "no name",
      .missingKey,
      "lacks `name`",
      "  - ▶{ staff: anne, expect: { read: { capacity: allow } } }"
    ),
    .inCase(
      "no staff",
      .missingKey,
      "lacks `staff`",
      "  - ▶{ name: a, expect: { read: { capacity: allow } } }"
    ),
    .inCase(
      "staff not in cast",
      .undeclaredName,
      "no member of staff `ann`",
      helps: "`anne`",
      "  - { name: a, staff: ▶ann, expect: { read: { capacity: allow } } }"
    ),
    .inCase(
      "patient not in cast",
      .undeclaredName,
      "no patient `olgas`",
      helps: "`olga`",
      "  - { name: a, staff: anne, patient: ▶olgas, expect: { read: { gp-note: deny } } }"
    ),
    .inCase(
      "item not in cast",
      .undeclaredName,
      "no item `gp-nota`",
      helps: "`gp-note`",
      "  - { name: a, staff: anne, patient: olga, expect: { read: { ▶gp-nota: deny } } }"
    ),
    .inCase(
      "another patient's item",
      .undeclaredName,
      "no item `gp-note`",
      "  - { name: a, staff: anne, patient: per, expect: { read: { ▶gp-note: deny } } }"
    ),
    .inCase(
      "action not declared",
      .undeclaredName,
      "no action",
      helps: "`read`",
      "  - { name: a, staff: anne, expect: { ▶raed: { capacity: allow } } }"
    ),
    .inCase(
      "requirement not declared",
      .undeclaredName,
      "no requirement",
      helps: "`R1`",
      "  - { name: a, for: [▶R3], staff: anne, expect: { read: { capacity: allow } } }"
    ),
    .inCase(
      "unit not declared",
      .undeclaredName,
      "no unit",
      "  - { name: a, staff: anne, unit: ▶ward, expect: { read: { capacity: allow } } }"
    ),
    .inCase(
      "purpose not declared",
      .undeclaredName,
      "no purpose",
      "  - { name: a, staff: anne, purpose: ▶care, expect: { read: { capacity: allow } } }"
    ),
    .inCase(
      "key unknown",
      .unknownKey,
      "no key `expct`",
      helps: "`expect`",
      "  - { name: a, staff: anne, ▶expct: {}, expect: { read: { capacity: allow } } }"
    ),
    .inCase("no form", .nothingExpected, "expects nothing", "  - ▶{ name: a, staff: anne }"),
    .inCase(
      "no actions",
      .nothingExpected,
      "`expect` expects nothing",
      "  - { name: a, staff: anne, expect: ▶{} }"
    ),
    .inCase(
      "no items",
      .nothingExpected,
      "`read` of `expect` expects nothing",
      "  - { name: a, staff: anne, expect: { ▶read: {} } }"
    ),
    .inCase(
      "no people",
      .nothingExpected,
      "`people` expects nothing",
      "  - { name: a, action: read, item: capacity, people: ▶{} }"
    ),
    .inCase(
      "two forms",
      .conflictingKeys,
      "both `expect` and `people`",
      "  - { name: a, ▷expect: { read: { capacity: allow } }, action: read, item: capacity, ▶people: { anne: allow } }"
    ),
    .inCase(
      "staff with people",
      .conflictingKeys,
      "`staff` does not go together with `people`",
      "  - { name: a, ▶staff: anne, action: read, item: capacity, people: { anne: allow } }"
    ),
    .inCase(
      "action with expect",
      .conflictingKeys,
      "`action` does not go together",
      "  - { name: a, staff: anne, ▶action: read, expect: { read: { capacity: allow } } }"
    ),
    .inCase(
      "people without item",
      .missingKey,
      "lacks `item`",
      "  - ▶{ name: a, action: read, people: { anne: allow } }"
    ),
    .inCase(
      "people not in cast",
      .undeclaredName,
      "no member of staff `ann`",
      "  - { name: a, action: read, item: capacity, people: { ▶ann: allow } }"
    ),
    .inCase(
      "own clock wrong",
      .wrongValue,
      "point in time",
      "  - { name: a, now: ▶now, staff: anne, expect: { read: { capacity: allow } } }"
    ),
    .inCase(
      "id twice",
      .declaredTwice,
      "case `S1` is declared twice",
      """
        - { id: ▷S1, name: a, staff: anne, expect: { read: { capacity: allow } } }
        - { id: ▶S1, name: b, staff: anne, expect: { read: { capacity: allow } } }
      """
    ),
    .inCase(
      "reason not declared",
      .undeclaredName,
      "no reason",
      helps: "`other`",
      "  - { name: a, staff: anne, justifications: [ { reason: ▶othr } ], expect: { read: { capacity: allow } } }"
    ),
    .inCase(
      "justification without reason",
      .missingKey,
      "lacks `reason`",
      "  - { name: a, staff: anne, justifications: [ ▶{ text: t } ], expect: { read: { capacity: allow } } }"
    ),
    .inCase(
      "justification for no rule",
      .undeclaredName,
      "no self-authorisation rule",
      "  - { name: a, staff: anne, justifications: [ { reason: other, rule: ▶acut } ], expect: { read: { capacity: allow } } }"
    ),
    .inCase(
      "request attribute not declared",
      .undeclaredName,
      "request attribute",
      helps: "`channel`",
      "  - { name: a, staff: anne, attributes: { ▶chanel: x }, expect: { read: { capacity: allow } } }"
    ),
    .inCase(
      "grant without rule",
      .missingKey,
      "lacks `rule`",
      "  - { name: a, staff: anne, patient: olga, grants: [ ▶{ scope: patient, from: now, until: now, reason: other } ], expect: { read: { capacity: allow } } }"
    ),
    .inCase(
      "grant scope nonsense",
      .wrongForm,
      "should be one of `patient`",
      "  - { name: a, staff: anne, patient: olga, grants: [ { rule: acute, scope: ▶all, from: now, until: now, reason: other } ], expect: { read: { capacity: allow } } }"
    ),
    .inCase(
      "grant of an unknown contact",
      .undeclaredName,
      "`olga` has no contact `c9`",
      "  - { name: a, staff: anne, patient: olga, grants: [ { rule: acute, scope: { contact: ▶c9 }, from: now, until: now, reason: other } ], expect: { read: { capacity: allow } } }"
    ),
    .inCase(
      "grant of an unknown item",
      .undeclaredName,
      "no item `i9`",
      "  - { name: a, staff: anne, patient: olga, grants: [ { rule: acute, scope: { item: ▶i9 }, from: now, until: now, reason: other } ], expect: { read: { capacity: allow } } }"
    ),
    .inCase(
      "grant without patient",
      .badCase,
      "the case has no patient",
      "  - { name: a, staff: anne, grants: [ { rule: acute, scope: ▶patient, from: now, until: now, reason: other } ], expect: { read: { capacity: allow } } }"
    ),
    .inCase(
      "grant without purpose",
      .badCase,
      "the grant has no purpose",
      "  - { name: a, staff: anne, purpose: unknown, patient: olga, grants: [ ▶{ rule: acute, scope: patient, from: now, until: now, reason: other } ], expect: { read: { capacity: allow, medication: deny } } }"
    ),
    .inCase(
      "shared item with a contact, without patient",
      .badCase,
      "belongs to the contact `c1`",
      """
        - { name: a, staff: anne, expect: { read: { shared: deny } } }
      items: { shared: { class: note, contact: ▶c1 } }
      """
    ),
    .inCase(
      "shared item with a contact that the patient lacks",
      .undeclaredName,
      "`per` has no contact `c1`",
      """
        - { name: a, staff: anne, patient: olga, expect: { read: { shared: deny } } }
        - { name: b, staff: anne, patient: per, expect: { read: { shared: deny } } }
      items: { shared: { class: note, contact: ▶c1 } }
      """
    ),
    .inCase("case no keys", .wrongForm, "set of keys", "  - ▶a"),
  ])
  func `are reported once, at their place`(mistake: Mistake) { mistake.check() }

  @Test(arguments: [
    Mistake(
      "cases without now",
      .missingKey,
      "lacks `now`",
      "▶cases: [ { name: a, staff: anne, expect: { read: { capacity: allow } } } ]"
    ),
    Mistake(
      "cases with their own now alone",
      .missingKey,
      "lacks `now`",
      "▶cases: [ { name: a, now: 2026-03-02T10:00Z, staff: anne, expect: { read: { capacity: allow } } } ]"
    ),
    Mistake(
      "now without zone",
      .wrongValue,
      "point in time",
      """
      now: ▶2026-03-02T10:00
      cases: [ { name: a, staff: anne, expect: { read: { capacity: allow } } } ]
      """
    ),
    Mistake("no cases", .nothingExpected, "no cases", "now: 2026-03-02T10:00Z"),
    Mistake(
      "by nobody",
      .nothingExpected,
      "names no gate and no rule",
      "now: 2026-03-02T10:00Z\ncases: [ { name: a, staff: anne, expect: { read: { capacity: { deny: { by: ▶[] } } } } } ]"
    ),
    Mistake(
      "now without a day",
      .unquotedTime,
      "many readers of YAML make the number 600",
      "now: ▶10:00\ncases: [ { name: a, staff: anne, expect: { read: { capacity: allow } } } ]"
    ),
    Mistake(
      "staff in capital letters",
      .differsInCase,
      "there is `anne`",
      "now: 2026-03-02T10:00Z\ncases: [ { name: a, staff: ▶Anne, expect: { read: { capacity: allow } } } ]"
    ),
    Mistake("empty cases", .nothingExpected, "no cases", "now: 2026-03-02T10:00Z\ncases: []"),
    Mistake("cases no list", .wrongForm, "a list", "now: 2026-03-02T10:00Z\ncases: ▶{ a: b }"),
  ])
  func `A file lacks what it must have`(mistake: Mistake) {
    let marked = MarkedText(mistake.text, file: "wrong.yaml")
    let read = World.read([("wrong.yaml", marked.text)])
    #expect(read.scenarios == nil)
    let found = read.diagnostics.first { $0.code == mistake.code }
    #expect(found?.message.contains(mistake.says) == true, "\(read.diagnostics.map(\.message))")
    #expect(found?.range.map { $0.begins(at: marked.place) } ?? (marked.place == nil))
  }

  @Test func `No files at all expect nothing`() {
    let read = ScenarioReader.read([], policy: World.policy)
    #expect(read.scenarios == nil)
    #expect(read.diagnostics.map(\.code) == [.nothingExpected])
  }
}

@Suite struct `Mistakes in expectations` {
  /// A rule that was taken away makes its cells fail; it does not keep the others from running.
  @Test func `To be decided by a rule that is not there fails, with a warning`() throws {
    let read = World.read([
      (
        "cases.yaml",
        """
        now: 2026-03-02T10:00+01:00
        cases:
          - { name: a, staff: anne, patient: olga, expect: { read: { medication: { allow: { by: stay-at-my-unitt } } } } }
        """
      )
    ])
    #expect(read.diagnostics.map(\.severity) == [.warning])
    #expect(read.diagnostics.first?.help == "did you mean `stay-at-my-unit`?")
    let report = ScenarioRunner(engine: World.engine).run(try #require(read.scenarios))
    #expect(report.failures.count == 1)
  }

  @Test(arguments: [
    wrong("▶permit", .wrongValue, "cannot be `permit`"),
    wrong("{ ▶dany: {} }", .wrongValue, "cannot be `dany`", helps: "`deny`"),
    wrong("▶{ allow: {}, deny: {} }", .wrongForm, "exactly one outcome"),
    wrong("▶[allow]", .wrongForm, "exactly one outcome"),
    wrong("{ deny: ▶sensitive }", .wrongForm, "set of keys"),
    wrong("{ deny: { ▶byy: sensitive } }", .unknownKey, "no key `byy`", helps: "`by`"),
    wrong(
      "{ deny: { notBy: ▶sensitiv } }",
      .undeclaredName,
      "no gate and no rule",
      helps: "`sensitive`"
    ),
    wrong(
      "{ deny: { notBy: [function, ▶ward-care/raeding] } }",
      .undeclaredName,
      "ward-care/raeding"
    ),
    wrong("{ deny: { notBy: ▶block:b9 } }", .undeclaredName, "block:b9"),
    wrong("{ deny: { notBy: ▶mark:sensitiv } }", .undeclaredName, "mark:sensitiv"),
    wrong("{ deny: { notBy: ▶nothing-like-it } }", .undeclaredName, "nothing-like-it"),
    wrong("{ deny: { obligations: [▶speciallog] } }", .undeclaredName, "no obligation"),
    wrong("{ justify: { reasons: [▶othr] } }", .undeclaredName, "no reason"),
    wrong("{ justify: { rules: [▶acutt] } }", .undeclaredName, "no self-authorisation rule"),
    wrong("{ allow: { grants: [▶acutt] } }", .undeclaredName, "no self-authorisation rule"),
    wrong("{ deny: { routes: [▶secrt] } }", .undeclaredName, "`secrt` says", helps: "`secret`"),
    wrong("{ deny: { routes: ▶sensitive } }", .undeclaredName, "where to go", helps: "`secret`"),
    wrong("{ allow: { ▶routes: [] } }", .conflictingKeys, "only be expected of `deny`"),
    wrong("{ deny: { ▶reasons: [other] } }", .conflictingKeys, "only be expected of `justify`"),
    wrong("{ allow: { ▶rules: [acute] } }", .conflictingKeys, "only be expected of `justify`"),
    wrong("{ justify: { ▶grants: [acute] } }", .conflictingKeys, "only be expected of `allow`"),
    wrong(
      "{ allow: { ▶then: { reason: other, gives: allow } } }",
      .conflictingKeys,
      "only be expected of `justify`"
    ),
    wrong("{ deny: { hidden: ▶perhaps } }", .wrongValue, "neither yes nor no"),
    wrong("{ deny: { validUntil: ▶always } }", .wrongValue, "point in time"),
    wrong("{ deny: { undetermined: ▶all } }", .wrongForm, "a list"),
    wrong("{ justify: { ▶then: { reason: other } } }", .missingKey, "lacks `gives`"),
    wrong("{ justify: { then: { reason: ▶othr, gives: allow } } }", .undeclaredName, "no reason"),
    wrong("{ justify: { then: { reason: other, gives: ▶yes } } }", .wrongValue, "cannot be `yes`"),
  ])
  func `are reported once, at their place`(mistake: Mistake) { mistake.check() }

  private static func wrong(
    _ expectation: String,
    _ code: DiagnosticCode,
    _ says: String,
    helps: String? = nil
  ) -> Mistake {
    .inCase(
      expectation,
      code,
      says,
      helps: helps,
      "  - { name: a, staff: anne, patient: olga, expect: { read: { gp-note: \(expectation) } } }"
    )
  }
}

@Suite struct `Mistakes in boundaries` {
  @Test(arguments: [
    wrong("relationship: ▶stay-at-unit, link: stay", .undeclaredName, "no care relationship"),
    wrong(
      "relationship: stay-at-my-unit, link: ▶stai",
      .undeclaredName,
      "`olga` has no link `stai`"
    ),
    wrong("relationship: stay-at-my-unit, link: ▶named", .badCase, "never makes the relationship"),
    wrong(
      "relationship: stay-at-my-unit, link: stay",
      edge: "▶7 days before",
      .wrongValue,
      "no edge of a window"
    ),
    wrong("relationship: stay-at-my-unit, link: stay", edge: "▶always", .wrongValue, "no edge"),
    wrong(
      "relationship: stay-at-my-unit, link: open",
      opens: "▶closes",
      edge: "at end",
      .badCase,
      "counted from the end of `open`"
    ),
    wrong("relationship: stay-at-my-unit, link: stay", item: "▶itm", .undeclaredName, "no item"),
    wrong(
      "relationship: stay-at-my-unit, link: stay",
      action: "▶reed",
      .undeclaredName,
      "no action"
    ),
    wrong(
      "relationship: stay-at-my-unit, link: stay",
      opens: "▶opns",
      .unknownKey,
      "no key `opns`",
      and: ", opens: { edge: at start, before: deny, at: deny, after: deny }"
    ),
  ])
  func `are reported once, at their place`(mistake: Mistake) { mistake.check() }

  @Test func `A side that is not expected is missing`() {
    Mistake.inCase(
      "no after",
      .missingKey,
      "`opens` lacks `after`",
      """
        - name: a
          staff: anne
          patient: olga
          boundary: { relationship: stay-at-my-unit, link: stay, action: read, item: medication, ▶opens: { edge: at start, before: deny, at: deny } }
      """
    ).check()
  }

  @Test func `A boundary without edges expects nothing`() {
    Mistake.inCase(
      "no edges",
      .nothingExpected,
      "`boundary` expects nothing",
      """
        - name: a
          staff: anne
          patient: olga
          ▶boundary: { relationship: stay-at-my-unit, link: stay, action: read, item: medication }
      """
    ).check()
  }

  @Test func `A boundary needs a patient`() {
    Mistake.inCase(
      "no patient",
      .badCase,
      "the case has no patient",
      """
        - name: a
          staff: anne
          ▶boundary: { relationship: stay-at-my-unit, link: stay, action: read, item: medication, opens: { edge: at start, before: deny, at: deny, after: deny } }
      """
    ).check()
  }

  private static func wrong(
    _ start: String,
    opens: String = "opens",
    edge: String = "at start",
    item: String = "medication",
    action: String = "read",
    _ code: DiagnosticCode,
    _ says: String,
    and more: String = ""
  ) -> Mistake {
    .inCase(
      "\(start) \(opens) \(item) \(action)",
      code,
      says,
      """
        - name: a
          staff: anne
          patient: olga
          boundary: { \(start), action: \(action), item: \(item), \(opens): { edge: \(edge), before: deny, at: deny, after: deny }\(more) }
      """
    )
  }
}
