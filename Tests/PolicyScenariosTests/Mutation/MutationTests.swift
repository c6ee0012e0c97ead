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

  private func report(_ policy: Policy, _ set: ScenarioSet) -> MutationReport {
    let run = MutationRun(engine: PolicyEngine(policy), scenarios: set)
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
}
