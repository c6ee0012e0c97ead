/// A session made ready for many look-ups: one person, in one role, at one place, for one purpose.
///
/// ```swift
/// let session = engine.open(session, at: now)       // at log-in
/// let chart = engine.open(chart)                    // when a record is opened
/// let access = session.access(to: chart, at: now)
/// let verdict = access.verdict(on: 3, read, at: now.instant)
/// ```
///
/// It never changes; passing it on copies one reference.
public final class OpenSession: Sendable {
  let engine: PolicyEngine
  let session: Session
  let now: Moment
  /// The first instant after now at which the role or a session gate may change; `nil` for never.
  let holdsUntil: Instant?
  /// The first session gate that denies whatever is asked.
  let closedBy: Verdict.Gate?
  /// The dense index of the purpose.
  let purpose: Int?
  /// The session's unit, its enterprise, and whether the unit is known at all.
  let unit: Int?
  let enterprise: UnitID?
  let isUnitKnown: Bool
  /// For each slot of a fact of the session, its value; `later` for other slots.
  let cells: [FactCell]
  /// The elements of the session's sets, and the numbers of its texts.
  let pool: CellPool
  /// Where the rights of each cell begin among ``rights``.
  let rightsOfCell: [Int32]
  let rights: [Right]
  /// Grants of the role whose conditions look further than the session.
  let conditionalGrants: [ConditionTable.Entry]
  /// The care relationships of the role that serve the purpose: those at standard access, in order.
  let relationships: [Opener]
  /// Those that take a reason, with self-authorisation for a patient, in order.
  let takingRelationships: [Opener]
  /// Reach rules of the role that serve the purpose: standard ones first, in order.
  let reach: [Opener]
  /// For each self-authorisation rule, whether the role has it and it serves the purpose.
  let offered: BitSet
  /// The cells that take a licence that the person does not have.
  let unlicensed: BitSet
  /// Whether changes are refused.
  let isReadOnly: Bool
  /// The relationships of the role.
  let ownRelationships: BitSet

  /// A grant of the role at a cell.
  struct Right: Sendable {
    let rule: Int32
    /// Its place among ``conditionalGrants``; -1 for one that always holds.
    let condition: Int32
    /// The self-authorisation rule that it takes; -1 for standard access.
    let takes: Int32
  }

  /// A rule that can open the relationship gate.
  struct Opener: Sendable {
    /// Its number in ``RuleNumbers``.
    let number: Int32
    /// Its position among the compiled rules of its kind; -1 for self-authorisation for a patient.
    let rule: Int
    /// The self-authorisation rule that it takes; -1 for standard access.
    let takes: Int32
  }

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

  /// Puts the session before a chart.
  ///
  /// - Parameters:
  ///   - chart: An opened chart; one that another engine opened is opened anew.
  ///   - now: The time.
  ///   - grants: Grants that earlier self-authorisations issued.
  ///   - justifications: Reasons that the person has given.
  ///   - attributes: Attributes of the request that the policy set declares.
  public func access(
    to chart: OpenChart,
    at now: Moment,
    grants: [Grant] = [],
    justifications: [Justification] = [],
    attributes: Attributes = [:]
  ) -> ChartAccess {
    ChartAccess(
      session: isCurrent(at: now) ? self : engine.open(session, at: now),
      chart: chart.compiled === engine.compiled ? chart : engine.open(chart.chart),
      now: now,
      grants: grants,
      justifications: justifications,
      attributes: attributes
    )
  }

  /// Verdicts on every item of several charts, such as the first page of each patient of a list.
  ///
  /// - Parameters:
  ///   - action: What the person wants to do.
  ///   - charts: Opened charts.
  ///   - now: The time.
  ///   - grants: Grants that earlier self-authorisations issued, of all these patients.
  ///   - attributes: Attributes of the request that the policy set declares.
  ///   - verdicts: Storage of the caller: its first elements are replaced, chart by chart, each in the
  ///     order of its items; it grows if it is shorter.
  /// - Complexity: per chart, that of ``access(to:at:grants:justifications:attributes:)``; per item, that
  ///   of ``ChartAccess/verdict(on:_:at:)``.
  public func verdicts(
    _ action: ActionHandle,
    on charts: [OpenChart],
    at now: Moment,
    grants: [Grant] = [],
    attributes: Attributes = [:],
    into verdicts: inout [Verdict]
  ) {
    var filled = 0
    for chart in charts {
      let access = access(to: chart, at: now, grants: grants, attributes: attributes)
      for item in 0..<chart.count {
        let verdict = access.verdict(on: item, action, at: now.instant)
        if filled < verdicts.count {
          verdicts[filled] = verdict
        } else {
          verdicts.append(verdict)
        }
        filled += 1
      }
    }
  }

  /// Whether what was decided at opening still stands.
  private func isCurrent(at moment: Moment) -> Bool {
    moment.utcOffsetMinutes == now.utcOffsetMinutes && moment.instant >= now.instant
      && holdsUntil.map { moment.instant < $0 } ?? true
  }
}
