/// The ways in which one principle can be broken in one cell, each as goals of a search.
struct PrincipleQuestions {
  let principle: Principle
  let policy: Policy

  /// One way to break it.
  struct Question {
    let breach: Counterexample.Breach
    /// What must be met beside being a situation of which the principle speaks; one of these is enough.
    let ways: [[GoalSearch.Goal]]
    /// What each gate must do for that; where one cannot, the whole cannot.
    let needs: Need
  }

  /// What every gate must do, whatever the other gates do.
  enum Need: Hashable {
    case allows
    case answers
    /// That it opens, or that one learns of what it keeps.
    case shows
    case nothing

    func formula(_ gate: GateForm) -> Formula {
      switch self {
      case .allows: gate.allows
      case .answers: gate.answers
      case .shows: gate.shows
      case .nothing: .yes
      }
    }
  }

  func questions(_ gates: [GateForm]) -> [Question] {
    var questions: [Question] = []
    for answer in Principle.Answer.allCases where principle.never.contains(answer) {
      questions.append(never(answer, gates))
    }
    questions += reasons(gates)
    questions += obligations(gates)
    return questions
  }

  private func never(_ answer: Principle.Answer, _ gates: [GateForm]) -> Question {
    let breach = Counterexample.Breach.answer(answer)
    switch answer {
    case .allow:
      let goals = SituationSearch.goals(gates, .allow)
      return Question(breach: breach, ways: [goals], needs: .allows)
    case .justify:
      let goals = SituationSearch.goals(gates, .justify)
      return Question(breach: breach, ways: [goals], needs: .answers)
    case .deny:
      let goals = SituationSearch.goals(gates, .deny)
      return Question(breach: breach, ways: [goals], needs: .nothing)
    case .reveal:
      // What does not open must not hide: each shield opens, or hides from nobody.
      let shown = gates.map { GoalSearch.Goal($0.shows) }
      let goals = shown + [.init(.every(gates.map(\.allows)), .notYes)]
      return Question(breach: breach, ways: [goals], needs: .shows)
    }
  }

  // MARK: Reasons

  private func reasons(_ gates: [GateForm]) -> [Question] {
    guard let terms = principle.reasons else { return [] }
    let asked = Set(gates.flatMap(\.rules).compactMap(\.asks)).sorted()
    let lacking = asked.filter { id in
      policy.selfAuthorisation[id].map { !terms.areMet(by: $0) } ?? false
    }
    return lacking.map { id in
      let ways = gates.compactMap { gate -> [GoalSearch.Goal]? in
        let rules = gate.rules.filter { $0.asks == id }
        guard !rules.isEmpty else { return nil }
        return SituationSearch.goals(gates, .justify)
          + [.init(.some(rules.map(\.formula))), .init(gate.allows, .notYes)]
      }
      return Question(breach: .reason(id), ways: ways, needs: .answers)
    }
  }

  // MARK: Obligations

  private func obligations(_ gates: [GateForm]) -> [Question] {
    guard !principle.obligations.isEmpty else { return [] }
    let ways = principle.obligations.sorted().flatMap { self.ways(without: $0, gates) }
    return [
      Question(breach: .obligations(principle.obligations), ways: ways, needs: .allows)
    ]
  }

  /// Access for which no reason is asked, by rules none of which brings an obligation.
  private func ways(without obligation: ObligationID, _ gates: [GateForm]) -> [[GoalSearch.Goal]] {
    let open = SituationSearch.goals(gates, .allow)
    return gates.reduce([open]) { ways, gate in
      let lacking = Self.openings(of: gate, without: obligation)
      return ways.flatMap { way in lacking.map { way + $0 } }
    }
  }

  /// The ways in which a gate is opened by a rule that does not bring an obligation.
  private static func openings(of gate: GateForm, without obligation: ObligationID)
    -> [[GoalSearch.Goal]]
  {
    let ordered = gate.openingInOrder
    guard ordered.contains(where: { $0.obligations.contains(obligation) }) else { return [[]] }
    var ways: [[GoalSearch.Goal]] = []
    var before: [GoalSearch.Goal] = []
    for rule in ordered {
      if rule.obligations.contains(obligation) {
        before.append(.init(rule.formula, .notYes))
      } else {
        ways.append(before + [.init(rule.formula)])
      }
    }
    return ways
  }
}

extension Principle.ReasonTerms {
  /// Whether a self-authorisation rule has what it must.
  func areMet(by rule: SelfAuthorisation) -> Bool {
    areMet(rule.obligations, rule.lifetime, rule.leastText)
  }

  /// Whether what is offered has what it must.
  func areMet(by offer: Demand.Offer) -> Bool {
    areMet(offer.obligations, offer.lifetime, offer.leastText)
  }

  private func areMet(_ brought: some Sequence<ObligationID>, _ lifetime: TimeSpan, _ text: Int)
    -> Bool
  {
    obligations.isSubset(of: brought)
      && longest.map { lifetime <= $0 } ?? true
      && leastText.map { text >= $0 } ?? true
  }
}

extension Principle {
  /// Whether a decision breaks it in a way that one situation can show.
  func isBroken(by decision: Decision, _ breach: Counterexample.Breach) -> Bool {
    switch breach {
    case .answer(.allow): decision.outcome == .allow
    case .answer(.justify): decision.outcome == .justify
    case .answer(.deny): decision.outcome == .deny
    case .answer(.reveal): decision.outcome != .allow && !decision.hidesExistence
    case .reason(let id):
      decision.demands.flatMap(\.anyOf).contains { offer in
        offer.rule == id && !(reasons?.areMet(by: offer) ?? true)
      }
    case .obligations(let all):
      decision.outcome == .allow && !all.isSubset(of: decision.obligations)
    case .independence: false
    }
  }
}
