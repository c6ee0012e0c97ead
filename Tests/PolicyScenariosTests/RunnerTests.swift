import AccessPolicy
import PolicyScenarios
import Testing

@Suite struct `Running scenarios` {
  private let text = """
    now: 2026-03-02T10:00+01:00
    cases:
      - id: S1
        name: reading at the ward
        for: [R1]
        staff: anne
        patient: olga
        expect: { read: { medication: allow, gp-note: justify } }
      - id: S2
        name: writing at the ward
        for: R21
        staff: anne
        patient: olga
        expect: { write: { medication: deny } }
    """

  @Test func `Counts cells, and tells which failed`() throws {
    let report = try World.run(text)
    #expect(report.cases.count == 2)
    #expect(report.cells.count == 3)
    #expect(report.failures.map(\.cell.cell.description) == ["write medication"])
    #expect(!report.hasPassed)
    #expect(report.files.map(\.file) == ["cases.yaml"])
    let failure = try #require(report.failures.first)
    #expect(failure.case.id == "S2")
    #expect(failure.cell.cell.range.description == "cases.yaml:14:24")
    #expect(failure.cell.steps.first?.explanation != nil)
    #expect(report.cells.first?.steps.first?.explanation == nil)
  }

  @Test(arguments: [
    ("S1", ["S1"]), ("writing", ["S2"]), ("cases.yaml", ["S1", "S2"]), ("R1", ["S1"]),
    ("R2", ["S2"]), ("at the ward", ["S1", "S2"]), ("", ["S1", "S2"]), ("s1", []),
  ])
  func `A filter is a part of id, name, file or requirement`(filter: String, ids: [String]) throws {
    let picked = try World.run(text, filter: filter).cases
    #expect(picked.compactMap(\.case.id) == ids)
  }

  @Test func `Nothing that ran has not passed`() throws {
    let report = try World.run(text, filter: "no such case")
    #expect(report.ranNothing)
    #expect(!report.hasPassed)
    #expect(report.text(in: .en) == "nothing ran: no case matches `no such case`\n")
    #expect(report.text(in: .nb).hasPrefix("ingenting ble kjørt"))
    #expect(report.json(in: .en).contains("\"passed\": false"))
  }

  @Test func `Requirements are covered by the cases that ran`() throws {
    let report = try World.run(text, filter: "S1")
    #expect(report.requirementsCovered.map(\.text) == ["R1"])
    #expect(report.requirementsWithoutCase.map(\.text) == ["R2", "R21"])
  }

  @Test func `A boundary finds both edges of the window`() throws {
    let report = try World.run(
      """
      now: 2026-03-02T10:00+01:00
      patients: { kari: { links: { l: { kind: stay, status: active, unit: ward-1, starts: in 3 days, ends: in 5 days } } } }
      cases:
        - name: the window
          staff: anne
          patient: kari
          boundary:
            relationship: stay-at-my-unit
            link: l
            action: read
            item: medication
            opens: { edge: 7 days before start, before: justify, at: allow, after: allow }
            closes: { edge: 7 days after end, before: allow, at: { justify: { by: acute } }, after: justify }
      """
    )
    #expect(report.hasPassed, "\(report.text(in: .en))")
    #expect(report.cells.count == 6)
  }

  /// Were the edges taken from the policy set, both would move together and nothing would show.
  @Test(arguments: ["6 days before start", "8 days before start", "7 days before end"])
  func `A window that stands elsewhere than the case says fails it`(edge: String) throws {
    let report = try World.run(
      """
      now: 2026-03-02T10:00+01:00
      patients: { kari: { links: { l: { kind: stay, status: active, unit: ward-1, starts: in 3 days, ends: in 5 days } } } }
      cases:
        - name: the window
          staff: anne
          patient: kari
          boundary:
            relationship: stay-at-my-unit
            link: l
            action: read
            item: medication
            opens: { edge: \(edge), before: justify, at: allow, after: allow }
      """
    )
    #expect(!report.hasPassed)
  }

  @Test(
    arguments: try World.scenarios(
      """
      now: 2026-03-02T10:00+01:00
      cases:
        - { name: a list of the ward, staff: anne, expect: { read: { capacity: allow } } }
        - { name: the ward's patient, staff: anne, patient: olga, expect: { read: { medication: allow } } }
      """
    ).cases
  )
  func `Services test their own policy sets case by case`(item: Case) {
    let runner = ScenarioRunner(engine: World.engine)
    for cell in item.cells { #expect(runner.run(cell).hasPassed) }
  }
}
