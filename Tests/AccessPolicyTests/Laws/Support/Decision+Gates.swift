@testable import AccessPolicy

extension Decision {
  /// The answer of a gate, if it was passed.
  func answer(_ gate: GateID) -> Outcome? { gates.first { $0.gate == gate }?.answer }

  /// The strictest answer of the gates of marks; `allow` where there are none.
  var markAnswer: Outcome { gates.filter(\.gate.isMark).map(\.answer).max() ?? .allow }

  /// The gates that are stricter than in an earlier decision, or were not there.
  func stricterGates(than earlier: Decision) -> [GateID] {
    gates.filter { $0.answer > earlier.answer($0.gate) ?? .allow }.map(\.gate)
  }

  /// The decision but for what was written where, and in which canonical form.
  var withoutPlaces: Decision {
    copy(
      gates: gates.map {
        GateAnswer(gate: $0.gate, answer: $0.answer, rule: $0.rule, place: nil, basis: $0.basis)
      },
      policy: PolicyIdentity(
        id: policy.id,
        version: policy.version,
        title: policy.title,
        digest: ""
      )
    )
  }

  /// The decision but for the parts that move with the clock.
  var withoutTimes: Decision { copy(issuedGrants: [], validUntil: .some(nil)) }

  private func copy(
    gates: [GateAnswer]? = nil,
    issuedGrants: [Grant]? = nil,
    validUntil: Instant?? = nil,
    policy: PolicyIdentity? = nil
  ) -> Decision {
    Decision(
      outcome: outcome,
      gates: gates ?? self.gates,
      demands: demands,
      obligations: obligations,
      issuedGrants: issuedGrants ?? self.issuedGrants,
      undetermined: undetermined,
      routes: routes,
      hidesExistence: hidesExistence,
      validUntil: validUntil ?? self.validUntil,
      policy: policy ?? self.policy
    )
  }
}

extension GateID {
  var isMark: Bool {
    guard case .mark = self else { return false }
    return true
  }

  var isBlock: Bool {
    guard case .block = self else { return false }
    return true
  }
}
