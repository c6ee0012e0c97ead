/// Renders an explanation as lines of plain words.
///
/// The sentences themselves stand in ``ExplanationWords``.
public struct ExplanationText: Sendable {
  private let explanation: Explanation
  private let policy: Policy
  private let names: PolicyNames
  private let words: ExplanationWords

  /// Prepares an explanation for reading; the policy set gives rules and reasons their titles.
  public init(_ explanation: Explanation, policy: Policy, language: Language) {
    self.explanation = explanation
    self.policy = policy
    names = PolicyNames(policy, language: language)
    words = ExplanationWords(names: names)
  }

  /// The lines for an audience, without line ends.
  ///
  /// For staff, a decision that hides content reads exactly as if the content did not exist.
  public func lines(for audience: Audience) -> [String] {
    switch audience {
    case .auditor: auditorLines
    case .staff: staffLines
    }
  }

  private var decision: Decision { explanation.decision }

  // MARK: Staff

  private var staffLines: [String] {
    guard !decision.hidesExistence else { return [words.nothingThere] }
    var lines = [words.staffOutcome(decision.outcome)]
    for gate in decision.gates where gate.answer != .allow && gate.answer == decision.outcome {
      let title = title(of: gate)
      let sentence =
        gate.answer == .justify
        ? words.gateAsks(gate.gate, title: title) : words.gateClosed(gate.gate, title: title)
      lines.append("  " + sentence)
    }
    lines += demands(words.staffDemand).map { "  " + $0 }
    // What comes with the access is said before as well as after: nobody is taken by surprise.
    let asked = decision.demands.flatMap(\.anyOf).flatMap(\.obligations)
    let obligations = titles(decision.obligations + asked)
    if !obligations.isEmpty {
      let isAsked = decision.outcome == .justify
      lines.append(
        "  " + (isAsked ? words.comesWithReason(obligations) : words.obligations(obligations))
      )
    }
    lines += decision.routes.map { "  " + $0[words.language] }
    return lines
  }

  // MARK: Auditor

  private var auditorLines: [String] {
    var lines = [words.outcome(decision.outcome)]
    for gate in explanation.gates {
      lines.append(
        "\(words.mark(gate.answer.answer)) \(words.gate(gate.answer.gate)): \(words.answer(gate.answer.answer))"
          + basis(gate.answer)
      )
      for considered in gate.considered { lines += rule(considered, at: gate.answer.gate) }
      if gate.considered.isEmpty, gate.answer.answer != .allow {
        let id = gate.answer.gate
        lines.append("    \(words.emptyGate(id) ?? words.gateClosed(id, title: nil))")
      }
    }
    lines += demands(words.demand)
    lines += decision.routes.map { "→ " + $0[words.language] }
    if !decision.undetermined.isEmpty { lines.append(words.undetermined(decision.undetermined)) }
    if !decision.obligations.isEmpty {
      lines.append(words.obligations(titles(decision.obligations)))
    }
    if decision.hidesExistence { lines.append(words.hidden) }
    lines.append(words.validUntil(decision.validUntil))
    lines.append(words.decidedBy(decision.policy))
    return lines
  }

  private func basis(_ answer: GateAnswer) -> String {
    var parts: [String] = []
    if let rule = answer.rule { parts.append(names.rule(rule, at: answer.gate)) }
    switch answer.basis {
    case .rule: break
    case .link(let link): parts.append(words.byLink(link))
    case .grant(let rule, let grant): parts.append(words.byGrant(rule, grant))
    case .justification(let rule, let reason): parts.append(words.byReason(rule, reason))
    }
    if let place = answer.place { parts.append("(\(place))") }
    return parts.isEmpty ? "" : " – " + parts.joined(separator: " ")
  }

  private func rule(_ considered: ConsideredRule, at gate: GateID) -> [String] {
    let sign =
      switch considered.finding {
      case .decides: "✓"
      case .alsoApplies: "·"
      case .asksReason: "?"
      default: "✗"
      }
    let link = considered.link.map { " [\($0)]" } ?? ""
    let place = considered.finding.place ?? considered.place
    return [
      "    \(sign) \(names.rule(considered.rule, at: gate))\(link): \(words.finding(considered.finding)) (\(place))"
    ] + considered.keys.map { "        \(words.key($0))" }
  }

  private func demands(
    _ sentence: (Demand.Offer, _ title: String, _ reasons: [String], _ texts: [String]?) -> String
  ) -> [String] {
    decision.demands.flatMap(\.anyOf).map { offer in
      let needing = Set(offer.textRequiredFor)
      let texts = needing == Set(offer.reasons) ? nil : offer.textRequiredFor.map(title)
      return sentence(offer, title(offer), offer.reasons.map(title), texts)
    }
  }

  private func title(_ reason: ReasonID) -> String {
    policy.reasons[reason]?.term.title[words.language] ?? reason.text
  }

  private func titles(_ obligations: [ObligationID]) -> [String] {
    Set(obligations).sorted().map { policy.obligations[$0]?.title[words.language] ?? $0.text }
  }

  private func title(_ offer: Demand.Offer) -> String {
    policy.selfAuthorisation[offer.rule]?.term.title[words.language] ?? offer.rule.text
  }

  /// What a mark or block is called.
  private func title(of gate: GateAnswer) -> String? {
    switch gate.gate {
    case .mark(let id): policy.marks[id]?.term.title[words.language]
    case .block: gate.rule.flatMap { policy.blocks[$0.cast()]?.term.title[words.language] }
    default: nil
    }
  }
}

extension Finding {
  /// The place of the part that failed, where the finding has one.
  fileprivate var place: SourceRange? {
    switch self {
    case .conditionFails(_, let place), .conditionUnknown(_, let place, _),
      .selfAuthorisationCriteria(_, _, let place):
      place
    default: nil
    }
  }
}
