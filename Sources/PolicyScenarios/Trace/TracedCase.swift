public import AccessPolicy

/// A case that stands for a requirement, and how its cells came out.
public struct TracedCase: Sendable, Hashable {
  /// The case.
  public let `case`: Case

  /// How many of its cells came out as expected, by outcome.
  public let cells: [Outcome: Int]

  /// How many did not come out as expected; these show nothing.
  public let failed: Int

  init(_ result: CaseResult) {
    self.case = result.case
    let passed = result.cells.filter(\.hasPassed)
    // A cell that expects what a reason gives opened before the reason was given.
    let outcomes = passed.compactMap { $0.steps.first?.decision.outcome }
    cells = Dictionary(outcomes.map { ($0, 1) }, uniquingKeysWith: +)
    failed = result.cells.count - passed.count
  }

  /// How many cells open: access, or access for a reason.
  public var opens: Int { (cells[.allow] ?? 0) + (cells[.justify] ?? 0) }

  /// How many cells stay shut.
  public var shut: Int { cells[.deny] ?? 0 }
}
