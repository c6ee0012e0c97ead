import AccessPolicy
import PolicyFiles
import PolicyScenarios
import Testing

/// What a comparison says of edits of the shipped policy set, and of its small neighbours.
@Suite struct `Edits of policy sets` {
  private static let ward = Result { try ShippedPolicySet("examples/two-rule-ward") }

  /// An edit, and the groups that must come of it: direction, answers before and after, rule, size.
  struct Edit: Sendable, CustomTestStringConvertible {
    let name: String
    let path: [String]
    let value: String?
    let groups: [String]

    var testDescription: String { name }
  }

  static let edits: [Edit] = [
    Edit(
      name: "a window widened",
      path: ["careRelationships", "admitted-to-my-ward", "closes"],
      value: "9 days after end",
      groups: ["deny allow admitted-to-my-ward [nurse] 1"]
    ),
    Edit(
      name: "a window narrowed",
      path: ["careRelationships", "admitted-to-my-ward", "opens"],
      value: "at start",
      groups: ["allow deny admitted-to-my-ward [nurse] 1"]
    ),
    Edit(
      name: "a criterion dropped",
      path: ["careRelationships", "admitted-to-my-ward", "where"],
      value: "always",
      groups: ["deny allow admitted-to-my-ward [nurse] 1"]
    ),
    Edit(
      name: "a circle widened",
      path: ["marks", "sensitive", "opensTo", "author", "when"],
      value: "content.author == session.staff or content.unit == session.unit",
      groups: ["deny allow sensitive/author [nurse] 1"]
    ),
    Edit(
      name: "a circle without its one entry",
      path: ["marks", "sensitive", "opensTo", "author"],
      value: nil,
      groups: ["allow deny sensitive/author [nurse] 1"]
    ),
    Edit(
      name: "a grant taken away",
      path: ["securityClasses", "nursing", "grants", "notes"],
      value: nil,
      groups: ["allow deny nursing/notes [nurse] 1"]
    ),
    Edit(
      name: "a condition said in other words",
      path: ["careRelationships", "admitted-to-my-ward", "where"],
      value: "not (link.unit not within session.unit)",
      groups: []
    ),
    Edit(
      name: "a window that ends where it ended",
      path: ["careRelationships", "admitted-to-my-ward", "closes"],
      value: "168 hours after end",
      groups: []
    ),
  ]

  @Test(arguments: edits) func `an edit gives exactly its groups, and examples that show it`(
    edit: Edit
  ) throws {
    let set = try Self.ward.get()
    let changed = set.documents.map { document in
      Document(
        file: document.file,
        text: document.text,
        root: document.root?.changed(edit.path[...], to: edit.value)
      )
    }
    let new = try PolicyPipeline.policy(from: changed)
    let report = DifferenceReport(old: set.policy, new: new)
    #expect(
      report.groups.map { "\($0.old) \($0.new) \($0.rule) \($0.templates) \($0.size)" }
        == edit.groups
    )
    #expect(report.undecided.isEmpty && report.defects.isEmpty)
    #expect(report.isEqual == edit.groups.isEmpty)
    guard !report.drafts.isEmpty else { return }
    let text = ScenarioWriter(policy: new).write(report.drafts)
    #expect(text.unwritten.isEmpty)
    let read = YAMLReader.document(text.text, file: "difference.yaml")
    for (policy, passes) in [(new, true), (set.policy, false)] {
      let checked = ScenarioReader.read([read.document], policy: policy)
      let scenarios = try #require(checked.scenarios, "\(checked.diagnostics)")
      let runner = ScenarioRunner(engine: PolicyEngine(policy))
      for cell in scenarios.cases.flatMap(\.cells) {
        #expect(runner.run(cell).hasPassed == passes, "\(cell)")
      }
    }
  }

  @Test func `a comparison reads as a person asks`() throws {
    let set = try Self.ward.get()
    let edit = Self.edits[0]
    let changed = set.documents.map { document in
      Document(
        file: document.file,
        text: document.text,
        root: document.root?.changed(edit.path[...], to: edit.value)
      )
    }
    let report = DifferenceReport(old: set.policy, new: try PolicyPipeline.policy(from: changed))
    let text = report.text(in: .en)
    #expect(text.contains("new access without a reason"))
    #expect(text.contains("Nurse (`nurse`)"))
    #expect(report.markdown(in: .nb).contains("ny tilgang uten begrunnelse"))
    #expect(report.json(in: .en).contains("\"newRule\""))
    #expect(report.html(in: .nb).contains("<html lang=\"nb\""))
  }
}
