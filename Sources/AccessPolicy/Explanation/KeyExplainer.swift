/// Says why a self-authorisation rule does not answer, or why the keys at hand do not fit it.
struct KeyExplainer {
  let context: RequestContext
  let index: Int

  private var compiled: CompiledSelfAuthorisation { context.compiled.selfAuthorisations[index] }

  /// What keeps the rule from answering; `nil` when it answers.
  var failure: Finding? {
    guard context.role.selfAuthorisation.contains(index) else {
      return .roleLacksSelfAuthorisation(compiled.id)
    }
    guard context.serves(compiled.purposes) else {
      return .selfAuthorisationOtherPurpose(compiled.id)
    }
    switch Explainer(context: context).failure(of: compiled.condition, link: nil) {
    case .conditionFails(let words, let place), .conditionUnknown(let words, let place, _):
      return .selfAuthorisationCriteria(compiled.id, words, place)
    default: break
    }
    return asked == nil ? .selfAuthorisationScopeUnknown(compiled.id) : nil
  }

  private var asked: AskedSelfAuthorisation? {
    var notes = NoNotes()
    return AskedSelfAuthorisation.ask(index, context.question, context.request, &notes)
  }

  /// What the rule gives where it answers.
  func success(_ answer: GateAnswer, _ rule: RuleID) -> Finding {
    guard asked?.answer == .allow else { return .asksReason(compiled.id) }
    return answer.rule == rule ? .decides : .alsoApplies
  }

  /// Why each grant and reason at hand was not accepted; empty when one was.
  var findings: [KeyFinding] {
    guard asked?.answer == .justify else { return [] }
    let grants = context.request.grants.filter { $0.rule == compiled.id }
      .sorted { ($0.id ?? "", $0.from) < ($1.id ?? "", $1.from) }
    let reasons = context.request.justifications.sorted {
      ($0.reason, TextRef($0.text)) < ($1.reason, TextRef($1.text))
    }
    return grants.map(finding) + reasons.compactMap(finding)
  }

  private func finding(_ grant: Grant) -> KeyFinding {
    let end = min(grant.until, grant.from + compiled.rule.lifetime)
    let isLive = grant.from <= context.now && context.now < end
    return isLive ? .grantOfOther(grant.id) : .grantNotLive(grant.id, from: grant.from, until: end)
  }

  private func finding(_ justification: Justification) -> KeyFinding? {
    if let rule = justification.rule, rule != compiled.id { return nil }
    guard compiled.rule.reasons.contains(justification.reason) else {
      return .reasonNotAccepted(justification.reason)
    }
    return .textTooShort(
      justification.reason,
      has: VisibleCharacters.count(in: justification.text),
      needs: compiled.rule.leastText
    )
  }
}
