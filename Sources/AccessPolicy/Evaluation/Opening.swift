/// Which rule opens a gate that rules open, in numbers.
struct Opening {
  var answer = Outcome.deny
  /// The deciding rule, by its number among ``RuleNumbers``; -1 for none.
  var rule = -1
  /// The position of the link that it rests on; -1 for none.
  var link = -1
  /// The self-authorisation rule that opened it.
  var key: AskedSelfAuthorisation?
  /// Self-authorisation rules of which one would open the gate; only on *justify*.
  var offers: [AskedSelfAuthorisation] = []

  static let none = Opening()

  /// Standard access.
  static func standard(_ rule: Int, link: Int = -1) -> Opening {
    Opening(answer: .allow, rule: rule, link: link)
  }
}

/// The second round of a gate: rules that take a self-authorisation rule, in order.
struct SecondRound {
  private var answers: [(rule: Int, asked: AskedSelfAuthorisation)] = []

  mutating func add(_ rule: Int, _ asked: AskedSelfAuthorisation?) {
    if let asked { answers.append((rule, asked)) }
  }

  /// The first that answers by a grant, else the first by a reason, else the first.
  var opening: Opening {
    guard let first = answers.first else { return .none }
    let byGrant = answers.first { $0.asked.key.isGrant }
    if let (rule, asked) = byGrant ?? answers.first(where: { $0.asked.answer == .allow }) {
      return Opening(answer: .allow, rule: rule, key: asked)
    }
    return Opening(answer: .justify, rule: first.rule, offers: answers.map(\.asked))
  }
}

extension Opening {
  /// The gate's result, with the names of its rule.
  func result(
    _ gate: GateID,
    _ question: Question,
    _ request: AccessRequest,
    _ notes: Notes
  ) -> GateResult {
    let compiled = question.compiled
    guard rule >= 0 else { return .denied(gate, notes) }
    let opener = compiled.rule(rule)
    var result = GateResult(
      gate: gate,
      answer: answer,
      rule: compiled.ruleNumbers.ids[rule],
      place: opener.place,
      offers: offers,
      obligations: opener.obligations,
      notes: notes
    )
    if link >= 0 { result.basis = .link(question.links[link].id) }
    if let key {
      result.basis = key.basis(question, request)
      result.issued = key.issued(question, request)
      result.obligations.formUnion(key.obligations(compiled))
    }
    return result
  }

  /// What comes with it, as bits.
  func obligations(_ compiled: CompiledPolicy) -> ObligationBits {
    guard rule >= 0 else { return ObligationBits() }
    var bits = compiled.lookups.ruleObligations[rule]
    if let key { bits.formUnion(compiled.lookups.selfObligations[key.index]) }
    return bits
  }
}

extension CompiledPolicy {
  /// Where a rule stands that verdicts can rest on, and what comes with it.
  fileprivate func rule(_ number: Int) -> (place: SourceRange, obligations: Set<ObligationID>) {
    if number < ruleNumbers.relationships {
      return (grants.rules[number].place, grants.rules[number].obligations)
    }
    if number < ruleNumbers.reach {
      let rule = number - ruleNumbers.relationships
      return (relationships.rules[rule].place, relationships.rules[rule].obligations)
    }
    if number < ruleNumbers.selfAuthorisations {
      let rule = number - ruleNumbers.reach
      return (reach.rules[rule].place, reach.rules[rule].obligations)
    }
    let rule = number - ruleNumbers.selfAuthorisations
    return (selfAuthorisations[rule].rule.term.range, [])
  }
}
