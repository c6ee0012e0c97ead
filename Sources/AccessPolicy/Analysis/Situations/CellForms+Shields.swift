extension CellForms {
  // MARK: Marks

  /// One gate for each mark: open where the mark is not in force, or the reader is inside the circle.
  func marks(_ cell: SituationCell) -> [GateForm] {
    var gates: [GateForm] = []
    for (id, mark) in policy.marks where covers(mark, cell) {
      var rules = [opened(.opposite(isInForce(id, mark, cell)))]
      for entry in mark.circle {
        rules.append(
          GateRule(
            id: entry.id,
            place: entry.term.range,
            formula: admits(entry, cell),
            asks: nil,
            obligations: mark.obligations
          )
        )
      }
      if let override = mark.override {
        rules.append(
          GateRule(
            id: id.cast(),
            place: mark.term.range,
            formula: answers(override, cell),
            asks: asked[override] ?? override,
            terms: policy.selfAuthorisation[override]?.terms,
            obligations: mark.obligations
          )
        )
      }
      gates.append(
        GateForm(
          gate: .mark(id),
          rules: rules.filter { $0.formula != .no },
          hides: translate(mark.hidesExistence, cell),
          route: mark.route,
          place: mark.term.range
        )
      )
    }
    return gates + undeclaredMarks(cell) + unnamedMark
  }

  /// Of a contact that is unknown nobody knows the marks; where nothing looks at it, it is known.
  private var unnamedMark: [GateForm] {
    guard space.looksAtContact else { return [] }
    let isThere = hasFact(Self.attribute(.contentContact))
    let isKnown = Formula.some([isThere, .opposite(isThere)])
    return [GateForm(gate: .unnamedMark, rules: [opened(isKnown)], hides: .yes)]
  }

  private func covers(_ mark: Mark, _ cell: SituationCell) -> Bool {
    let isClass =
      policy.contentClasses[cell.contentClass] == nil
      || mark.covers?.contains(cell.contentClass) ?? true
    let isAction =
      policy.actions[cell.action] == nil
      || mark.actions?.contains(cell.action) ?? true
    return isClass && isAction
  }

  /// Marks that only another policy set declares: nobody is inside their circle.
  private func undeclaredMarks(_ cell: SituationCell) -> [GateForm] {
    let all = space.sides.flatMap { $0.policy.marks.map(\.id) }
    return Set(all).sorted().filter { policy.marks[$0] == nil }.map { id in
      GateForm(
        gate: .mark(id),
        rules: [opened(.opposite(.some(carriers(id, cell))))],
        hides: .yes
      )
    }
  }

  /// Whether a mark covers what is asked and is in force.
  func isInForce(_ id: MarkID, _ mark: Mark, _ cell: SituationCell) -> Formula {
    once(.inForce(id), cell, mentioning: [mark.derived ?? .constant(false)]) {
      written(id, mark, cell)
    }
  }

  private func written(_ id: MarkID, _ mark: Mark, _ cell: SituationCell) -> Formula {
    let units = Set(policy.organisation.filter { $0.entry.marks.contains(id) }.map(\.id))
    let ofUnits = [BuiltInAttribute.contentUnit, .contentContactUnit].map { fact in
      Formula.every([hasFact(Self.attribute(fact)), isWithin(fact, units)])
    }
    let derived = mark.derived.map { translate($0, cell) } ?? .no
    return .some(carriers(id, cell) + (units.isEmpty ? [] : ofUnits) + [derived])
  }

  private func carriers(_ id: MarkID, _ cell: SituationCell) -> [Formula] {
    let holders: [SituationFact.MarkHolder] =
      isAboutPatient(cell)
      ? [.item, .contact, .patient] : [.item, .contact]
    return holders.map { space.formula(.holds(.mark($0, id))) }
  }

  private func admits(_ entry: CircleEntry, _ cell: SituationCell) -> Formula {
    let through = entry.through?.sorted() ?? []
    let conditions = through.compactMap { policy.careRelationships[$0]?.condition }
    return once(.entry(entry.id), cell, mentioning: conditions + [entry.condition]) {
      written(entry, cell)
    }
  }

  private func written(_ entry: CircleEntry, _ cell: SituationCell) -> Formula {
    guard let through = entry.through else { return translate(entry.condition, cell) }
    var ways: [Formula] = []
    for id in through.sorted() {
      guard let rule = policy.careRelationships[id], rule.takes == nil else { continue }
      let held = has(id, cell)
      if held == .no { continue }
      for link in Self.links {
        ways.append(
          .every([
            held, serves(rule.purposes), makes(id, rule, link: link, cell),
            translate(entry.condition, cell, link: link),
          ])
        )
      }
    }
    return .some(ways)
  }

  // MARK: Blocks

  /// One gate for each kind of block: open where no such block is in force.
  func blocks(_ cell: SituationCell) -> [GateForm] {
    guard isAboutPatient(cell) else { return [] }
    let all = Set(space.sides.flatMap { $0.policy.blocks.map(\.id) }).sorted()
    return all.map { id in
      let kind = policy.blocks[id]
      let isClosed = kind?.actions?.contains(cell.action) ?? true
      let isUnknown = policy.actions[cell.action] == nil
      guard isClosed || isUnknown else {
        return GateForm(gate: .block(id), rules: [opened(.yes)])
      }
      var rules = [opened(.opposite(space.formula(.block(id))))]
      if let override = kind?.override {
        rules.append(
          GateRule(
            id: id.cast(),
            place: kind?.term.range,
            formula: answers(override, cell),
            asks: asked[override] ?? override,
            terms: policy.selfAuthorisation[override]?.terms,
            obligations: kind?.obligations ?? []
          )
        )
      }
      return GateForm(
        gate: .block(id),
        rules: rules.filter { $0.formula != .no },
        hides: kind.map { translate($0.hidesExistence, cell) } ?? .no,
        route: kind?.route,
        place: kind?.term.range
      )
    }
  }

  // MARK: Conditions

  /// A condition in a cell: what the cell says is said, and the rest is asked.
  func translate(_ condition: Condition, _ cell: SituationCell, link: Int = 0) -> Formula {
    switch condition {
    case .constant(let value): .constant(value)
    case .not(let inner): .opposite(translate(inner, cell, link: link))
    case .all(let parts): .every(parts.map { translate($0, cell, link: link) })
    case .any(let parts): .some(parts.map { translate($0, cell, link: link) })
    case .test(let test, words: _, at: _): translate(test, cell, link: link)
    }
  }

  private func translate(_ test: Condition.Test, _ cell: SituationCell, link: Int) -> Formula {
    let (plain, isNegated) = test.plain
    let formula =
      ofCell(plain, cell) ?? ofRole(plain, link: link) ?? ofMarks(plain, cell)
      ?? space.formula(plain, link: link, side: side, mayLackPatient: !isAboutPatient(cell))
    return isNegated ? .opposite(formula) : formula
  }

  /// A test of class, tags, action or template: the cell says what it answers.
  private func ofCell(_ test: Condition.Test, _ cell: SituationCell) -> Formula? {
    guard test.mentionsCell else { return nil }
    let own = SituationCell(
      template: template,
      action: cell.action,
      contentClass: cell.contentClass
    )
    let truth = CellFeatures.truth(of: test, own, space.sides[side])
    return truth.flatMap { $0 == .unknown ? nil : .constant($0 == .yes) }
  }

  /// A test of the units or subtemplates that the person has.
  private func ofRole(_ test: Condition.Test, link: Int) -> Formula? {
    let facts = test.facts.map(\.source)
    if facts.contains(.builtIn(.sessionSubtemplates)) {
      guard case .member(.literal(.code(let code)), _, negated: _) = test else {
        return .some(policy.subtemplates.map { subtemplate in held { $0 == subtemplate.id } })
      }
      return held { $0 == code.cast() }
    }
    return facts.contains(.builtIn(.sessionUnits)) ? ofUnits(test, link: link) : nil
  }

  /// A test of the units that the role opens, each part of the role by itself.
  private func ofUnits(_ test: Condition.Test, link: Int) -> Formula {
    .some(
      parts.filter { !$0.part.units.isEmpty }.map { has, part in
        let units = Condition.Operand.literal(.set(part.units.sorted().map { .unit($0) }))
        let inPart: Formula =
          switch test {
          case .within(let unit, _, negated: _):
            space.formula(.within(unit, units, negated: false), link: link, side: side)
          case .member(let unit, _, negated: _):
            space.formula(.member(unit, units, negated: false), link: link, side: side)
          default: .yes
          }
        return .every([has, inPart])
      }
    )
  }

  private func held(_ isIt: (SubtemplateID) -> Bool) -> Formula {
    .some(
      policy.subtemplates.filter { isIt($0.id) }.map {
        space.formula(.holds(.subtemplate(names[$0.id] ?? $0.id)))
      }
    )
  }

  /// A test of the marks that the item or the patient carries.
  private func ofMarks(_ test: Condition.Test, _ cell: SituationCell) -> Formula? {
    let holders: [BuiltInAttribute: SituationFact.MarkHolder] = [
      .contentMarks: .item, .patientMarks: .patient,
    ]
    for case .builtIn(let fact) in test.facts.map(\.source) {
      guard let holder = holders[fact] else { continue }
      if case .member(.literal(.code(let code)), _, negated: _) = test {
        return space.formula(.holds(.mark(holder, code.cast())))
      }
      return .some(policy.marks.map { space.formula(.holds(.mark(holder, $0.id))) })
    }
    return nil
  }
}
