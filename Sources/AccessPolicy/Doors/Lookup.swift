/// One look-up: what the gates come to as they are passed in their order.
struct Lookup {
  let item: Int
  let action: Int
  let now: Instant
  let row: OpenChart.Item
  /// Action and class; see ``LookupTables``.
  let cell: Int

  private(set) var outcome = Outcome.allow
  private(set) var closedBy: Verdict.Gate?
  private(set) var shield: Int32 = -1
  var hides = false
  var obligations = ObligationBits()

  init(item: Int, action: Int, now: Instant, row: OpenChart.Item, cell: Int) {
    self.item = item
    self.action = action
    self.now = now
    self.row = row
    self.cell = cell
  }

  /// Takes a gate's answer into account: the strictest counts, and the first that gives it.
  mutating func close(_ answer: Outcome, _ gate: Verdict.Gate, _ shield: Int32 = -1) {
    guard answer > outcome else { return }
    outcome = answer
    closedBy = gate
    self.shield = shield
  }
}

// The gates over numbers alone. The rules are those of the gates in `Evaluation/`; what they say of
// session and patient was decided when these were opened.
extension AccessTables {
  func verdict(on item: Int, _ action: Int, at now: Instant) -> Verdict {
    let row = items[item]
    let cell = action * policy.classCount + Int(row.contentClass)
    var lookup = Lookup(item: item, action: action, now: now, row: row, cell: cell)
    var function: Int32 = -1
    var relationship: Int32 = -1
    var link: Int32 = -1
    if let gate = closedBy {
      lookup.close(.deny, gate)
    } else if isReadOnly, policy.writes[action] {
      lookup.close(.deny, .readOnly)
    } else {
      function = functionGate(&lookup)
      if unlicensed[cell >> 6] & (1 << UInt64(cell & 63)) != 0 { lookup.close(.deny, .licence) }
      if lookup.outcome != .deny { (relationship, link) = relationshipGate(&lookup) }
    }
    markGates(&lookup)
    if row.isAboutPatient { blockGates(&lookup) }
    let isOpen = lookup.outcome != .deny
    return Verdict(
      outcome: lookup.outcome,
      hidesExistence: lookup.hides,
      closedBy: lookup.closedBy,
      shield: lookup.shield,
      functionRule: isOpen ? function : -1,
      relationshipRule: isOpen ? relationship : -1,
      link: isOpen ? link : -1,
      obligations: isOpen ? lookup.obligations : ObligationBits()
    )
  }

  // MARK: Function and relationship

  private func functionGate(_ lookup: inout Lookup) -> Int32 {
    var taking = Taking()
    var index = Int(rightsOfCell[lookup.cell])
    let end = Int(rightsOfCell[lookup.cell + 1])
    while index < end {
      let right = rights[index]
      index += 1
      guard right.condition < 0 || holds(grantConditions[Int(right.condition)], lookup) else {
        continue
      }
      if right.takes < 0 {
        lookup.obligations.formUnion(policy.ruleObligations[Int(right.rule)])
        return right.rule
      }
      taking.offer(right.rule, ask(right.takes, lookup), right.takes)
    }
    return settle(taking, .function, &lookup)
  }

  private func relationshipGate(_ lookup: inout Lookup) -> (rule: Int32, link: Int32) {
    var taking = Taking()
    if lookup.row.isAboutPatient {
      for index in openers.indices where holds(openers[index].condition, lookup) {
        lookup.obligations.formUnion(policy.ruleObligations[Int(openers[index].number)])
        return (openers[index].number, openers[index].link)
      }
      for index in takingOpeners.indices where holds(takingOpeners[index].condition, lookup) {
        let opener = takingOpeners[index]
        taking.offer(opener.number, ask(opener.takes, lookup), opener.takes)
      }
    } else {
      for index in reach.indices {
        let opener = reach[index]
        guard
          policy.reachOpens[Int(opener.link) * policy.classCount + Int(lookup.row.contentClass)],
          holds(opener.condition, lookup)
        else { continue }
        if opener.takes < 0 {
          lookup.obligations.formUnion(policy.ruleObligations[Int(opener.number)])
          return (opener.number, -1)
        }
        taking.offer(opener.number, ask(opener.takes, lookup), opener.takes)
      }
    }
    return (settle(taking, .relationship, &lookup), -1)
  }

  // MARK: Self-authorisation

  private enum Answer: UInt8 { case none, justify, allowByReason, allowByGrant }

  /// The best of the rules that take a reason: by a grant, by a reason, then the first that asks.
  private struct Taking {
    var answer = Answer.none
    var rule: Int32 = -1
    var takes: Int32 = -1

    mutating func offer(_ rule: Int32, _ answer: Answer, _ takes: Int32) {
      guard answer.rawValue > self.answer.rawValue else { return }
      (self.answer, self.rule, self.takes) = (answer, rule, takes)
    }
  }

  private func settle(_ taking: Taking, _ gate: Verdict.Gate, _ lookup: inout Lookup) -> Int32 {
    switch taking.answer {
    case .none:
      lookup.close(.deny, gate)
      return -1
    case .justify: lookup.close(.justify, gate)
    case .allowByReason, .allowByGrant:
      lookup.obligations.formUnion(policy.selfObligations[Int(taking.takes)])
    }
    lookup.obligations.formUnion(policy.ruleObligations[Int(taking.rule)])
    return taking.rule
  }

  private func ask(_ rule: Int32, _ lookup: Lookup) -> Answer {
    let asked = selfAuthorisations[Int(rule)]
    guard asked.condition.canHold, let covered = covered(rule, lookup),
      holds(asked.condition, lookup)
    else { return .none }
    for index in liveGrants.indices
    where liveGrants[index].rule == rule && liveGrants[index].covers == covered {
      return .allowByGrant
    }
    return asked.isReasonAccepted ? .allowByReason : .justify
  }

  /// What one reason covers, of this item; `nil` where it is not known.
  private func covered(_ rule: Int32, _ lookup: Lookup) -> Int64? {
    let scope = policy.scopes[Int(rule)]
    let cell: FactCell
    switch scope.kind {
    case .patient: return hasPatient ? 0 : nil
    case .contentClass: return Int64(lookup.row.contentClass)
    case .contact: cell = lookup.row.contact
    case .item: cell = lookup.row.id
    case .attribute:
      cell = scopeCells[lookup.item * policy.scopeAttributes.count + Int(scope.column)]
    }
    return cell.kind == .integer ? cell.value : nil
  }

  // MARK: Shields

  private func markGates(_ lookup: inout Lookup) {
    let words = policy.markWords
    for word in 0..<words {
      let covering = policy.coveringMarks[lookup.cell * words + word]
      var inForce = markedItems[lookup.item * words + word] & covering
      for index in derivedMarks.indices {
        let mark = derivedMarks[index]
        let bit = UInt64(1) << UInt64(mark & 63)
        if mark >> 6 == word, covering & bit != 0, inForce & bit == 0,
          truth(marks[mark].derived, lookup) != .no
        {
          inForce |= bit
        }
      }
      while inForce != 0 {
        markGate(word << 6 + inForce.trailingZeroBitCount, &lookup)
        inForce &= inForce - 1
      }
    }
    if lookup.row.hasUnknownMarks {
      lookup.close(.deny, .unnamedMark)
      lookup.hides = true
    }
  }

  private func markGate(_ mark: Int, _ lookup: inout Lookup) {
    let state = marks[mark]
    if holds(state.circle, lookup) {
      lookup.obligations.formUnion(policy.markObligations[mark])
      return
    }
    lookup.obligations.formUnion(policy.markObligations[mark])
    shieldGate(.mark, Int32(truncatingIfNeeded: mark), state.override, state.hides, &lookup)
  }

  private func blockGates(_ lookup: inout Lookup) {
    if areBlocksUnknown {
      lookup.close(.deny, .block)
      if policy.blocksMayHide { lookup.hides = true }
      return
    }
    for index in blocks.indices where isInForce(blocks[index], lookup) {
      let (kind, hides) = (Int(blocks[index].kind), blocks[index].hides)
      let override = kind < 0 ? -1 : policy.blockOverrides[kind]
      if kind >= 0 { lookup.obligations.formUnion(policy.blockObligations[kind]) }
      shieldGate(.block, blocks[index].position, override, hides, &lookup)
    }
  }

  private func shieldGate(
    _ gate: Verdict.Gate,
    _ shield: Int32,
    _ override: Int32,
    _ hides: Residual,
    _ lookup: inout Lookup
  ) {
    switch override < 0 ? Answer.none : ask(override, lookup) {
    case .allowByGrant, .allowByReason:
      lookup.obligations.formUnion(policy.selfObligations[Int(override)])
      return
    case .none: lookup.close(.deny, gate, shield)
    case .justify: lookup.close(.justify, gate, shield)
    }
    if !lookup.hides, truth(hides, lookup) != .no { lookup.hides = true }
  }

  private func isInForce(_ block: BlockState, _ lookup: Lookup) -> Bool {
    if block.kind >= 0,
      !policy.blockCloses[Int(block.kind) * policy.actionCount + lookup.action]
    {
      return false
    }
    let covers: Truth =
      switch block.coverage {
      case .whole: .yes
      case .unknown: .unknown
      case .classes(let areKnown):
        blockedClasses[block.classes + Int(lookup.row.contentClass)]
          ? .yes : areKnown ? .no : .unknown
      case .contact(let contact): Self.same(lookup.row.contact, contact)
      case .item(let id): Self.same(lookup.row.id, id)
      }
    return (covers && Self.entries(block.entriesFrom, lookup.row.recorded)) != .no
  }

  private static func same(_ cell: FactCell, _ value: Int64) -> Truth {
    switch cell.kind {
    case .integer: Truth(cell.value == value)
    case .absent: .no
    default: .unknown
    }
  }

  private static func entries(_ from: FactCell, _ recorded: FactCell) -> Truth {
    switch (from.kind, recorded.kind) {
    // What is not recorded yet will be recorded later than any block was made.
    case (.absent, _), (_, .absent): .yes
    case (.integer, .integer): Truth(from.value <= recorded.value)
    default: .unknown
    }
  }

  // MARK: Conditions

  private func holds(_ residual: Residual, _ lookup: Lookup) -> Bool {
    residual == .yes || residual.isOpen && truth(at: residual.place, lookup) == .yes
  }

  private func truth(_ residual: Residual, _ lookup: Lookup) -> Truth {
    residual.truth ?? truth(at: residual.place, lookup)
  }

  private func truth(at place: Int, _ lookup: Lookup) -> Truth {
    switch steps[place].kind {
    case .constant: return steps[place].constant
    case .not: return !truth(at: place + 1, lookup)
    case .all:
      var truth = Truth.yes
      var part = place + 1
      let end = Int(steps[place].end)
      while part < end {
        truth = truth && self.truth(at: part, lookup)
        if truth == .no { return .no }
        part = Int(steps[part].end)
      }
      return truth
    case .any:
      var truth = Truth.no
      var part = place + 1
      let end = Int(steps[place].end)
      while part < end {
        truth = truth || self.truth(at: part, lookup)
        if truth == .yes { return .yes }
        part = Int(steps[part].end)
      }
      return truth
    case .test:
      return comparison.truth(
        steps[place].test,
        value(of: steps[place].a, lookup),
        value(of: steps[place].b, lookup),
        isNegated: steps[place].isNegated
      )
    }
  }

  private func value(of side: ResidualProgram.Side, _ lookup: Lookup) -> FactCell {
    let cell: FactCell
    switch side.source {
    case .value: return side.cell
    case .item: cell = itemCells[lookup.item * contentColumns + Int(side.column)]
    case .contentClass: cell = .integer(Int64(lookup.row.contentClass))
    case .contentTags: cell = policy.tagsOfClass[Int(lookup.row.contentClass)]
    case .action: cell = .integer(Int64(lookup.action))
    case .now: cell = .integer(lookup.now.secondsSince1970)
    }
    return CellComparison.shifted(cell, by: side.seconds)
  }
}
