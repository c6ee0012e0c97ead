import AccessPolicy
import PolicyFiles
import PolicyScenarios
import Testing

/// The scenarios of the policy sets of this repository, written anew, are the same scenarios.
@Suite struct `Shipped scenarios, written anew` {
  @Test(arguments: [
    "helseplattformen", "sverige-sammanhallen-journalforing", "examples/two-rule-ward",
    "examples/lending-desk", "examples/staffed-clinic",
  ])
  func `ask and expect the same`(name: String) throws {
    let set = try ShippedPolicySet(name)
    let cells = set.scenarios.cases.flatMap(\.cells)
    let drafts = cells.map { cell in
      ScenarioDraft(
        name: "\(cell)",
        request: cell.request,
        outcome: cell.expectation.outcome,
        parts: cell.expectation.parts.map(\.value)
      )
    }
    let text = ScenarioWriter(policy: set.policy).write(drafts, heading: "Written anew.\n\nAll.")
    #expect(text.unwritten.map { "\($0.draft.name): \($0.reasons)" } == [])
    let read = YAMLReader.document(text.text, file: "written.yaml")
    #expect(read.diagnostics.isEmpty, "\(read.diagnostics)")
    let scenarios = ScenarioReader.read([read.document], policy: set.policy)
    #expect(scenarios.diagnostics.isEmpty, "\(scenarios.diagnostics)")
    let again = try #require(scenarios.scenarios).cases.flatMap(\.cells)
    try #require(again.count == text.written.count)
    let runner = ScenarioRunner(engine: PolicyEngine(set.policy))
    for (cell, draft) in zip(again, text.written) {
      #expect(cell.request == draft.request, "\(draft.name)")
      #expect(cell.expectation.outcome == draft.outcome)
      #expect(
        Set(cell.expectation.parts.map { "\($0.value)" }.map(Self.withoutPlaces))
          == Set(draft.parts.map { "\($0)" }.map(Self.withoutPlaces)),
        "\(draft.name)"
      )
      #expect(runner.run(cell).hasPassed, "\(draft.name)")
    }
  }

  /// What follows a reason has places in it.
  private static func withoutPlaces(_ text: String) -> String {
    text.hasPrefix("then") ? "then" : text
  }
}
