/// One look-up: the gates in their order over numbers alone.
///
/// The rules are those of the gates in `Evaluation/`; what they say of session and patient has been
/// decided before.
struct Lookup {
  let access: ChartAccess
  let item: Int
  let action: Int
  let now: Instant
  private let row: OpenChart.Item
  private let cell: Int

  private var outcome = Outcome.allow
  private var closedBy: Verdict.Gate?
  private var shield: Int32 = -1
  private var hides = false
  private var obligations = ObligationBits()

  init(access: ChartAccess, item: Int, action: Int, now: Instant) {
    self.access = access
    self.item = item
    self.action = action
    self.now = now
    row = access.chart.items[item]
    cell = action * access.session.engine.compiled.lookups.classCount + Int(row.contentClass)
  }

  private var session: OpenSession { access.session }
  private var lookups: LookupTables { access.session.engine.compiled.lookups }

  mutating func verdict() -> Verdict {
    var function: Int32 = -1
    var relationship: (rule: Int32, link: Int32) = (-1, -1)
    if let gate = session.closedBy {
      close(.deny, gate)
    } else if session.isReadOnly, lookups.writes[action] {
      close(.deny, .readOnly)
    } else {
      function = functionGate()
      if outcome != .deny, session.unlicensed.contains(cell) { close(.deny, .licence) }
      if outcome != .deny { relationship = relationshipGate() }
    }
    markGates()
    if row.isAboutPatient { blockGates() }
    guard outcome != .deny else {
      return Verdict(
        outcome: .deny,
        hidesExistence: hides,
        closedBy: closedBy,
        shield: shield
      )
    }
    return Verdict(
      outcome: outcome,
      hidesExistence: hides,
      closedBy: closedBy,
      shield: shield,
      functionRule: function,
      relationshipRule: relationship.rule,
      link: relationship.link,
      obligations: obligations
    )
  }

  /// Takes a gate's answer into account: the strictest counts, and the first that gives it.
  private mutating func close(_ answer: Outcome, _ gate: Verdict.Gate, _ shield: Int32 = -1) {
    guard answer > outcome else { return }
    outcome = answer
    closedBy = gate
    self.shield = shield
  }

  // MARK: Function and relationship

  private mutating func functionGate() -> Int32 {
    let range =
      Int(session.rightsOfCell[cell])..<Int(session.rightsOfCell[cell + 1])
    var taking = Taking()
    for index in range {
      let right = session.rights[index]
      guard right.condition < 0 || holds(access.grantConditions[Int(right.condition)]) else {
        continue
      }
      if right.takes < 0 {
        obligations.formUnion(lookups.ruleObligations[Int(right.rule)])
        return right.rule
      }
      taking.offer(right.rule, ask(right.takes), right.takes)
    }
    return settle(taking, .function)
  }

  private mutating func relationshipGate() -> (rule: Int32, link: Int32) {
    let standard = row.isAboutPatient ? access.openers : access.reach
    var taking = Taking()
    for opener in standard {
      guard row.isAboutPatient || opens(opener), holds(opener.condition) else { continue }
      if opener.takes < 0 {
        obligations.formUnion(lookups.ruleObligations[Int(opener.number)])
        return (opener.number, opener.link)
      }
      taking.offer(opener.number, ask(opener.takes), opener.takes)
    }
    if row.isAboutPatient {
      for opener in access.takingOpeners where holds(opener.condition) {
        taking.offer(opener.number, ask(opener.takes), opener.takes)
      }
    }
    return (settle(taking, .relationship), -1)
  }

  /// Whether a reach rule opens the item's class.
  private func opens(_ opener: ChartAccess.Opener) -> Bool {
    let compiled = session.engine.compiled
    let rule = compiled.reach.rules[Int(opener.number) - compiled.ruleNumbers.reach]
    return compiled.reachClasses[rule.owner].contains(Int(row.contentClass))
  }

  // MARK: Self-authorisation

  private enum Answer { case none, justify, allowByReason, allowByGrant }

  /// The best of the rules that take a reason: by a grant, by a reason, then the first that asks.
  private struct Taking {
    var answer = Answer.none
    var rule: Int32 = -1
    var takes: Int32 = -1

    mutating func offer(_ rule: Int32, _ answer: Answer, _ takes: Int32) {
      let isBetter =
        switch (self.answer, answer) {
        case (.none, .none): false
        case (.none, _), (.justify, .allowByReason), (_, .allowByGrant):
          self.answer != .allowByGrant
        default: false
        }
      guard isBetter else { return }
      (self.answer, self.rule, self.takes) = (answer, rule, takes)
    }
  }

  private mutating func settle(_ taking: Taking, _ gate: Verdict.Gate) -> Int32 {
    switch taking.answer {
    case .none:
      close(.deny, gate)
      return -1
    case .justify:
      close(.justify, gate)
    case .allowByReason, .allowByGrant:
      obligations.formUnion(lookups.selfObligations[Int(taking.takes)])
    }
    obligations.formUnion(lookups.ruleObligations[Int(taking.rule)])
    return taking.rule
  }

  private func ask(_ rule: Int32) -> Answer {
    let asked = access.selfAuthorisations[Int(rule)]
    guard asked.condition.canHold, hasScope(rule), holds(asked.condition) else { return .none }
    for grant in access.liveGrants where grant.rule == rule && covers(grant.scope, rule) {
      return .allowByGrant
    }
    return asked.isReasonAccepted ? .allowByReason : .justify
  }

  /// Whether what the rule's grants cover is known of the item.
  private func hasScope(_ rule: Int32) -> Bool {
    switch session.engine.compiled.selfAuthorisations[Int(rule)].rule.scope {
    case .patient: access.chart.chart.patient != nil
    case .contentClass: true
    case .contact: row.contact.kind == .integer
    case .item: row.id.kind == .integer
    case .attribute(let id):
      lookups.scopeAttributes.firstIndex(of: id).map { scopeCell($0).kind == .integer } ?? false
    }
  }

  private func covers(_ scope: ChartAccess.LiveGrant.Scope, _ rule: Int32) -> Bool {
    switch (scope, session.engine.compiled.selfAuthorisations[Int(rule)].rule.scope) {
    case (.patient, .patient): true
    case (.contentClass(let granted), .contentClass): granted == row.contentClass
    case (.contact(let granted), .contact): granted == row.contact.value
    case (.item(let granted), .item): granted == row.id.value
    case (.attribute(let column, let granted), .attribute(let id)):
      lookups.scopeAttributes[column] == id && granted == scopeCell(column).value
    default: false
    }
  }

  private func scopeCell(_ column: Int) -> FactCell {
    access.chart.scopeCells[item * lookups.scopeAttributes.count + column]
  }

  // MARK: Shields

  private mutating func markGates() {
    let words = lookups.markWords
    for word in 0..<words {
      var inForce = access.chart.marks[item * words + word]
      for mark in access.derivedMarks where mark >> 6 == word {
        let bit = UInt64(1) << UInt64(mark & 63)
        if inForce & bit == 0, lookups.coveringMarks[cell * words + word] & bit != 0,
          truth(access.marks[mark].derived) != .no
        {
          inForce |= bit
        }
      }
      inForce &= lookups.coveringMarks[cell * words + word]
      while inForce != 0 {
        markGate(word << 6 + inForce.trailingZeroBitCount)
        inForce &= inForce - 1
      }
    }
    if row.hasUnknownMarks {
      close(.deny, .unnamedMark)
      hides = true
    }
  }

  private mutating func markGate(_ mark: Int) {
    let state = access.marks[mark]
    if holds(state.circle) {
      obligations.formUnion(lookups.markObligations[mark])
      return
    }
    shieldGate(
      .mark,
      Int32(truncatingIfNeeded: mark),
      state.override,
      hides: state.hides,
      lookups.markObligations[mark]
    )
  }

  private mutating func blockGates() {
    if access.chart.areBlocksUnknown {
      close(.deny, .block)
      if lookups.blocksMayHide { hides = true }
      return
    }
    for state in access.blocks where isInForce(state) {
      let kind = Int(state.block.kind)
      shieldGate(
        .block,
        state.block.position,
        kind < 0 ? -1 : Int32(lookups.blockOverrides[kind]),
        hides: state.hides,
        kind < 0 ? ObligationBits() : lookups.blockObligations[kind]
      )
    }
  }

  private mutating func shieldGate(
    _ gate: Verdict.Gate,
    _ shield: Int32,
    _ override: Int32,
    hides isHidden: Residual,
    _ own: ObligationBits
  ) {
    let answer = override < 0 ? Answer.none : ask(override)
    obligations.formUnion(own)
    switch answer {
    case .allowByGrant, .allowByReason:
      obligations.formUnion(lookups.selfObligations[Int(override)])
      return
    case .none: close(.deny, gate, shield)
    case .justify: close(.justify, gate, shield)
    }
    if !hides, truth(isHidden) != .no { hides = true }
  }

  private func isInForce(_ state: ChartAccess.BlockState) -> Bool {
    let block = state.block
    if block.kind >= 0, let actions = lookups.blockActions[Int(block.kind)],
      !actions.contains(action)
    {
      return false
    }
    let covers: Truth =
      switch block.coverage {
      case .whole: .yes
      case .unknown: .unknown
      case .classes(let classes, let areKnown):
        classes.contains(Int(row.contentClass)) ? .yes : areKnown ? .no : .unknown
      case .contact(let contact): Self.same(row.contact, contact)
      case .item(let id): Self.same(row.id, id)
      }
    return (covers && entries(block.entriesFrom)) != .no
  }

  private static func same(_ cell: FactCell, _ value: Int64) -> Truth {
    switch cell.kind {
    case .integer: Truth(cell.value == value)
    case .absent: .no
    default: .unknown
    }
  }

  private func entries(_ from: FactCell) -> Truth {
    switch (from.kind, row.recorded.kind) {
    // What is not recorded yet will be recorded later than any block was made.
    case (.absent, _), (_, .absent): .yes
    case (.integer, .integer): Truth(from.value <= row.recorded.value)
    default: .unknown
    }
  }

  // MARK: Conditions

  private func holds(_ residual: Residual) -> Bool { truth(residual) == .yes }

  private func truth(_ residual: Residual) -> Truth {
    residual.truth ?? truth(at: residual.place)
  }

  private func truth(at place: Int) -> Truth {
    let step = access.program.steps[place]
    switch step.kind {
    case .constant: return step.constant
    case .not: return !truth(at: place + 1)
    case .all:
      var truth = Truth.yes
      var part = place + 1
      while part < Int(step.end) {
        truth = truth && self.truth(at: part)
        if truth == .no { return .no }
        part = Int(access.program.steps[part].end)
      }
      return truth
    case .any:
      var truth = Truth.no
      var part = place + 1
      while part < Int(step.end) {
        truth = truth || self.truth(at: part)
        if truth == .yes { return .yes }
        part = Int(access.program.steps[part].end)
      }
      return truth
    case .test:
      return access.comparison.truth(
        step.test,
        value(of: step.a),
        value(of: step.b),
        isNegated: step.isNegated
      )
    }
  }

  private func value(of side: ResidualProgram.Side) -> FactCell {
    let cell: FactCell
    switch side.source {
    case .value: return side.cell
    case .item:
      let columns = lookups.slots.contentSlots.count
      cell = access.chart.itemCells[item * columns + Int(side.column)]
    case .contentClass: cell = .integer(Int64(row.contentClass))
    case .contentTags: cell = lookups.tagsOfClass[Int(row.contentClass)]
    case .action: cell = .integer(Int64(action))
    case .now: cell = .integer(now.secondsSince1970)
    }
    return CellComparison.shifted(cell, by: side.seconds)
  }
}
