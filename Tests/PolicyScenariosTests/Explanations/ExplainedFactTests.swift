import AccessPolicy
import PolicyFiles
import PolicyScenarios
import Testing

/// What auditors and machines read beside the sentences.
@Suite struct `Explained facts` {
  private func cell(_ expect: String, staff: String = "anne", patient: String = "olga") throws
    -> Cell
  {
    let set = try World.scenarios(
      """
      now: 2026-03-02T10:00+01:00
      cases:
        - name: a
          staff: \(staff)
          patient: \(patient)
          expect: \(expect)
      """
    )
    return try #require(set.cases.first?.cells.first)
  }

  @Test func `stand with the values that were compared`() throws {
    let cell = try cell("{ read: { medication: allow } }", staff: "anne-at-2")
    let explanation = World.engine.explain(cell.request, withFacts: true)
    let workplace = try #require(explanation.gates.first { $0.answer.gate == .workplace })
    #expect(workplace.facts.map(\.name) == ["session.unit", "role.units"])
    let relationship = try #require(explanation.gates.first { $0.answer.gate == .relationship })
    let tried = try #require(relationship.considered.first { $0.link == "stay" })
    #expect(
      tried.facts.map(\.name).sorted()
        == ["link.ends", "link.kind", "link.starts", "link.status", "link.unit", "session.unit"]
    )
    #expect(tried.window?.opens == Instant("2026-02-13T09:00:00Z"))
    #expect(tried.window?.closes == Instant("2026-03-19T09:00:00Z"))
    // The stay is at another unit than the one that she is logged in to.
    #expect(!tried.concernsReader)
  }

  @Test func `are told only where somebody asks`() throws {
    let cell = try cell("{ read: { medication: allow } }")
    let brief = World.engine.explain(cell.request)
    #expect(brief.gates.flatMap(\.facts).isEmpty)
    #expect(brief.gates.flatMap(\.considered).flatMap(\.facts).isEmpty)
    let whole = World.engine.explain(cell.request, withFacts: true)
    #expect(whole.decision == brief.decision)
    #expect(!whole.gates.flatMap(\.facts).isEmpty)
  }

  @Test func `are JSON for machines`() throws {
    let cell = try cell("{ read: { gp-note: allow } }")
    let changes = World.engine.nearestChanges(of: cell.request, for: .auditor)
    let line = ExplanationJSON(
      World.engine.explain(cell.request, withFacts: true),
      changes: changes,
      policy: World.policy,
      language: .en
    ).line(id: "r1")
    for part in [
      #"{"id":"r1","audience":"auditor","outcome":"justify","hidesExistence":false,"#,
      #"{"name":"session.unit","value":"ward-1"}"#,
      #""window":{"opens":"2026-02-13T09:00:00Z","closes":"2026-03-19T09:00:00Z"}"#,
      #""steps":[{"reason":"open-sensitive","reasons":["consult"],"leastText":5"#,
      #""steps":[{"withoutMark":"sensitive"}]"#,
    ] {
      #expect(line.contains(part), "\(part) in \(line)")
    }
    #expect(!line.contains("\n"))
  }

  @Test func `tell of a session what it has beside what is asked for`() throws {
    func lines(_ more: String) throws -> [String] {
      let set = try World.scenarios(
        """
        now: 2026-03-02T10:00+01:00
        staff:
          other: { like: anne, \(more) }
        cases:
          - { name: a, staff: other, patient: olga, expect: { read: { medication: allow } } }
        """
      )
      let request = try #require(set.cases.first?.cells.first).request
      return ExplanationText(
        World.engine.explain(request),
        changes: World.engine.nearestChanges(of: request, for: .staff),
        policy: World.policy,
        language: .en
      ).lines(for: .staff)
    }
    #expect(
      try lines("authenticationLevel: 2").contains(
        "  You are logged in at authentication level 2. This takes level 3."
      )
    )
    #expect(
      try lines("unit: hospital-b").contains(
        "  You are logged in to B. Your role is set up for A."
      )
    )
    #expect(
      try lines("active: no").contains("  Your authorisation as Ward nurse is not in use.")
    )
    #expect(
      try lines("until: 2026-03-02T09:30+01:00").contains(
        "  Your authorisation as Ward nurse ended today at 09:30."
      )
    )
    #expect(
      try lines("from: 2026-03-05T07:00+01:00").contains(
        "  Your authorisation as Ward nurse begins 5 March 2026 at 07:00 (UTC+1)."
      )
    )
    let refused = try lines("purpose: research")
    #expect(refused.contains("  For the purpose Research, access is not given here."))
    #expect(refused.contains("  Apply for an extract"))
  }
}
