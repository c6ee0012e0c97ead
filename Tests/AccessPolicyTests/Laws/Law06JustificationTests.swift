import AccessPolicy
import Testing

extension Laws {
  /// What denies without a reason denies with all of them.
  @Test func `a justification never turns deny into allow`() throws {
    var tally = Tally()
    try LawWorlds.check { lawCase in
      let silent = lawCase.deciding { $0.justifications = [] }
      guard silent.outcome == .deny else { return nil }
      let everyReason = lawCase.world.everyReason
      let outspoken = lawCase.deciding { $0.justifications = everyReason }
      for decision in [lawCase.decision, outspoken] {
        if decision.outcome != .deny { return "deny became \(decision.outcome)" }
        for gate in silent.gates where gate.answer == .deny && decision.answer(gate.gate) != .deny {
          return "\(gate.gate) no longer denies"
        }
      }
      tally.count("denied")
      tally.count("a reason opened some gate", if: !silent.stricterGates(than: outspoken).isEmpty)
      return nil
    }
    tally.expect("denied", atLeast: 600)
    tally.expect("a reason opened some gate", atLeast: 150)
  }
}

extension World {
  /// Every reason that the policy set knows, with text enough for every rule.
  var everyReason: [Justification] {
    names.reasons.map { Justification(reason: $0, text: "because the patient is here now") }
  }
}
