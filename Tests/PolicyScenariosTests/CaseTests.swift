import AccessPolicy
import PolicyScenarios
import Testing

@Suite struct `Cases become cells` {
  @Test func `Expect has a cell for each action and item, in order`() throws {
    let scenarios = try World.scenarios(
      """
      now: 2026-03-02T10:00+01:00
      cases:
        - id: S1
          name: a nurse at work
          for: [R1, R2]
          note: on the ward
          staff: anne
          patient: olga
          expect:
            write:
              medication: allow
              gp-note: { justify: { by: sensitive } }
            read:
              medication: allow
      """
    )
    let item = try #require(scenarios.cases.first)
    #expect(item.id == "S1")
    #expect(item.description == "S1 a nurse at work")
    #expect(item.requirements.map(\.text) == ["R1", "R2"])
    #expect(item.note == "on the ward")
    #expect(
      item.cells.map(\.description) == ["write medication", "write gp-note", "read medication"]
    )
    #expect(item.cells.map(\.range.line) == [11, 12, 14])
    #expect(item.range.line == 3)
    #expect(item.cells[1].expectation.description == "justify { by: sensitive }")
  }

  @Test func `People has a cell for each person`() throws {
    let scenarios = try World.scenarios(
      """
      now: 2026-03-02T10:00+01:00
      cases:
        - name: who may read it
          patient: olga
          action: read
          item: gp-note
          people: { anne: justify, berit: justify }
      """
    )
    let cells = try #require(scenarios.cases.first?.cells)
    #expect(cells.map(\.description) == ["anne: read gp-note", "berit: read gp-note"])
    #expect(cells.map(\.request.session.staff) == ["anne", "berit"])
  }

  @Test func `A case can say otherwise of the session`() throws {
    let scenarios = try World.scenarios(
      """
      now: 2026-03-02T10:00+01:00
      cases:
        - name: elsewhere
          staff: anne
          unit: ward-2
          purpose: unknown
          authenticationLevel: 3
          systemIsReadOnly: yes
          attributes: { channel: phone }
          justifications: [ { reason: other, text: on call, rule: acute }, { reason: consult } ]
          expect: { read: { capacity: deny } }
      """
    )
    let request = try #require(scenarios.cases.first?.cells.first?.request)
    #expect(request.session.unit.value?.text == "ward-2")
    #expect(request.session.purpose == .unknown)
    #expect(request.session.authenticationLevel == .known(3))
    #expect(request.session.systemIsReadOnly == .known(true))
    #expect(request.attributes == [try #require(AttributeID("channel")): .known(.text("phone"))])
    let (other, consult) = (try #require(ReasonID("other")), try #require(ReasonID("consult")))
    #expect(
      request.justifications == [
        Justification(reason: other, text: "on call", rule: SelfAuthorisationID("acute")),
        Justification(reason: consult, text: ""),
      ]
    )
  }

  @Test func `A grant has the case's own, unless it says otherwise`() throws {
    let scenarios = try World.scenarios(
      """
      now: 2026-03-02T10:00+01:00
      cases:
        - name: with grants
          staff: anne
          patient: olga
          grants:
            - { rule: class-details, scope: { class: history }, from: 1 hour ago, until: in 23 hours, reason: other }
            - rule: acute
              scope: patient
              from: 1 hour ago
              until: in 1 hour
              reason: consult
              staff: berit
              template: visitor
              purpose: research
              enterprise: hospital-b
            - { rule: open-sensitive, scope: { item: gp-note }, from: now, until: in 1 hour, reason: consult }
            - { rule: open-sensitive, scope: { contact: c1 }, from: now, until: in 1 hour, reason: consult }
          expect: { read: { history: allow } }
      """
    )
    let grants = try #require(scenarios.cases.first?.cells.first?.request.grants)
    let first = try #require(grants.first)
    #expect(first.staff == "anne")
    #expect(first.patient == "olga")
    #expect(first.template.text == "ward-nurse")
    #expect(first.purpose.text == "give-care")
    #expect(first.enterprise?.text == "hospital-a")
    #expect(first.scope == .contentClass(try #require(ContentClassID("history"))))
    #expect(first.from.description == "2026-03-02T08:00:00Z")
    #expect(first.id == nil)
    #expect(grants[1].staff == "berit")
    #expect(grants[1].template.text == "visitor")
    #expect(grants[1].purpose.text == "research")
    #expect(grants[1].enterprise?.text == "hospital-b")
    #expect(grants.dropFirst().map(\.scope) == [.patient, .item("gp-note"), .contact("c1")])
  }

  @Test func `In a table of people each has a grant of their own`() throws {
    let scenarios = try World.scenarios(
      """
      now: 2026-03-02T10:00+01:00
      cases:
        - name: with grants
          patient: olga
          grants: [ { rule: acute, scope: patient, from: 1 hour ago, until: in 1 hour, reason: other } ]
          action: read
          item: medication
          people: { anne: allow, berit: allow }
      """
    )
    #expect(
      scenarios.cases.flatMap(\.cells).map { $0.request.grants.map(\.staff) } == [
        ["anne"], ["berit"],
      ]
    )
  }

  @Test func `A boundary asks on both sides of both edges`() throws {
    let scenarios = try World.scenarios(
      """
      now: 2026-03-02T10:00+01:00
      cases:
        - name: the window
          staff: anne
          patient: olga
          boundary:
            relationship: stay-at-my-unit
            link: stay
            action: read
            item: medication
            opens: { edge: 7 days before start, before: justify, at: allow, after: allow }
            closes: { edge: 7 days after end, before: allow, at: justify, after: justify }
      """
    )
    let cells = scenarios.cases.flatMap(\.cells)
    #expect(
      cells.map(\.request.now.description) == [
        "2026-02-13T09:59:59+01:00", "2026-02-13T10:00:00+01:00", "2026-02-13T10:00:01+01:00",
        "2026-03-19T09:59:59+01:00", "2026-03-19T10:00:00+01:00", "2026-03-19T10:00:01+01:00",
      ]
    )
    #expect(cells.first?.description == "opens, before: read medication")
    #expect(cells.last?.description == "closes, after: read medication")
    // The cast stays where the case's own clock puts it.
    #expect(Set(cells.map { $0.request.patient?.links.first?.starts }).count == 1)
  }

  @Test func `Cases stand in the order of files and places`() throws {
    let text = { (name: String) in
      """
      now: 2026-03-02T10:00+01:00
      cases:
        - { name: \(name)1, staff: anne, expect: { read: { capacity: allow } } }
        - { name: \(name)2, staff: anne, expect: { read: { capacity: allow } } }
      """
    }
    let read = World.read([("b.yaml", text("b")), ("a.yaml", text("a"))])
    #expect(read.scenarios?.cases.map(\.name) == ["a1", "a2", "b1", "b2"])
  }
}
