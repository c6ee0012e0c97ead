public import AccessPolicy

/// What came out of one case.
public struct CaseResult: Sendable, Hashable {
  /// The case.
  public let `case`: Case

  /// Its cells, in order.
  public let cells: [CellResult]

  /// Whether every cell came out as expected.
  public var hasPassed: Bool { cells.allSatisfy(\.hasPassed) }
}

/// What came out of one cell.
public struct CellResult: Sendable, Hashable {
  /// The cell.
  public let cell: Cell

  /// The decisions: the first, and one more for each reason that is then given.
  public let steps: [Step]

  /// Whether every decision was as expected.
  public var hasPassed: Bool { steps.allSatisfy(\.differences.isEmpty) }

  /// One decision, held against its expectation.
  public struct Step: Sendable, Hashable {
    /// The reason that was given for this decision; `nil` for the first.
    public let reason: Justification?

    /// What was asked.
    public let request: AccessRequest

    /// What was expected.
    public let expectation: Expectation

    /// What was decided.
    public let decision: Decision

    /// What differs.
    public let differences: [Difference]

    /// Every rule that was considered, where something differs; else `nil`.
    public let explanation: Explanation?
  }
}
