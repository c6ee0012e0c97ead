import AccessPolicy
import PolicyTestSupport
import Testing

/// What coverage counts, held against decisions and explanations of generated worlds.
@Suite struct `Counting what decisions show of rules` {
  @Test func `counting decides as the engine does, and counts what the decision names`() throws {
    var tally = Tally()
    try LawWorlds.check(requests: 20) { lawCase in
      var counts = RuleTally(lawCase.world.engine)
      let decision = counts.note(lawCase.request)
      if decision != lawCase.decision { return "counting decides otherwise" }
      let named = decision.namesOfRules
      for (rule, count) in zip(counts.outline.rules, counts.rules) {
        tally.count("decided: \(rule.kind.rawValue)", if: count.met > 0)
        tally.count("did not apply: \(rule.kind.rawValue)", if: count.unmet > 0)
        // What every session needs has no name in decisions; subtemplates count for what they give.
        if rule.kind == .session || rule.kind == .subtemplate { continue }
        if count.met > 0, !named.contains(rule.id) { return "\(rule.id) is not in the decision" }
      }
      return nil
    }
    for kind in RuleKind.allCases where kind != .session {
      tally.expect("decided: \(kind.rawValue)", atLeast: 1)
      tally.expect("did not apply: \(kind.rawValue)", atLeast: 1)
    }
  }

  @Test func `a rule that does not apply is explained so`() throws {
    var tally = Tally()
    try LawWorlds.check(requests: 20) { lawCase in
      var counts = RuleTally(lawCase.world.engine)
      counts.note(lawCase.request)
      let explanation = lawCase.world.engine.explain(lawCase.request)
      for (rule, count) in zip(counts.outline.rules, counts.rules) where count.unmet > 0 {
        let kinds: [RuleKind] = [.grant, .relationship, .reach]
        guard kinds.contains(rule.kind) else { continue }
        for considered in explanation.gates.flatMap(\.considered)
        where considered.place == rule.term.range && considered.rule.text == rule.id {
          tally.count("explained")
          switch considered.finding {
          case .decides, .alsoApplies, .asksReason:
            return "\(rule.id) is counted as not applying: \(considered.finding)"
          default: continue
          }
        }
      }
      return nil
    }
    tally.expect("explained", atLeast: 100)
  }

  @Test func `order changes no count`() throws {
    try LawWorlds.check(requests: 10) { lawCase in
      var (counts, shuffled) = (
        RuleTally(lawCase.world.engine), RuleTally(lawCase.world.engine)
      )
      counts.note(lawCase.request)
      var request = lawCase.request
      request.shuffle(&lawCase.dice)
      shuffled.note(request)
      return counts.rules == shuffled.rules && counts.parts == shuffled.parts
        ? nil : "another order is counted otherwise"
    }
  }
}

extension Decision {
  /// Every rule that decided a gate, that one rests on, or that is demanded; and the template.
  fileprivate var namesOfRules: Set<String> {
    var names = Set(gates.compactMap { $0.rule?.text })
    names.formUnion(demands.flatMap(\.anyOf).map(\.rule.text))
    for gate in gates {
      switch gate.basis {
      case .rule, .link: continue
      case .grant(let id, _), .justification(let id, _): names.insert(id.text)
      }
    }
    return names
  }
}
