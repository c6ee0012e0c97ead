/// Finds what differs in cells whose gates are alike, for two policy sets.
struct CellComparing {
  private let search: SituationSearch
  private let pair: GatePair
  private let cells: [SituationCell]
  private let differing: Set<SituationGate>
  private let causes: RuleCause

  init(
    _ search: SituationSearch,
    _ pair: GatePair,
    _ template: TemplateID,
    _ cells: [SituationCell]
  ) {
    self.search = search
    self.pair = pair
    self.cells = cells
    differing = Set(pair.differing.map(\.old.gate))
    causes = RuleCause(
      old: search.policies[0],
      new: search.policies[1],
      renames: search.renames[1],
      template: template
    )
  }

  /// Calls for each difference.
  ///
  /// - Returns: Whether to go on.
  mutating func run(
    _ rest: inout PolicyComparison.Rest,
    hints: inout Hints,
    _ body: (SituationDifference) -> Bool
  ) -> Bool {
    for (old, new) in pair.differing {
      for change in changes(old, new) {
        for question in questions(change, old, new) {
          guard ask(question, change, &rest, &hints, body) else { return false }
        }
      }
    }
    return true
  }

  // MARK: Changes

  /// A rule of a gate that is not the same in both.
  struct Change {
    let gate: SituationGate
    var old: GateRule?
    var new: GateRule?
    /// The rule of the gate, where it stands.
    let own: RuleChange
    /// What was changed, that the rule is not the same.
    let cause: RuleChange
  }

  private func changes(_ old: GateForm, _ new: GateForm) -> [Change] {
    var left = new.rules
    var gone: [GateRule] = []
    for rule in old.rules {
      if let same = left.firstIndex(of: rule) { left.remove(at: same) } else { gone.append(rule) }
    }
    func place(_ rule: GateRule?, _ gate: GateForm) -> RuleChange.Place? {
      guard let rule else { return nil }
      let id = rule.id ?? gate.gate.rule
      return RuleChange.Place(rule: id, range: rule.place ?? gate.place)
    }
    func change(_ a: GateRule?, _ b: GateRule?) -> Change {
      let own = RuleChange(gate: old.gate, old: place(a, old), new: place(b, new))
      let places = causes.places(old.gate, (a ?? b)?.id)
      let cause = places.map { RuleChange(gate: old.gate, old: $0.0, new: $0.1) } ?? own
      return Change(gate: old.gate, old: a, new: b, own: own, cause: cause)
    }
    var changes: [Change] = []
    for rule in gone {
      let other = left.firstIndex { $0.id == rule.id }
      changes.append(change(rule, other.map { left[$0] }))
      if let other { left.remove(at: other) }
    }
    changes += left.map { change(nil, $0) }
    if changes.isEmpty, old.hides != new.hides || old.route != new.route {
      changes.append(change(old.rules.first, new.rules.first))
    }
    return changes
  }

  // MARK: Questions

  /// A situation that is looked for.
  private struct Question {
    let old: Outcome
    let new: Outcome
    let goals: [GoalSearch.Goal]
    /// Some of the goals, those of the gates that differ: where they cannot be met, nothing can.
    var core: [GoalSearch.Goal] = []
    /// Whether it may turn out that nothing differs after all.
    var isTentative = false
  }

  private func questions(_ change: Change, _ old: GateForm, _ new: GateForm) -> [Question] {
    let isSameLevel =
      change.old?.asks == nil && change.new?.asks == nil
      || change.old?.asks != nil && change.new?.asks != nil
    var questions: [Question] = []
    func ask(_ before: Outcome, _ after: Outcome, _ goals: [GoalSearch.Goal]) {
      // It is this gate that is stricter on the one side; else what shows it has another cause.
      let strict = after < before ? old : new
      let isDenied = max(before, after) == .deny
      let goals = goals + [.init(isDenied ? strict.answers : strict.allows, .notYes)]
      let core =
        goals + self.core(pair.old, before, isStrict: after < before)
        + self.core(pair.new, after, isStrict: before < after)
      let both =
        SituationSearch.goals(pair.old, before, differing: after < before ? differing : nil)
        + SituationSearch.goals(pair.new, after, differing: before < after ? differing : nil)
      questions.append(
        Question(old: before, new: after, goals: both + goals, core: core)
      )
    }
    if let rule = change.new {
      var goals = [GoalSearch.Goal(rule.formula)]
      if let before = change.old, isSameLevel { goals.append(.init(before.formula, .notYes)) }
      for (before, after) in [(Outcome.deny, Outcome.allow), (.deny, .justify), (.justify, .allow)]
      {
        ask(before, after, goals)
      }
    }
    if let rule = change.old {
      var goals = [GoalSearch.Goal(rule.formula)]
      if let after = change.new, isSameLevel { goals.append(.init(after.formula, .notYes)) }
      for (before, after) in [(Outcome.allow, Outcome.deny), (.justify, .deny), (.allow, .justify)]
      {
        ask(before, after, goals)
      }
    }
    questions += demanded(change, old, new) + obliged(change, old, new)
    switch old.gate {
    case .mark, .unnamedMark, .block: questions += hidden(old, new)
    default: break
    }
    return questions
  }

  /// What an outcome takes of the gates that differ.
  private func core(_ gates: [GateForm], _ outcome: Outcome, isStrict: Bool) -> [GoalSearch.Goal] {
    let gates = gates.filter { differing.contains($0.gate) }
    // Which gate asks for a reason may be one that does not differ.
    if outcome == .justify, !isStrict { return gates.map { .init($0.answers) } }
    return SituationSearch.goals(gates, outcome)
  }

  /// Situations in which something else is asked for at this gate, with the answer the same.
  private func demanded(_ change: Change, _ old: GateForm, _ new: GateForm) -> [Question] {
    let asked: [(rule: GateRule?, own: GateForm, other: GateForm)] = [
      (change.old, old, new), (change.new, new, old),
    ]
    return asked.flatMap { rule, own, other -> [Question] in
      guard let rule, rule.asks != nil else { return [] }
      let asks = [GoalSearch.Goal(rule.formula), .init(own.allows, .notYes)]
      // By the other the gate is open, or asks for nothing that is the same.
      let alike = other.rules.filter { $0.asks == rule.asks && $0.terms == rule.terms }
      let otherwise =
        [GoalSearch.Goal(other.allows, .notYes)]
        + alike.map { .init($0.formula, .notYes) }
      return [[.init(other.allows)], otherwise].map { tentative(.justify, asks + $0) }
    }
  }

  /// Situations in which something else comes with access by this gate.
  private func obliged(_ change: Change, _ old: GateForm, _ new: GateForm) -> [Question] {
    let changed: [(rule: GateRule?, own: GateForm, other: GateForm)] = [
      (change.old, old, new), (change.new, new, old),
    ]
    return changed.flatMap { rule, own, other -> [Question] in
      guard let rule, rule.asks == nil, let first = Self.deciding(rule, of: own) else { return [] }
      return other.rules.filter { $0.asks == nil && $0.obligations != rule.obligations }
        .compactMap { Self.deciding($0, of: other) }.map { tentative(.allow, first + $0) }
    }
  }

  /// That a rule is the one that opens its gate.
  private static func deciding(_ rule: GateRule, of gate: GateForm) -> [GoalSearch.Goal]? {
    let ordered = gate.openingInOrder
    guard let place = ordered.firstIndex(of: rule) else { return nil }
    return ordered[..<place].map { .init($0.formula, .notYes) } + [.init(rule.formula)]
  }

  /// Situations in which this gate hides what it keeps by one policy set, and nothing does by the other; or
  /// in which it sends the reader elsewhere.
  private func hidden(_ old: GateForm, _ new: GateForm) -> [Question] {
    func hides(_ gate: GateForm, but others: [GateForm]) -> [GoalSearch.Goal] {
      [.init(gate.allows, .notYes), .init(gate.hides, [.yes, .unknown])]
        + others.map { .init($0.shows) }
    }
    let ways = [hides(old, but: pair.new), hides(new, but: pair.old)]
    let routes =
      old.route == new.route
      ? [] : [[GoalSearch.Goal(old.answers, .notYes), .init(new.answers, .notYes)]]
    return ways.flatMap { way in [Outcome.deny, .justify].map { tentative($0, way) } }
      + routes.map { tentative(.deny, $0) }
  }

  /// The same answer by both, where something beside it may differ.
  private func tentative(_ outcome: Outcome, _ goals: [GoalSearch.Goal]) -> Question {
    Question(
      old: outcome,
      new: outcome,
      goals: SituationSearch.goals(pair.old, outcome) + SituationSearch.goals(pair.new, outcome)
        + goals,
      isTentative: true
    )
  }

  // MARK: Answers

  /// What showed a change before; it often shows it elsewhere, and then nothing has to be searched.
  typealias Hints = [HintKey: [[Int: Int]]]

  /// How many are kept for each change.
  private static let mostHints = 6

  struct HintKey: Hashable {
    let change: RuleChange
    let old: Outcome
    let new: Outcome
  }

  private func answer(
    _ question: Question,
    _ change: Change,
    _ cell: SituationCell,
    _ hints: [[Int: Int]]
  ) -> GoalSearch.Answer {
    // Where a subtemplate was needed elsewhere, it is asked anew whether it is needed here.
    for hint in hints where !question.isTentative && !needsRights(hint) {
      let (old, new) = (
        search.decide(cell, hint, 0).decision, search.decide(cell, hint, 1).decision
      )
      let (generous, rule) =
        question.new < question.old ? (new, change.own.new) : (old, change.own.old)
      // It has to be this rule, and no other that is not as it was either.
      let isCause = generous.gates.contains { rule != nil && $0.rule == rule?.rule }
      if old.outcome == question.old, new.outcome == question.new, isCause { return .found(hint) }
    }
    if !question.core.isEmpty, case .none = search.goalSearch.find(question.core) { return .none }
    return search.goalSearch.find(question.goals)
  }

  private func needsRights(_ found: [Int: Int]) -> Bool {
    found.contains { fact, value in
      search.space.givesRights(fact)
        && search.space.values[fact][value] == .known(.boolean(true))
    }
  }

  private func ask(
    _ question: Question,
    _ change: Change,
    _ rest: inout PolicyComparison.Rest,
    _ hints: inout Hints,
    _ body: (SituationDifference) -> Bool
  ) -> Bool {
    guard let first = cells.first else { return true }
    let key = HintKey(change: change.own, old: question.old, new: question.new)
    switch answer(question, change, first, hints[key] ?? []) {
    case .none: return true
    case .gaveUp:
      rest.undecided += cells
      return true
    case .found(let found):
      if hints[key]?.contains(found) != true {
        hints[key] = Array(([found] + (hints[key] ?? [])).prefix(Self.mostHints))
      }
      for cell in cells {
        let old = search.decide(cell, found, 0)
        let new = search.decide(cell, found, 1)
        guard old.decision.outcome == question.old, new.decision.outcome == question.new else {
          rest.defects.append(cell)
          continue
        }
        let aspects = aspects(old.decision, new.decision)
        guard !aspects.isEmpty else {
          if !question.isTentative { rest.defects.append(cell) }
          continue
        }
        let difference = SituationDifference(
          cell: cell == first ? first : cell,
          change: change.cause,
          old: question.old,
          new: question.new,
          aspects: aspects,
          witness: .init(
            oldRequest: old.request,
            request: new.request,
            oldDecision: old.decision,
            decision: new.decision
          )
        )
        guard body(difference) else { return false }
      }
      return true
    }
  }

  private func aspects(_ old: Decision, _ new: Decision) -> Set<SituationDifference.Aspect> {
    var aspects: Set<SituationDifference.Aspect> = []
    if old.outcome != new.outcome { aspects.insert(.outcome) }
    if offers(old, 0) != offers(new, 1) { aspects.insert(.demands) }
    if old.obligations != new.obligations { aspects.insert(.obligations) }
    if old.hidesExistence != new.hidesExistence { aspects.insert(.hiddenExistence) }
    if old.routes != new.routes { aspects.insert(.routes) }
    return aspects
  }

  /// What is asked for, whatever the rules that ask are called.
  private func offers(_ decision: Decision, _ side: Int) -> [[String]] {
    let names = search.renames[side].originalSelfAuthorisation
    return decision.demands.map { demand in
      demand.anyOf.map { offer in
        let rule = names[offer.rule] ?? offer.rule
        let text = "\(offer.leastText) \(offer.textRequiredFor) \(offer.lifetime.seconds)"
        return "\(rule) \(offer.reasons) \(text) \(offer.scope) \(offer.obligations)"
      }.sorted()
    }
  }
}

extension SituationGate {
  /// The rule that a gate is named after, where no rule of its own decides.
  fileprivate var rule: RuleID {
    switch self {
    case .role, .workplace, .authentication, .purpose, .readOnly, .function, .licence,
      .relationship, .unnamedMark:
      RuleID(unchecked: description)
    case .mark(let id): id.cast()
    case .block(let id): id.cast()
    }
  }
}

extension SituationGate: CustomStringConvertible {
  /// The gate's name, as decisions write it: `function`, `mark:sensitive`.
  public var description: String {
    switch self {
    case .role: "authorisation"
    case .workplace: "workplace"
    case .authentication: "authentication"
    case .purpose: "purpose"
    case .readOnly: "read-only"
    case .function: "function"
    case .licence: "licence"
    case .relationship: "relationship"
    case .mark(let id): "mark:\(id)"
    case .unnamedMark: "mark:?"
    case .block(let id): "block:\(id)"
    }
  }
}
