/// The single changes of a request that the policy set gives cause to try.
struct ChangeCandidates {
  let context: RequestContext

  /// How many candidates of one kind are tried at most: more than any record gives cause to, and few enough
  /// that no request, however large, takes long.
  private static let most = 100

  init(_ context: RequestContext) { self.context = context }

  private var policy: Policy { context.policy }
  private var session: Session { context.request.session }

  // MARK: What may open

  /// What may make a decision that does not allow more generous.
  func opening(_ decision: Decision) -> [ChangeStep] {
    let closed = decision.gates.filter { $0.answer != .allow }
    return reasons(closed) + level + otherUnits + otherPurposes + writing(closed) + statuses
      + LinkCandidates(context: context).steps + subtemplates + providerRecords(closed)
      + activation(closed) + lifted(closed)
  }

  /// One for each self-authorisation rule of the role; what is asked for already comes first.
  private func reasons(_ closed: [GateAnswer]) -> [ChangeStep] {
    guard closed.contains(where: { $0.answer == .justify }) else { return [] }
    return context.role.selfAuthorisation.members.compactMap { index in
      var notes = NoNotes()
      let asked = AskedSelfAuthorisation.ask(index, context.question, context.request, &notes)
      return asked.map { .reason($0.offer(context.compiled)) }
    }
  }

  /// The level that is asked for, where the person's is lower or not known.
  private var level: [ChangeStep] {
    let asked = [
      policy.sessionRules.leastAuthentication, context.role.template?.role.leastAuthentication,
    ]
    guard let least = asked.compactMap(\.self).max() else { return [] }
    if case .known(let level) = session.authenticationLevel, level >= least { return [] }
    return [.authenticationLevel(least)]
  }

  /// The units that the role lists, and those of the request that it opens.
  private var otherUnits: [ChangeStep] {
    let organisation = context.compiled.organisation
    let named = unitsOfRequest.compactMap { policy.organisation.index(of: $0) }
    return Set(context.role.units.members + named).sorted().prefix(Self.most)
      .filter { unit in
        context.role.units.members.contains { organisation.isWithin(unit, $0) }
          && !context.role.removedUnits.members.contains { organisation.isWithin(unit, $0) }
      }
      .map { policy.organisation[$0].id }
      .filter { .known($0) != session.unit }
      .map { .unit($0) }
  }

  private var unitsOfRequest: [UnitID] {
    let request = context.request
    let facts: [Fact<UnitID>] =
      [request.content.unit, request.content.contact.value?.unit ?? .absent]
      + (request.patient?.links.map(\.unit) ?? [])
    return facts.compactMap(\.value)
  }

  private var otherPurposes: [ChangeStep] {
    context.role.purposes.members.map { policy.purposes[$0].id }
      .filter { .known($0) != session.purpose }
      .map { .purpose($0) }
  }

  private func writing(_ closed: [GateAnswer]) -> [ChangeStep] {
    closed.contains { $0.gate == .readOnly } ? [.systemTakesChanges] : []
  }

  /// For each link in a status that does not count, the statuses in which it would.
  private var statuses: [ChangeStep] {
    let statuses = policy.linkStatuses
    return context.links.prefix(Self.most).flatMap { link -> [ChangeStep] in
      guard let kind = policy.patientLogistics[link.kind]?.counts else { return [] }
      return kind.sorted()
        .filter { statuses.index(of: $0) != nil && link.status != .known($0) }
        .filter { status in
          // Only what makes a relationship that the link does not make as it is.
          var other = link
          other.status = .known(status)
          return makesMore(other, than: link)
        }
        .map { .status(link.id, $0) }
    }
  }

  private func makesMore(_ other: Link, than link: Link) -> Bool {
    context.compiled.relationships.rules.contains { rule in
      context.role.relationships.contains(rule.owner) && context.serves(rule.purposes)
        && context.makes(rule, other) && !context.makes(rule, link)
    }
  }

  private var subtemplates: [ChangeStep] {
    guard context.role.template != nil else { return [] }
    return policy.subtemplates.map(\.id)
      .filter { !session.authorisation.subtemplates.contains($0) }
      .map { .subtemplate($0) }
  }

  /// Those that have the action on the class.
  private func providerRecords(_ closed: [GateAnswer]) -> [ChangeStep] {
    guard closed.contains(where: { $0.gate == .licence }) else { return [] }
    let (action, contentClass) = (context.request.action, context.request.content.contentClass)
    return policy.providerRecords
      .filter { _, record in
        record.grants.contains {
          $0.actions.contains(action) && $0.contentClasses.contains(contentClass)
        }
      }
      .map { .providerRecord($0.id) }
  }

  private func activation(_ closed: [GateAnswer]) -> [ChangeStep] {
    let isActive = session.authorisation.isActive == .known(true)
    return !isActive && closed.contains { $0.gate == .authorisation } ? [.activeAuthorisation] : []
  }

  private func lifted(_ closed: [GateAnswer]) -> [ChangeStep] {
    closed.prefix(Self.most).compactMap { answer in
      switch answer.gate {
      case .mark(let id): .withoutMark(id)
      case .block(let id) where id != BlockRef("?"): .withoutBlock(id)
      default: nil
      }
    }
  }

  // MARK: What may close

  /// What may take away what is allowed, beside time.
  func closing(_ decision: Decision) -> [ChangeStep] {
    var steps: [ChangeStep] = []
    if decision.gates.contains(where: { if case .justification = $0.basis { true } else { false } })
    {
      steps.append(.withoutReasons)
    }
    steps += otherUnits + otherPurposes
    let links = decision.gates.compactMap { answer -> LinkRef? in
      if case .link(let id) = answer.basis { id } else { nil }
    }
    steps += Set(links).sorted().prefix(Self.most).map { .withoutLink($0) }
    return steps
      + session.authorisation.subtemplates.sorted().prefix(Self.most).map {
        .withoutSubtemplate($0)
      }
  }
}
