import AccessPolicy
import Testing

extension Laws {
  /// The outcome is the greatest of the gates' answers.
  @Test func `the strictest gate decides`() throws {
    var tally = Tally()
    let always: [GateID] = [
      .authorisation, .workplace, .authentication, .purpose, .readOnly, .function, .licence,
      .relationship,
    ]
    try LawWorlds.check { lawCase in
      let decision = lawCase.decision
      let answers = Set(decision.gates.map(\.answer))
      tally.count("\(decision.outcome)")
      tally.count("all three answers", if: answers.count == 3)
      if decision.outcome != answers.max() { return "the outcome is not the strictest answer" }
      if Array(decision.gates.map(\.gate).prefix(8)) != always { return "a gate is missing" }
      if decision.gates.map(\.gate) != decision.gates.map(\.gate).sorted() { return "out of order" }
      return nil
    }
    for outcome in Outcome.allCases { tally.expect("\(outcome)", atLeast: 200) }
    tally.expect("all three answers", atLeast: 100)
  }
}
