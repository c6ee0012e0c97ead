/// The gates of one policy set for one role, as formulas: `docs/semantics.md` a third time.
///
/// Every rule that the template or any subtemplate gives is in it, that of a subtemplate where the person
/// has it; so one cell stands for all combinations of subtemplates. It is a class because it remembers what
/// it has written.
final class CellForms {
  /// Links in one situation: what opens the circle of a mark opens the relationship as well.
  static let links = 1...1

  let space: FactSpace
  let side: Int
  /// The template, as this policy set names it.
  let template: TemplateID
  /// What subtemplates of this policy set are called in the situation.
  let names: [SubtemplateID: SubtemplateID]
  /// What self-authorisation rules of this policy set are called in the situation.
  let asked: [SelfAuthorisationID: SelfAuthorisationID]
  let policy: Policy
  private let role: RoleTemplate?
  private let heldClasses: [SecurityClassID: Formula]
  /// For template and subtemplates: whether the person has them, and what they are.
  let parts: [(has: Formula, part: RoleTemplate)]
  private var memo: [MemoKey: Formula] = [:]
  private var dependsOnCell: [Written: Bool] = [:]
  var purposeForms: [Set<PurposeID>?: Formula] = [:]

  /// What is written once, and again for a cell only where it mentions what the cell says.
  enum Written: Hashable {
    case relationship(RelationshipID, link: Int)
    case hasRelationship(RelationshipID)
    case entry(RuleID)
    case answers(SelfAuthorisationID)
    case inForce(MarkID)
  }

  private struct MemoKey: Hashable {
    let what: Written
    let isAboutPatient: Bool
    let cell: SituationCell?
  }

  init(
    _ space: FactSpace,
    side: Int,
    template: TemplateID,
    names: [SubtemplateID: SubtemplateID] = [:],
    asked: [SelfAuthorisationID: SelfAuthorisationID] = [:]
  ) {
    self.space = space
    self.side = side
    self.template = template
    self.names = names
    self.asked = asked
    policy = space.sides[side].policy
    let role = policy.templates[template]
    self.role = role
    var parts: [(has: Formula, part: RoleTemplate)] = role.map { [(.yes, $0)] } ?? []
    if role != nil {
      for (id, part) in policy.subtemplates {
        parts.append((space.formula(.holds(.subtemplate(names[id] ?? id))), part))
      }
    }
    self.parts = parts
    var held: [SecurityClassID: Formula] = [:]
    for (has, part) in parts {
      for id in part.securityClasses { held[id] = .some([held[id] ?? .no, has]) }
    }
    heldClasses = held
  }

  /// What was written before, or is now.
  func once(
    _ what: Written,
    _ cell: SituationCell,
    mentioning conditions: @autoclosure () -> [Condition],
    _ write: () -> Formula
  ) -> Formula {
    let depends = dependsOnCell[what] ?? conditions().contains(where: \.mentionsCell)
    dependsOnCell[what] = depends
    let key = MemoKey(
      what: what,
      isAboutPatient: isAboutPatient(cell),
      cell: depends ? cell : nil
    )
    if let written = memo[key] { return written }
    let formula = write()
    memo[key] = formula
    return formula
  }

  // MARK: The role

  /// Whether the person has something that template and subtemplates give.
  func has(_ gives: (RoleTemplate) -> Bool) -> Formula {
    .some(parts.filter { gives($0.part) }.map(\.has))
  }

  func has(_ id: RelationshipID, _ cell: SituationCell) -> Formula {
    once(.hasRelationship(id), cell, mentioning: []) { has { $0.relationships.contains(id) } }
  }

  // MARK: Gates

  /// The gates that all cells of the role share.
  func sessionGates() -> [GateForm] {
    let units = parts.map { has, part in
      Formula.every([has, isWithin(.sessionUnit, part.units)])
    }
    let purposes = policy.purposes.filter { $0.entry.refusedRoute == nil }.map { id, _ in
      Formula.every([self.has { $0.purposes.contains(id) }, isOne(of: [id])])
    }
    let levels = [policy.sessionRules.leastAuthentication, role?.leastAuthentication]
      .compactMap { $0 }
    let strong = levels.max().map { least in
      space.formula(
        .ordered(Self.fact(.sessionAuthenticationLevel), .greaterOrEqual, .literal(.number(least))),
        link: 0,
        side: side
      )
    }
    let place = role?.term.range
    func rule(_ formula: Formula) -> [GateRule] {
      let rule = GateRule(
        id: template.cast(),
        place: place,
        formula: formula,
        asks: nil,
        obligations: []
      )
      return [rule]
    }
    return [
      GateForm(gate: .role, rules: rule(.constant(role != nil))),
      GateForm(gate: .workplace, rules: rule(.some(units))),
      GateForm(gate: .authentication, rules: rule(strong ?? .yes)),
      GateForm(gate: .purpose, rules: rule(.some(purposes))),
    ]
  }

  /// The grants that name a cell, each as one rule.
  func function(_ cell: SituationCell) -> GateForm {
    var rules: [GateRule] = []
    for (owner, grant) in space.sides[side].grants(at: cell) {
      guard let held = heldClasses[owner] else { continue }
      let applies = Formula.every([
        held, serves(grant.purposes), translate(grant.condition, cell),
      ])
      rules.append(taking(grant.takes, grant.id, grant.term, applies, grant.obligations, cell))
    }
    return GateForm(gate: .function, rules: rules.filter { $0.formula != .no })
  }

  /// The gates beside those of the session and the function.
  func otherGates(_ cell: SituationCell) -> [GateForm] {
    [readOnly(cell), licence(cell), relationship(cell)] + marks(cell) + blocks(cell)
  }

  private func readOnly(_ cell: SituationCell) -> GateForm {
    let writes = policy.actions[cell.action]?.writes ?? true
    let open =
      writes
      ? Formula.opposite(
        space.formula(.holds(Self.attribute(.sessionSystemIsReadOnly)), link: 0, side: side)
      ) : .yes
    return GateForm(gate: .readOnly, rules: [opened(open)])
  }

  private func licence(_ cell: SituationCell) -> GateForm {
    guard policy.contentClasses[cell.contentClass]?.clinicalActions.contains(cell.action) ?? false
    else { return GateForm(gate: .licence, rules: [opened(.yes)]) }
    let rules = policy.providerRecords.flatMap { id, record in
      record.grants.filter {
        $0.actions.contains(cell.action) && $0.contentClasses.contains(cell.contentClass)
      }.map { grant in
        GateRule(
          id: grant.id,
          place: grant.term.range,
          formula: isEqual(.sessionProviderRecord, .code(id.cast()), link: 0),
          asks: nil,
          obligations: []
        )
      }
    }
    return GateForm(gate: .licence, rules: rules)
  }

  private func relationship(_ cell: SituationCell) -> GateForm {
    guard isAboutPatient(cell) else { return reach(cell) }
    var rules: [GateRule] = []
    for (id, rule) in policy.careRelationships {
      let held = has(id, cell)
      if held == .no { continue }
      let tied = Formula.some(Self.links.map { makes(id, rule, link: $0, cell) })
      let applies = Formula.every([held, serves(rule.purposes), tied])
      rules.append(
        taking(rule.takes, id.cast(), rule.term, applies, rule.obligations, cell)
      )
    }
    for (id, rule) in policy.selfAuthorisation where rule.scope == .patient {
      rules.append(taking(id, id.cast(), rule.term, .yes, [], cell))
    }
    return GateForm(gate: .relationship, rules: rules.filter { $0.formula != .no })
  }

  private func reach(_ cell: SituationCell) -> GateForm {
    var rules: [GateRule] = []
    for (id, rule) in policy.reach where rule.contentClasses.contains(cell.contentClass) {
      let held = has { $0.reach.contains(id) }
      let applies = Formula.every([held, serves(rule.purposes), translate(rule.condition, cell)])
      rules.append(taking(rule.takes, id.cast(), rule.term, applies, rule.obligations, cell))
    }
    return GateForm(gate: .relationship, rules: rules.filter { $0.formula != .no })
  }

  func isAboutPatient(_ cell: SituationCell) -> Bool {
    policy.contentClasses[cell.contentClass]?.isAboutPatient ?? true
  }

  // MARK: Rules

  func opened(_ formula: Formula) -> GateRule {
    GateRule(id: nil, place: nil, formula: formula, asks: nil, obligations: [])
  }

  private func taking(
    _ takes: SelfAuthorisationID?,
    _ id: RuleID,
    _ term: Term,
    _ applies: Formula,
    _ obligations: Set<ObligationID>,
    _ cell: SituationCell
  ) -> GateRule {
    let answers = takes.map { self.answers($0, cell) } ?? .yes
    return GateRule(
      id: id,
      place: term.range,
      formula: .every([applies, answers]),
      asks: takes.map { asked[$0] ?? $0 },
      terms: takes.flatMap { policy.selfAuthorisation[$0]?.terms },
      obligations: obligations
    )
  }

  /// Whether a self-authorisation rule answers, by a reason or by asking for one.
  func answers(_ id: SelfAuthorisationID, _ cell: SituationCell) -> Formula {
    guard let rule = policy.selfAuthorisation[id] else { return .no }
    return once(.answers(id), cell, mentioning: [rule.condition]) { written(id, rule, cell) }
  }

  private func written(
    _ id: SelfAuthorisationID,
    _ rule: SelfAuthorisation,
    _ cell: SituationCell
  ) -> Formula {
    let scope: Formula =
      switch rule.scope {
      case .patient:
        space.formula(
          .has(Self.attribute(.patientID)),
          link: 0,
          side: side,
          mayLackPatient: !isAboutPatient(cell)
        )
      case .contentClass: .yes
      case .contact: hasFact(Self.attribute(.contentContact))
      case .item: hasFact(Self.attribute(.contentItem))
      case .attribute(let id):
        hasFact(Attribute(source: .declared(.content, id), step: nil, type: .text))
      }
    return .every([
      has { $0.selfAuthorisation.contains(id) }, serves(rule.purposes), scope,
      translate(rule.condition, cell),
    ])
  }

  /// Whether a link makes a relationship, in a role that has it.
  func makes(
    _ id: RelationshipID,
    _ rule: CareRelationship,
    link: Int,
    _ cell: SituationCell
  ) -> Formula {
    once(.relationship(id, link: link), cell, mentioning: [rule.condition]) {
      written(rule, link: link, cell)
    }
  }

  private func written(_ rule: CareRelationship, link: Int, _ cell: SituationCell) -> Formula {
    let kinds = rule.links.sorted().compactMap { kind -> Formula? in
      guard let declared = policy.patientLogistics[kind] else { return nil }
      return .every([
        isEqual(.linkKind, .code(kind.cast()), link: link),
        counts(declared, rule, link), opens(rule.window, link),
        closes(rule.window, declared, link),
      ])
    }
    return .every([.some(kinds), translate(rule.condition, cell, link: link)])
  }

  private func counts(_ kind: LogisticsKind, _ rule: CareRelationship, _ link: Int) -> Formula {
    guard !kind.counts.isEmpty || !kind.neverCounts.isEmpty else { return .yes }
    let counting = rule.statuses.map { kind.counts.intersection($0) } ?? kind.counts
    return .some(counting.sorted().map { isEqual(.linkStatus, .code($0.cast()), link: link) })
  }

  private func opens(_ window: Window, _ link: Int) -> Formula {
    switch window.opens {
    case .unbounded: .yes
    case .relative(.start, let span):
      .some([
        compare(.greaterOrEqual, .linkStarts, span, link),
        .opposite(hasFact(Self.attribute(.linkStarts), link: link)),
      ])
    case .relative(.end, let span): compare(.greaterOrEqual, .linkEnds, span, link)
    }
  }

  private func closes(_ window: Window, _ kind: LogisticsKind, _ link: Int) -> Formula {
    switch window.closes {
    case .unbounded: return .yes
    case .relative(.start, let span): return compare(.less, .linkStarts, span, link)
    case .relative(.end, let span):
      // Of a link that is over, an end that nobody wrote down is missing.
      let isOver = kind.ended.sorted().map { isEqual(.linkStatus, .code($0.cast()), link: link) }
      let isOpenEnded = Formula.every([
        .opposite(hasFact(Self.attribute(.linkEnds), link: link)), .opposite(.some(isOver)),
      ])
      return .some([compare(.less, .linkEnds, span, link), isOpenEnded])
    }
  }

  private func compare(
    _ order: Condition.Order,
    _ fact: BuiltInAttribute,
    _ span: TimeSpan,
    _ link: Int
  ) -> Formula {
    space.formula(
      .ordered(
        Self.fact(.now),
        order,
        .attribute(Self.attribute(fact), shiftedBy: span)
      ),
      link: link,
      side: side
    )
  }
}
