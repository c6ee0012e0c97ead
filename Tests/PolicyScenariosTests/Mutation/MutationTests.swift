import AccessPolicy
import PolicyFiles
import PolicyScenarios
import Testing

@Suite struct `Scenarios under mutation` {
  private static let policyText = """
    policySet: { id: tiny, version: 1.0.0, title: { nb: Liten, en: Tiny } }
    unitKinds: { ward: { title: { nb: Post, en: Ward } } }
    organisation:
      ward-1: { title: { nb: En, en: One }, kind: ward, enterprise: true }
    actions: { read: { title: { nb: Lese, en: Read } } }
    purposes: { care: { title: { nb: Hjelp, en: Care } } }
    contentClasses: { note: { title: { nb: Notat, en: Note } } }
    securityClasses:
      notes:
        title: { nb: Notater, en: Notes }
        grants:
          mine: { do: [read], on: [note], when: content.author == session.staff }
          all: { do: [read], on: [note] }
    patientLogistics:
      stay: { title: { nb: Opphold, en: Stay }, counts: [active], neverCounts: [cancelled] }
    careRelationships:
      here:
        title: { nb: Her, en: Here }
        links: [stay]
        where: link.unit == session.unit
        opens: at start
        closes: at end
    templates:
      nurse:
        title: { nb: Sykepleier, en: Nurse }
        securityClasses: [notes]
        purposes: [care]
        relationships: [here]
        units: [ward-1]
    """

  private static let castText = """
    now: 2026-03-02T10:00+01:00
    staff:
      anne: { template: nurse, unit: ward-1, purpose: care }
    patients:
      kari:
        links: { stay: { kind: stay, status: active, unit: ward-1, starts: 1 day ago, ends: in 1 day } }
        items: { note: { class: note, author: anne } }
    cases:
      - { name: reads, staff: anne, patient: kari, expect: { read: { note: allow } } }
    """

  private func tiny() throws -> (policy: Policy, documents: [Document], set: ScenarioSet) {
    let check = PolicyPipeline.check([World.document(Self.policyText, file: "policy.yaml")])
    let policy = try #require(check.policy, "\(check.diagnostics)")
    let documents = [World.document(Self.castText, file: "cases.yaml")]
    let read = ScenarioReader.read(documents, policy: policy)
    return (policy, documents, try #require(read.scenarios, "\(read.diagnostics)"))
  }

  private func report(
    _ policy: Policy,
    _ set: ScenarioSet,
    proves: Bool = false
  ) -> MutationReport {
    let run = MutationRun(engine: PolicyEngine(policy), scenarios: set, proves: proves)
    return run.report(run.mutants.indices.map { run.fate(of: $0) })
  }

  private func fates(_ report: MutationReport) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: report.results.map { result in
        let fate =
          switch result.fate {
          case .killed: "killed"
          case .survived(nil): "no difference found"
          case .survived: "survived"
          case .equivalent: "equivalent"
          case .refused: "refused"
          }
        return ("\(result.mutant.rule.id) \(result.mutant.change)", fate)
      }
    )
  }

  @Test func `notice what they hold, and nothing else`() throws {
    let (policy, _, set) = try tiny()
    let report = report(policy, set)
    #expect(report.policy.identity.id == policy.identity.id)
    let fates = fates(report)
    #expect(fates["here removed"] == "killed")
    #expect(fates["notes/all removed"] != "killed")
    #expect(fates["here freed(key: \"where\")"] != "killed")
    #expect(
      fates["here shifted(key: \"opens\", edge: \"at start\", isEarlier: true)"] == "survived"
    )
    #expect(report.score < 100)
    #expect(report.text(in: .en).contains("policy.yaml"))
    #expect(report.text(in: .nb).contains("Ingen scenario oppdager"))
    #expect(report.json(in: .en).hasPrefix("{\n  \"policy\": \"tiny\""))
  }

  @Test(arguments: ["examples/two-rule-ward", "examples/lending-desk"])
  func `notice more with the cases that are saved`(name: String) throws {
    let shipped = try ShippedPolicySet(name)
    let documents = ScenarioFolder.load(policyPath: ShippedPolicySet.root(name)).documents
    let before = report(shipped.policy, shipped.scenarios)
    let text = before.scenarios(in: .en, besides: CastNames(documents))
    #expect(text.unwritten.isEmpty)
    guard !text.written.isEmpty else { return }
    let more = World.document(text.text, file: "more.yaml")
    let read = ScenarioReader.read(documents + [more], policy: shipped.policy)
    let set = try #require(read.scenarios, "\(read.diagnostics)\n\(text.text)")
    #expect(ScenarioRunner(engine: PolicyEngine(shipped.policy)).run(set).hasPassed)
    let after = report(shipped.policy, set)
    let unseen = before.survivors.count { $0.fate == .survived(nil) }
    #expect(after.survivors.count <= unseen, "\(after.text(in: .en))")
  }

  /// Where nothing near the scenarios shows a difference, every situation is searched: a change that
  /// makes none is told from one that nobody had thought of.
  @Test func `are told, where asked for, which changes make no difference`() throws {
    let (policy, documents, set) = try tiny()
    let before = fates(report(policy, set))
    // The second grant gives all that the first does.
    #expect(before["notes/mine removed"] == "no difference found")
    // One ward only: that a stay elsewhere would count shows where nobody knows the ward.
    #expect(before["here freed(key: \"where\")"] == "no difference found")

    let proven = report(policy, set, proves: true)
    let after = fates(proven)
    #expect(after["notes/mine removed"] == "equivalent")
    #expect(after["here freed(key: \"where\")"] == "survived")
    #expect(!after.values.contains("no difference found"))
    // What is noticed is noticed either way, and nothing else has become so.
    #expect(after.filter { $0.value == "killed" } == before.filter { $0.value == "killed" })

    let engine = PolicyEngine(policy)
    for result in proven.survivors {
      guard case .survived(let request?) = result.fate else { continue }
      let changed = PolicyEngine(result.mutant.changed(policy))
      #expect(changed.decide(request).isSeenAsDifferent(from: engine.decide(request)))
    }
    let text = proven.scenarios(in: .en, besides: CastNames(documents))
    let more = World.document(text.text, file: "more.yaml")
    let read = ScenarioReader.read(documents + [more], policy: policy)
    let held = try #require(read.scenarios, "\(read.diagnostics)\n\(text.text)")
    let last = report(policy, held, proves: true)
    #expect(last.survivors.isEmpty, "\(last.text(in: .en))")
    #expect(last.score == 100)
    #expect(last.equivalent.map(\.mutant.change) == proven.equivalent.map(\.mutant.change))
  }

  /// Requests in the tiny world: every fact that a rule looks at known, absent and unknown, and every point
  /// in time on an edge and to either side of it.
  private func tinyRequests() throws -> [AccessRequest] {
    let now = try #require(Moment("2026-03-02T10:00+01:00"))
    let ward = try #require(UnitID("ward-1"))
    let anne = StaffRef("anne")
    let points: [Fact<Instant>] =
      [.absent, .unknown] + [-1, 0, 1].map { .known(now.instant + TimeSpan(seconds: $0)) }
    let units: [Fact<UnitID>] = [.known(ward), .absent, .unknown]
    let authors: [Fact<StaffRef>] = [.known(anne), .known("bo"), .unknown]
    let statuses: [Fact<LinkStatusID>] =
      ["active", "cancelled"].compactMap { LinkStatusID($0) }.map { .known($0) } + [.unknown]
    var requests: [AccessRequest] = []
    for unit in units {
      for linked in units {
        for author in authors {
          for status in statuses {
            for starts in points {
              for ends in points {
                requests.append(
                  try request(now, anne, unit, linked, author, status, (starts, ends))
                )
              }
            }
          }
        }
      }
    }
    return requests
  }

  private func request(
    _ now: Moment,
    _ staff: StaffRef,
    _ unit: Fact<UnitID>,
    _ linked: Fact<UnitID>,
    _ author: Fact<StaffRef>,
    _ status: Fact<LinkStatusID>,
    _ time: (starts: Fact<Instant>, ends: Fact<Instant>)
  ) throws -> AccessRequest {
    AccessRequest(
      now: now,
      session: Session(
        staff: staff,
        authorisation: Authorisation(
          template: try #require(TemplateID("nurse")),
          isActive: .known(true),
          from: .absent,
          until: .absent,
          deviations: []
        ),
        unit: unit,
        purpose: .known(try #require(PurposeID("care"))),
        systemIsReadOnly: .known(false)
      ),
      action: try #require(ActionID("read")),
      content: ContentItem(
        contentClass: try #require(ContentClassID("note")),
        contact: .absent,
        unit: .absent,
        author: author,
        marks: .absent
      ),
      patient: Patient(
        id: "kari",
        marks: .absent,
        links: [
          Link(
            id: "stay",
            kind: try #require(LogisticsKindID("stay")),
            status: status,
            unit: linked,
            starts: time.starts,
            ends: time.ends
          )
        ],
        blocks: .absent
      )
    )
  }

  /// What is said to make no difference makes none for any request of a small world.
  @Test func `hold nothing for alike that is not`() throws {
    let (policy, _, set) = try tiny()
    let engine = PolicyEngine(policy)
    let requests = try tinyRequests()
    #expect(requests.count > 2_000)
    let decisions = requests.map(engine.decide)
    #expect(Set(decisions.map(\.outcome)) == [.allow, .deny])
    let alike = report(policy, set, proves: true).equivalent
    #expect(!alike.isEmpty)
    for result in alike {
      let changed = PolicyEngine(result.mutant.changed(policy))
      let differing = requests.indices.first {
        changed.decide(requests[$0]).isSeenAsDifferent(from: decisions[$0])
      }
      #expect(
        differing == nil,
        "\(result.mutant.rule.id): \(result.mutant.change)"
      )
    }
  }
}
