extension OpenSession {
  /// Merges the role, looks every name up, and decides what depends on the session alone.
  ///
  /// - Complexity: linear in the rules of the role and the cells of the policy set.
  init(_ session: Session, at now: Moment, _ engine: PolicyEngine) {
    let compiled = engine.compiled
    let lookups = compiled.lookups
    let context = RequestContext(ofSession: session, at: now, compiled)
    let gates = SessionGates.ofSession(context)
    self.engine = engine
    self.session = session
    self.now = now
    closedBy = gates.first { $0.answer != .allow }.map { Verdict.Gate($0.gate) }
    purpose = context.purpose
    unit = context.sessionUnit
    isUnitKnown = context.sessionUnit != nil || session.unit.isAbsent
    enterprise = context.sessionUnit.flatMap { unit in
      let enterprise = compiled.organisation.enterprise[unit]
      return enterprise < 0 ? nil : compiled.policy.organisation[enterprise].id
    }

    let (cells, pool) = Self.cells(session, context.role, compiled)
    self.cells = cells
    self.pool = pool
    var folding = ConditionFolding(
      compiled,
      CellComparison(
        organisation: compiled.organisation,
        policySets: lookups.literals.elements,
        chartSets: [],
        accessSets: pool.elements
      ),
      cells: cells,
      now: now,
      birthDate: nil
    )
    let rights = RoleRights(context, &folding)
    self.rights = rights.rights
    rightsOfCell = rights.starts
    conditionalGrants = rights.conditions

    let role = context.role
    func openers(_ rules: [OpeningRule], _ owned: BitSet, from number: Int) -> [Opener] {
      rules.indices.filter { owned.contains(rules[$0].owner) && context.serves(rules[$0].purposes) }
        .map {
          Opener(
            number: Int32(number + $0),
            rule: $0,
            takes: rules[$0].takes.map { Int32($0) } ?? -1
          )
        }
    }
    let numbers = compiled.ruleNumbers
    let own = openers(
      compiled.relationships.rules,
      role.relationships,
      from: numbers.relationships
    )
    offered = BitSet(
      capacity: compiled.selfAuthorisations.count,
      role.selfAuthorisation.members.filter {
        context.serves(compiled.selfAuthorisations[$0].purposes)
      }
    )
    let ofPatient = offered.members
      .filter { compiled.selfAuthorisations[$0].rule.scope == .patient }
      .map {
        Opener(number: Int32(numbers.selfAuthorisations + $0), rule: -1, takes: Int32($0))
      }
    relationships = own.filter { $0.takes < 0 }
    takingRelationships = (own.filter { $0.takes >= 0 } + ofPatient).sorted {
      numbers.ids[Int($0.number)] < numbers.ids[Int($1.number)]
    }
    reach = openers(compiled.reach.rules, role.reach, from: numbers.reach)
    ownRelationships = role.relationships

    var unlicensed = lookups.takesLicence
    if let record = session.authorisation.providerRecord.value
      .flatMap({ compiled.policy.providerRecords.index(of: $0) })
    {
      unlicensed.subtract(lookups.licensed[record])
    }
    self.unlicensed = unlicensed
    isReadOnly = session.systemIsReadOnly.value != false

    var notes = Notes(now: now.instant)
    for gate in gates { notes.edge(gate.notes.nextChange) }
    for deviation in session.authorisation.deviations {
      notes.edges(deviation.from, deviation.until)
    }
    notes.edge(folding.nextChange)
    holdsUntil = notes.nextChange
  }

  private static func cells(_ session: Session, _ role: RoleInForce, _ compiled: CompiledPolicy)
    -> ([FactCell], CellPool)
  {
    let slots = compiled.lookups.slots
    let facts = FactValues(compiled: compiled)
    var pool = CellPool(.accessSet, symbols: compiled.lookups.literals.symbols)
    let cells = compiled.conditions.attributes.attributes.enumerated().map { slot, attribute in
      guard slots.origins[slot] == .session else { return FactCell.later }
      if attribute.source == .builtIn(.sessionUnits) {
        return pool.openUnits(role, compiled.organisation)
      }
      return pool.cell(facts.value(of: attribute, in: session))
    }
    return (cells, pool)
  }
}

extension CellPool {
  fileprivate mutating func openUnits(_ role: RoleInForce, _ organisation: OrganisationIndex)
    -> FactCell
  {
    let listed = role.units.members
    let removed = role.removedUnits.members
    let open = listed.filter { unit in !removed.contains { organisation.isWithin(unit, $0) } }
    let start = elements.count
    elements += [Int64(removed.count), Int64(listed.count)]
    elements += (removed + open + listed).map { Int64($0) }
    return .openUnits(start: start, open: open.count, isNoneListed: listed.isEmpty)
  }
}

/// The grants of a role, by cell.
private struct RoleRights {
  private(set) var starts: [Int32] = []
  private(set) var rights: [OpenSession.Right] = []
  private(set) var conditions: [ConditionTable.Entry] = []

  init(_ context: RequestContext, _ folding: inout ConditionFolding) {
    let compiled = context.compiled
    let lookups = compiled.lookups
    let cells = compiled.policy.actions.count * lookups.classCount
    var found: [(cell: Int32, right: OpenSession.Right)] = []
    // Grants that hold, by number; each is asked once, however many cells it has.
    var states: [Int32: Int32?] = [:]
    for owner in context.role.securityClasses.members {
      for entry in lookups.grantsOfClass[owner] {
        let grant = compiled.grants.rules[Int(entry.grant)]
        if states[entry.grant] == nil {
          states[entry.grant] = .some(state(of: grant, context, &folding))
        }
        guard let state = states[entry.grant] ?? nil else { continue }
        let takes = grant.takes.map { Int32($0) } ?? -1
        found.append(
          (entry.cell, OpenSession.Right(rule: entry.grant, condition: state, takes: takes))
        )
      }
    }
    found.sort { ($0.cell, $0.right.rule) < ($1.cell, $1.right.rule) }
    starts = Array(repeating: 0, count: cells + 1)
    for entry in found { starts[Int(entry.cell) + 1] += 1 }
    for cell in 0..<cells { starts[cell + 1] += starts[cell] }
    rights = found.map(\.right)
  }

  /// Where the condition of a grant stands, -1 for one that holds; `nil` for one that cannot open.
  private mutating func state(
    of grant: OpeningRule,
    _ context: RequestContext,
    _ folding: inout ConditionFolding
  ) -> Int32? {
    guard context.serves(grant.purposes) else { return nil }
    let residual = folding.fold(grant.condition)
    if residual == .yes { return -1 }
    guard residual.canHold else { return nil }
    conditions.append(grant.condition)
    return Int32(conditions.count - 1)
  }
}
