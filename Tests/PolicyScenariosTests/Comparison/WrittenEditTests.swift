import AccessPolicy
import Foundation
import PolicyFiles
import PolicyScenarios
import Testing

/// What of the files is said to be written otherwise, beside what that does.
@Suite struct `What was written otherwise` {
  private static let folder = URL(fileURLWithPath: #filePath)
    .appending(path: "../../../../policies/examples").standardized

  /// A shipped example, and the same with some words replaced.
  private func pair(_ name: String, _ edits: [(String, String)]) throws -> DifferenceReport {
    let text = try String(
      contentsOf: Self.folder.appending(path: "\(name)/policy.yaml"),
      encoding: .utf8
    )
    var changed = text
    for (before, now) in edits {
      try #require(changed.contains(before))
      changed = changed.replacing(before, with: now)
    }
    return try report([text], [changed])
  }

  private func report(_ old: [String], _ new: [String]) throws -> DifferenceReport {
    func read(_ texts: [String], _ folder: String) -> [Document] {
      texts.enumerated().map {
        YAMLReader.document($0.element, file: "\(folder)/\($0.offset).yaml").document
      }
    }
    let files = (read(old, "old"), read(new, "new"))
    return DifferenceReport(
      old: try PolicyPipeline.policy(from: files.0),
      new: try PolicyPipeline.policy(from: files.1),
      edits: WrittenEdits(old: files.0, new: files.1)
    )
  }

  private func said(_ edits: [WrittenEdits.Edit]?) -> [String]? {
    edits?.map { edit in
      let path = edit.path.joined(separator: ".")
      switch edit.change {
      case .value(let before, let now): return "\(path): \(before ?? "–") → \(now ?? "–")"
      case .list(let gone, let added): return "\(path): -\(gone) +\(added)"
      }
    }
  }

  private func unnamed(_ report: DifferenceReport) -> [String] {
    report.unnamedEdits.map { "\($0.section).\($0.name ?? ""): \(said($0.edits) ?? [])" }
  }

  @Test func `a group says which words of its cause were changed`() throws {
    let report = try pair(
      "two-rule-ward",
      [("closes: 7 days after end", "closes: 9 days after end # a little longer")]
    )
    let group = try #require(report.groups.first)
    #expect(report.groups.count == 1)
    #expect(
      said(report.edits?.edits(of: group.change)) == [
        "closes: 7 days after end → 9 days after end"
      ]
    )
    #expect(unnamed(report) == [])
  }

  @Test func `what is new or gone is said whole, without its title`() throws {
    let grant = "grants: { notes: { do: [read], on: [note], because: need } }"
    let none = try pair(
      "two-rule-ward",
      [(grant, "grants: { notes: { do: [read], on: [note], because: need, when: never } }")]
    )
    #expect(said(none.edits?.edits(of: none.groups[0].change)) == ["when: – → never"])

    let report = try pair(
      "two-rule-ward",
      [(grant, "grants: { two: { title: { nb: To, en: Two }, do: [read], on: [note] } }")]
    )
    // Two rights that give the same: nothing opens or closes, and what was done is still to be seen.
    #expect(report.isEqual)
    #expect(
      unnamed(report) == [
        """
        securityClasses.nursing: ["grants.notes: { do: [read], on: [note], because: need } → –", \
        "grants.two: – → { title: { nb: To, en: Two }, do: [read], on: [note] }"]
        """
      ]
    )
  }

  @Test func `lists are compared by what is in them`() throws {
    let report = try pair(
      "two-rule-ward",
      [
        ("units: [ward-3, ward-4]", "units: [ward-4]"),
        ("links: [admission]", "links:\n      - admission"),
      ]
    )
    let group = try #require(report.groups.first)
    #expect(said(report.edits?.edits(of: group.change)) == [#"units: -["ward-3"] +[]"#])
    #expect(unnamed(report) == [])
  }

  @Test func `what no group names is told apart`() throws {
    let report = try pair(
      "two-rule-ward",
      [
        ("closes: 7 days after end", "closes: 9 days after end"), ("en: Ward 4", "en: Ward four"),
      ]
    )
    #expect(report.groups.count == 1)
    #expect(unnamed(report) == [#"organisation.ward-4: ["title.en: Ward 4 → Ward four"]"#])
    let text = report.text(in: .en)
    #expect(text.contains("closes: `7 days after end` → `9 days after end`"))
    #expect(text.contains("organisation.ward-4: title.en: `Ward 4` → `Ward four`"))
    #expect(
      report.markdown(in: .nb).contains("  - closes: `7 days after end` → `9 days after end`")
    )
    #expect(report.html(in: .nb).contains("<code>9 days after end</code>"))
    #expect(report.json(in: .en).contains(#""now": "9 days after end""#))
  }

  @Test func `neither place nor layout is an edit`() throws {
    let text = try String(
      contentsOf: Self.folder.appending(path: "two-rule-ward/policy.yaml"),
      encoding: .utf8
    )
    let parts = text.split(separator: "\nmarks:", maxSplits: 1).map(String.init)
    let report = try report([text], ["marks:" + parts[1] + "\n# moved", parts[0] + "\n"])
    #expect(report.isEqual)
    #expect(unnamed(report) == [])
  }

  @Test func `a rule whose words stand is said to mean something else`() throws {
    // Which unit is part of which is written of the units, and changes what rules of them mean.
    let moved = try pair(
      "two-rule-ward",
      [("en: Ward 4 }, kind: ward }", "en: Ward 4 }, kind: ward, in: ward-3 }")]
    )
    let group = try #require(moved.groups.first)
    #expect(said(moved.edits?.edits(of: group.change)) == [])
    #expect(
      moved.text(in: .en).contains(
        "written as before; something that its meaning rests on is changed"
      )
    )
    #expect(unnamed(moved) == [#"organisation.ward-4: ["in: – → ward-3"]"#])
  }

  @Test func `what a reason takes is said with the answers that ask for one`() throws {
    let longer = try pair("lending-desk", [("lifetime: 15 minutes", "lifetime: 20 minutes")])
    #expect(longer.groups.map(\.aspects) == [[.demands]])
    let text = longer.text(in: .en)
    #expect(text.contains("What is asked for, before: Give a reason"))
    #expect(text.contains("Lasts 15 minutes."))
    #expect(text.contains("What is asked for, now: Give a reason"))
    #expect(text.contains("Lasts 20 minutes."))

    let none = try pair(
      "lending-desk",
      [("    selfAuthorisation: [borrower-at-the-desk]\n", "")]
    )
    #expect(!none.groups.isEmpty)
    #expect(none.groups.allSatisfy { $0.old == .justify && $0.new == .deny })
    #expect(none.text(in: .nb).contains("Hva som ble krevd: Begrunn"))
  }

  @Test func `conditions of the role's own rights are said with what changes`() throws {
    let own = "because: need, when: content.author == session.staff"
    let text = try String(
      contentsOf: Self.folder.appending(path: "two-rule-ward/policy.yaml"),
      encoding: .utf8
    ).replacing("on: [note], because: need", with: "on: [note], \(own)")
    let wider = text.replacing("closes: 7 days", with: "closes: 9 days")
    let report = try report([text], [wider])
    #expect(
      report.groups.flatMap(\.parts).flatMap(\.situations).flatMap(\.cells).map(\.conditions) == [
        ["content.author == session.staff"]
      ]
    )
    #expect(
      report.text(in: .en).contains("only when `content.author == session.staff` (who wrote")
    )
  }

  @Test func `who gets a role is said to be compared elsewhere`() throws {
    let report = try pair(
      "staffed-clinic",
      [("gives: { template: nurse", "gives: { template: doctor")]
    )
    #expect(report.isEqual)
    let text = report.text(in: .en)
    #expect(text.contains("Changed in who gets which role; `access-policy provision`"))
    #expect(!text.contains("with no effect on any answer"))
  }

  @Test func `words of a file are no markup`() throws {
    let report = try pair("two-rule-ward", [("en: Ward 4", "en: \"a `b` ``c`` <i>d</i>\"")])
    #expect(report.markdown(in: .en).contains("→ ```a `b` ``c`` <i>d</i>```"))
    #expect(report.html(in: .en).contains("<code>a `b` ``c`` &lt;i&gt;d&lt;/i&gt;</code>"))
  }

  @Test func `what less must be given for, opens`() throws {
    let longer = try pair("lending-desk", [("lifetime: 15 minutes", "lifetime: 20 minutes")])
    #expect(longer.groups.map(\.direction) == [.opens])
    let shorter = try pair("lending-desk", [("lifetime: 15 minutes", "lifetime: 10 minutes")])
    #expect(shorter.groups.map(\.direction) == [.closes])
    let both = try pair(
      "lending-desk",
      [("leastText: 0\n    lifetime: 15 minutes", "leastText: 5\n    lifetime: 20 minutes")]
    )
    #expect(both.groups.map(\.direction) == [.sameAnswer])
  }

  @Test func `licences that change are said with what was changed`() throws {
    let report = try pair("staffed-clinic", [("do: [sign, prescribe]", "do: [prescribe]")])
    let group = try #require(report.groups.first)
    #expect(group.rule == "doctor/notes")
    #expect(said(report.edits?.edits(of: group.change)) == [#"do: -["sign"] +[]"#])
    #expect(unnamed(report) == [])
  }

  @Test func `what came or went with a named rule in it is said there`() throws {
    let report = try pair(
      "two-rule-ward",
      [
        (
          "    opensTo: { author: { when: content.author == session.staff } }\n",
          "    opensTo: {}\n"
        )
      ]
    )
    #expect(!report.groups.isEmpty && unnamed(report) == [])
  }

  @Test func `another name alone is no edit`() throws {
    let report = try pair("two-rule-ward", [("  nurse:\n", "  carer:\n")])
    #expect(report.isEqual && unnamed(report) == [])
    #expect(report.renamed.map(\.new) == ["carer"])
    #expect(report.text(in: .en).contains("No difference once the new names are used"))
  }

  @Test func `spaces within a text are an edit`() throws {
    let report = try pair("two-rule-ward", [("en: Ward 4", "en: Ward  4")])
    #expect(unnamed(report) == [#"organisation.ward-4: ["title.en: Ward 4 → Ward  4"]"#])
  }

  @Test func `a right that opens nothing hides no condition`() throws {
    let text = try String(
      contentsOf: Self.folder.appending(path: "two-rule-ward/policy.yaml"),
      encoding: .utf8
    )
    let own = "do: [read], on: [note], because: need, when: content.author == session.staff }"
    let other = "never-so: { do: [read], on: [note], because: need, when: never }"
    let before = text.replacing("do: [read], on: [note], because: need }", with: "\(own), \(other)")
    let report = try report([before], [before.replacing("closes: 7 days", with: "closes: 9 days")])
    #expect(
      report.groups.flatMap(\.parts).flatMap(\.situations).flatMap(\.cells).map(\.conditions) == [
        ["content.author == session.staff"]
      ]
    )
  }
}
