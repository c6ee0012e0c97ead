import AccessPolicy
import Foundation
import PolicyFiles
import PolicyScenarios
import Testing

/// Dry-runs as people and machines read them, over the smallest shipped policy set.
@Suite struct `Dry-runs in words` {
  private let report: DryRunReport
  private let other: DryRunReport
  private let dryRun: DryRun

  private static let path = URL(filePath: #filePath).appending(
    path: "../../../../policies/examples/two-rule-ward"
  ).standardized.path

  init() throws {
    let path = Self.path
    let policy = try #require(PolicyCheck(path: path).policy)
    let scenarios = ScenarioReader.read(
      ScenarioFolder.load(policyPath: path).documents,
      policy: policy
    ).scenarios
    dryRun = DryRun(
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

  @Test func `a role that opens no unit names the subtemplates that do`() throws {
    let text = try read(changing: "units: [ward-3, ward-4]", to: "units: []").text(in: .en)
    #expect(oneLine(text).contains("The role opens no unit to log in to."))
    #expect(
      oneLine(text).contains("Nor does any subtemplate of the policy set: write `units` in one.")
    )
    let more = try read(
      changing: "units: [ward-3, ward-4]",
      to: "units: []",
      adding:
        "subtemplates: { at-three: { title: { nb: Ved tre, en: At three }, units: [ward-3] } }"
    )
    #expect(
      oneLine(more.text(in: .en)).contains("Add a subtemplate that does: At three (at-three)")
    )
    #expect(
      oneLine(more.text(in: .nb)).contains("en under-rollemal som gjør det: Ved tre (at-three)")
    )
  }

  @Test func `the period of a staff record is said, and where it stands`() throws {
    var holder = DryRunHolder(template: try #require(TemplateID("nurse")))
    holder.source = AuthorisationSource(record: "E-1", rules: [])
    func text(_ language: Language = .en) -> String {
      oneLine(dryRun.report(holder).text(in: language))
    }
    #expect(text().contains("The staff record's period: open – open - Logged in"))
    holder.until = dryRun.report(holder).standard.now.instant
    #expect(text().contains("it is over at the time of the situations"))
    #expect(text(.nb).contains("den er over på situasjonenes tidspunkt"))
    holder.until = nil
    holder.from = Instant("2062-01-01T00:00Z")
    #expect(text().contains("2062-01-01T01:00:00+01:00 – open; it has not begun"))
    #expect(dryRun.report(holder).json(in: .en).contains("2062-01-01T01:00:00+01:00"))
  }

  @Test func `what only the second policy set declares is named as there`() throws {
    let second = try read(
      changing: "do: [read]",
      to: "do: [read, print]",
      adding: "actions: { print: { title: { nb: Ta utskrift, en: Print it } } }"
    )
    let text = DryRunComparison(report, second).text(in: .en)
    #expect(text.contains("Print it: Note"))
    #expect(!text.contains("print: Note"))
  }

  private func oneLine(_ text: String) -> String {
    text.split { $0.isWhitespace }.joined(separator: " ")
  }

  /// The nurse of the policy set with a change.
  private func read(changing text: String, to other: String, adding: String = "") throws
    -> DryRunReport
  {
    let written = try String(contentsOfFile: "\(Self.path)/policy.yaml", encoding: .utf8)
    try #require(written.contains(text))
    let check = PolicyPipeline.check(
      [
        YAMLReader.document(written.replacing(text, with: other), file: "policy.yaml").document,
        YAMLReader.document(adding, file: "more.yaml").document,
      ].filter { !adding.isEmpty || $0.file == "policy.yaml" }
    )
    let policy = try #require(check.policy, "\(check.diagnostics.map(\.message))")
    let scenarios = ScenarioReader.read(
      ScenarioFolder.load(policyPath: Self.path).documents,
      policy: policy
    ).scenarios
    return DryRun(
      engine: PolicyEngine(policy),
      situations: try #require(scenarios?.standardSituations)
    ).report(DryRunHolder(template: try #require(TemplateID("nurse"))))
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
