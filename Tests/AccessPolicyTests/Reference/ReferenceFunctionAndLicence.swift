import AccessPolicy

// Section 3: function and licence.

extension ReferenceEvaluator {
  func functionGate() -> GateResult {
    var candidates: [Candidate] = []
    for id in role.securityClasses {
      for grant in policy.securityClasses[id]?.grants ?? [] {
        guard grant.actions.contains(request.action),
          grant.contentClasses.contains(request.content.contentClass), serves(grant.purposes)
        else { continue }
        candidates.append(
          Candidate(
            rule: grant.id,
            place: grant.term.range,
            obligations: grant.obligations,
            takes: grant.takes,
            link: nil,
            finding: look(at: grant.condition, link: nil)
          )
        )
      }
    }
    var result = answer(of: .function, to: candidates)
    // No grant names what is not declared.
    if action == nil { result.looked.append(.unknown("request.action")) }
    if contentClass == nil { result.looked.append(.unknown("content.class")) }
    return result
  }

  func licenceGate() -> GateResult {
    var result = GateResult(.licence)
    guard let contentClass else {
      result.looked = [.unknown("content.class")]
      return result
    }
    guard contentClass.clinicalActions.contains(request.action) else {
      result.answer = .allow
      return result
    }
    let id = request.session.authorisation.providerRecord
    guard case .known(let id) = id, let record = policy.providerRecords[id] else {
      if !id.isAbsent { result.looked = [.unknown("session.providerRecord")] }
      return result
    }
    let grants = record.grants.sorted { $0.id < $1.id }
    let first = grants.first { grant in
      grant.actions.contains(request.action)
        && grant.contentClasses.contains(request.content.contentClass)
    }
    if let first {
      result.answer = .allow
      result.decide(by: first.id, at: first.term.range)
    }
    return result
  }
}

extension Fact {
  /// Whether the request says that there is none.
  var isAbsent: Bool {
    guard case .absent = self else { return false }
    return true
  }
}
