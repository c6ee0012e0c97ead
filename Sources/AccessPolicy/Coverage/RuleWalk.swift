/// Looks at every rule that a request brings into play, whether or not the decision needed it.
struct RuleWalk {
  let context: RequestContext
  let results: [GateResult]
  let outcome: Outcome
  let outline: RuleOutline
  /// Rules that decided, and rules that did not apply.
  private(set) var rules: [(rule: Int, isMet: Bool)] = []
  /// Parts that were reached.
  private(set) var parts: [(rule: Int, part: Int, isMet: Bool)] = []

  init(context: RequestContext, results: [GateResult], outcome: Outcome, outline: RuleOutline) {
    self.context = context
    self.results = results
    self.outcome = outcome
    self.outline = outline
  }

  mutating func run() {
    for result in results where result.answer == outcome {
      noteDeciding(result)
      noteUse(result)
      if !result.isStandard { noteClosed(result) }
    }
    noteUnrestricted()
    walkSession()
    walkGrants()
    if context.isAboutPatient { walkRelationships() } else { walkReach() }
    walkMarks()
    walkBlocks()
    walkSelfAuthorisation()
  }

  // MARK: Seeing

  mutating func see(_ kind: RuleKind, _ id: String, _ isMet: Bool) {
    if let rule = outline.number(kind, id) { rules.append((rule, isMet)) }
  }

  mutating func see(
    _ part: RulePart.Kind,
    of kind: RuleKind,
    _ id: String,
    _ isMet: Bool
  ) {
    guard let rule = outline.number(kind, id), let part = outline.part(part, of: rule) else {
      return
    }
    parts.append((rule, part, isMet))
  }

  mutating func see(_ right: RoleRight, of kind: RuleKind, _ id: String) {
    guard let rule = outline.number(kind, id), let part = outline.part(given: right, of: rule)
    else { return }
    parts.append((rule, part, true))
  }

  mutating func see(
    _ condition: ConditionTable.Entry,
    _ need: ConditionWalk.Need,
    link: Link? = nil,
    of kind: RuleKind,
    _ id: String
  ) {
    guard !condition.isTrivial, let rule = outline.number(kind, id) else { return }
    var walk = ConditionWalk(context: context, link: link)
    walk.holds(condition.node, need)
    for (node, holds) in walk.reached {
      if let part = outline.part(node: node) { parts.append((rule, part, holds)) }
    }
  }

  // MARK: Asking once more

  func truth(_ condition: ConditionTable.Entry) -> Truth { context.truth(condition) }

  /// Whether a self-authorisation rule answers, be it by asking for a reason.
  func answers(_ selfAuthorisation: Int) -> Bool {
    var notes = NoNotes()
    return AskedSelfAuthorisation.ask(
      selfAuthorisation,
      context.question,
      context.request,
      &notes
    ) != nil
  }

  /// The grants that name the action and the class, whoever holds them.
  var grantsNamed: [OpeningRule] {
    guard let action = context.action, let contentClass = context.contentClass else { return [] }
    let cell = action * context.policy.contentClasses.count + contentClass
    return context.compiled.grantsOfCell[cell].map { context.compiled.grants.rules[$0] }
  }

  /// The relationships that a link of the patient could make, whoever has them, each with the links.
  var relationshipsLinked: [(rule: OpeningRule, links: [Link])] {
    context.compiled.relationships.rules.compactMap { rule in
      let statuses = context.compiled.relationshipFacts[rule.owner].statuses
      let links = context.links.filter { link in
        context.policy.patientLogistics.index(of: link.kind).map { statuses[$0] != nil } ?? false
      }
      return links.isEmpty ? nil : (rule, links)
    }
  }

  /// The rules of reach that name the class, whoever has them.
  var reachNamed: [OpeningRule] {
    guard let contentClass = context.contentClass else { return [] }
    return context.compiled.reach.rules.filter {
      context.compiled.reachClasses[$0.owner].contains(contentClass)
    }
  }
}

extension GateResult {
  /// Whether it opens without a reason of anybody's.
  var isStandard: Bool {
    guard answer == .allow else { return false }
    return switch basis {
    case .rule, .link: true
    case .grant, .justification: false
    }
  }
}
