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
    if !Listener.keepsNotes, let grant = firstStandard(cell, question, request) {
      return .standard(grant)
    }
    var grants: [Int] = []
    for owner in question.role.members(of: question.compiled.roles.layout.securityClasses) {
      compiled.grantCells.add(grantsOf: owner, at: cell, to: &grants)
    }
    for grant in grants where Listener.keepsNotes && compiled.grantBriefs.rules[grant].takes < 0 {
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

  /// The first grant of standard access that applies, found without making a list of the candidates.
  private static func firstStandard(_ cell: Int, _ question: Question, _ request: AccessRequest)
    -> Int?
  {
    let compiled = question.compiled
    var notes = NoNotes()
    var first = Int.max
    for owner in question.role.members(of: compiled.roles.layout.securityClasses) {
      guard var place = compiled.grantCells.place(of: owner, at: cell) else { continue }
      while let grant = compiled.grantCells.grant(place, of: owner, at: cell), grant < first {
        place += 1
        if compiled.grantBriefs.rules[grant].takes < 0, applies(grant, question, request, &notes) {
          first = grant
          break
        }
      }
    }
    return first == .max ? nil : first
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
