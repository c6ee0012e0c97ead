/// Does the action take a clinical licence, and does the person have it? No reason repairs this.
enum LicenceGate {
  static func answer<Listener: NoteTaking>(
    _ question: Question,
    _ request: AccessRequest,
    _ notes: inout Listener
  ) -> Outcome {
    guard question.contentClass != nil else {
      notes.missing("content.class")
      return .deny
    }
    // No class names an action that nothing declares.
    let compiled = question.compiled
    guard let cell = question.cell, compiled.lookups.takesLicence.contains(cell) else {
      return .allow
    }
    switch request.session.authorisation.providerRecord {
    case .absent: return .deny
    case .known(let id):
      if let record = compiled.names.index(of: id, .providerRecord) {
        return compiled.lookups.licensed[record].contains(cell) ? .allow : .deny
      }
      fallthrough
    case .unknown:
      notes.missing("session.providerRecord")
      return .deny
    }
  }

  static func result(_ question: Question, _ request: AccessRequest) -> GateResult {
    var notes = Notes(now: question.now)
    let answer = answer(question, request, &notes)
    let grant = answer == .allow ? grant(question, request) : nil
    return GateResult(
      gate: .licence,
      answer: answer,
      rule: grant?.id,
      place: grant?.term.range,
      notes: notes
    )
  }

  /// The first grant that permits what takes a licence; `nil` where nothing does.
  private static func grant(_ question: Question, _ request: AccessRequest) -> LicenceGrant? {
    guard let cell = question.cell, question.compiled.lookups.takesLicence.contains(cell),
      let id = request.session.authorisation.providerRecord.value
    else { return nil }
    return question.compiled.policy.providerRecords[id]?.grants.first {
      $0.actions.contains(request.action)
        && $0.contentClasses.contains(request.content.contentClass)
    }
  }
}
