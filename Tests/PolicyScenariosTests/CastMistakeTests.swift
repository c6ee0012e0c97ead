import AccessPolicy
import PolicyScenarios
import Testing

@Suite struct `Mistakes in casts` {
  @Test(arguments: [
    Mistake.inCast(
      "template not declared",
      .undeclaredName,
      "no role template",
      helps: "`ward-nurse`",
      "staff: { x: { template: ▶ward-nurze } }"
    ),
    .inCast("template missing", .missingKey, "lacks `template`", "staff: { ▶x: { unit: ward-1 } }"),
    .inCast(
      "key unknown",
      .unknownKey,
      "no key `tempalte`",
      helps: "`template`",
      "staff: { x: { template: visitor, ▶tempalte: visitor } }"
    ),
    .inCast(
      "subtemplate not declared",
      .undeclaredName,
      "no subtemplate",
      helps: "`at-b`",
      "staff: { x: { template: visitor, subtemplates: [▶at-c] } }"
    ),
    .inCast(
      "provider record not declared",
      .undeclaredName,
      "no provider record",
      "staff: { x: { template: visitor, providerRecord: ▶nurse } }"
    ),
    .inCast(
      "unit not declared",
      .undeclaredName,
      "no unit",
      helps: "`ward-1`",
      "staff: { x: { template: visitor, unit: ▶ward-9 } }"
    ),
    .inCast(
      "purpose not declared",
      .undeclaredName,
      "no purpose",
      helps: "`give-care`",
      "staff: { x: { template: visitor, purpose: ▶give-car } }"
    ),
    .inCast(
      "level is no number",
      .wrongValue,
      "whole number",
      "staff: { x: { template: visitor, authenticationLevel: ▶high } }"
    ),
    .inCast(
      "active is no truth",
      .wrongValue,
      "neither yes nor no",
      "staff: { x: { template: visitor, active: ▶maybe } }"
    ),
    .inCast(
      "no point in time",
      .wrongValue,
      "`next week` is no point in time",
      helps: "in 5 days",
      "staff: { x: { template: visitor, until: ▶next week } }"
    ),
    .inCast(
      "time without zone",
      .wrongValue,
      "point in time",
      "staff: { x: { template: visitor, until: ▶2026-03-02T10:00 } }"
    ),
    .inCast(
      "group named twice",
      .namedTwice,
      "names `g` twice",
      "staff: { x: { template: visitor, groups: [▷g, ▶g] } }"
    ),
    .inCast(
      "groups no list",
      .wrongForm,
      "should be a list",
      "staff: { x: { template: visitor, groups: ▶g } }"
    ),
    .inCast(
      "session attribute not declared",
      .undeclaredName,
      "session attribute",
      helps: "`scope`",
      "staff: { x: { template: visitor, attributes: { ▶scop: [ward-1] } } }"
    ),
    .inCast(
      "session attribute wrong",
      .undeclaredName,
      "no unit",
      "staff: { x: { template: visitor, attributes: { scope: [▶ward-9] } } }"
    ),
    .inCast(
      "deviation without id",
      .missingKey,
      "lacks `id`",
      "staff: { x: { template: visitor, deviations: [ ▶{ reason: r } ] } }"
    ),
    .inCast(
      "deviation adds undeclared",
      .undeclaredName,
      "no security class",
      helps: "`ward-care`",
      "staff: { x: { template: visitor, deviations: [ { id: d, adds: { securityClasses: [▶ward-car] } } ] } }"
    ),
    .inCast(
      "deviation adds unknown key",
      .unknownKey,
      "no key `marks`",
      "staff: { x: { template: visitor, deviations: [ { id: d, adds: { ▶marks: [] } } ] } }"
    ),
    .inCast(
      "title half",
      .missingKey,
      "lacks `en`",
      "staff: { x: { template: visitor, ▶title: { nb: X } } }"
    ),
    .inCast("staff no keys", .wrongForm, "set of keys", "staff: { x: ▶y }"),
    .inCast(
      "like not in cast",
      .undeclaredName,
      "no member of staff `ane`",
      helps: "`anne`",
      "staff: { x: { like: ▶ane } }"
    ),
    .inCast("like itself", .badCase, "`x` is like itself", "staff: { x: { like: ▶x } }"),
    .inCast(
      "like in a circle",
      .badCase,
      "`x` like `q` like `z` like `x`",
      "staff: { w: { like: x }, x: { like: q }, q: { like: z }, z: { like: ▶x } }"
    ),
    .inCast(
      "name twice over files",
      .declaredTwice,
      "member of staff `anne` is declared twice",
      "staff: { ▶anne: { template: visitor } }"
    ),
    .inCast(
      "patient twice over files",
      .declaredTwice,
      "patient `olga` is declared twice",
      "patients: { ▶olga: {} }"
    ),
    .inCast(
      "birth date wrong",
      .wrongValue,
      "date",
      "patients: { x: { birthDate: ▶1940-13-01 } }"
    ),
    .inCast(
      "residence not declared",
      .undeclaredName,
      "no unit",
      "patients: { x: { residence: ▶oslo } }"
    ),
    .inCast(
      "mark not declared",
      .undeclaredName,
      "no mark",
      "patients: { x: { marks: [▶sensitiv] } }"
    ),
    .inCast(
      "link without kind",
      .missingKey,
      "lacks `kind`",
      "patients: { x: { links: { ▶l: { unit: ward-1 } } } }"
    ),
    .inCast(
      "link kind not declared",
      .undeclaredName,
      "kind of patient logistics",
      "patients: { x: { links: { l: { kind: ▶stey } } } }"
    ),
    .inCast(
      "link status not declared",
      .undeclaredName,
      "no status `activ`",
      helps: "`active`",
      "patients: { x: { links: { l: { kind: stay, status: ▶activ } } } }"
    ),
    .inCast(
      "link of a kind without statuses",
      .undeclaredName,
      "has no statuses",
      "patients: { x: { links: { l: { kind: referral, status: ▶active } } } }"
    ),
    .inCast(
      "link key unknown",
      .unknownKey,
      "no key `start`",
      helps: "`starts`",
      "patients: { x: { links: { l: { kind: referral, ▶start: now } } } }"
    ),
    .inCast(
      "link attribute wrong",
      .wrongValue,
      "neither yes nor no",
      "patients: { x: { links: { l: { kind: referral, attributes: { urgent: ▶very } } } } }"
    ),
    .inCast(
      "block not effectuated or not",
      .missingKey,
      "lacks `effectuated`",
      "patients: { x: { blocks: { ▶b: { kind: patient-block } } } }"
    ),
    .inCast(
      "block kind not declared",
      .undeclaredName,
      "no kind of block",
      "patients: { x: { blocks: { b: { kind: ▶block, effectuated: yes } } } }"
    ),
    .inCast(
      "block covers nonsense",
      .wrongForm,
      "should be one of `whole`",
      "patients: { x: { blocks: { b: { kind: patient-block, effectuated: yes, covers: ▶all } } } }"
    ),
    .inCast(
      "block covers two things",
      .wrongForm,
      "should be one of `whole`",
      "patients: { x: { blocks: { b: { kind: patient-block, effectuated: yes, covers: ▶{ classes: [note], item: medication } } } } }"
    ),
    .inCast(
      "block covers a class not declared",
      .undeclaredName,
      "no content class",
      "patients: { x: { blocks: { b: { kind: patient-block, effectuated: yes, covers: { classes: [▶nota] } } } } }"
    ),
    .inCast(
      "block covers an unknown contact",
      .undeclaredName,
      "`x` has no contact `c9`",
      "patients: { x: { blocks: { b: { kind: patient-block, effectuated: yes, covers: { contact: ▶c9 } } } } }"
    ),
    .inCast(
      "block covers an unknown item",
      .undeclaredName,
      "`x` has no item `i9`",
      "patients: { x: { blocks: { b: { kind: patient-block, effectuated: yes, covers: { item: ▶i9 } } } } }"
    ),
    .inCast(
      "block against nonsense",
      .wrongForm,
      "should be one of `everyone`",
      "patients: { x: { blocks: { b: { kind: patient-block, effectuated: yes, against: ▶nobody } } } }"
    ),
    .inCast(
      "block against an undeclared template",
      .undeclaredName,
      "no role template",
      "patients: { x: { blocks: { b: { kind: patient-block, effectuated: yes, against: { template: ▶t } } } } }"
    ),
    .inCast(
      "contact key unknown",
      .unknownKey,
      "no key `staff`",
      "patients: { x: { contacts: { c: { ▶staff: [a] } } } }"
    ),
    .inCast("item without class", .missingKey, "lacks `class`", "items: { ▶i: { unit: ward-1 } }"),
    .inCast(
      "item class not declared",
      .undeclaredName,
      "no content class",
      helps: "`note`",
      "items: { i: { class: ▶nose } }"
    ),
    .inCast(
      "item of an unknown contact",
      .undeclaredName,
      "`x` has no contact `c2`",
      helps: "`c1`",
      "patients: { x: { contacts: { c1: {} }, items: { i: { class: note, contact: ▶c2 } } } }"
    ),
    .inCast(
      "item like an unknown one",
      .undeclaredName,
      "no item `medicatio`",
      helps: "`medication`",
      "patients: { x: { items: { i: { like: ▶medicatio } } } }"
    ),
    .inCast("links no keys", .wrongForm, "set of keys", "patients: { x: { links: ▶l } }"),
    .inCast(
      "section unknown",
      .unknownKey,
      "no key `patient`",
      helps: "`patients`",
      "▶patient: {}"
    ),
  ])
  func `is reported once, at its place`(mistake: Mistake) { mistake.check() }

  @Test func `What an entry copies is reported once, where it was written`() {
    let marked = MarkedText(
      """
      now: 2026-03-02T10:00+01:00
      staff:
        x: { template: visitor, unit: ▶ward-9 }
        q: { like: x }
        z: { like: q, purpose: give-care }
      cases:
        - { name: a, staff: x, expect: { read: { capacity: allow } } }
        - { name: b, staff: z, now: 2027-01-01T00:00Z, expect: { read: { capacity: allow } } }
      """,
      file: "wrong.yaml"
    )
    let read = World.read([("wrong.yaml", marked.text)])
    #expect(read.diagnostics.count == 1)
    #expect(read.diagnostics.first?.range?.begins(at: marked.place) == true)
  }

  @Test func `What a chain lacks is reported once, at its beginning`() {
    let marked = MarkedText(
      """
      now: 2026-03-02T10:00+01:00
      staff:
        ▶x: { unit: ward-1 }
        q: { like: x }
      cases: [ { name: a, staff: q, expect: { read: { capacity: allow } } } ]
      """,
      file: "wrong.yaml"
    )
    let read = World.read([("wrong.yaml", marked.text)])
    #expect(read.diagnostics.count == 1)
    #expect(read.diagnostics.first?.range?.begins(at: marked.place) == true)
  }

  @Test func `All mistakes come at once, in the order of their places`() {
    let read = World.read([
      (
        "b.yaml",
        """
        now: 2026-03-02T10:00+01:00
        cases:
          - { name: a, staff: nobody, expect: { read: { nothing: allow } } }
        staff: { x: { template: nowhere } }
        """
      ),
      ("a.yaml", "patients: { q: { residence: nowhere } }"),
    ])
    #expect(read.scenarios == nil)
    #expect(
      read.diagnostics.compactMap { $0.range.map { "\($0.file):\($0.line)" } }
        == ["a.yaml:1", "b.yaml:3", "b.yaml:3", "b.yaml:4"]
    )
  }

  @Test func `A very long chain of likes is followed`() {
    let entries = (1...5_000).map { "  s\($0): { like: s\($0 - 1) }" }.reversed()
    let text = """
      now: 2026-03-02T10:00+01:00
      staff:
      \(entries.joined(separator: "\n"))
        s0: { template: visitor }
      cases: [ { name: a, staff: s5000, expect: { read: { capacity: deny } } } ]
      """
    let read = World.read([("long.yaml", text)])
    #expect(read.scenarios?.cases.first?.cells.first?.request.session.staff == "s5000")
  }
}
