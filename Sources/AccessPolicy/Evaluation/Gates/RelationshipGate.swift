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
  static func relationships(_ context: RequestContext) -> [Candidate] {
    var candidates: [Candidate] = []
    for rule in context.compiled.relationships.rules {
      guard context.role.relationships.contains(rule.owner), context.serves(rule.purposes) else {
        continue
      }
      for link in context.links where isOfKind(link, rule, context) {
        candidates.append(
          Candidate(rule, link: link) { context, notes in
            LinkMatch.truth(rule, link, context, also: nil, &notes)
          }
        )
      }
    }
    return merge(candidates, selfAuthorised(context))
  }

  private static func isOfKind(_ link: Link, _ rule: OpeningRule, _ context: RequestContext) -> Bool
  {
    context.policy.patientLogistics.index(of: link.kind)
      .map { context.compiled.relationshipFacts[rule.owner].statuses[$0] != nil } ?? false
  }

  /// Self-authorisation rules with scope `patient`: each takes itself, and needs no link.
  private static func selfAuthorised(_ context: RequestContext) -> [Candidate] {
    context.role.selfAuthorisation.members.compactMap { index in
      let compiled = context.compiled.selfAuthorisations[index]
      guard compiled.rule.scope == .patient, context.serves(compiled.purposes) else { return nil }
      return Candidate(
        rule: compiled.id.cast(),
        place: compiled.rule.term.range,
        takes: index,
        obligations: [],
        link: nil
      ) { _, _ in .yes }
    }
  }

  /// Puts the self-authorised candidates among those that take a rule, by id.
  private static func merge(_ relationships: [Candidate], _ others: [Candidate]) -> [Candidate] {
    let standard = relationships.filter { $0.takes == nil }
    // Sorting by id keeps the order of links, which differ only within one rule.
    let taking = (relationships.filter { $0.takes != nil } + others).enumerated()
      .sorted { ($0.element.rule, $0.offset) < ($1.element.rule, $1.offset) }
      .map(\.element)
    return standard + taking
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
