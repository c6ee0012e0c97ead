import AccessPolicy

/// One gate's answer, with what the decision as a whole takes from it.
struct GateResult {
  var gate: GateID
  var answer: Outcome
  var rule: RuleID?
  var place: SourceRange?
  var basis: GateAnswer.Basis = .rule
  /// Every rule that was looked at.
  var looked: [Finding] = []
  /// What comes with the deciding rule, and with the self-authorisation rule that it rests on.
  var obligations: Set<ObligationID> = []
  /// The rules that would open a gate that answers *justify*.
  var offers: Set<SelfAuthorisationID> = []
  /// Where to go instead, if the gate denies.
  var route: LocalizedText?
  /// Whether the content is hidden, which it never is where the gate allows.
  var hidesExistence = false

  init(_ gate: GateID, _ answer: Outcome = .deny) {
    self.gate = gate
    self.answer = answer
  }

  mutating func decide(by rule: RuleID?, at place: SourceRange) {
    self.rule = rule
    self.place = place
  }

  /// What was unknown, for a gate that does not allow.
  var undetermined: Set<String> {
    guard answer != .allow else { return [] }
    return looked.filter { $0.truth == .unknown }.reduce(into: []) { $0.formUnion($1.missing) }
  }
}
