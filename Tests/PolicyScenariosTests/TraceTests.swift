import AccessPolicy
import PolicyFiles
import PolicyScenarios
import Testing

@Suite struct `Tracing requirements` {
  @Test func `a decision has a rule and cases on both sides`() throws {
    let decided = try Traced.trace().requirement("R1.2")
    #expect(decided.rules.map(\.id) == ["nursing", "at-my-ward"])
    #expect(decided.rules.map(\.decides) == [true, true])
    #expect(decided.opens == 2)
    #expect(decided.shut == 1)
    #expect(decided.statuses == [.decided])
    #expect(decided.gaps == [])
  }

  @Test func `what lacks a rule or a side, and does not say why, is a gap`() throws {
    let trace = try Traced.trace()
    #expect(try trace.requirement("R1.10").gaps == [.noRule, .noCase(.opens), .noCase(.shut)])
    #expect(try trace.requirement("R2.1").gaps == [.noCase(.opens)])
    #expect(try trace.requirement("R2.2").gaps == [.unanswered])
    #expect(trace.withGaps.map(\.id.text) == ["R1.10", "R2.1", "R2.2", "R2.7"])
    #expect(!trace.isComplete)
  }

  @Test func `a reason why takes the place of what lacks`() throws {
    let excused = try Traced.trace().requirement("R2.3")
    #expect(excused.opens == 0)
    #expect(excused.gaps == [])
    #expect(excused.statuses == [.decided])
  }

  @Test func `a reason why that is no longer true is a gap`() throws {
    #expect(try Traced.trace().requirement("R2.7").gaps == [.hasCase(.shut)])
  }

  @Test func `what the engine guarantees takes no rule, and cases all the same`() throws {
    let trace = try Traced.trace()
    #expect(try trace.requirement("R2.4").gaps == [])
    #expect(try trace.requirement("R2.4").statuses == [.engine])
    let bare = try Traced.trace(cases: Traced.onlyShut)
    #expect(try bare.requirement("R2.4").gaps == [.noCase(.opens)])
  }

  @Test func `what is for others or for later asks for nothing`() throws {
    let trace = try Traced.trace()
    #expect(try trace.requirement("R2.5").statuses == [.outside])
    #expect(try trace.requirement("R2.6").statuses == [.tool, .notYet])
    #expect(try trace.requirement("R2.5").gaps + trace.requirement("R2.6").gaps == [])
  }

  @Test func `cells that did not come out as expected show nothing`() throws {
    let trace = try Traced.trace(
      cases: Traced.cases.replacing("note: allow", with: "note: deny")
    )
    #expect(trace.failedCells == 1)
    #expect(try trace.requirement("R1.2").opens == 1)
    #expect(!trace.isComplete)
    #expect(trace.text(in: .en).contains("1 cell did not come out as expected"))
  }

  @Test func `requirements stand under their headings, in the order of people`() throws {
    let trace = try Traced.trace()
    #expect(trace.groups.map(\.id) == [nil, "A", "R1", "R2"])
    #expect(trace.groups.map(\.title?.en) == [nil, nil, "Foundation", nil])
    #expect(
      trace.groups.flatMap(\.requirements).map(\.id.text).prefix(4) == [
        "need", "A1", "R1.2", "R1.10",
      ]
    )
  }

  @Test func `a heading on which something rests is a requirement`() throws {
    let policy = Traced.policy.replacing("because: R1.2", with: "because: [R1, R1.2]")
    let trace = try Traced.trace(policy: policy)
    #expect(try trace.requirement("R1").rules.isEmpty == false)
  }

  // MARK: How it is shown

  @Test func `Markdown has one line for each requirement, and its rules and cases beneath`() throws
  {
    let text = try Traced.trace().markdown(in: .en, linkPrefix: "../")
    let row = """
      | **R1.2** | Whoever recorded it (annex 7.2, p. 4) | decided by a rule | \
      [`nursing`][policy.yaml], [`at-my-ward`][policy.yaml] | 2 | 1 |
      """
    #expect(text.contains(row))
    #expect(
      text.contains(
        "- **R1.10** Both \\| too much: no rule rests on it; no case opens; no case stays shut"
      )
    )
    #expect(text.contains("[S1 on the ward][cases.yaml] (2 open, 0 shut)"))
    #expect(text.contains("- **A1**\n  - *Left open*: who sees it?"))
    #expect(text.contains("served by a tool: `x test`<br>not yet: a review of logs"))
    #expect(text.hasSuffix("\n[cases.yaml]: ../cases.yaml\n[policy.yaml]: ../policy.yaml\n"))
    #expect(!text.contains("policy.yaml:"), "numbers of lines change with every edit")
  }

  @Test func `Markdown names three cases of each side, and says how many there are more`() throws {
    let more = (3...9).map {
      "\n  - { id: S\($0), name: again, for: [R1.2], staff: anna, patient: olga, expect: { read: { note: deny } } }"
    }
    let text = try Traced.trace(cases: Traced.cases + more.joined()).markdown(in: .en)
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("- **R1.2** ") })
    #expect(line.contains("[S1 on the ward]"))
    #expect(line.contains("[S5 again]"))
    #expect(!line.contains("[S6 again]"))
    #expect(line.hasSuffix("; and 5 more"))
  }

  @Test func `the words are there in Norwegian, too`() throws {
    let text = try Traced.trace().markdown(in: .nb)
    #expect(text.contains("avgjøres av en regel"))
    #expect(text.contains("## R1 Grunnlag"))
    #expect(text.contains("ikke ennå: en gjennomgang av logger"))
    #expect(text.contains("(2 åpner, 0 lukket)"))
  }

  @Test func `a trace without gaps says so`() throws {
    let trace = try Traced.trace(
      policy: Traced.policy.replacing(/\n  R(1\.10|2\.1|2\.2|2\.7):.*/, with: "")
        .replacing(/, R2\.[17]\]/, with: "]"),
      cases: Traced.cases.replacing(", R2.1, R2.7]", with: "]")
    )
    #expect(trace.isComplete)
    #expect(trace.text(in: .en).hasPrefix("None: every requirement of a decision"))
  }

  @Test func `text shows gaps first, and can show them alone`() throws {
    let trace = try Traced.trace()
    let all = trace.text(in: .en)
    #expect(all.hasPrefix("Gaps\n  R1.10 Both | too much (policy.yaml:"))
    #expect(
      all.contains("  R1.2 Whoever recorded it: decided by a rule (2 rules; 2 open, 1 shut)\n")
    )
    let gaps = trace.text(in: .en, everyRequirement: false)
    #expect(!gaps.contains("R1.2 Whoever"))
    #expect(gaps.hasSuffix("  without an answer: 3\n"))
  }

  @Test func `JSON names every gap, rule and case`() throws {
    let json = try Traced.trace().json(in: .en)
    #expect(json.contains("\"no-rule\""))
    #expect(json.contains("\"has-case-shut\""))
    #expect(json.contains("\"complete\": false"))
    #expect(json.contains("\"takes\": \"the author\""))
    #expect(json.contains("\"deny\": 1"))
  }
}

/// A small policy set whose requirements are met in every way, and not met.
private enum Traced {
  static func trace(policy: String = policy, cases: String = cases) throws -> PolicyTrace {
    let document = World.document(policy, file: "policy.yaml")
    let checked = try PolicyPipeline.policy(from: [document])
    let read = ScenarioReader.read([World.document(cases, file: "cases.yaml")], policy: checked)
    #expect(read.diagnostics.map(\.message) == [])
    let scenarios = try #require(read.scenarios)
    return PolicyTrace(ScenarioRunner(engine: PolicyEngine(checked)).run(scenarios))
  }

  static let policy = """
    policySet: { id: traced, version: 1.0.0, title: { nb: Sporet, en: Traced } }
    requirements:
      need: { title: { nb: Behov, en: Need }, answered: { engine: { nb: lov 1, en: law 1 } } }
      A1:
        title: { nb: Lesning, en: Reading }
        answered: { outside: { nb: ikke her, en: not here } }
        reading:
          question: { nb: hvem ser det?, en: who sees it? }
          takes: { nb: forfatteren, en: the author }
          instead: { nb: alle, en: all }
          change: { nb: fjern merket, en: remove the mark }
      R1: { title: { nb: Grunnlag, en: Foundation } }
      R1.10: { title: { nb: Begge deler, en: Both | too much }, kind: decision }
      R1.2: { title: { nb: Uansett hvem, en: Whoever recorded it }, kind: [decision, data], source: "annex 7.2, p. 4" }
      R2.1: { title: { nb: Aldri, en: Never }, kind: decision }
      R2.2: { title: { nb: Ubesvart, en: Unanswered }, kind: process }
      R2.3: { title: { nb: Bare lukket, en: Only shut }, kind: decision, lacks: { opens: { nb: fordi, en: because } } }
      R2.4: { title: { nb: Motor, en: Engine }, kind: decision, answered: { engine: { nb: lov 2, en: law 2 } } }
      R2.5: { title: { nb: Andre, en: Others }, kind: decision, answered: { outside: { nb: arkiv, en: archive } } }
      R2.6: { title: { nb: Senere, en: Later }, kind: logging, answered: { tool: { nb: "`x test`", en: "`x test`" }, notYet: { nb: en gjennomgang av logger, en: a review of logs } } }
      R2.7: { title: { nb: Utdatert, en: Stale }, kind: decision, lacks: { opens: { nb: fordi, en: because }, shut: { nb: fordi, en: because } } }
    unitKinds: { ward: { title: { nb: Sengepost, en: Ward } } }
    organisation:
      ward-3: { title: { nb: Tre, en: Three }, kind: ward }
      ward-4: { title: { nb: Fire, en: Four }, kind: ward }
    actions: { read: { title: { nb: Lese, en: Read } } }
    purposes: { give-care: { title: { nb: Helsehjelp, en: Give care } } }
    contentClasses:
      note: { title: { nb: Notat, en: Note } }
      letter: { title: { nb: Brev, en: Letter } }
    patientLogistics: { admission: { title: { nb: Innleggelse, en: Admission } } }
    securityClasses:
      nursing:
        title: { nb: Pleie, en: Nursing }
        grants:
          notes: { do: [read], on: [note], because: [R1.2, R2.3, R2.7] }
          letters: { do: [read], on: [letter], because: [R1.2, R2.1] }
    templates:
      nurse: { title: { nb: Sykepleier, en: Nurse }, units: [ward-3, ward-4], purposes: [give-care], securityClasses: [nursing], relationships: [at-my-ward] }
    careRelationships:
      at-my-ward: { title: { nb: Hos meg, en: At my ward }, links: [admission], where: link.unit within session.unit, opens: at start, closes: at end, because: R1.2 }
    """

  static let onlyShut = """
    now: 2026-03-02T10:00+01:00
    staff: { anna: { template: nurse, unit: ward-4, purpose: give-care } }
    patients:
      olga:
        links: { stay: { kind: admission, unit: ward-3, starts: 1 day ago, ends: in 4 days } }
        items: { note: { class: note }, letter: { class: letter } }
    cases:
      - { id: S2, name: on another ward, for: [R1.2, R2.3, R2.4, R2.1, R2.7], staff: anna, patient: olga, expect: { read: { letter: deny } } }
    """

  static let cases =
    onlyShut + """

        - { id: S1, name: on the ward, for: [R1.2, R2.4], staff: anna, unit: ward-3, patient: olga, expect: { read: { note: allow, letter: allow } } }
      """
}

extension PolicyTrace {
  fileprivate func requirement(_ id: String) throws -> TracedRequirement {
    try #require(requirements.first { $0.id.text == id })
  }
}
