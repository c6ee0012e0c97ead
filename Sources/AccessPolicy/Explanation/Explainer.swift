/// Tries every rule of a gate again, one by one, and says what came of it.
struct Explainer {
  let context: RequestContext
  var hasFacts = false

  private var policy: Policy { context.policy }

  var witness: FactWitness { FactWitness(context: context) }

  func considered(_ answer: GateAnswer) -> [ConsideredRule] {
    switch answer.gate {
    case .authorisation, .workplace, .authentication, .purpose, .readOnly, .licence: []
    case .function: grants(answer)
    case .relationship: context.isAboutPatient ? relationships(answer) : reach(answer)
    case .mark(let id): mark(id, answer)
    case .unnamedMark: []
    case .block(let ref): block(ref, answer)
    }
  }

  // MARK: Function

  /// The grants of the role that name the content class, be it for another action.
  private func grants(_ answer: GateAnswer) -> [ConsideredRule] {
    context.compiled.grants.rules.compactMap { rule in
      guard let grant = rule.grant, context.role.securityClasses.contains(rule.owner),
        grant.contentClasses.contains(context.request.content.contentClass)
      else { return nil }
      let finding: Finding? =
        if !grant.actions.contains(context.request.action) { .otherAction } else {
          failure(of: rule, link: nil)
        }
      return considered(rule, grant.term, link: nil, finding, answer)
    }
  }

  // MARK: Relationship

  private func relationships(_ answer: GateAnswer) -> [ConsideredRule] {
    var considered: [ConsideredRule] = []
    for rule in context.compiled.relationships.rules
    where context.role.relationships.contains(rule.owner) {
      let relationship = policy.careRelationships[rule.owner].entry
      let term = relationship.term
      let links = context.links.filter { relationship.links.contains($0.kind) }
      if links.isEmpty {
        let finding = Finding.noLink(relationship.links.sorted())
        considered.append(self.considered(rule, term, link: nil, finding, answer))
      }
      for link in links {
        considered.append(
          self.considered(rule, term, link: link, failure(of: rule, link: link), answer)
        )
      }
    }
    return considered + patientScoped(answer)
  }

  private func patientScoped(_ answer: GateAnswer) -> [ConsideredRule] {
    context.role.selfAuthorisation.members.compactMap { index in
      let compiled = context.compiled.selfAuthorisations[index]
      guard compiled.rule.scope == .patient else { return nil }
      return taking(
        index,
        rule: compiled.id.cast(),
        term: compiled.rule.term,
        looked: Looked(),
        answer
      )
    }
  }

  private func reach(_ answer: GateAnswer) -> [ConsideredRule] {
    context.compiled.reach.rules.compactMap { rule in
      let reach = policy.reach[rule.owner].entry
      guard context.role.reach.contains(rule.owner),
        reach.contentClasses.contains(context.request.content.contentClass)
      else { return nil }
      return considered(rule, reach.term, link: nil, failure(of: rule, link: nil), answer)
    }
  }

  // MARK: Marks and blocks

  private func mark(_ id: MarkID, _ answer: GateAnswer) -> [ConsideredRule] {
    guard let compiled = context.compiled.marks.first(where: { $0.id == id }) else { return [] }
    var considered = compiled.circle.flatMap { circleEntry($0, answer) }
    if let override = compiled.override {
      considered.append(
        taking(
          override,
          rule: id.cast(),
          term: compiled.mark.term,
          looked: Looked(),
          answer
        )
      )
    }
    return considered
  }

  private func circleEntry(_ entry: CompiledMark.Entry, _ answer: GateAnswer) -> [ConsideredRule] {
    func considered(_ link: Link?, _ finding: Finding?, through rule: OpeningRule? = nil)
      -> ConsideredRule
    {
      ConsideredRule(
        rule: entry.entry.id,
        term: entry.entry.term,
        looked: looked(at: link, rule, and: entry.condition, finding),
        finding: finding ?? applies(answer, entry.entry.id, link)
      )
    }
    guard let through = entry.through else {
      return [considered(nil, failure(of: entry.condition, link: nil))]
    }
    return through.flatMap { relationship -> [ConsideredRule] in
      let declared = policy.careRelationships[relationship]
      guard context.role.relationships.contains(relationship),
        let rule = context.compiled.relationships.rules.first(where: { $0.owner == relationship })
      else { return [considered(nil, .roleLacksRelationship(declared.id))] }
      let links = context.links.filter { declared.entry.links.contains($0.kind) }
      guard !links.isEmpty else { return [considered(nil, .noLink(declared.entry.links.sorted()))] }
      return links.map { link in
        considered(
          link,
          failure(of: rule, link: link) ?? failure(of: entry.condition, link: link),
          through: rule
        )
      }
    }
  }

  private func block(_ ref: BlockRef, _ answer: GateAnswer) -> [ConsideredRule] {
    guard case .known(let blocks)? = context.request.patient?.blocks,
      let block = blocks.first(where: { $0.id == ref }), let kind = policy.blocks[block.kind],
      let override = kind.override.flatMap({ policy.selfAuthorisation.index(of: $0) })
    else { return [] }
    return [
      taking(
        override,
        rule: block.kind.cast(),
        term: kind.term,
        looked: Looked(),
        answer
      )
    ]
  }

  // MARK: Single rules

  /// What a rule looked at.
  fileprivate struct Looked {
    var link: Link?
    var window: OpenTime?
    var facts: [SeenFact] = []
    var concernsReader = false
  }

  private func looked(
    at link: Link?,
    _ rule: OpeningRule?,
    and entry: ConditionTable.Entry? = nil,
    _ failure: Finding?
  ) -> Looked {
    var looked = Looked(link: link)
    if let link, let rule {
      let relationship = policy.careRelationships[rule.owner].entry
      let edges = relationship.window.instants(link.withKnownEnd(policy))
      looked.window = OpenTime(opens: edges.opens, closes: edges.closes)
      looked.concernsReader =
        failure?.isOfStatusOrTime ?? false && ReaderTie(context).holds(rule.owner, link)
    }
    guard hasFacts else { return looked }
    if let rule {
      looked.facts =
        link.map { witness.facts(of: rule, link: $0) }
        ?? witness.facts(of: rule.condition, link: nil)
    }
    if let entry {
      let known = Set(looked.facts.map(\.name))
      looked.facts += witness.facts(of: entry, link: link).filter { !known.contains($0.name) }
    }
    return looked
  }

  private func considered(
    _ rule: OpeningRule,
    _ term: Term,
    link: Link?,
    _ failure: Finding?,
    _ answer: GateAnswer
  ) -> ConsideredRule {
    let isWithoutLinks = if case .noLink = failure { true } else { false }
    let looked = isWithoutLinks ? Looked() : looked(at: link, rule, failure)
    if failure == nil, let takes = rule.takes {
      return taking(takes, rule: rule.id, term: term, looked: looked, answer)
    }
    return ConsideredRule(
      rule: rule.id,
      term: term,
      looked: looked,
      finding: failure ?? applies(answer, rule.id, link)
    )
  }

  /// Whether a rule that applies decides the gate, too.
  private func applies(_ answer: GateAnswer, _ rule: RuleID, _ link: Link?) -> Finding {
    let isSameLink =
      if case .link(let ref) = answer.basis { ref == link?.id } else { true }
    return answer.rule == rule && isSameLink ? .decides : .alsoApplies
  }

  private func taking(
    _ index: Int,
    rule: RuleID,
    term: Term,
    looked: Looked,
    _ answer: GateAnswer
  ) -> ConsideredRule {
    let keyring = KeyExplainer(context: context, index: index)
    return ConsideredRule(
      rule: rule,
      term: term,
      looked: looked,
      finding: keyring.failure ?? keyring.success(answer, rule),
      keys: keyring.failure == nil ? keyring.findings : []
    )
  }

  /// The first thing that keeps a rule from applying; `nil` when it applies.
  private func failure(of rule: OpeningRule, link: Link?) -> Finding? {
    if !context.serves(rule.purposes) { return .otherPurpose }
    if let link, let failure = linkFailure(rule, link) { return failure }
    return failure(of: rule.condition, link: link)
  }

  private func linkFailure(_ rule: OpeningRule, _ link: Link) -> Finding? {
    let facts = context.compiled.relationshipFacts[rule.owner]
    guard let kind = policy.patientLogistics.index(of: link.kind),
      let statuses = facts.statuses[kind]
    else { return .noLink([]) }
    if case .some(let counting) = statuses {
      let status = link.status.value.flatMap { context.compiled.names.index(of: $0, .linkStatus) }
      guard let status, counting.contains(status) else {
        return .statusDoesNotCount(link.status.value)
      }
    }
    let link = link.withKnownEnd(policy)
    let edges = facts.window.instants(link)
    switch facts.window.opens.isPast(context.now, link, unbounded: .yes) {
    case .no: return .notYetOpen(edges.opens)
    case .unknown: return .windowUnknown(facts.window.missing(link))
    case .yes: break
    }
    switch facts.window.closes.isPast(context.now, link, unbounded: .no) {
    case .yes: return .alreadyClosed(edges.closes)
    case .unknown: return .windowUnknown(facts.window.missing(link))
    case .no: return nil
    }
  }

  /// The first part of a condition that does not hold.
  func failure(of condition: ConditionTable.Entry, link: Link?) -> Finding? {
    let facts = FactReader(context: context, link: link)
    let table = context.compiled.conditions
    var node = condition.node
    guard facts.truth(node) != .yes else { return nil }
    while case .all(let range) = table.nodes[node],
      let part = table.children[range].first(where: { facts.truth($0) != .yes })
    {
      node = part
    }
    guard facts.truth(node) == .unknown else {
      return .conditionFails(table.words[node], table.ranges[node])
    }
    return .conditionUnknown(
      table.words[node],
      table.ranges[node],
      Set(facts.unknownFacts(node)).sorted()
    )
  }
}

extension ConsideredRule {
  fileprivate init(
    rule: RuleID,
    term: Term,
    looked: Explainer.Looked,
    finding: Finding,
    keys: [KeyFinding] = []
  ) {
    self.init(
      rule: rule,
      title: term.title,
      place: term.range,
      because: term.because,
      link: looked.link?.id,
      window: looked.window,
      facts: looked.facts,
      concernsReader: looked.concernsReader,
      finding: finding,
      keys: keys
    )
  }
}

extension Finding {
  /// Whether it is the status of a link, or its window, that keeps a rule from applying.
  fileprivate var isOfStatusOrTime: Bool {
    switch self {
    case .statusDoesNotCount, .notYetOpen, .alreadyClosed, .windowUnknown: true
    default: false
    }
  }
}
