// Which rules decided, and which did not apply although the request brought what they speak of.

extension RuleWalk {
  // MARK: Deciding

  mutating func noteDeciding(_ result: GateResult) {
    let template = context.role.template?.id.text
    switch result.gate {
    case .authorisation:
      if let template { see(.template, template, result.answer == .allow) }
    case .workplace, .authentication, .purpose, .function:
      // What the role does not give is the other side of what its template gives.
      if let template, result.answer == .deny { see(.template, template, false) }
    default: break
    }
    if result.gate == .authentication, result.answer == .deny { see(.session, "session", true) }
    if let rule = result.rule?.text {
      for kind in result.gate.kindsOfRules { see(kind, rule, true) }
    }
    let asked = Set(result.offers.map(\.id)).union(
      result.basis.selfAuthorisation.map { [$0] } ?? []
    )
    for id in asked.sorted() {
      // A rule for a patient without a tie is its gate's rule, too, and is counted once.
      if result.gate == .relationship, result.rule?.text == id.text { continue }
      see(.selfAuthorisation, id.text, true)
    }
  }

  // MARK: Not applying

  /// Rules that could have opened a gate, had they applied.
  mutating func noteClosed(_ result: GateResult) {
    noteClosedSubtemplates(result)
    noteClosedSelfAuthorisation(result)
    switch result.gate {
    case .authorisation, .workplace, .authentication, .readOnly, .unnamedMark: break
    case .purpose: noteClosedPurpose(result)
    case .function:
      for grant in grantsNamed where !applies(grant) { see(.grant, grant.id.text, false) }
    case .licence: noteClosedLicence()
    case .relationship: noteClosedRelationship()
    case .mark(let id): noteClosedMark(id)
    case .block: break
    }
  }

  /// The purpose that is stated in vain; one that every template has, where none is stated.
  private mutating func noteClosedPurpose(_ result: GateResult) {
    let purposes = context.policy.purposes
    if let purpose = context.purpose {
      if result.rule == nil { see(.purpose, purposes[purpose].id.text, false) }
      return
    }
    for (index, purpose) in purposes.enumerated()
    where context.role.purposes.contains(index)
      && context.policy.templates.allSatisfy({ $0.entry.purposes.contains(purpose.id) })
    {
      see(.purpose, purpose.id.text, false)
    }
  }

  private mutating func noteClosedLicence() {
    for grant in context.policy.providerRecords.flatMap(\.entry.grants)
    where grant.actions.contains(context.request.action)
      && grant.contentClasses.contains(context.request.content.contentClass)
    {
      see(.licence, grant.id.text, false)
    }
  }

  private mutating func noteClosedRelationship() {
    guard context.isAboutPatient else {
      for reach in reachNamed {
        let applies =
          context.role.reach.contains(reach.owner) && context.serves(reach.purposes)
          && truth(reach.condition) == .yes && isAnswered(reach)
        if !applies { see(.reach, reach.id.text, false) }
      }
      return
    }
    for (relationship, links) in relationshipsLinked {
      let applies =
        context.role.relationships.contains(relationship.owner)
        && context.serves(relationship.purposes)
        && links.contains { context.makes(relationship, $0) } && isAnswered(relationship)
      if !applies { see(.relationship, relationship.id.text, false) }
    }
  }

  private func applies(_ grant: OpeningRule) -> Bool {
    context.role.securityClasses.contains(grant.owner) && context.serves(grant.purposes)
      && truth(grant.condition) == .yes && isAnswered(grant)
  }

  /// Whether the self-authorisation rule answers that a rule takes, if it takes one.
  private func isAnswered(_ rule: OpeningRule) -> Bool { rule.takes.map(answers) ?? true }

  /// The circle did not open: none of its entries applied.
  private mutating func noteClosedMark(_ id: MarkID) {
    guard let mark = context.compiled.marks.first(where: { $0.id == id }) else { return }
    for entry in mark.circle { see(.circle, entry.entry.id.text, false) }
  }

  // MARK: Nothing to restrict

  /// Rules that restrict, and did not, where something is given.
  mutating func noteUnrestricted() {
    guard outcome != .deny else { return }
    see(.session, "session", false)
    let gates = Set(results.map(\.gate))
    for mark in context.compiled.marks
    where MarkGates.covers(mark.mark, context.question, context.request)
      && !gates.contains(.mark(mark.id))
    {
      see(.mark, mark.id.text, false)
    }
    guard context.isAboutPatient, case .known(let blocks)? = context.request.patient?.blocks else {
      return
    }
    for kind in Set(blocks.filter { !gates.contains(.block($0.id)) }.map(\.kind)) {
      see(.block, kind.text, false)
    }
  }
}

extension GateID {
  /// The kinds of rule that can decide the gate, beside the template.
  fileprivate var kindsOfRules: [RuleKind] {
    switch self {
    case .authorisation, .authentication, .readOnly, .unnamedMark: []
    case .workplace: [.subtemplate]
    case .purpose: [.purpose]
    case .function: [.grant]
    case .licence: [.licence]
    case .relationship: [.relationship, .reach, .selfAuthorisation]
    case .mark: [.mark, .circle]
    case .block: [.block]
    }
  }
}

extension GateAnswer.Basis {
  /// The self-authorisation rule that it is a key to.
  var selfAuthorisation: SelfAuthorisationID? {
    switch self {
    case .rule, .link: nil
    case .grant(let id, _), .justification(let id, _): id
    }
  }
}
