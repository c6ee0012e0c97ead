import AccessPolicy
import PolicyFiles
import PolicyScenarios
import Testing

/// Situations for the small policy set that the tests of scenarios share.
enum DryRunWorld {
  static let situations = """
    now: 2026-03-02T10:00+01:00
    cases: [ { name: right, staff: anne, expect: { read: { capacity: allow } } } ]
    dryRun:
      holder: { purposes: [research, give-care], authenticationLevel: 4 }
      patient: { residence: holder-enterprise, attributes: { objects: no } }
      link: { unit: holder-unit, staff: holder, team: [holder] }
      item: { unit: holder-unit, author: a-colleague, attributes: { signed-at: 1 day ago } }
      situations:
        now: { title: { nb: Nå, en: Now }, link: { status: [active, planned], starts: 5 days ago, ends: in 5 days } }
        left: { title: { nb: Dratt, en: Left }, link: { status: active, starts: 50 days ago, ends: 20 days ago } }
        elsewhere: { title: { nb: Annensteds, en: Elsewhere }, link: { status: active, unit: other-unit, staff: someone, starts: 5 days ago } }
        none: { title: { nb: Ingen, en: None } }
      content:
        plain: { title: { nb: Umerket, en: Plain } }
        own: { title: { nb: Eget, en: Own }, item: { author: holder, marks: [sensitive] } }
        sensitive: { title: { nb: Sensitivt, en: Sensitive }, item: { marks: [sensitive] } }
        secret: { title: { nb: Hemmelig, en: Secret }, item: { marks: [secret] } }
        blocked: { title: { nb: Sperret, en: Blocked }, patient: { blocks: { b: { kind: patient-block, covers: whole, effectuated: yes } } } }
      withoutPatient:
        here: { title: { nb: Her, en: Here } }
    """

  static func dryRun(_ text: String = situations) throws -> DryRun {
    let standard = try #require(try World.scenarios(text).standardSituations)
    return DryRun(engine: World.engine, situations: standard)
  }

  /// The situations over a policy set that is a little other.
  static func dryRun(_ text: String = situations, policy: String) throws -> DryRun {
    let checked = try #require(
      PolicyPipeline.check([World.document(policy, file: "policy.yaml")]).policy
    )
    let documents = [World.castText, text].enumerated()
      .map { World.document($0.element, file: "\($0.offset).yaml") }
    let read = ScenarioReader.read(documents, policy: checked)
    let standard = try #require(read.scenarios?.standardSituations, "\(read.diagnostics)")
    return DryRun(engine: PolicyEngine(checked), situations: standard)
  }

  static func nurse(_ change: (inout DryRunHolder) -> Void = { _ in }) throws -> DryRunHolder {
    var holder = DryRunHolder(
      template: try #require(TemplateID("ward-nurse")),
      providerRecord: ProviderRecordID("nurse-licence"),
      unit: UnitID("ward-1")
    )
    change(&holder)
    return holder
  }
}

extension DryRunReport {
  /// The cells of an action on a class, as `content/situation: outcome`.
  func answers(_ action: String, _ contentClass: String) -> [String: String] {
    Dictionary(
      cells.filter { $0.action.text == action && $0.contentClass.text == contentClass }
        .map { cell in
          let place = cell.content.map { "\($0)/\(cell.situation)" } ?? cell.situation.text
          return (place, "\(cell.decision.outcome)\(cell.decision.hidesExistence ? " hidden" : "")")
        },
      uniquingKeysWith: { first, second in first == second ? first : "\(first), \(second)" }
    )
  }

  func cell(_ action: String, _ contentClass: String, _ content: String, _ situation: String)
    -> DryRunCell?
  {
    cells.first {
      $0.action.text == action && $0.contentClass.text == contentClass
        && $0.content?.text == content && $0.situation.text == situation
    }
  }
}
