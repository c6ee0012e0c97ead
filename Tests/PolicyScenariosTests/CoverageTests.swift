import AccessPolicy
import PolicyScenarios
import Testing

@Suite struct `Rule coverage` {
  private let now = "now: 2026-03-02T10:00+01:00\n"

  /// The counts of a rule after some cases: decided, and did not apply.
  private func counts(_ kind: RuleKind, _ id: String, _ cases: String) throws -> [Int] {
    let report = try World.run(now + cases)
    let rule = try #require(report.rules.rules.first { $0.rule.kind == kind && $0.rule.id == id })
    return [rule.decided, rule.passed]
  }

  @Test func `A grant decides for who has it, and does not apply to who has not`() throws {
    let has =
      "cases: [{ name: a, staff: anne, patient: olga, expect: { read: { medication: allow } } }]"
    #expect(try counts(.grant, "ward-care/reading", has) == [1, 0])
    let lacks =
      "cases: [{ name: a, staff: vera, patient: olga, expect: { read: { medication: deny } } }]"
    let cast = "staff: { vera: { template: visitor, unit: ward-1, purpose: give-care } }\n"
    #expect(try counts(.grant, "ward-care/reading", cast + lacks) == [0, 1])
    #expect(
      try counts(.grant, "ward-care/writing", cast + lacks) == [0, 0],
      "writing was not asked"
    )
  }

  @Test func `A run that decides nothing has met nothing`() throws {
    let rules = try World.run(
      now + "cases: [{ name: a, staff: anne, expect: { read: { capacity: allow } } }]",
      filter: "nothing"
    ).rules
    #expect(rules.percent == 0 && rules.covered.isEmpty && rules.partsPercent == 0)
    #expect(rules.uncovered.count == rules.rules.count && rules.rules.count == 21)
    #expect(!rules.rules.contains { $0.rule.id == "empty" }, "it can decide nothing")
  }

  @Test func `Counting decides as the engine does`() throws {
    let set = try World.scenarios(
      now + """
        cases:
          - { name: a, staff: anne, patient: olga, expect: { read: { medication: allow, gp-note: justify } } }
          - { name: b, staff: anne, patient: olga, expect: { write: { medication: deny } } }
        """
    )
    var tally = RuleTally(World.engine)
    for cell in set.cases.flatMap(\.cells) {
      #expect(tally.note(cell.request) == World.engine.decide(cell.request))
    }
  }
}
