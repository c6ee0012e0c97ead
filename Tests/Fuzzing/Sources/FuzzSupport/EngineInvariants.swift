import AccessPolicy
import PolicyFiles

/// What holds for every request that can be read, by every policy set that is valid.
enum EngineInvariants {
  static func hold(for request: AccessRequest, _ engine: PolicyEngine) {
    let decision = engine.decide(request)
    invariant(engine.decide(request) == decision, "the same request gets the same decision")
    let line = DecisionWriter.line(decision, id: "1")
    let read = JSONReader.document(line, file: "decision.json")
    invariant(read.document.root != nil && read.diagnostics.isEmpty, "a decision is JSON: \(line)")
    invariant(!line.contains("\n"), "a decision is one line")
    let strictest = decision.gates.map(\.answer).max()
    invariant(strictest == nil || strictest == decision.outcome, "the strictest gate decides")
    if let until = decision.validUntil {
      invariant(request.now.instant < until, "a decision holds for a time")
    }
    holdForExplanation(request, engine, decision)
    holdForLess(request, engine, decision)
  }

  private static func holdForExplanation(
    _ request: AccessRequest,
    _ engine: PolicyEngine,
    _ decision: Decision
  ) {
    let explanation = engine.explain(request)
    invariant(explanation.decision == decision, "what is explained is what is decided")
    for language in Language.allCases {
      let text = ExplanationText(explanation, policy: engine.policy, language: language)
      for audience in Audience.allCases {
        invariant(!text.lines(for: audience).isEmpty, "an explanation says something")
      }
    }
  }

  /// Fewer facts and fewer keys never give more; the order of links means nothing.
  private static func holdForLess(
    _ request: AccessRequest,
    _ engine: PolicyEngine,
    _ decision: Decision
  ) {
    func holdsToDecision(_ what: String, _ change: (inout AccessRequest) -> Void) {
      var less = request
      change(&less)
      let outcome = engine.decide(less).outcome
      invariant(outcome >= decision.outcome, "\(what) gives no access: \(outcome) for \(decision)")
    }
    holdsToDecision("without grants") { $0.grants = [] }
    holdsToDecision("without reasons") { $0.justifications = [] }
    holdsToDecision("without links") { $0.patient?.links = [] }
    holdsToDecision("with unknown marks") { $0.content.marks = .unknown }
    holdsToDecision("with unknown marks of the patient") { $0.patient?.marks = .unknown }
    holdsToDecision("with unknown blocks") { $0.patient?.blocks = .unknown }
    holdsToDecision("with an unknown unit") { $0.session.unit = .unknown }
    holdsToDecision("with an unknown author") { $0.content.author = .unknown }
    holdsToDecision("with an unknown contact") { $0.content.contact = .unknown }
    var reversed = request
    reversed.patient?.links.reverse()
    reversed.grants.reverse()
    reversed.justifications.reverse()
    invariant(engine.decide(reversed).outcome == decision.outcome, "order means nothing")
  }
}
