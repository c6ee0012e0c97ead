/// Does the action take a clinical licence, and does the person have it? No reason repairs this.
enum LicenceGate {
  static func result(_ context: RequestContext) -> GateResult {
    var notes = Notes(now: context.now)
    let request = context.request
    guard let declared = context.policy.contentClasses[request.content.contentClass] else {
      notes.missing("content.class")
      return .denied(.licence, notes)
    }
    guard declared.clinicalActions.contains(request.action) else {
      return GateResult(gate: .licence, answer: .allow, notes: notes)
    }
    let id = request.session.authorisation.providerRecord
    guard let record = id.value.flatMap({ context.policy.providerRecords[$0] }) else {
      if case .absent = id {} else { notes.missing("session.providerRecord") }
      return .denied(.licence, notes)
    }
    let grant = record.grants.first {
      $0.actions.contains(request.action)
        && $0.contentClasses.contains(request.content.contentClass)
    }
    guard let grant else { return .denied(.licence, notes) }
    return GateResult(
      gate: .licence,
      answer: .allow,
      rule: grant.id,
      place: grant.term.range,
      notes: notes
    )
  }
}
