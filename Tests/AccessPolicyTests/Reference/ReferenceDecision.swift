@testable import AccessPolicy

// Section 5: what a decision carries.

extension ReferenceEvaluator {
  func decision() -> Decision {
    let marks = markGates()
    let gates =
      [
        authorisationGate(), workplaceGate(), authenticationGate(), purposeGate(), readOnlyGate(),
        functionGate(), licenceGate(), relationshipGate(),
      ] + marks.gates.sorted { $0.gate < $1.gate } + blockGates().sorted { $0.gate < $1.gate }
    let outcome = gates.map(\.answer).max() ?? .deny
    return Decision(
      outcome: outcome,
      gates: gates.map { gate in
        GateAnswer(
          gate: gate.gate,
          answer: gate.answer,
          rule: gate.rule,
          place: gate.place,
          basis: gate.basis
        )
      },
      demands: outcome == .justify ? demands(of: gates) : [],
      obligations: outcome == .deny ? [] : union(gates.map(\.obligations)).sorted(),
      issuedGrants: outcome == .allow ? issuedGrants(of: gates) : [],
      undetermined: union(gates.map(\.undetermined)).sorted(),
      routes: routes(of: gates),
      hidesExistence: gates.contains(where: \.hidesExistence),
      validUntil: validUntil(gates.flatMap(\.looked) + marks.lookedBeside),
      policy: policy.identity
    )
  }

  private func union<Element>(_ sets: [Set<Element>]) -> Set<Element> {
    sets.reduce(into: []) { $0.formUnion($1) }
  }

  private func demands(of gates: [GateResult]) -> [Demand] {
    gates.filter { $0.answer == .justify }.map { gate in
      Demand(gate: gate.gate, anyOf: gate.offers.sorted().compactMap(offer))
    }
  }

  private func offer(_ id: SelfAuthorisationID) -> Demand.Offer? {
    guard let rule = policy.selfAuthorisation[id], let scope = scope(of: rule).scope else {
      return nil
    }
    return Demand.Offer(
      rule: id,
      reasons: rule.reasons.sorted(),
      leastText: rule.leastText,
      textRequiredFor: (rule.textRequiredFor ?? rule.reasons).sorted(),
      lifetime: rule.lifetime,
      scope: scope,
      obligations: rule.obligations.sorted()
    )
  }

  private func issuedGrants(of gates: [GateResult]) -> [Grant] {
    var reasons: [SelfAuthorisationID: ReasonID] = [:]
    for gate in gates {
      if case .justification(let rule, let reason) = gate.basis { reasons[rule] = reason }
    }
    return reasons.keys.sorted().compactMap { id in
      guard let rule = policy.selfAuthorisation[id], let scope = scope(of: rule).scope,
        let reason = reasons[id], let purpose
      else { return nil }
      return Grant(
        rule: id,
        staff: request.session.staff,
        patient: request.patient?.id,
        scope: scope,
        template: request.session.authorisation.template,
        enterprise: sessionEnterprise.value,
        purpose: purpose,
        reason: reason,
        from: request.now.instant,
        until: Instant(secondsSince1970: Seconds.plus(now, rule.lifetime.seconds))
      )
    }
  }

  private func routes(of gates: [GateResult]) -> [LocalizedText] {
    var routes: [LocalizedText] = []
    for gate in gates where gate.answer == .deny {
      if let route = gate.route, !routes.contains(route) { routes.append(route) }
    }
    return routes
  }

  /// The earliest instant after now at which time alone may change the decision.
  private func validUntil(_ looked: [Finding]) -> Instant? {
    let authorisation = request.session.authorisation
    var turns = looked.flatMap(\.turns)
    turns += [authorisation.from, authorisation.until].compactMap(\.value)
    turns += authorisation.deviations.flatMap { [$0.from, $0.until] }.compactMap(\.value)
    for block in blocks where isEffectuated(block).truth != .no {
      turns += [block.from, block.until].compactMap(\.value)
    }
    return turns.filter { $0.secondsSince1970 > now }.min()
  }
}
