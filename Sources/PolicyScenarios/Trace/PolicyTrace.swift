public import AccessPolicy

/// What a policy set and its scenarios show of each requirement: rules that rest on it, cases that
/// open and that stay shut, and what answers it beside rules.
///
/// ```swift
/// let trace = PolicyTrace(ScenarioRunner(engine: engine).run(scenarios))
/// for requirement in trace.withGaps { print(requirement.id) }
/// ```
public struct PolicyTrace: Sendable {
  /// The policy set.
  public let policy: PolicyIdentity

  /// The requirements, under their headings, in the order of their ids.
  public let groups: [Group]

  /// How many cells did not come out as expected; these show nothing.
  public let failedCells: Int

  /// Requirements under one heading.
  public struct Group: Sendable, Hashable {
    /// The id of the heading, such as `R1` for `R1.2`; `nil` where ids have no such beginning.
    public let id: String?
    /// What the heading says: the title of a requirement with that id, which says nothing else.
    public let title: LocalizedText?
    /// The requirements; at least one.
    public let requirements: [TracedRequirement]
  }

  /// Traces the requirements of the policy set that was run.
  public init(_ report: ScenarioReport) {
    let policy = report.policy
    let rules = TracedRule.byRequirement(policy)
    var cases: [RequirementID: [TracedCase]] = [:]
    for result in report.cases {
      let traced = TracedCase(result)
      for id in result.case.requirements { cases[id, default: []].append(traced) }
    }
    let entries = policy.requirements.map { id, entry in
      TracedRequirement(
        id: id,
        requirement: entry,
        rules: rules[id] ?? [],
        cases: cases[id] ?? []
      )
    }
    let grouped = Dictionary(grouping: entries) { Self.heading(of: $0.id.text) }
    let headings = Set(entries.filter { grouped[$0.id.text] != nil && $0.saysNothing }.map(\.id))
    self.policy = policy.identity
    groups = grouped.sorted { NaturalOrder($0.key ?? "") < NaturalOrder($1.key ?? "") }
      .map { heading, entries in
        Group(
          id: heading,
          title: heading.flatMap(RequirementID.init).flatMap { headings.contains($0) ? $0 : nil }
            .flatMap { policy.requirements[$0]?.term.title },
          requirements: entries.filter { !headings.contains($0.id) }
            .sorted { NaturalOrder($0.id.text) < NaturalOrder($1.id.text) }
        )
      }
      .filter { !$0.requirements.isEmpty }
    failedCells = report.failures.count
  }

  /// What a requirement stands under: `R1` for `R1.2`, `A` for `A2`; `nil` for `need`.
  private static func heading(of id: String) -> String? {
    if let dot = id.lastIndex(of: ".") { return String(id[..<dot]) }
    let letters = id.prefix { !$0.isNumber }
    return letters.isEmpty || letters.count == id.count ? nil : String(letters)
  }

  /// Every requirement, in order.
  public var requirements: [TracedRequirement] { groups.flatMap(\.requirements) }

  /// The requirements that lack something, in order.
  public var withGaps: [TracedRequirement] { requirements.filter { !$0.gaps.isEmpty } }

  /// Whether nothing is lacking and every cell came out as expected.
  public var isComplete: Bool { withGaps.isEmpty && failedCells == 0 }

  /// The files that rules and cases of requirements stand in, in order.
  var files: [String] {
    let ranges = requirements.flatMap { $0.rules.map(\.range) + $0.cases.map(\.case.range) }
    return Set(ranges.map(\.file)).sorted()
  }

  /// How many requirements have a status.
  public func count(_ status: TracedRequirement.Status) -> Int {
    requirements.count { $0.statuses.contains(status) }
  }
}
