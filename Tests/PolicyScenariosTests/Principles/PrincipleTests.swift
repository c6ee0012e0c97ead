import AccessPolicy
import PolicyFiles
import PolicyScenarios
import Testing

/// What each part of a principle says: it holds of a small policy set, and one edit breaks it.
@Suite struct `Principles` {
  /// A principle, an edit that breaks it, and what is then wrong.
  struct Statement: Sendable, CustomTestStringConvertible {
    let name: String
    let body: String
    let edit: (String, String)
    let wrong: [String]

    var testDescription: String { name }
  }

  static let statements: [Statement] = [
    Statement(
      name: "never an answer, by the condition",
      body: "when: link.unit not within session.unit\nnever: allow",
      edit: ("where: link.unit within session.unit", "where: always"),
      wrong: ["never: allow"]
    ),
    Statement(
      name: "never an answer, however the link came to an end",
      body: "when: now >= link.ends + 7 days\nnever: allow",
      edit: ("closes: 7 days after end", "closes: 8 days after end"),
      wrong: ["never: allow"]
    ),
    Statement(
      name: "never no answer but access",
      body: """
        when: link.kind == admission and link.unit == session.unit and link.starts <= now and link.ends > now and request.action == read
        marks: none
        blocks: none
        never: [justify, deny]
        """,
      edit: ("opens: 2 days before start", "opens: 1 hour after start"),
      wrong: ["never: justify", "never: deny"]
    ),
    Statement(
      name: "no link",
      body: "links: none\nwhen: session.unit == ward-4\nnever: justify",
      edit: ("when: session.unit == ward-3", "when: always"),
      wrong: ["never: justify"]
    ),
    Statement(
      name: "links of a kind",
      body: "links: [referral]\nnever: allow",
      edit: ("links: [admission]", "links: [admission, referral]"),
      wrong: ["never: allow"]
    ),
    Statement(
      name: "a mark in force",
      body: "marks: [sensitive]\nwhen: content.author != session.staff\nnever: allow",
      edit: (
        "when: content.author == session.staff",
        "when: content.author == session.staff or content.unit == session.unit"
      ),
      wrong: ["never: allow"]
    ),
    Statement(
      name: "never to be seen",
      body:
        "marks: [sensitive]\nwhen: content.author != session.staff and content.class == note\nnever: reveal",
      edit: ("hidesExistence: yes", "hidesExistence: session.unit == ward-3"),
      wrong: ["never: reveal"]
    ),
    Statement(
      name: "a block in force",
      body: "blocks: [closed]\nwhen: request.action == read\nnever: [allow, justify]",
      edit: ("actions: [read]", "actions: [read]\n    override: acute"),
      wrong: ["never: justify"]
    ),
    Statement(
      name: "a mark that no longer covers what is asked",
      body: "marks: [sensitive]\nwhen: content.author != session.staff\nnever: allow",
      edit: ("hidesExistence: yes", "hidesExistence: yes\n    actions: [read]"),
      wrong: ["never: allow"]
    ),
    Statement(
      name: "a block that no longer closes what is asked",
      body: "blocks: [closed]\nwhen: request.action == read\nnever: allow",
      edit: ("actions: [read]", "actions: [copy]"),
      wrong: ["never: allow"]
    ),
    Statement(
      name: "what reasons take",
      body: "reasons: { obligations: [special-log], longest: 1 day, leastText: 10 }",
      edit: ("lifetime: 4 hours", "lifetime: 25 hours"),
      wrong: ["reasons: acute"]
    ),
    Statement(
      name: "what reasons bring",
      body: "reasons: { obligations: [special-log] }",
      edit: ("obligations: [special-log, review]", "obligations: [review]"),
      wrong: ["reasons: acute"]
    ),
    Statement(
      name: "how much text reasons take",
      body: "reasons: { leastText: 15 }",
      edit: ("leastText: 15", "leastText: 14"),
      wrong: ["reasons: acute"]
    ),
    Statement(
      name: "what comes with access",
      body: "when: request.action == copy\nobligations: [special-log]",
      edit: ("on: [note], obligations: [special-log]", "on: [note]"),
      wrong: ["obligations: [special-log]"]
    ),
    Statement(
      name: "what changes no answer",
      body: "marks: none\nindependentOf: [content.author, session.ownRecord]",
      edit: (
        "where: link.unit within session.unit",
        "where: link.unit within session.unit and has content.author"
      ),
      wrong: ["independentOf: [content.author, session.ownRecord]"]
    ),
  ]

  @Test(arguments: statements) func `a statement holds, and one edit breaks it`(
    statement: Statement
  ) throws {
    let principle = Self.principle(statement.body)
    let holds = PrincipleReport(try Self.policy(Self.ward + principle)).results[0]
    #expect(holds.verdict == .holds, "\(holds)")
    #expect(holds.cells > 0)
    let edited = Self.ward.replacing(statement.edit.0, with: statement.edit.1)
    #expect(edited != Self.ward)
    let report = PrincipleReport(try Self.policy(edited + principle))
    let broken = report.results[0]
    #expect(broken.verdict == .broken && broken.defects.isEmpty && broken.undecided.isEmpty)
    #expect(broken.counterexamples.map { "\($0.breach)" } == statement.wrong)
    // What is written as a scenario fails now, and says what it should be.
    let text = ScenarioWriter(policy: report.policy).write(report.drafts)
    #expect(text.unwritten.isEmpty)
    let read = YAMLReader.document(text.text, file: "principle.yaml")
    let checked = ScenarioReader.read([read.document], policy: report.policy)
    let scenarios = try #require(checked.scenarios, "\(checked.diagnostics)")
    let runner = ScenarioRunner(engine: PolicyEngine(report.policy))
    for cell in scenarios.cases.flatMap(\.cells) { #expect(!runner.run(cell).hasPassed, "\(cell)") }
  }

  @Test func `a principle that speaks of no situation does not hold`() throws {
    let principle = Self.principle("marks: [sensitive]\nlinks: none\nwhen: link-less\nnever: allow")
    let nowhere = principle.replacing("link-less", with: "content.class == list")
    let report = PrincipleReport(try Self.policy(Self.ward + nowhere))
    #expect(report.verdict == .empty)
    #expect(report.results[0].cells == 0)
  }

  @Test func `principles decide nothing`() throws {
    let policy = try Self.policy(Self.ward)
    let held = try Self.policy(Self.ward + Self.principle("never: allow"))
    #expect(DifferenceReport(old: policy, new: held).isEqual)
    #expect(PrincipleReport(policy).verdict == .holds)
    #expect(PrincipleReport(held).verdict == .broken)
  }

  @Test func `a verification reads as a person asks`() throws {
    let edited = Self.ward.replacing("where: link.unit within session.unit", with: "where: always")
    let principle = Self.principle("when: link.unit not within session.unit\nnever: allow")
    let report = PrincipleReport(try Self.policy(edited + principle))
    let text = report.text(in: .en)
    #expect(text.contains("broken: A principle (`statement`)"))
    #expect(text.contains("Decided by: relationship: `admitted-to-my-ward` (ward.yaml:"))
    #expect(text.contains("Wrong: the answer is yes"))
    #expect(report.text(in: .nb).contains("brutt: Et prinsipp (`statement`)"))
    #expect(report.markdown(in: .nb).contains("**Galt:** svaret er ja"))
    #expect(report.json(in: .en).contains("\"verdict\": \"broken\""))
    #expect(report.html(in: .nb).contains("<html lang=\"nb\""))
    #expect(report.json(in: .en) == PrincipleReport(report.policy).json(in: .en))
  }

  private static func principle(_ body: String) -> String {
    let lines = body.split(separator: "\n").map { "    \($0)\n" }.joined()
    return """
      principles:
        statement:
          title: { nb: Et prinsipp, en: A principle }
      \(lines)
      """
  }

  private static func policy(_ text: String) throws -> Policy {
    let read = YAMLReader.document(text, file: "ward.yaml")
    #expect(read.diagnostics.isEmpty, "\(read.diagnostics)")
    do throws(PolicyRejected) {
      return try PolicyPipeline.policy(from: [read.document])
    } catch {
      Issue.record("\(error.diagnostics)\n\(text)")
      throw error
    }
  }

  private static let ward = """
    policySet: { id: ward, version: 1.0.0, title: { nb: En post, en: A ward } }
    unitKinds: { ward: { title: { nb: Sengepost, en: Ward } } }
    organisation:
      ward-3: { title: { nb: Sengepost 3, en: Ward 3 }, kind: ward }
      ward-4: { title: { nb: Sengepost 4, en: Ward 4 }, kind: ward }
    actions:
      read: { title: { nb: Lese, en: Read } }
      copy: { title: { nb: Kopiere, en: Copy } }
    purposes: { give-care: { title: { nb: Yte helsehjelp, en: Give care } } }
    contentClasses:
      note: { title: { nb: Notat, en: Note } }
      list: { title: { nb: Liste, en: List }, aboutPatient: false }
    patientLogistics:
      admission: { title: { nb: Innleggelse, en: Admission } }
      referral: { title: { nb: Henvisning, en: Referral } }
    reasons: { emergency: { title: { nb: Akutt, en: Emergency } } }
    obligations:
      special-log: { title: { nb: Logges særskilt, en: Specially logged } }
      review: { title: { nb: Gjennomgås, en: Reviewed } }
    templates:
      nurse:
        title: { nb: Sykepleier, en: Nurse }
        units: [ward-3, ward-4]
        purposes: [give-care]
        securityClasses: [nursing]
        relationships: [admitted-to-my-ward]
        selfAuthorisation: [acute]
    securityClasses:
      nursing:
        title: { nb: Sykepleie, en: Nursing }
        grants:
          notes: { do: [read], on: [note] }
          copies: { do: [copy], on: [note], obligations: [special-log] }
    careRelationships:
      admitted-to-my-ward:
        title: { nb: Innlagt på posten min, en: Admitted to my ward }
        links: [admission]
        where: link.unit within session.unit
        opens: 2 days before start
        closes: 7 days after end
      referred:
        title: { nb: Henvist, en: Referred }
        links: [referral]
        where: always
    selfAuthorisation:
      acute:
        title: { nb: Akutt, en: Acute }
        scope: patient
        when: session.unit == ward-3
        reasons: [emergency]
        leastText: 15
        lifetime: 4 hours
        obligations: [special-log, review]
    marks:
      sensitive:
        title: { nb: Sensitiv, en: Sensitive }
        opensTo: { author: { when: content.author == session.staff } }
        hidesExistence: yes
    blocks:
      closed:
        title: { nb: Sperret, en: Closed }
        actions: [read]

    """
}
