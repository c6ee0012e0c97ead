// The heart: gates answer, and this file alone makes an outcome of their answers.
//
//     decision(request) = the strictest answer over the gates
//
// Each gate's own answer is the most generous over its rules; see Gates/.

extension PolicyEngine {
  /// Every gate that a request passes, in order, and when marks and blocks may come into force.
  static func results(_ question: Question, _ request: AccessRequest) -> GateResults {
    var (function, relationship) = (Notes(now: question.now), Notes(now: question.now))
    let functionOpening = FunctionGate.opening(question, request, &function)
    let relationshipOpening = RelationshipGate.opening(question, request, &relationship)
    let marks = MarkGates.results(question, request)
    let blocks = BlockGates.results(question, request)
    var results = SessionGates.ofSession(question, request)
    results.reserveCapacity(8 + marks.inForce.count + blocks.inForce.count)
    results.append(SessionGates.readOnlyResult(question, request))
    results.append(functionOpening.result(.function, question, request, function))
    results.append(LicenceGate.result(question, request))
    results.append(relationshipOpening.result(.relationship, question, request, relationship))
    results += marks.inForce
    results += blocks.inForce
    return GateResults(inForce: results, changes: marks.changes + blocks.changes)
  }

  /// The decision that the gates' answers make.
  static func decision(_ gates: GateResults, _ question: Question, _ request: AccessRequest)
    -> Decision
  {
    let results = gates.inForce
    let outcome = results.map(\.answer).max() ?? .deny
    let closed = results.filter { $0.answer != .allow }
    return Decision(
      outcome: outcome,
      gates: results.map(\.asAnswer),
      demands: outcome == .justify ? closed.map { $0.demand(question.compiled) } : [],
      obligations: outcome == .deny ? [] : Set(results.flatMap(\.obligations)).sorted(),
      issuedGrants: outcome == .allow ? eachRuleOnce(results.compactMap(\.issued)) : [],
      undetermined: Set(closed.flatMap(\.notes.unknown)).sorted(),
      routes: eachOnce(results.filter { $0.answer == .deny }.compactMap(\.route)),
      hidesExistence: closed.contains(where: \.hidesExistence),
      validUntil: (results.compactMap(\.notes.nextChange) + gates.changes
        + roleChanges(request.session.authorisation.deviations, question.now))
        .min(),
      policy: question.compiled.policy.identity
    )
  }

  /// The outcome that the same gates' answers make, and what a verdict says of it.
  ///
  /// `nil` for a request with a mark that nothing declares; the decision answers for it.
  static func ruling(_ question: Question, _ request: AccessRequest) -> Ruling? {
    let sources = MarkSources(question, request)
    guard sources.undeclared.isEmpty else { return nil }
    var ruling = Ruling()
    ruling.hearSession(question, request)
    ruling.hearRights(question, request)
    ruling.hearMarks(sources, question, request)
    ruling.hearBlocks(question, request)
    return ruling
  }

  private static func eachRuleOnce(_ grants: [Grant]) -> [Grant] {
    var seen: Set<SelfAuthorisationID> = []
    return grants.sorted { $0.rule < $1.rule }.filter { seen.insert($0.rule).inserted }
  }

  private static func eachOnce(_ texts: [LocalizedText]) -> [LocalizedText] {
    var seen: Set<LocalizedText> = []
    return texts.filter { seen.insert($0).inserted }
  }

  /// When deviations begin or end, the role itself changes, and every gate with it.
  private static func roleChanges(_ deviations: [Deviation], _ now: Instant) -> [Instant] {
    var notes = Notes(now: now)
    for deviation in deviations { notes.edges(deviation.from, deviation.until) }
    return notes.nextChange.map { [$0] } ?? []
  }
}

extension GateResult {
  fileprivate var asAnswer: GateAnswer {
    GateAnswer(gate: gate, answer: answer, rule: rule, place: place, basis: basis)
  }

  fileprivate func demand(_ compiled: CompiledPolicy) -> Demand {
    let offers = Dictionary(
      offers.map { ($0.id, $0.offer(compiled)) },
      uniquingKeysWith: { first, _ in first }
    )
    return Demand(gate: gate, anyOf: offers.values.sorted { $0.rule < $1.rule })
  }
}
