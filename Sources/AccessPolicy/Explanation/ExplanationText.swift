/// Renders an explanation as lines of plain words.
///
/// The sentences themselves stand in ``ExplanationWords``.
public struct ExplanationText: Sendable {
  let explanation: Explanation
  let changes: NearestChanges?
  let policy: Policy
  let names: PolicyNames
  let words: ExplanationWords

  /// Prepares an explanation for reading; the policy set gives rules and reasons their titles.
  ///
  /// - Parameter changes: What would have had to be otherwise, for the audience that reads; those for
  ///   another audience are not shown.
  public init(
    _ explanation: Explanation,
    changes: NearestChanges? = nil,
    policy: Policy,
    language: Language
  ) {
    self.explanation = explanation
    self.changes = changes
    self.policy = policy
    names = PolicyNames(policy, language: language)
    words = ExplanationWords(names: names)
  }

  /// The lines for an audience, without line ends.
  ///
  /// For staff, a decision that hides content reads exactly as if the content did not exist.
  public func lines(for audience: Audience) -> [String] {
    switch audience {
    case .auditor: auditorLines(isBrief: false)
    case .staff: StaffText(self).lines
    }
  }

  /// What an auditor reads, without the facts that each rule looked at.
  package var briefLines: [String] { auditorLines(isBrief: true) }

  var decision: Decision { explanation.decision }

  // MARK: Auditor

  private func auditorLines(isBrief: Bool) -> [String] {
    var lines = isBrief ? [] : [words.forControlOnly, words.asked(explanation.request)]
    lines.append(words.outcome(decision.outcome))
    for gate in explanation.gates { lines += self.lines(of: gate, isBrief: isBrief) }
    lines += demands(words.demand)
    lines += decision.routes.map { "→ " + $0[words.language] }
    if !decision.undetermined.isEmpty { lines.append(words.undetermined(decision.undetermined)) }
    if !decision.obligations.isEmpty {
      lines.append(words.obligations(titles(decision.obligations)))
    }
    if decision.hidesExistence { lines.append(words.hidden) }
    lines += decision.issuedGrants.map(words.issued)
    lines.append(words.validUntil(decision.validUntil))
    if !isBrief {
      if let changes, changes.audience == .auditor {
        let text = ChangeText(words: words, request: explanation.request, isForStaff: false)
        lines += text.lines(changes, of: decision.outcome)
      }
      lines += requirementLines
    }
    lines.append(words.decidedBy(decision.policy))
    return lines
  }

  private func lines(of gate: ExplainedGate, isBrief: Bool) -> [String] {
    let (id, answer) = (gate.answer.gate, gate.answer.answer)
    var lines = [
      "\(words.mark(answer)) \(words.gate(id)): \(words.answer(answer))"
        + basis(gate.answer, isBrief)
    ]
    if !isBrief, !gate.facts.isEmpty { lines.append("    " + words.facts(gate.facts)) }
    for considered in gate.considered { lines += rule(considered, at: id, isBrief: isBrief) }
    if gate.considered.isEmpty, answer != .allow {
      lines.append("    \(words.emptyGate(id) ?? words.gateClosed(id, title: nil))")
    }
    return lines
  }

  private var requirementLines: [String] {
    let ids = requirements
    guard !ids.isEmpty else { return [] }
    return [words.requirementsTitle]
      + ids.map { "    " + words.requirement($0, source: policy.requirements[$0]?.source) }
  }

  private func basis(_ answer: GateAnswer, _ isBrief: Bool) -> String {
    var parts: [String] = []
    if let rule = answer.rule { parts.append(names.rule(rule, at: answer.gate)) }
    switch answer.basis {
    case .rule: break
    case .link(let link): parts.append(words.byLink(link))
    case .grant(let rule, let grant): parts.append(words.byGrant(rule, grant))
    case .justification(let rule, let reason): parts.append(words.byReason(rule, reason))
    }
    if let place = answer.place { parts.append("(\(place))") }
    let because = isBrief ? [] : names.because(answer)
    if !because.isEmpty { parts.append(words.because(because)) }
    return parts.isEmpty ? "" : " – " + parts.joined(separator: " ")
  }

  private func rule(_ considered: ConsideredRule, at gate: GateID, isBrief: Bool) -> [String] {
    let sign =
      switch considered.finding {
      case .decides: "✓"
      case .alsoApplies: "·"
      case .asksReason: "?"
      default: "✗"
      }
    let link = considered.link.map { " [\($0)]" } ?? ""
    let place = considered.finding.place ?? considered.place
    var lines = [
      "    \(sign) \(names.rule(considered.rule, at: gate))\(link): \(words.finding(considered.finding)) (\(place))"
    ]
    lines += considered.keys.map { "        \(words.key($0))" }
    if isBrief { return lines }
    if !considered.because.isEmpty { lines.append("        " + words.because(considered.because)) }
    if let window = considered.window { lines.append("        " + words.window(window)) }
    if !considered.facts.isEmpty { lines.append("        " + words.facts(considered.facts)) }
    return lines
  }

  func demands(
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

  func titles(_ obligations: [ObligationID]) -> [String] {
    Set(obligations).sorted().map { policy.obligations[$0]?.title[words.language] ?? $0.text }
  }

  private func title(_ offer: Demand.Offer) -> String {
    policy.selfAuthorisation[offer.rule]?.term.title[words.language] ?? offer.rule.text
  }
}

// For renderings that are no lines.
extension ExplanationText {
  /// The language of the words.
  package var language: Language { words.language }

  /// The requirements that the rules rest on which decided or were considered, in order.
  package var requirements: [RequirementID] {
    let deciding = decision.gates.flatMap(names.because)
    let considered = explanation.gates.flatMap(\.considered).flatMap(\.because)
    return Set(deciding + considered).sorted()
  }

  /// The requirements that the rule rests on which decided a gate.
  package func because(_ answer: GateAnswer) -> [RequirementID] { names.because(answer) }

  /// What came of trying a rule.
  package func sentence(_ finding: Finding) -> String { words.finding(finding) }

  /// Why a grant or a reason does not open a rule.
  package func sentence(_ finding: KeyFinding) -> String { words.key(finding) }

  /// What is otherwise with a change, and what comes of it.
  package func sentence(_ change: NearestChange) -> String {
    let isForStaff = changes?.audience == .staff
    let words = isForStaff ? ExplanationWords(names: names.plain) : words
    return ChangeText(words: words, request: explanation.request, isForStaff: isForStaff)
      .line([change])
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
