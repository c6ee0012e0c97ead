import AccessPolicy
import PolicyFiles
import PolicyScenarios
import Testing

/// The shipped policy set as `dry-run` shows it, against what the sources say of its roles.
@Suite struct `Dry-runs of the shipped policy set` {
  private static let set = ShippedPolicySet.helseplattformen

  private let dryRun: DryRun
  private let scenarios: ScenarioSet

  init() throws {
    let set = try Self.set.get()
    scenarios = set.scenarios
    dryRun = DryRun(
      engine: PolicyEngine(set.policy),
      situations: try #require(scenarios.standardSituations)
    )
  }

  /// Everybody of the cast who asks for something in a scenario, as a holder.
  private var holders: Set<DryRunHolder> {
    Set(
      scenarios.cases.flatMap(\.cells).map(\.request.session).compactMap { session in
        guard case .known(let unit) = session.unit, session.authorisation.deviations.isEmpty else {
          return nil
        }
        var holder = DryRunHolder(
          template: session.authorisation.template,
          subtemplates: session.authorisation.subtemplates,
          unit: unit
        )
        if case .known(let record) = session.authorisation.providerRecord {
          holder.providerRecord = record
        }
        return holder
      }
    )
  }

  private func report(
    _ template: String,
    at subtemplate: String,
    _ providerRecord: String? = nil
  ) throws -> DryRunReport {
    dryRun.report(
      DryRunHolder(
        template: try #require(TemplateID(template)),
        subtemplates: [try #require(SubtemplateID(subtemplate))],
        providerRecord: providerRecord.flatMap { ProviderRecordID($0) }
      )
    )
  }

  /// The answers to one question, one sign for each situation in the order of the situations.
  private func row(
    _ report: DryRunReport,
    _ action: String,
    _ contentClass: String,
    _ content: String = "from-here"
  ) -> String {
    report.aboutPatients.filter {
      $0.action.text == action && $0.contentClass.text == contentClass
        && $0.content?.text == content
    }
    .map { cell in
      switch cell.decision.outcome {
      case .allow: "✓"
      case .justify: "?"
      case .deny: cell.decision.hidesExistence ? "∅" : "–"
      }
    }.joined()
  }

  @Test func `is asked in the situations that the forum knows`() throws {
    let standard = try #require(scenarios.standardSituations)
    #expect(
      standard.situations.map(\.id.text) == [
        "own-patient-now", "incoming", "just-left", "left-long-ago", "at-another-unit",
        "no-relation",
      ]
    )
    #expect(standard.content.count >= 8)
    #expect(standard.withoutPatient.count >= 2)
  }

  /// A few of them, who have little in common.
  private var someHolders: [DryRunHolder] {
    let ordered = holders.sorted {
      ($0.template, $0.unit?.text ?? "", $0.subtemplates.sorted().map(\.text).joined())
        < ($1.template, $1.unit?.text ?? "", $1.subtemplates.sorted().map(\.text).joined())
    }
    return stride(from: 0, to: ordered.count, by: max(ordered.count / 3, 1)).map { ordered[$0] }
  }

  @Test func `a holder is answered as the engine answers`() {
    #expect(someHolders.count >= 3)
    let engine = PolicyEngine(dryRun.policy)
    for holder in someHolders {
      let cells = dryRun.report(holder).cells
      // Every seventh, which meets every situation: there are six.
      let asked = stride(from: 0, to: cells.count, by: 7).map { cells[$0] }
      #expect(asked.count > 100)
      #expect(asked.allSatisfy { engine.decide($0.request) == $0.decision })
    }
  }

  @Test func `one relationship is enough, and more are never stricter`() throws {
    let relationships = { (holder: DryRunHolder) in
      dryRun.policy.templates[holder.template]?.relationships.count ?? 0
    }
    let holder = try #require(
      holders.filter { relationships($0) > 1 }
        .min { (relationships($0), $0.template) < (relationships($1), $1.template) }
    )
    let whole = dryRun.report(holder).aboutPatients
    let split = dryRun.report(holder, splitsRelationships: true).aboutPatients
    var least: [Question: Outcome] = [:]
    for cell in split {
      least[Question(cell)] = min(least[Question(cell)] ?? .deny, cell.decision.outcome)
    }
    #expect(!whole.contains { $0.decision.outcome > least[Question($0)] ?? .deny })
    // Without a shield nothing but the relationship looks at links, and one at a time is all.
    let unshielded = whole.filter { $0.content?.text == "from-here" }
    #expect(!unshielded.isEmpty)
    #expect(unshielded.allSatisfy { $0.decision.outcome == least[Question($0)] ?? .deny })
  }

  @Test func `Petter sees and does what the principles say of him`() throws {
    let petter = try report(
      "nursing-home-nurse",
      at: "at-nursing-homes-a-and-b",
      "registered-nurse"
    )
    for content in ["medication", "clinical-overview", "nursing-note", "service-decision"] {
      #expect(row(petter, "read", content) == "✓✓✓–––", "\(content)")
    }
    #expect(row(petter, "create", "nursing-note") == "✓✓✓–––")
    #expect(row(petter, "administer", "medication") == "✓✓✓–––")
    // Insight in case work, no change of it; orders are for doctors (S08, S12).
    #expect(row(petter, "edit", "service-decision") == "––––––")
    #expect(row(petter, "order", "medication") == "––––––")
    #expect(row(petter, "read", "nursing-note", "sensitive-elsewhere") == "––––––")
    #expect(row(petter, "read", "nursing-note", "blocked") == "––––––")
    #expect(row(petter, "read", "address", "protected-address-6") == "––––––")
    // Whether he may decide on his own access is not said, so he may not (A10, R4.3).
    #expect(petter.cells.allSatisfy { $0.decision.outcome != .justify })
    #expect(petter.role.selfAuthorisation.isEmpty)
    let without = try report("nursing-home-nurse", at: "at-nursing-homes-a-and-b")
    #expect(row(without, "create", "nursing-note") == "––––––")
  }

  @Test func `Janet opens details of meetings elsewhere with a reason`() throws {
    let janet = try report("home-care-nurse", at: "at-home-care-east", "registered-nurse")
    #expect(row(janet, "read", "test-results") == "✓✓✓–––")
    #expect(row(janet, "read", "consultation-note", "from-hospital") == "???–––")
    #expect(row(janet, "read", "consultation-note", "from-gp") == "???–––")
    #expect(row(janet, "read", "consultation-note", "sensitive-elsewhere") == "––––––")
  }

  @Test func `Kristian decides on his own access to any patient, but not to what is marked`() throws
  {
    let kristian = try report("psychiatrist", at: "at-psychiatry", "physician")
    #expect(row(kristian, "read", "psychiatric-note") == "✓✓✓???")
    #expect(row(kristian, "prescribe", "medication") == "✓✓✓???")
    #expect(row(kristian, "read", "psychiatric-note", "sensitive-elsewhere") == "––––––")
    #expect(row(kristian, "read", "contact", "shielded-department") == "∅∅∅∅∅∅")
  }

  @Test func `the assistant reads nothing that the doctor of the home does not`() throws {
    let assistant = try report("nursing-home-assistant", at: "at-nursing-home-a")
    let doctor = try report("nursing-home-doctor", at: "at-nursing-home-a", "physician")
    #expect(row(assistant, "read", "care-plan") == "✓✓✓–––")
    #expect(row(assistant, "read", "care-plan", "from-hospital") == "––––––")
    #expect(row(assistant, "read", "discharge-summary") == "––––––")
    #expect(row(doctor, "read", "discharge-summary", "from-hospital") == "✓✓✓???")
    #expect(assistant.cells.allSatisfy { $0.decision.outcome != .justify })
    let comparison = DryRunComparison(assistant, doctor)
    #expect(!comparison.isEmpty)
    let wider = comparison.differences.filter { difference in
      guard let first = difference.first?.decision.outcome, difference.first?.action.text == "read",
        let second = difference.second?.decision.outcome
      else { return false }
      return first < second
    }
    #expect(wider.isEmpty)
  }

  @Test func `research is refused, and the tables say nothing beside`() throws {
    let kristian = dryRun.report(
      DryRunHolder(
        template: try #require(TemplateID("psychiatrist")),
        subtemplates: [try #require(SubtemplateID("at-psychiatry"))],
        purpose: PurposeID("research")
      )
    )
    #expect(kristian.sessionGates.map(\.gate) == [.purpose])
    #expect(kristian.cells.allSatisfy { $0.decision.outcome == .deny })
  }
}

/// What a cell asks, whatever the relationship.
private struct Question: Hashable {
  let action: ActionID
  let contentClass: ContentClassID
  let content: SituationID?
  let situation: SituationID

  init(_ cell: DryRunCell) {
    action = cell.action
    contentClass = cell.contentClass
    content = cell.content
    situation = cell.situation
  }
}
