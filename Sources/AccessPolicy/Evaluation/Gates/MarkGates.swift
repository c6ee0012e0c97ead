/// Is the reader inside the circle of every shield? One gate for each mark in force.
enum MarkGates {
  static func results(_ context: RequestContext) -> GateResults {
    let sources = MarkSources(context)
    var changes: [Instant] = []
    let declared = context.compiled.marks.indices.compactMap {
      result($0, sources, context, &changes)
    }
    let undeclared = sources.undeclared.map { id in
      var notes = Notes(now: context.now)
      notes.missing("mark:\(id)")
      return GateResult(gate: .mark(id), answer: .deny, hidesExistence: true, notes: notes)
    }
    return GateResults(
      inForce: (declared + undeclared + unnamed(sources, context)).sorted { $0.gate < $1.gate },
      changes: changes
    )
  }

  /// Where nobody says which marks there are, there may be one that the policy set does not declare.
  private static func unnamed(_ sources: MarkSources, _ context: RequestContext) -> [GateResult] {
    guard !sources.unknownSources.isEmpty else { return [] }
    var notes = Notes(now: context.now)
    notes.missing(sources.unknownSources)
    return [GateResult(gate: .unnamedMark, answer: .deny, hidesExistence: true, notes: notes)]
  }

  /// `nil` when the mark is not in force; when time may bring it into force is then kept.
  private static func result(
    _ index: Int,
    _ sources: MarkSources,
    _ context: RequestContext,
    _ changes: inout [Instant]
  ) -> GateResult? {
    let compiled = context.compiled.marks[index]
    guard covers(compiled.mark, context) else { return nil }
    let isSet = sources.isSet(index)
    var notes = Notes(now: context.now)
    var inForce = isSet
    if isSet != .yes, let derived = compiled.derived {
      inForce = isSet || context.truth(derived, link: nil, &notes)
    }
    guard inForce != .no else {
      if let change = notes.nextChange { changes.append(change) }
      return nil
    }
    if inForce == .yes { notes.forgetMissing() }
    if isSet == .unknown, inForce == .unknown { notes.missing(sources.missing(index)) }
    return answer(compiled, context, notes)
  }

  static func covers(_ mark: Mark, _ context: RequestContext) -> Bool {
    let isClassCovered =
      context.contentClass == nil
      || mark.covers?.contains(context.request.content.contentClass) ?? true
    let isActionCovered =
      context.action == nil || mark.actions?.contains(context.request.action) ?? true
    return isClassCovered && isActionCovered
  }

  private static func answer(_ compiled: CompiledMark, _ context: RequestContext, _ notes: Notes)
    -> GateResult
  {
    var notes = notes
    let mark = compiled.mark
    let gate = GateID.mark(compiled.id)
    for entry in compiled.circle {
      guard let basis = admits(entry, context, &notes) else { continue }
      return GateResult(
        gate: gate,
        answer: .allow,
        rule: entry.entry.id,
        place: entry.entry.term.range,
        basis: basis,
        obligations: mark.obligations,
        notes: notes
      )
    }
    let override = compiled.override.flatMap { AskedSelfAuthorisation.ask($0, context, &notes) }
    return GateResult(
      override,
      hiding: compiled.hides,
      context,
      at: gate,
      rule: compiled.id.cast(),
      place: mark.term.range,
      obligations: mark.obligations,
      route: mark.route,
      notes: notes
    )
  }

  /// What an entry of the circle rests on, if it applies.
  private static func admits(
    _ entry: CompiledMark.Entry,
    _ context: RequestContext,
    _ notes: inout Notes
  ) -> GateAnswer.Basis? {
    guard let through = entry.through else {
      return context.truth(entry.condition, link: nil, &notes) == .yes ? .rule : nil
    }
    for relationship in through where context.role.relationships.contains(relationship) {
      guard
        let rule = context.compiled.relationships.rules.first(where: { $0.owner == relationship }),
        rule.takes == nil, context.serves(rule.purposes)
      else { continue }
      for link in context.links
      where LinkMatch.truth(rule, link, context, also: entry.condition, &notes) == .yes {
        return .link(link.id)
      }
    }
    return nil
  }
}

extension GateResult {
  /// The result of a shield that only self-authorisation can open.
  ///
  /// - Parameter hides: When it hides what it keeps closed, if it can; `nil` for never.
  init(
    _ override: AskedSelfAuthorisation?,
    hiding hides: ConditionTable.Entry?,
    _ context: RequestContext,
    at gate: GateID,
    rule: RuleID?,
    place: SourceRange?,
    obligations: Set<ObligationID>,
    route: LocalizedText?,
    notes: Notes
  ) {
    var notes = notes
    let isOpened = override?.answer == .allow
    let isHidden =
      if !isOpened, let hides { context.truth(hides, link: nil, &notes) != .no } else { false }
    self.init(
      gate: gate,
      answer: override?.answer ?? .deny,
      rule: rule,
      place: place,
      basis: override?.basis ?? .rule,
      offers: isOpened ? [] : override.map { [$0] } ?? [],
      obligations: isOpened ? obligations.union(override?.obligations ?? []) : obligations,
      issued: override?.issued,
      route: route,
      hidesExistence: isHidden,
      notes: notes
    )
  }
}
