/// Asks whether this person has a service need for this patient now; or, without a patient, reach.
enum RelationshipGate {
  static func opening<Listener: NoteTaking>(
    _ question: Question,
    _ request: AccessRequest,
    _ notes: inout Listener
  ) -> Opening {
    guard question.isAboutPatient else { return reach(question, request, &notes) }
    guard question.hasPatient else {
      notes.missing("patient.id")
      return .none
    }
    // One rule after another: the rules of a role are few, and the links of a patient may be many.
    let compiled = question.compiled
    for rule in question.role.members(of: question.compiled.roles.layout.relationships) {
      // Those that take a reason come last.
      if compiled.relationshipBriefs.rules[rule].takes >= 0 { break }
      guard question.isServed(by: rule, among: compiled.relationshipBriefs.served) else {
        continue
      }
      let link = LinkSearch.first(rule, also: nil, question, request, &notes)
      if link >= 0 { return .standard(compiled.ruleNumbers.relationships + rule, link: link) }
    }
    return withReason(question, request, &notes)
  }

  /// Relationships that take a self-authorisation rule, and such rules for a patient to whom there is no
  /// tie; in order.
  private static func withReason<Listener: NoteTaking>(
    _ question: Question,
    _ request: AccessRequest,
    _ notes: inout Listener
  ) -> Opening {
    let compiled = question.compiled
    var round = SecondRound()
    for place in places(question) {
      switch compiled.takingOpeners.openers[place] {
      case .relationship(let rule):
        guard LinkSearch.any(rule, question, request, &notes) else { continue }
        let takes = compiled.relationshipBriefs.rules[rule].takes
        round.add(
          compiled.ruleNumbers.relationships + rule,
          AskedSelfAuthorisation.ask(takes, question, request, &notes)
        )
      case .selfAuthorisation(let index):
        round.add(
          compiled.ruleNumbers.selfAuthorisations + index,
          AskedSelfAuthorisation.ask(index, question, request, &notes)
        )
      }
    }
    return round.opening
  }

  /// Those of the role that serve the purpose, by their places among all.
  private static func places(_ question: Question) -> [Int] {
    let compiled = question.compiled
    let openers = compiled.takingOpeners
    let role = question.role
    var places: [Int] = []
    for rule in role.members(of: compiled.roles.layout.relationships)
    where openers.placeOfRelationship[rule] >= 0
      && question.isServed(by: rule, among: compiled.relationshipBriefs.served)
    {
      places.append(openers.placeOfRelationship[rule])
    }
    for index in role.members(of: compiled.roles.layout.selfAuthorisations)
    where openers.placeOfSelfAuthorisation[index] >= 0
      && question.isServed(by: index, among: compiled.selfAuthorisationsServe)
    {
      places.append(openers.placeOfSelfAuthorisation[index])
    }
    return places.sorted()
  }

  /// Reach rules of the role that name the class and serve the purpose, in order.
  private static func reach<Listener: NoteTaking>(
    _ question: Question,
    _ request: AccessRequest,
    _ notes: inout Listener
  ) -> Opening {
    guard let contentClass = question.contentClass else { return .none }
    let compiled = question.compiled
    var round = SecondRound()
    for rule in question.role.members(of: question.compiled.roles.layout.reach) {
      let brief = compiled.reachBriefs.rules[rule]
      guard question.isServed(by: rule, among: compiled.reachBriefs.served),
        compiled.reachClasses[brief.owner].contains(contentClass),
        question.truth(brief.condition, request, .none, &notes) == .yes
      else { continue }
      let number = compiled.ruleNumbers.reach + rule
      if brief.takes < 0 { return .standard(number) }
      round.add(number, AskedSelfAuthorisation.ask(brief.takes, question, request, &notes))
    }
    return round.opening
  }
}
