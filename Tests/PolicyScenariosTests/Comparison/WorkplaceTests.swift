import AccessPolicy
import PolicyFiles
import PolicyScenarios
import Testing

/// Examples of differences take place where people of the role work, and still show the difference.
@Suite struct `Where examples take place` {
  private static let nurse = (
    before: """
    policySet: { id: places, version: 1.0.0, title: { nb: Steder, en: Places } }
    requirements: { need: { title: { nb: Tjenstlig behov, en: Service need } } }
    unitKinds: { ward: { title: { nb: Sengepost, en: Ward } } }
    organisation:
      archive: { title: { nb: Arkiv, en: Archive }, kind: ward }
      ward-3: { title: { nb: Post 3, en: Ward 3 }, kind: ward }
      ward-4: { title: { nb: Post 4, en: Ward 4 }, kind: ward, marks: [closed] }
    actions: { read: { title: { nb: Lese, en: Read } } }
    purposes: { give-care: { title: { nb: Yte helsehjelp, en: Give care } } }
    contentClasses: { note: { title: { nb: Notat, en: Note } } }
    patientLogistics: { admission: { title: { nb: Innleggelse, en: Admission } } }
    templates:
      nurse: { title: { nb: Sykepleier, en: Nurse }, purposes: [give-care], securityClasses: [nursing], relationships: [admitted], because: need }
    subtemplates:
      at-archive: { title: { nb: I arkivet, en: In the archive }, units: [archive], because: need }
      on-ward-3: { title: { nb: På post 3, en: On ward 3 }, units: [ward-3], because: need }
      on-ward-4: { title: { nb: På post 4, en: On ward 4 }, units: [ward-4], because: need }
    securityClasses:
      nursing: { title: { nb: Sykepleie, en: Nursing }, grants: { notes: { do: [read], on: [note], because: need } } }
    careRelationships:
      admitted:
        title: { nb: Innlagt, en: Admitted }
        links: [admission]
        where: link.unit within session.unit
        opens: at start
        closes: 7 days after end
        because: need
    marks:
      closed: { title: { nb: Stengt, en: Closed }, opensTo: {}, because: need }
    """,
    edit: ("closes: 7 days after end", "closes: 9 days after end")
  )

  private func policy(_ text: String) throws -> Policy {
    try PolicyPipeline.policy(from: [YAMLReader.document(text, file: "policy.yaml").document])
  }

  /// The unit and the subtemplates of the one example, with people at work on some wards.
  private func example(_ subtemplates: [(String, String)]) throws -> (
    String, [String], DifferenceReport
  ) {
    let text = Self.nurse.before
    let old = try policy(text)
    let new = try policy(text.replacing(Self.nurse.edit.0, with: Self.nurse.edit.1))
    let made = try #require(DifferenceReport(old: old, new: new).groups.first).witness.request
    let requests = try subtemplates.map { subtemplate, unit in
      var request = made
      request.session.authorisation.subtemplates = [try #require(SubtemplateID(subtemplate))]
      request.session.unit = .known(try #require(UnitID(unit)))
      return request
    }
    let report = DifferenceReport(
      old: old,
      new: new,
      workplaces: Workplaces(requests, policy: new)
    )
    let group = try #require(report.groups.first)
    #expect(report.groups.count == 1)
    let witness = group.witness
    #expect(PolicyEngine(old).decide(witness.oldRequest) == witness.oldDecision)
    #expect(PolicyEngine(new).decide(witness.request) == witness.decision)
    #expect(witness.oldDecision.outcome == .deny && witness.decision.outcome == .allow)
    let session = witness.request.session
    let units =
      [session.unit, witness.request.content.unit]
      + (witness.request.patient?.links.map(\.unit) ?? [])
    let names = Set(units.compactMap { $0.value?.text }).sorted().joined(separator: " ")
    return (names, session.authorisation.subtemplates.map(\.text), report)
  }

  @Test func `without anybody at work, any unit will do`() throws {
    let (units, subtemplates, _) = try example([])
    #expect(units == "archive")
    #expect(subtemplates == ["at-archive"])
  }

  @Test func `people work where most of their requests come from`() throws {
    let (units, subtemplates, report) = try example([
      ("at-archive", "archive"), ("on-ward-3", "ward-3"), ("on-ward-3", "ward-3"),
    ])
    #expect(units == "ward-3")
    #expect(subtemplates == ["on-ward-3"])
    #expect(report.text(in: .en).contains("logged in at Ward 3"))
  }

  @Test func `where the change does not show, the example is not`() throws {
    // What is recorded on ward 4 is marked, so nothing opens there.
    let (units, subtemplates, _) = try example([
      ("on-ward-4", "ward-4"), ("on-ward-4", "ward-4"), ("on-ward-3", "ward-3"),
    ])
    #expect(units == "ward-3")
    #expect(subtemplates == ["on-ward-3"])
    let (only, _, _) = try example([("on-ward-4", "ward-4")])
    #expect(only == "archive")
  }

  @Test func `an example stays with the rule that it stands for`() throws {
    let first = "admitted:\n    title"
    let second = """
      on-four:
          title: { nb: Post 4, en: On ward 4 }
          links: [admission]
          where: link.unit == archive and session.unit == archive
          opens: at start
          closes: 7 days after end
          because: need
        admitted:
          title
      """
    let text = Self.nurse.before.replacing(first, with: second)
      .replacing("relationships: [admitted]", with: "relationships: [admitted, on-four]")
      .replacing(
        "where: link.unit within session.unit",
        with: "where: link.unit == ward-3 and session.unit == ward-3"
      )
    let old = try policy(text)
    let new = try policy(text.replacing(Self.nurse.edit.0, with: Self.nurse.edit.1))
    let plain = DifferenceReport(old: old, new: new)
    let there = try #require(
      plain.groups.map(\.witness.request).first { $0.session.unit.value?.text == "ward-3" }
    )
    let settled = DifferenceReport(
      old: old,
      new: new,
      workplaces: Workplaces([there], policy: new)
    )
    #expect(settled.groups.count == 2)
    for group in settled.groups {
      let relationship = group.witness.decision.gates.first { $0.gate == .relationship }
      #expect(relationship?.rule?.text == group.rule)
    }
  }
}
