/// Is the reader inside the circle of every shield? One gate for each mark in force.
enum MarkGates {
  /// What the gate of a shield answers, in numbers.
  struct Answer {
    var outcome = Outcome.deny
    /// The entry of the circle that admits the reader; -1 for none.
    var entry = -1
    /// The position of the link that the entry rests on; -1 for none.
    var link = -1
    /// The self-authorisation rule that opens it, or could.
    var override: AskedSelfAuthorisation?
    var hidesExistence = false
  }

  // MARK: In force

  /// Calls for each mark that covers what is asked and that may be in force, in order.
  static func forEachCandidate(
    _ sources: MarkSources,
    _ question: Question,
    _ request: AccessRequest,
    _ body: (Int) -> Void
  ) {
    let width = question.compiled.lookups.markWords
    for word in 0..<width {
      var marks = sources.candidates(word)
      if let cell = question.cell {
        marks &= question.compiled.lookups.coveringMarks[cell * width + word]
      }
      while marks != 0 {
        let mark = word << 6 + marks.trailingZeroBitCount
        marks &= marks - 1
        let isCovered =
          question.cell != nil || covers(question.compiled.marks[mark].mark, question, request)
        if isCovered { body(mark) }
      }
    }
  }

  /// Whether a mark covers the class and the action; it covers what nothing declares.
  static func covers(_ mark: Mark, _ question: Question, _ request: AccessRequest) -> Bool {
    let isClassCovered =
      question.contentClass == nil
      || mark.covers?.contains(request.content.contentClass) ?? true
    let isActionCovered =
      question.action == nil || mark.actions?.contains(request.action) ?? true
    return isClassCovered && isActionCovered
  }

  static func isInForce<Listener: NoteTaking>(
    _ mark: Int,
    _ sources: MarkSources,
    _ question: Question,
    _ request: AccessRequest,
    _ notes: inout Listener
  ) -> Truth {
    let isSet = sources.isSet(mark)
    var inForce = isSet
    if isSet != .yes, let derived = question.compiled.marks[mark].derived {
      inForce = isSet || question.truth(derived, request, .none, &notes)
    }
    if inForce == .yes { notes.forgetMissing() }
    if Listener.keepsNotes, isSet == .unknown, inForce == .unknown {
      notes.missing(sources.missing(mark))
    }
    return inForce
  }

  // MARK: Answering

  /// What the gate of a mark in force answers.
  static func answer<Listener: NoteTaking>(
    _ mark: Int,
    _ question: Question,
    _ request: AccessRequest,
    _ notes: inout Listener
  ) -> Answer {
    let compiled = question.compiled
    for entry in compiled.marks[mark].circle.indices {
      if let link = admits(compiled.marks[mark].circle[entry], question, request, &notes) {
        return Answer(outcome: .allow, entry: entry, link: link)
      }
    }
    return Answer(
      compiled.marks[mark].override ?? -1,
      hides: compiled.marks[mark].hides,
      question,
      request,
      &notes
    )
  }

  /// The position of the link that an entry of the circle rests on, -1 for none; `nil` if it does not
  /// apply.
  private static func admits<Listener: NoteTaking>(
    _ entry: CompiledMark.Entry,
    _ question: Question,
    _ request: AccessRequest,
    _ notes: inout Listener
  ) -> Int? {
    guard let through = entry.through else {
      return question.truth(entry.condition, request, .none, &notes) == .yes ? -1 : nil
    }
    let compiled = question.compiled
    for relationship in through {
      let rule = question.compiled.roles.layout.relationshipNumbers[relationship]
      guard question.role.has(rule, in: question.compiled.roles.layout.relationships),
        compiled.relationshipBriefs.rules[rule].takes < 0,
        question.isServed(by: rule, among: compiled.relationshipBriefs.served)
      else { continue }
      let link = LinkSearch.first(rule, also: entry.condition, question, request, &notes)
      if link >= 0 { return link }
    }
    return nil
  }
}

extension MarkGates.Answer {
  /// The answer of a shield that only self-authorisation can open.
  ///
  /// - Parameters:
  ///   - override: The self-authorisation rule that can; -1 for none.
  ///   - hides: When it hides what it keeps closed, if it can; `nil` for never.
  init<Listener: NoteTaking>(
    _ override: Int,
    hides: ConditionTable.Entry?,
    _ question: Question,
    _ request: AccessRequest,
    _ notes: inout Listener
  ) {
    if override >= 0 {
      self.override = AskedSelfAuthorisation.ask(override, question, request, &notes)
    }
    outcome = self.override?.answer ?? .deny
    if outcome != .allow, let hides {
      hidesExistence = question.truth(hides, request, .none, &notes) != .no
    }
  }

  /// What comes with opening it, as bits.
  func obligations(_ own: ObligationBits, _ compiled: CompiledPolicy) -> ObligationBits {
    var bits = own
    if outcome == .allow, let override {
      bits.formUnion(compiled.lookups.selfObligations[override.index])
    }
    return bits
  }
}

// The gates' results, with the names of what they rest on.
extension MarkGates {
  static func results(_ question: Question, _ request: AccessRequest) -> GateResults {
    let sources = MarkSources(question, request)
    var results = GateResults()
    forEachCandidate(sources, question, request) { mark in
      var notes = Notes(now: question.now)
      guard isInForce(mark, sources, question, request, &notes) != .no else {
        // When time may bring it into force.
        if let change = notes.nextChange { results.changes.append(change) }
        return
      }
      results.inForce.append(result(mark, question, request, notes))
    }
    if !sources.undeclared.isEmpty {
      for id in sources.undeclared {
        var notes = Notes(now: question.now)
        notes.missing("mark:\(id)")
        results.inForce.append(
          GateResult(gate: .mark(id), answer: .deny, hidesExistence: true, notes: notes)
        )
      }
      results.inForce.sort { $0.gate < $1.gate }
    }
    if sources.hasUnknownSources {
      // Where nobody says which marks there are, there may be one that the policy set does not declare.
      var notes = Notes(now: question.now)
      notes.missing(sources.unknownSources)
      results.inForce.append(
        GateResult(gate: .unnamedMark, answer: .deny, hidesExistence: true, notes: notes)
      )
    }
    return results
  }

  private static func result(
    _ mark: Int,
    _ question: Question,
    _ request: AccessRequest,
    _ notes: Notes
  ) -> GateResult {
    var notes = notes
    let answer = answer(mark, question, request, &notes)
    let compiled = question.compiled.marks[mark]
    guard answer.entry >= 0 else {
      return GateResult(
        answer,
        question,
        request,
        at: .mark(compiled.id),
        rule: compiled.id.cast(),
        place: compiled.mark.term.range,
        obligations: compiled.mark.obligations,
        route: compiled.mark.route,
        notes: notes
      )
    }
    let entry = compiled.circle[answer.entry].entry
    return GateResult(
      gate: .mark(compiled.id),
      answer: .allow,
      rule: entry.id,
      place: entry.term.range,
      basis: answer.link >= 0 ? .link(question.links[answer.link].id) : .rule,
      obligations: compiled.mark.obligations,
      notes: notes
    )
  }
}

extension GateResult {
  /// The result of a shield whose circle does not admit the reader.
  init(
    _ answer: MarkGates.Answer,
    _ question: Question,
    _ request: AccessRequest,
    at gate: GateID,
    rule: RuleID?,
    place: SourceRange?,
    obligations: Set<ObligationID>,
    route: LocalizedText?,
    notes: Notes
  ) {
    let isOpened = answer.outcome == .allow
    self.init(
      gate: gate,
      answer: answer.outcome,
      rule: rule,
      place: place,
      basis: answer.override?.basis(question, request) ?? .rule,
      offers: isOpened ? [] : answer.override.map { [$0] } ?? [],
      obligations: isOpened
        ? obligations.union(answer.override?.obligations(question.compiled) ?? []) : obligations,
      issued: answer.override?.issued(question, request),
      route: route,
      hidesExistence: answer.hidesExistence,
      notes: notes
    )
  }
}
