/// Asks whether this role may do this action to this class of content.
enum FunctionGate {
  /// Candidates are the grants of the role that name action and class and serve the purpose, in order.
  static func opening<Listener: NoteTaking>(
    _ question: Question,
    _ request: AccessRequest,
    _ notes: inout Listener
  ) -> Opening {
    guard let cell = question.cell else {
      if question.action == nil { notes.missing("request.action") }
      if question.contentClass == nil { notes.missing("content.class") }
      return .none
    }
    let compiled = question.compiled
    var grants: [Int] = []
    for owner in question.role.members(of: question.compiled.roles.layout.securityClasses) {
      compiled.grantCells.add(grantsOf: owner, at: cell, to: &grants)
    }
    for grant in grants where compiled.grantBriefs.rules[grant].takes < 0 {
      if applies(grant, question, request, &notes) { return .standard(grant) }
    }
    var round = SecondRound()
    for grant in grants where compiled.grantBriefs.rules[grant].takes >= 0 {
      guard applies(grant, question, request, &notes) else { continue }
      let takes = compiled.grantBriefs.rules[grant].takes
      round.add(grant, AskedSelfAuthorisation.ask(takes, question, request, &notes))
    }
    return round.opening
  }

  private static func applies<Listener: NoteTaking>(
    _ grant: Int,
    _ question: Question,
    _ request: AccessRequest,
    _ notes: inout Listener
  ) -> Bool {
    let compiled = question.compiled
    guard question.isServed(by: grant, among: compiled.grantBriefs.served) else { return false }
    let condition = compiled.grantBriefs.rules[grant].condition
    return question.truth(condition, request, .none, &notes) == .yes
  }
}
