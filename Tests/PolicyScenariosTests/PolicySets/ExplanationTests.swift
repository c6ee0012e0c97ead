import AccessPolicy
import PolicyScenarios
import Testing

/// Explanations of every cell of the shipped scenarios.
@Suite struct `Explanations` {
  private static let set = Result { try ShippedPolicySet("helseplattformen") }

  private func everyCell(_ check: (AccessRequest, Explanation, Policy) throws -> Void) throws {
    let set = try Self.set.get()
    let engine = PolicyEngine(set.policy)
    let cells = set.scenarios.cases.flatMap(\.cells)
    #expect(cells.count > 1_000)
    for cell in cells { try check(cell.request, engine.explain(cell.request), set.policy) }
  }

  @Test func `explain the decision that is made`() throws {
    let set = try Self.set.get()
    let engine = PolicyEngine(set.policy)
    try everyCell { request, explanation, _ in
      #expect(explanation.decision == engine.decide(request))
      #expect(explanation.gates.map(\.answer) == explanation.decision.gates)
    }
  }

  @Test func `find the rule that decides, and a reason for every rule that does not`() throws {
    var deciding = 0
    try everyCell { _, explanation, _ in
      for gate in explanation.gates where gate.answer.answer == .allow && !gate.considered.isEmpty {
        #expect(gate.considered.contains { $0.finding == .decides }, "\(gate)")
        deciding += 1
      }
      for gate in explanation.gates where gate.answer.answer == .deny {
        #expect(!gate.considered.contains { $0.finding == .decides }, "\(gate)")
      }
    }
    #expect(deciding > 1_000)
  }

  @Test func `never tell staff that hidden content exists`() throws {
    var hidden = 0
    try everyCell { _, explanation, policy in
      guard explanation.decision.hidesExistence else { return }
      hidden += 1
      for (language, nothing) in [
        (Language.nb, "Fant ikke noe å vise."), (.en, "Nothing to show."),
      ] {
        let text = ExplanationText(explanation, policy: policy, language: language)
        #expect(text.lines(for: .staff) == [nothing])
      }
    }
    #expect(hidden > 10)
  }

  @Test func `stand on single lines, in both languages, for both audiences`() throws {
    try everyCell { _, explanation, policy in
      for audience in Audience.allCases {
        let renderings = Language.allCases.map {
          ExplanationText(explanation, policy: policy, language: $0).lines(for: audience)
        }
        #expect(Set(renderings).count == 2)
        #expect(renderings.allSatisfy { !$0.isEmpty })
        #expect(!renderings.joined().contains { $0.contains(where: \.isNewline) })
      }
    }
  }
}
