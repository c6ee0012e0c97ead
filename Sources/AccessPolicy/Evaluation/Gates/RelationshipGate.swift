/// Asks whether this person has a service need for this patient now; or, without a patient, reach.
enum RelationshipGate {
  static func result(_ context: RequestContext) -> GateResult {
    var notes = Notes(now: context.now)
    guard context.isAboutPatient else {
      return Rounds.result(.relationship, reach(context), context, notes)
    }
    guard context.request.patient != nil else {
      notes.missing("patient.id")
      return .denied(.relationship, notes)
    }
    return Rounds.result(.relationship, relationships(context), context, notes)
  }

  /// Relationships of the role with each of the patient's links of their kinds, and self-authorisation
  /// for a patient to whom there is none; in order.
  static func relationships(_ context: RequestContext) -> some Sequence<Candidate> {
    // Of one rule after another: the rules are few, and the links of a patient may be many.
    let rules = context.compiled.relationships.rules
    let standard = rules.filter { $0.takes == nil }.map(Opener.relationship)
    let taking = rules.filter { $0.takes != nil }.map(Opener.relationship) + selfAuthorised(context)
    return (standard + taking.sorted { $0.id < $1.id }).lazy.flatMap { candidates(of: $0, context) }
  }

  /// What can open the gate for a patient.
  private enum Opener {
    case relationship(OpeningRule)
    case selfAuthorisation(Candidate)

    var id: RuleID {
      switch self {
      case .relationship(let rule): rule.id
      case .selfAuthorisation(let candidate): candidate.rule
      }
    }
  }

  private static func candidates(of opener: Opener, _ context: RequestContext) -> [Candidate] {
    switch opener {
    case .selfAuthorisation(let candidate): return [candidate]
    case .relationship(let rule):
      guard context.role.relationships.contains(rule.owner), context.serves(rule.purposes) else {
        return []
      }
      return context.links.filter { isOfKind($0, rule, context) }.map { link in
        Candidate(rule, link: link) { context, notes in
          LinkMatch.truth(rule, link, context, also: nil, &notes)
        }
      }
    }
  }

  private static func isOfKind(_ link: Link, _ rule: OpeningRule, _ context: RequestContext) -> Bool
  {
    context.policy.patientLogistics.index(of: link.kind)
      .map { context.compiled.relationshipFacts[rule.owner].statuses[$0] != nil } ?? false
  }

  /// Self-authorisation rules with scope `patient`: each takes itself, and needs no link.
  private static func selfAuthorised(_ context: RequestContext) -> [Opener] {
    context.role.selfAuthorisation.members.compactMap { index in
      let compiled = context.compiled.selfAuthorisations[index]
      guard compiled.rule.scope == .patient, context.serves(compiled.purposes) else { return nil }
      return .selfAuthorisation(
        Candidate(
          rule: compiled.id.cast(),
          place: compiled.rule.term.range,
          takes: index,
          obligations: [],
          link: nil
        ) { _, _ in .yes }
      )
    }
  }

  /// Reach rules of the role that name the class and serve the purpose, in order.
  static func reach(_ context: RequestContext) -> [Candidate] {
    guard let contentClass = context.contentClass else { return [] }
    return context.compiled.reach.rules.compactMap { rule in
      guard context.role.reach.contains(rule.owner), context.serves(rule.purposes),
        context.compiled.reachClasses[rule.owner].contains(contentClass)
      else { return nil }
      return Candidate(rule) { context, notes in context.truth(rule.condition, link: nil, &notes) }
    }
  }
}
