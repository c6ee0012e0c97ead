public import AccessPolicy

/// Who is shown of each role template: as the scenarios of the policy set have it.
///
/// A template by itself often opens no unit to log in to, and has no licence: these come with
/// subtemplates and provider records. So a template is shown as the scenarios authorise it: of those
/// who can work, first those at a unit without a mark, then the one with the fewest subtemplates, and of
/// these the one that most cases are about.
public struct MatrixHolders: Sendable {
  /// One holder for each template, in the order in which they are declared.
  public let usual: [DryRunHolder]
  /// Every holder whom the scenarios have and who can work, those of one template together.
  public let all: [DryRunHolder]

  private let dryRun: DryRun

  /// Looks through the scenarios.
  ///
  /// - Parameter templates: the templates to show; `nil` for all.
  public init(_ scenarios: ScenarioSet, _ dryRun: DryRun, templates: Set<TemplateID>? = nil) {
    var cases: [DryRunHolder: Int] = [:]
    var met: [TemplateID: [DryRunHolder]] = [:]
    for scenario in scenarios.cases {
      for holder in Set(scenario.cells.compactMap { Self.holder($0.request.session) }) {
        if cases[holder] == nil { met[holder.template, default: []].append(holder) }
        cases[holder, default: 0] += 1
      }
    }
    var usual: [DryRunHolder] = []
    var all: [DryRunHolder] = []
    let declared = dryRun.policy.templates.sorted { $0.entry.term.range < $1.entry.term.range }
    for template in declared.map(\.id) where templates?.contains(template) != false {
      let working = (met[template] ?? []).compactMap { holder in
        dryRun.unitOfWork(holder).map { unit in
          Rank(
            isShielded: unit.map { Surroundings.isShielded($0, dryRun.policy) } ?? false,
            cases: cases[holder] ?? 0,
            holder: holder
          )
        }
      }.sorted().map(\.holder)
      usual.append(working.first ?? DryRunHolder(template: template))
      all += working.isEmpty ? [DryRunHolder(template: template)] : working
    }
    self.usual = usual
    self.all = all
    self.dryRun = dryRun
  }

  /// Who may be answered more than the usual holders: everybody else whom the scenarios have, and each
  /// usual one with one subtemplate more, or another provider record, that a person can have beside the template;
  /// those with fewer subtemplates first.
  public func further() -> [DryRunHolder] {
    let makes = FurtherHolders(dryRun)
    let others = all.filter { !usual.contains($0) }
    return
      (usual.flatMap { makes.withOneMore(than: $0) + makes.withAnotherRecord(than: $0) }
      + others.sorted { $0.subtemplates.count < $1.subtemplates.count })
  }

  /// How usual a holder is, the most usual first.
  private struct Rank: Comparable {
    let isShielded: Bool
    let cases: Int
    let holder: DryRunHolder

    static func < (a: Rank, b: Rank) -> Bool { a.order < b.order }

    private var order: (Int, Int, Int, String) {
      let parts =
        holder.subtemplates.sorted().map(\.text) + [holder.providerRecord?.text ?? ""]
      return (
        isShielded ? 1 : 0, holder.subtemplates.count, -cases, parts.joined(separator: " ")
      )
    }
  }

  /// The role that a session of a scenario has; `nil` for one that no role stands for.
  private static func holder(_ session: Session) -> DryRunHolder? {
    guard session.authorisation.deviations.isEmpty else { return nil }
    var holder = DryRunHolder(
      template: session.authorisation.template,
      subtemplates: session.authorisation.subtemplates
    )
    if case .known(let record) = session.authorisation.providerRecord {
      holder.providerRecord = record
    }
    return holder
  }
}

extension DryRun {
  /// Where the holder of a role works; `nil` for one who cannot work at all in the standard
  /// situations.
  fileprivate func unitOfWork(_ holder: DryRunHolder) -> UnitID?? {
    let report = report(holder, scope: DryRunScope(actions: []))
    return report.sessionGates.isEmpty ? .some(report.role.unit) : nil
  }
}
