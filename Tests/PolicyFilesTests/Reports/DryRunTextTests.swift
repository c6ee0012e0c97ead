import AccessPolicy
import Foundation
import PolicyFiles
import PolicyScenarios
import Testing

/// Dry-runs as people and machines read them, over the smallest shipped policy set.
@Suite struct `Dry-runs in words` {
  private let report: DryRunReport
  private let other: DryRunReport

  init() throws {
    let path = URL(filePath: #filePath).appending(
      path: "../../../../policies/examples/two-rule-ward"
    )
    .standardized.path
    let policy = try #require(PolicyCheck(path: path).policy)
    let scenarios = ScenarioReader.read(
      ScenarioFolder.load(policyPath: path).documents,
      policy: policy
    ).scenarios
    let dryRun = DryRun(
      engine: PolicyEngine(policy),
      situations: try #require(scenarios?.standardSituations)
    )
    let nurse = try #require(TemplateID("nurse"))
    report = dryRun.report(DryRunHolder(template: nurse))
    other = dryRun.report(DryRunHolder(template: nurse, purpose: PurposeID("no-such-purpose")))
  }

  @Test func `as text, what is answered alike stands once`() {
    #expect(
      report.text(in: .en).hasSuffix(
        """
        ✓ yes; ? once a reason is given; – no; ∅ no, and is not told that there is
        anything.

        Kinds of content: Unmarked; Sensitive and one's own; Sensitive and by others.

        The patient's record

        Read: Note
                                                                    On
                                                Admitted  Expected  another   Not
                                                here now  tomorrow  ward      admitted
          Unmarked; Sensitive and one's own     ✓         ✓         –         –
          Sensitive and by others               –         –         –         –

        Which patients

        - Admitted to my ward (admitted-to-my-ward): opens

        The role cannot self-authorise.

        The tables show standard situations, not every patient. Access may be used only
        for a service need.


        """
      ),
      "\(report.text(in: .en))"
    )
  }

  @Test func `in Norwegian, nothing is left in English`() {
    let text = report.text(in: .nb)
    #expect(text.contains("Prøvekjøring: Sykepleier"))
    #expect(text.contains("Rollen kan ikke selvautorisere."))
    for word in ["Role", "yes", "Read", "The "] { #expect(!text.contains(word), "\(word)") }
  }

  @Test func `no line is wider than a terminal`() {
    for language in Language.allCases {
      for text in [
        report.text(in: language, showsRules: true),
        DryRunComparison(report, other).text(in: language),
      ] {
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 || $0.contains("/") })
      }
    }
  }

  @Test func `the rules that decide are named with their places`() {
    let text = report.text(in: .en, showsRules: true).split(separator: "\n")
      .map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
    #expect(text.contains("✓ function `nursing/notes` ("))
    #expect(text.contains("relationship `admitted-to-my-ward` ("))
    #expect(text.contains("– relationship: no rule opens"))
    #expect(text.contains("mark `sensitive` ("))
  }

  @Test func `as Markdown, a table has a head and a row for each answer`() {
    let lines = report.markdown(in: .en).split(separator: "\n").map(String.init)
    #expect(lines.first == "# Dry-run: Nurse")
    #expect(
      lines.contains("| | Admitted here now | Expected tomorrow | On another ward | Not admitted |")
        || lines.contains(
          "|  | Admitted here now | Expected tomorrow | On another ward | Not admitted |"
        )
    )
    #expect(lines.contains("|---|:-:|:-:|:-:|:-:|"))
    #expect(lines.contains("| Sensitive and by others | – | – | – | – |"))
  }

  @Test func `as CSV, every answer is a line, with its rules`() {
    let lines = report.csv(in: .en).split(separator: "\r\n").map(String.init)
    #expect(lines.count == 1 + report.cells.count)
    #expect(lines.first?.hasPrefix("action,action title,class,class title,content,") == true)
    #expect(
      lines.contains {
        $0.hasPrefix(
          "read,Read,note,Note,unmarked,Unmarked,here-now,Admitted here now,,allow,no,nursing/notes admitted-to-my-ward,"
        )
      }
    )
  }

  @Test func `as JSON, every answer is there, and the same bytes come twice`() throws {
    let text = report.json(in: .en)
    #expect(text == report.json(in: .en))
    let root = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let cells = try #require(root?["cells"] as? [[String: Any]])
    #expect(cells.count == report.cells.count)
    #expect(cells.first?["outcome"] as? String == "allow")
    #expect((root?["role"] as? [String: Any])?["unit"] as? String == "ward-3")
  }

  @Test func `a session that cannot be opened is said instead of tables`() {
    let text = other.text(in: .en)
    #expect(text.contains("The holder cannot work in the system so"))
    #expect(text.contains("The role does not have the purpose no-such-purpose."))
    #expect(!text.contains("Read: Note"))
  }

  @Test func `a comparison shows both signs, and what it is of`() {
    let comparison = DryRunComparison(report, other)
    let text = comparison.text(in: .en)
    #expect(text.contains("\(comparison.differences.count) answers differ."))
    #expect(text.contains("✓ –       ✓ –       =         ="))
    #expect(
      comparison.csv(in: .en).split(separator: "\r\n").count == 1 + comparison.differences.count
    )
    #expect(comparison.json(in: .en).contains("\"differences\""))
    #expect(comparison.markdown(in: .nb).contains("| ✓ – |"))
    let none = DryRunComparison(report, report)
    #expect(none.text(in: .en).contains("answered alike in every situation"))
    #expect(none.csv(in: .en).split(separator: "\r\n").count == 1)
  }
}
