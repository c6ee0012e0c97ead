/// Brings a session and a chart together.
struct AccessOpening {
  let session: OpenSession
  let chart: OpenChart
  let compiled: CompiledPolicy
  let now: Instant
  var folding: ConditionFolding

  init(_ session: OpenSession, _ chart: OpenChart, _ now: Moment, _ attributes: Attributes) {
    let compiled = session.engine.compiled
    let facts = FactValues(compiled: compiled)
    self.session = session
    self.chart = chart
    self.compiled = compiled
    self.now = now.instant
    var texts = ChartTexts(session, chart, compiled)
    let named = compiled.conditions.attributes.attributes
    let slots = compiled.lookups.slots
    let birthDate = chart.chart.patient?.birthDate
    var cells = session.cells
    for slot in cells.indices {
      switch slots.origins[slot] {
      case .session: cells[slot] = texts.cell(session.cells[slot], named[slot].type)
      case .patient: cells[slot] = chart.patientCells[slot]
      case .age:
        cells[slot] =
          switch birthDate {
          case .known(let birth): .integer(birth.age(on: now.date))
          case .absent, nil: .absent
          case .unknown: .unknown
          }
      case .request: cells[slot] = texts.cell(facts.value(of: named[slot], in: attributes))
      default: break
      }
    }
    folding = ConditionFolding(
      compiled,
      CellComparison(
        organisation: compiled.organisation,
        policySets: compiled.lookups.literals.elements,
        chartSets: chart.sets,
        accessSets: texts.elements
      ),
      cells: cells,
      now: now,
      birthDate: birthDate?.value
    )
  }

  /// What is left of the conditions of the role's grants.
  mutating func grantConditions() -> [Residual] {
    session.conditionalGrants.map { folding.fold($0) }
  }

  // MARK: Relationships

  /// The rules with the links that they can rest on, up to the first that opens at standard access.
  mutating func openers(_ rules: [OpenSession.Opener]) -> [AccessTables.Opener] {
    var openers: [AccessTables.Opener] = []
    guard chart.chart.patient != nil else { return openers }
    for rule in rules {
      guard rule.rule >= 0 else {
        openers.append(
          AccessTables.Opener(number: rule.number, link: -1, takes: rule.takes, condition: .yes)
        )
        continue
      }
      for index in chart.links.indices {
        let condition = match(rule.rule, index, also: nil)
        guard condition.canHold else { continue }
        openers.append(
          AccessTables.Opener(
            number: rule.number,
            link: chart.links[index].position,
            takes: rule.takes,
            condition: condition
          )
        )
        if rule.takes < 0, condition == .yes { return openers }
      }
    }
    return openers
  }

  /// Whether a link makes a relationship now: kind, status, window and condition.
  private mutating func match(_ rule: Int, _ index: Int, also: ConditionTable.Entry?) -> Residual {
    let link = chart.links[index]
    let rule = compiled.relationships.rules[rule]
    let facts = compiled.relationshipFacts[rule.owner]
    guard link.kind >= 0, let statuses = facts.statuses[Int(link.kind)] else { return .no }
    if case .some(let counting) = statuses {
      guard link.status >= 0, counting.contains(Int(link.status)) else { return .no }
    }
    guard isOpen(facts.window, link) else { return .no }
    let columns = compiled.lookups.slots.linkSlots.count
    let view = LinkView(cells: chart.linkCells, start: index * columns)
    guard let also, !also.isTrivial else { return folding.fold(rule.condition, link: view) }
    return folding.both(rule.condition, also, link: view)
  }

  /// Whether a window is known to have opened and not closed.
  private mutating func isOpen(_ window: Window, _ link: ChartLink) -> Bool {
    let opens = instant(window.opens, link)
    let closes = instant(window.closes, link)
    folding.noteEdge(opens)
    folding.noteEdge(closes)
    return isPast(window.opens, opens, link, unbounded: .yes) == .yes
      && isPast(window.closes, closes, link, unbounded: .no) == .no
  }

  private func instant(_ edge: Window.Edge, _ link: ChartLink) -> Instant? {
    guard case .relative(let anchor, let span) = edge else { return nil }
    let end = anchor == .start ? link.starts : link.ends
    return end.kind == .integer ? Instant(secondsSince1970: end.value) + span : nil
  }

  /// Whether the edge has come; a link without a beginning has always begun, one without an end
  /// never ends.
  private func isPast(
    _ edge: Window.Edge,
    _ instant: Instant?,
    _ link: ChartLink,
    unbounded: Truth
  ) -> Truth {
    guard case .relative(let anchor, _) = edge else { return unbounded }
    if let instant { return Truth(instant <= now) }
    let end = anchor == .start ? link.starts : link.ends
    return end.kind == .absent ? Truth(anchor == .start) : .unknown
  }

  mutating func reach() -> [AccessTables.Opener] {
    session.reach.map { rule in
      AccessTables.Opener(
        number: rule.number,
        link: Int32(rule.rule),
        takes: rule.takes,
        condition: folding.fold(compiled.reach.rules[rule.rule].condition)
      )
    }
  }

  // MARK: Self-authorisation

  mutating func selfAuthorisations(_ justifications: [Justification]) -> [AccessTables.Asked] {
    compiled.selfAuthorisations.indices.map { index in
      guard session.offered.contains(index) else { return AccessTables.Asked() }
      let rule = compiled.selfAuthorisations[index]
      return AccessTables.Asked(
        condition: folding.fold(rule.condition),
        isReasonAccepted: justifications.contains { rule.accepts($0) }
      )
    }
  }

  mutating func liveGrants(_ grants: [Grant]) -> [AccessTables.LiveGrant] {
    var live: [AccessTables.LiveGrant] = []
    for grant in grants {
      guard let index = compiled.policy.selfAuthorisation.index(of: grant.rule),
        session.offered.contains(index), session.fits(grant, chart.chart.patient?.id),
        compiled.selfAuthorisations[index].rule.reasons.contains(grant.reason)
      else { continue }
      let end = min(
        grant.until,
        grant.from + compiled.selfAuthorisations[index].rule.lifetime
      )
      folding.noteEdge(grant.from)
      folding.noteEdge(end)
      guard grant.from <= now, now < end,
        let covers = covered(by: grant, as: compiled.lookups.scopes[index])
      else { continue }
      live.append(AccessTables.LiveGrant(rule: Int32(index), covers: covers))
    }
    return live
  }

  /// What a grant covers, in the chart's numbers; `nil` for what is not in the chart, or is covered
  /// otherwise than the rule covers it now.
  private func covered(by grant: Grant, as scope: LookupTables.Scope) -> Int64? {
    switch (grant.scope, scope.kind) {
    case (.patient, .patient): 0
    case (.contentClass(let id), .contentClass):
      compiled.policy.contentClasses.index(of: id).map { Int64($0) }
    case (.contact(let contact), .contact): chart.symbols.number(of: TextRef(contact.text))
    case (.item(let item), .item): chart.symbols.number(of: TextRef(item.text))
    case (.attribute(let id, let value), .attribute):
      compiled.lookups.scopeAttributes[Int(scope.column)] == id
        ? chart.symbols.number(of: value) : nil
    default: nil
    }
  }

  // MARK: Shields

  mutating func marks() -> [AccessTables.MarkState] {
    var states: [AccessTables.MarkState] = []
    states.reserveCapacity(compiled.marks.count)
    for (index, mark) in compiled.marks.enumerated() {
      var state = AccessTables.MarkState()
      if let derived = mark.derived { state.derived = folding.fold(derived) }
      let mayBeSet = chart.someMarks[index >> 6] & (1 << UInt64(index & 63)) != 0
      if mayBeSet || state.derived != .no {
        state.circle = circle(mark)
        state.hides = folding.fold(mark.hides)
        state.override = mark.override.map { Int32($0) } ?? -1
      }
      states.append(state)
    }
    return states
  }

  /// Whether any entry of the circle admits the reader.
  private mutating func circle(_ mark: CompiledMark) -> Residual {
    let start = folding.program.begin(.any)
    for entry in mark.circle where isAdmitted(by: entry) {
      return folding.program.abandon(start, .yes)
    }
    return folding.program.finish(start, rest: .no)
  }

  /// Whether an entry admits the reader whatever the item; what hangs on the item is in the program.
  private mutating func isAdmitted(by entry: CompiledMark.Entry) -> Bool {
    guard let through = entry.through else { return folding.fold(entry.condition) == .yes }
    for relationship in through where session.ownRelationships.contains(relationship) {
      let rule = session.relationships.first {
        compiled.relationships.rules[$0.rule].owner == relationship
      }
      guard let rule else { continue }
      for link in chart.links.indices
      where match(rule.rule, link, also: entry.condition) == .yes {
        return true
      }
    }
    return false
  }

  // MARK: Blocks

  /// Blocks in force, and the classes that each covers.
  mutating func blocks() -> ([AccessTables.BlockState], [Bool]) {
    var states: [AccessTables.BlockState] = []
    var classes: [Bool] = []
    for block in chart.blocks where block.isEffectuated != .no {
      folding.noteEdge(block.block.from.value)
      folding.noteEdge(block.block.until.value)
      let period = Period.contains(now, from: block.block.from, until: block.block.until)
      guard (period && session.isConcerned(by: block.block)) != .no else { continue }
      states.append(
        AccessTables.BlockState(
          position: block.position,
          kind: block.kind,
          coverage: block.coverage,
          classes: classes.count,
          entriesFrom: block.entriesFrom,
          hides: block.kind < 0 ? .no : folding.fold(compiled.blocksHide[Int(block.kind)])
        )
      )
      classes += (0..<compiled.lookups.classCount).map { block.classes.contains($0) }
    }
    return (states, classes)
  }
}
