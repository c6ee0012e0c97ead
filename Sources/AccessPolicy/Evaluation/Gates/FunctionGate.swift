/// Asks whether this role may do this action to this class of content.
enum FunctionGate {
  static func result(_ context: RequestContext) -> GateResult {
    var notes = Notes(now: context.now)
    guard let action = context.action, let contentClass = context.contentClass else {
      if context.action == nil { notes.missing("request.action") }
      if context.contentClass == nil { notes.missing("content.class") }
      return .denied(.function, notes)
    }
    return Rounds.result(.function, candidates(action, contentClass, context), context, notes)
  }

  /// The grants of the role that name action and class and serve the purpose, in order.
  static func candidates(_ action: Int, _ contentClass: Int, _ context: RequestContext)
    -> [Candidate]
  {
    let cell = action * context.policy.contentClasses.count + contentClass
    return context.compiled.grantsOfCell[cell].compactMap { number in
      let grant = context.compiled.grants.rules[number]
      guard context.role.securityClasses.contains(grant.owner), context.serves(grant.purposes)
      else {
        return nil
      }
      return Candidate(grant) { context, notes in
        context.truth(grant.condition, link: nil, &notes)
      }
    }
  }
}
