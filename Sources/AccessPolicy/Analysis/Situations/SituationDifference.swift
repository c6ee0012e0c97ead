/// A cell in which two policy sets decide a request differently, because of one changed rule.
public struct SituationDifference: Sendable {
  /// The cell, by the names of the old policy set.
  public let cell: SituationCell
  /// What was changed, and the gate at which it shows.
  public let change: RuleChange
  /// What the old and the new policy set answer.
  public let old: Outcome
  /// What the new policy set answers.
  public let new: Outcome
  /// What differs beside the outcome.
  public let aspects: Set<Aspect>
  /// A request that shows it.
  public let witness: Witness

  /// What of a decision can differ.
  public enum Aspect: String, Sendable, Hashable, CaseIterable {
    /// The outcome.
    case outcome
    /// What a person must give: reasons, text, how long it holds, how much it covers.
    case demands
    /// What comes with access.
    case obligations
    /// Whether the person must not learn that the content exists.
    case hiddenExistence = "hidden-existence"
    /// Where the person can go instead.
    case routes
  }

  /// One request, as each policy set is asked it, with both decisions.
  public struct Witness: Sendable {
    /// The request, by the names of the old policy set.
    public let oldRequest: AccessRequest
    /// The request, by the names of the new policy set.
    public let request: AccessRequest
    /// What the old policy set decides.
    public let oldDecision: Decision
    /// What the new policy set decides.
    public let decision: Decision

    package init(
      oldRequest: AccessRequest,
      request: AccessRequest,
      oldDecision: Decision,
      decision: Decision
    ) {
      self.oldRequest = oldRequest
      self.request = request
      self.oldDecision = oldDecision
      self.decision = decision
    }
  }
}

/// A rule or role template that two policy sets have differently, or that only one of them has, and a gate
/// at which this shows.
public struct RuleChange: Sendable, Hashable {
  /// The gate that answers otherwise.
  public let gate: SituationGate
  /// The old rule.
  public let old: Place?
  /// The new rule.
  public let new: Place?

  package init(gate: SituationGate, old: Place?, new: Place?) {
    self.gate = gate
    self.old = old
    self.new = new
  }

  /// A rule and where it stands.
  public struct Place: Sendable, Hashable {
    /// The rule.
    public let rule: RuleID
    /// Where it stands.
    public let range: SourceRange?
  }
}

/// All that two policy sets decide differently.
public struct PolicyDifferences: Sendable {
  /// The differences, by template, action and class.
  public let differences: [SituationDifference]
  /// Cells of which the search is not sure.
  public let undecided: [SituationCell]
  /// Cells in which an engine decides otherwise than the analysis claims: a defect of the analysis.
  public let defects: [SituationCell]
  /// What is called otherwise and means the same.
  public let renamed: [Renamed]

  /// Two names of the same.
  public struct Renamed: Sendable, Hashable {
    /// The old name.
    public let old: String
    /// The new name.
    public let new: String
  }
}
