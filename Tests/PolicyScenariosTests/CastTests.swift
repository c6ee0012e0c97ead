import AccessPolicy
import PolicyScenarios
import Testing

@Suite struct `Casts become requests` {
  /// The request of a case with one cell.
  private func request(_ text: String) throws -> AccessRequest {
    let scenarios = try World.scenarios(text)
    return try #require(scenarios.cases.first?.cells.first?.request)
  }

  private func request(patient links: String, extra: String = "") throws -> Patient {
    let request = try request(
      """
      now: 2026-03-02T10:00+01:00
      patients:
        kari: { \(links) }
      cases:
        - { name: a, staff: anne, patient: kari, expect: { read: { medication: deny } } }
      """
    )
    return try #require(request.patient)
  }

  @Test func `What is not written is not there`() throws {
    let request = try request(
      """
      now: 2026-03-02T10:00+01:00
      staff: { bare: { template: visitor } }
      patients: { bare: { items: { i: { class: note } } } }
      cases:
        - { name: a, staff: bare, patient: bare, expect: { read: { i: deny } } }
      """
    )
    let session = request.session
    #expect(session.ownRecord == .absent)
    #expect(session.unit == .absent)
    #expect(session.purpose == .absent)
    #expect(session.authenticationLevel == .absent)
    #expect(session.groups == .absent)
    #expect(session.attributes == [try #require(AttributeID("scope")): .absent])
    #expect(session.authorisation.providerRecord == .absent)
    #expect(session.authorisation.from == .absent)
    let patient = try #require(request.patient)
    #expect(patient.birthDate == .absent)
    #expect(patient.marks == .absent)
    #expect(patient.blocks == .absent)
    #expect(patient.attributes == [try #require(AttributeID("objects")): .absent])
    #expect(request.content.contact == .absent)
    #expect(request.content.author == .absent)
    #expect(request.content.id == .known("i"))
    #expect(request.content.attributes == [try #require(AttributeID("signed-at")): .absent])
    #expect(request.attributes == [try #require(AttributeID("channel")): .absent])
  }

  @Test func `Two things are taken for granted`() throws {
    let request = try request(
      """
      now: 2026-03-02T10:00+01:00
      staff: { bare: { template: visitor } }
      cases:
        - { name: a, staff: bare, expect: { read: { capacity: deny } } }
      """
    )
    #expect(request.session.systemIsReadOnly == .known(false))
    #expect(request.session.authorisation.isActive == .known(true))
    #expect(request.patient == nil)
  }

  @Test func `Unknown leaves a fact out`() throws {
    let request = try request(
      """
      now: 2026-03-02T10:00+01:00
      staff:
        vague:
          { template: visitor, providerRecord: unknown, active: unknown, from: unknown, until: unknown,
            unit: unknown, purpose: unknown, authenticationLevel: unknown, ownRecord: unknown,
            groups: unknown, systemIsReadOnly: unknown, attributes: { scope: unknown } }
      patients:
        vague:
          birthDate: unknown
          residence: unknown
          marks: unknown
          blocks: unknown
          attributes: { objects: unknown }
          links:
            l: { kind: stay, status: unknown, unit: unknown, staff: unknown, team: unknown,
                 group: unknown, starts: unknown, ends: unknown }
          items:
            i: { class: note, contact: unknown, unit: unknown, author: unknown, marks: unknown }
      cases:
        - { name: a, staff: vague, patient: vague, expect: { read: { i: deny } } }
      """
    )
    let session = request.session
    #expect(session.systemIsReadOnly == .unknown)
    #expect(session.authorisation.isActive == .unknown)
    #expect(session.authorisation.providerRecord == .unknown)
    #expect(session.unit == .unknown)
    #expect(session.groups == .unknown)
    #expect(session.attributes == [try #require(AttributeID("scope")): .unknown])
    let patient = try #require(request.patient)
    #expect(patient.blocks == .unknown)
    #expect(patient.marks == .unknown)
    #expect(patient.links.first?.team == .unknown)
    #expect(request.content.author == .unknown)
    #expect(request.content.contact == .unknown)
  }

  @Test func `A quoted unknown is a key`() throws {
    let request = try request(
      """
      now: 2026-03-02T10:00+01:00
      items: { odd: { class: note, author: "unknown" } }
      cases:
        - { name: a, staff: anne, expect: { read: { odd: deny } } }
      """
    )
    #expect(request.content.author == .known("unknown"))
  }

  @Test(arguments: [
    ("2026-03-01T08:00Z", "2026-03-01T08:00:00Z"), ("now", "2026-03-02T09:00:00Z"),
    ("in 5 days", "2026-03-07T09:00:00Z"), ("in 1 hour", "2026-03-02T10:00:00Z"),
    ("10 days ago", "2026-02-20T09:00:00Z"), ("2026-03-02", "2026-03-01T23:00:00Z"),
  ])
  func `Points in time are read from the clock of the case`(text: String, expected: String) throws {
    let patient = try request(patient: "links: { l: { kind: stay, starts: \(text) } }")
    #expect(patient.links.first?.starts == Instant(expected).map { .known($0) })
  }

  @Test func `The clock of one case can be set`() throws {
    let scenarios = try World.scenarios(
      """
      now: 2026-03-02T10:00+01:00
      cases:
        - { name: a, staff: anne, patient: olga, expect: { read: { gp-note: deny } } }
        - { name: b, now: 2027-01-01T00:00Z, staff: anne, patient: olga, expect: { read: { gp-note: deny } } }
      """
    )
    let requests = scenarios.cases.flatMap(\.cells).map(\.request)
    #expect(
      requests.map(\.now.description) == ["2026-03-02T10:00:00+01:00", "2027-01-01T00:00:00Z"]
    )
    #expect(
      requests.map { $0.content.recorded.value?.description }
        == ["2026-02-27T09:00:00Z", "2026-12-29T00:00:00Z"]
    )
  }

  @Test func `Like copies what is not replaced, over several steps`() throws {
    let request = try request(
      """
      now: 2026-03-02T10:00+01:00
      cases:
        - { name: a, staff: berit, expect: { read: { capacity: allow } } }
      """
    )
    #expect(request.session.staff == "berit")
    #expect(request.session.unit == .known(try #require(UnitID("ward-2"))))
    #expect(request.session.authorisation.template.text == "ward-nurse")
    #expect(request.session.authorisation.providerRecord == .unknown)
    #expect(request.session.authenticationLevel == .known(4))
  }

  @Test func `Like replaces the links of a patient whole, and keeps the items`() throws {
    let request = try request(
      """
      now: 2026-03-02T10:00+01:00
      patients: { olga-later: { like: olga, links: { l: { kind: referral } } } }
      cases:
        - { name: a, staff: anne, patient: olga-later, expect: { read: { gp-note: deny } } }
      """
    )
    #expect(request.patient?.id == "olga-later")
    #expect(request.patient?.links.map(\.id) == ["l"])
    #expect(request.content.author == .known("hansen"))
  }

  @Test func `An item can be like a shared one`() throws {
    let request = try request(
      """
      now: 2026-03-02T10:00+01:00
      patients: { kari: { items: { medication: { like: medication, author: x } } } }
      cases:
        - { name: a, staff: anne, patient: kari, expect: { read: { medication: deny } } }
      """
    )
    #expect(request.content.contentClass.text == "medication")
    #expect(request.content.author == .known("x"))
  }

  @Test func `Items are found first among the patient's`() throws {
    let request = try request(
      """
      now: 2026-03-02T10:00+01:00
      patients: { kari: { items: { medication: { class: note } } } }
      cases:
        - { name: a, staff: anne, patient: kari, expect: { read: { medication: deny } } }
      """
    )
    #expect(request.content.contentClass.text == "note")
  }

  @Test func `Blocks say what they cover and against whom`() throws {
    let patient = try request(
      patient: """
        contacts: { c: {} },
        items: { i: { class: note } },
        blocks: {
          b1: { kind: patient-block, covers: whole, against: everyone, effectuated: yes },
          b2: { kind: patient-block, covers: { classes: [note] }, against: { unit: ward-1 }, effectuated: no },
          b3: { kind: patient-block, covers: { contact: c }, against: { template: visitor }, effectuated: unknown },
          b4: { kind: patient-block, covers: { item: i }, against: { staff: anne }, effectuated: yes,
                entriesFrom: now, from: 2 days ago, until: in 1 day },
          b5: { kind: patient-block, covers: { item: medication }, effectuated: yes },
        }
        """
    )
    let blocks = try #require(patient.blocks.value)
    let note = try #require(ContentClassID("note"))
    let ward = try #require(UnitID("ward-1"))
    let visitor = try #require(TemplateID("visitor"))
    #expect(
      blocks.map(\.coverage) == [
        .known(.whole), .known(.classes([note])), .known(.contact("c")), .known(.item("i")),
        .known(.item("medication")),
      ]
    )
    #expect(
      blocks.map(\.against) == [
        .known(.everyone), .known(.unit(ward)), .known(.template(visitor)), .known(.staff("anne")),
        .absent,
      ]
    )
    #expect(
      blocks.map(\.effectuated) == [
        .known(true), .known(false), .unknown, .known(true), .known(true),
      ]
    )
    #expect(blocks[3].until.value?.description == "2026-03-03T09:00:00Z")
  }

  @Test func `Deviations of a member of staff`() throws {
    let request = try request(
      """
      now: 2026-03-02T10:00+01:00
      staff:
        dag:
          template: visitor
          subtemplates: [at-b]
          groups: [g1, g2]
          ownRecord: p-7
          attributes: { scope: [ward-1] }
          deviations:
            - id: d1
              adds: { securityClasses: [ward-care], relationships: [stay-at-my-unit], reach: [reports], selfAuthorisation: [acute], units: [ward-1] }
              removes: { units: [ward-2] }
              reason: stand-in
              approver: leader
              from: 2026-01-01
              until: in 3 days
      cases:
        - { name: a, staff: dag, expect: { read: { capacity: deny } } }
      """
    )
    let authorisation = request.session.authorisation
    #expect(authorisation.subtemplates.map(\.text) == ["at-b"])
    #expect(request.session.groups == .known(["g1", "g2"]))
    #expect(request.session.ownRecord == .known("p-7"))
    let deviation = try #require(authorisation.deviations.first)
    #expect(deviation.id == "d1")
    #expect(deviation.adds.securityClasses.map(\.text) == ["ward-care"])
    #expect(deviation.adds.selfAuthorisation.map(\.text) == ["acute"])
    #expect(deviation.removes.units.map(\.text) == ["ward-2"])
    #expect(deviation.approver == "leader")
    #expect(deviation.from.value?.description == "2025-12-31T23:00:00Z")
  }

  @Test func `Casts of all files are shared`() throws {
    let read = World.read([
      (
        "z.yaml",
        """
        now: 2026-03-02T10:00+01:00
        cases:
          - { name: a, staff: later, expect: { read: { capacity: allow } } }
        """
      ),
      ("zz.yaml", "staff: { later: { like: anne } }"),
    ])
    #expect(read.diagnostics.isEmpty)
    #expect(read.scenarios?.cases.first?.cells.first?.request.session.staff == "later")
  }
}
