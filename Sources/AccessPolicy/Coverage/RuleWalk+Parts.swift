// How the parts of the rules came out that the role has, each as far as it was reached.

extension RuleWalk {
  // MARK: Sessions

  mutating func walkSession() {
    guard let template = context.role.template else { return }
    let id = template.id.text
    for result in results {
      switch result.gate {
      case .workplace where context.sessionUnit != nil:
        see(.units, of: .template, id, result.answer == .allow)
      case .authentication: see(.authentication, of: .template, id, result.answer == .allow)
      default: break
      }
    }
  }

  // MARK: Rules that open

  mutating func walkGrants() {
    for grant in grantsNamed where context.role.securityClasses.contains(grant.owner) {
      walk(grant, .grant)
    }
  }

  mutating func walkReach() {
    for reach in reachNamed where context.role.reach.contains(reach.owner) { walk(reach, .reach) }
  }

  private mutating func walk(_ rule: OpeningRule, _ kind: RuleKind) {
    let serves = context.serves(rule.purposes)
    see(.purposes, of: kind, rule.id.text, serves)
    if serves { see(rule.condition, .yes, of: kind, rule.id.text) }
  }

  mutating func walkRelationships() {
    for (rule, links) in relationshipsLinked
    where context.role.relationships.contains(rule.owner) {
      let serves = context.serves(rule.purposes)
      see(.purposes, of: .relationship, rule.id.text, serves)
      if serves { for link in links { walk(rule, link) } }
    }
  }

  private mutating func walk(_ rule: OpeningRule, _ link: Link) {
    let facts = context.compiled.relationshipFacts[rule.owner]
    guard let kind = context.policy.patientLogistics.index(of: link.kind),
      let statuses = facts.statuses[kind]
    else { return }
    let counts = LinkMatch.status(link, statuses, context) == .yes
    if case .some = statuses { see(.status, of: .relationship, rule.id.text, counts) }
    guard counts else { return }
    let ended = link.withKnownEnd(context.policy)
    let hasOpened = facts.window.opens.isPast(context.now, ended, unbounded: .yes) == .yes
    see(.opens, of: .relationship, rule.id.text, hasOpened)
    guard hasOpened else { return }
    let isOpen = facts.window.closes.isPast(context.now, ended, unbounded: .no) == .no
    see(.closes, of: .relationship, rule.id.text, isOpen)
    guard isOpen else { return }
    see(rule.condition, .yes, link: link, of: .relationship, rule.id.text)
  }

  // MARK: Marks

  mutating func walkMarks() {
    let sources = MarkSources(context.question, context.request)
    for (index, mark) in context.compiled.marks.enumerated() {
      let id = mark.id.text
      let isSet = sources.isSet(index) == .yes
      if isSet { walkCoverage(mark.mark, id) }
      guard MarkGates.covers(mark.mark, context.question, context.request) else { continue }
      if !isSet, let derived = mark.derived { see(derived, .notNo, of: .mark, id) }
      guard let result = results.first(where: { $0.gate == .mark(mark.id) }) else { continue }
      let isInside = result.isStandard
      see(.reader, of: .mark, id, isInside)
      for entry in mark.circle { walk(entry) }
      if result.answer != .allow { see(mark.hides, .notNo, of: .mark, id) }
    }
  }

  /// Whether what a block in force keeps closed is hidden, too.
  mutating func walkBlocks() {
    for result in results where result.answer != .allow {
      guard case .block = result.gate, let kind = result.rule,
        let index = context.policy.blocks.index(of: kind.cast())
      else { continue }
      see(context.compiled.blocksHide[index], .notNo, of: .block, kind.text)
    }
  }

  /// Whether a mark that is set covers what is asked.
  private mutating func walkCoverage(_ mark: Mark, _ id: String) {
    var isCovered = true
    if let classes = mark.covers {
      isCovered = classes.contains(context.request.content.contentClass)
      see(.covers, of: .mark, id, isCovered)
    }
    if isCovered, let actions = mark.actions {
      see(.actions, of: .mark, id, actions.contains(context.request.action))
    }
  }

  private mutating func walk(_ entry: CompiledMark.Entry) {
    let id = entry.entry.id.text
    guard let through = entry.through else { return see(entry.condition, .yes, of: .circle, id) }
    for (rule, links) in relationshipsLinked
    where through.contains(rule.owner) && context.role.relationships.contains(rule.owner)
      && rule.takes == nil && context.serves(rule.purposes)
    {
      for link in links where context.makes(rule, link) {
        see(entry.condition, .yes, link: link, of: .circle, id)
      }
    }
  }
}
