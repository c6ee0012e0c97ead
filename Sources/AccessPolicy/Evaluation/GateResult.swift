/// What one gate answers, with all that the decision takes over from it.
struct GateResult {
  let gate: GateID
  let answer: Outcome
  var rule: RuleID?
  var place: SourceRange?
  var basis = GateAnswer.Basis.rule
  /// Self-authorisation rules of which one would open the gate; only on *justify*.
  var offers: [AskedSelfAuthorisation] = []
  /// What comes with the deciding rule.
  var obligations: Set<ObligationID> = []
  /// The grant that an accepted reason gives.
  var issued: Grant?
  var route: LocalizedText?
  var hidesExistence = false
  var notes: Notes

  /// A gate that no rule opens.
  static func denied(_ gate: GateID, _ notes: Notes) -> GateResult {
    GateResult(gate: gate, answer: .deny, notes: notes)
  }
}

/// The gates of marks or blocks in force, and when time may change which those are.
struct GateResults {
  var inForce: [GateResult] = []
  var changes: [Instant] = []
}
