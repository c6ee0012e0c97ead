/// Counts what requests show of the rules of a policy set.
///
/// Requests are decided once more, by the same gates; the engine itself knows nothing of it.
package struct RuleTally: Sendable {
  /// How often something came out in each of two ways.
  package struct Count: Sendable, Hashable {
    /// For a rule, how often it decided; for a part, how often it was as the rule needs it.
    package fileprivate(set) var met = 0
    /// For a rule, how often it did not apply; for a part, how often it was not as needed.
    package fileprivate(set) var unmet = 0

    fileprivate mutating func add(_ isMet: Bool) {
      if isMet { met += 1 } else { unmet += 1 }
    }
  }

  /// The rules that are counted.
  package let outline: RuleOutline
  /// For each rule of the outline.
  package private(set) var rules: [Count]
  /// For each rule, of each of its parts.
  package private(set) var parts: [[Count]]
  private let compiled: CompiledPolicy
  private var refused: [Int: Set<Asked>] = [:]
  private var opened: Set<Asked> = []

  /// What was asked, whatever the purpose was.
  private struct Asked: Hashable {
    let template: TemplateID
    let action: ActionID
    let contentClass: ContentClassID
  }

  package init(_ engine: PolicyEngine) {
    compiled = engine.compiled
    outline = RuleOutline(engine.compiled)
    rules = Array(repeating: Count(), count: outline.rules.count)
    parts = outline.rules.map { Array(repeating: Count(), count: $0.parts.count) }
  }

  /// Counts what one request shows; the answer is the engine's.
  @discardableResult
  package mutating func note(_ request: AccessRequest) -> Decision {
    let context = RequestContext(request, compiled)
    let results = PolicyEngine.results(context.question, request)
    let decision = PolicyEngine.decision(results, context.question, request)
    var walk = RuleWalk(
      context: context,
      results: results.inForce,
      outcome: decision.outcome,
      outline: outline
    )
    walk.run()
    for seen in walk.rules { rules[seen.rule].add(seen.isMet) }
    for seen in walk.parts { parts[seen.rule][seen.part].add(seen.isMet) }
    noteRefusal(context, decision)
    return decision
  }

  /// A purpose that nobody can have refuses whoever states it; that it, and nothing else, refuses,
  /// shows when the same is given for another purpose.
  private mutating func noteRefusal(_ context: RequestContext, _ decision: Decision) {
    let asked = Asked(
      template: context.request.session.authorisation.template,
      action: context.request.action,
      contentClass: context.request.content.contentClass
    )
    if decision.outcome != .deny, opened.insert(asked).inserted {
      for (rule, refusals) in refused where refusals.contains(asked) { rules[rule].add(false) }
    }
    guard let purpose = context.purpose else { return }
    let declared = context.policy.purposes[purpose]
    guard declared.entry.refusedRoute != nil,
      let rule = outline.number(.purpose, declared.id.text),
      refused[rule, default: []].insert(asked).inserted
    else { return }
    if opened.contains(asked) { rules[rule].add(false) }
  }
}
