public import AccessPolicy

/// What came out of a run of scenarios.
public struct ScenarioReport: Sendable {
  /// The policy set that decided.
  public let policy: Policy

  /// The filter that picked the cases; `nil` when all ran.
  public let filter: String?

  /// The files with cases that ran, in order.
  public let files: [FileResult]

  /// What the cells showed of each rule.
  public private(set) var rules: RuleCoverage

  /// Declared requirements that a case stands for, in order.
  public let requirementsCovered: [RequirementID]

  /// Declared requirements that no case stands for, in order.
  public let requirementsWithoutCase: [RequirementID]

  /// What came out of the cases of one file.
  public struct FileResult: Sendable, Hashable {
    /// The file.
    public let file: String

    /// Its cases, in order.
    public internal(set) var cases: [CaseResult]
  }

  /// Every case that ran.
  public var cases: [CaseResult] { files.flatMap(\.cases) }

  /// Every cell that ran.
  public var cells: [CellResult] { cases.flatMap(\.cells) }

  /// The cells that did not come out as expected, each with its case.
  public var failures: [(case: Case, cell: CellResult)] {
    cases.flatMap { result in result.cells.filter { !$0.hasPassed }.map { (result.case, $0) } }
  }

  /// Whether no cell ran at all, which proves nothing.
  public var ranNothing: Bool { cells.isEmpty }

  /// Whether at least one cell ran, and all came out as expected.
  public var hasPassed: Bool { !ranNothing && failures.isEmpty }

  /// The same, with the places of the parts of rules looked up in the files of the policy set.
  public func placed(in documents: [Document]) -> ScenarioReport {
    var report = self
    report.rules = rules.placed(in: documents)
    return report
  }
}
