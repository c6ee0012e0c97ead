// The heart: gates answer, and this file alone makes an outcome of their answers.
//
//     decision(request) = the strictest answer over the gates
//
// Each gate's own answer is the most generous over its rules; see Gates/.

extension PolicyEngine {
  /// Every gate that a request passes, in order, and when marks and blocks may come into force.
  static func results(_ context: RequestContext) -> GateResults {
    let marks = MarkGates.results(context)
    let blocks = BlockGates.results(context)
    let always =
      SessionGates.ofSession(context) + [
        SessionGates.readOnly(context),
        FunctionGate.result(context),
        LicenceGate.result(context),
        RelationshipGate.result(context),
      ]
    return GateResults(
      inForce: always + marks.inForce + blocks.inForce,
      changes: marks.changes + blocks.changes
    )
  }

  /// The decision that the gates' answers make.
  static func decision(_ gates: GateResults, _ context: RequestContext) -> Decision {
    let results = gates.inForce
    let outcome = results.map(\.answer).max() ?? .deny
    let closed = results.filter { $0.answer != .allow }
    return Decision(
      outcome: outcome,
      gates: results.map(\.asAnswer),
      demands: outcome == .justify ? closed.map(\.asDemand) : [],
      obligations: outcome == .deny ? [] : Set(results.flatMap(\.obligations)).sorted(),
      issuedGrants: outcome == .allow ? eachRuleOnce(results.compactMap(\.issued)) : [],
      undetermined: Set(closed.flatMap(\.notes.unknown)).sorted(),
      routes: eachOnce(results.filter { $0.answer == .deny }.compactMap(\.route)),
      hidesExistence: closed.contains(where: \.hidesExistence),
      validUntil: (results.compactMap(\.notes.nextChange) + gates.changes + roleChanges(context))
        .min(),
      policy: context.policy.identity
    )
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
  private static func roleChanges(_ context: RequestContext) -> [Instant] {
    var notes = Notes(now: context.now)
    for deviation in context.request.session.authorisation.deviations {
      notes.edges(deviation.from, deviation.until)
    }
    return notes.nextChange.map { [$0] } ?? []
  }
}

extension GateResult {
  fileprivate var asAnswer: GateAnswer {
    GateAnswer(gate: gate, answer: answer, rule: rule, place: place, basis: basis)
  }

  fileprivate var asDemand: Demand {
    let offers = Dictionary(
      offers.map { ($0.id, $0.offer) },
      uniquingKeysWith: { first, _ in first }
    )
    return Demand(gate: gate, anyOf: offers.values.sorted { $0.rule < $1.rule })
  }
}
