import AccessPolicy

/// Looks for a request that a mutant decides otherwise among those of the scenarios and their
/// neighbours: the same people and patients with what the mutant changes asked of them.
struct NearbyRequests: MutantJudge {
  private let engine: PolicyEngine
  private let requests: [(request: AccessRequest, traits: RequestTraits)]
  private let granted: [Pair]

  /// The most that is asked for one mutant.
  private static let most = 60_000

  private struct Pair: Hashable, Comparable {
    let action: ActionID
    let contentClass: ContentClassID

    static func < (a: Self, b: Self) -> Bool {
      (a.action, a.contentClass) < (b.action, b.contentClass)
    }
  }

  init(engine: PolicyEngine, requests: [AccessRequest]) {
    self.engine = engine
    var seen: Set<AccessRequest> = []
    // Those of which less is to be said come first, so that what is shown is short.
    self.requests = requests.filter { seen.insert($0).inserted }.enumerated()
      .sorted { ($0.element.size, $0.offset) < ($1.element.size, $1.offset) }
      .map { ($0.element, RequestTraits($0.element, engine.policy)) }
    granted = Set(
      engine.policy.securityClasses.flatMap(\.entry.grants).flatMap {
        Self.pairs($0.actions, $0.contentClasses)
      }
    ).sorted()
  }

  /// Once something beside the outcome differs, how much more is asked for an outcome that does.
  private static let mostBeyond = 4_000

  func distinction(of mutant: Mutant, decidedBy changed: PolicyEngine) -> MutantDistinction {
    var left = Self.most
    var beside: AccessRequest?
    search: for (request, traits) in requests {
      for neighbour in neighbours(of: request, traits, mutant) {
        left -= 1
        if left < 0 { break search }
        let (before, after) = (engine.decide(neighbour), changed.decide(neighbour))
        if before.outcome != after.outcome { return .found(shrunk(neighbour, changed)) }
        if beside == nil, before.isSeenAsDifferent(from: after) {
          beside = neighbour
          left = min(left, Self.mostBeyond)
        }
      }
    }
    return beside.map { .found(shrunk($0, changed)) } ?? .notFound
  }

  /// The request without the links, blocks, grants and marks that the difference does not need.
  private func shrunk(_ request: AccessRequest, _ changed: PolicyEngine) -> AccessRequest {
    let before = engine.decide(request).outcome
    let after = changed.decide(request).outcome
    var smallest = request
    func keep(_ smaller: AccessRequest) {
      let (old, new) = (engine.decide(smaller), changed.decide(smaller))
      guard old.outcome == before, new.outcome == after, old.isSeenAsDifferent(from: new) else {
        return
      }
      smallest = smaller
    }
    func without(_ change: (inout AccessRequest) -> Void) {
      var smaller = smallest
      change(&smaller)
      keep(smaller)
    }
    for index in (request.patient?.links ?? []).indices.reversed() {
      without { $0.patient?.links.remove(at: index) }
    }
    without { $0.patient?.blocks = .absent }
    without { $0.patient?.marks = .absent }
    for index in request.grants.indices.reversed() { without { $0.grants.remove(at: index) } }
    without { $0.justifications = [] }
    without { $0.content.marks = .absent }
    without { $0.content.contact = .absent }
    without { $0.content.recorded = .absent }
    without { $0.content.author = .absent }
    return smallest
  }

  private func neighbours(
    of request: AccessRequest,
    _ traits: RequestTraits,
    _ mutant: Mutant
  ) -> [AccessRequest] {
    switch mutant.touches {
    case .grant(_, let actions, let classes), .licence(_, let actions, let classes):
      guard traits.holds(mutant.touches) else { return [] }
      let asked = asking(request, Self.pairs(actions, classes))
      return mutant.rule.kind == .licence ? asked.flatMap(licensed) : asked
    case .template, .subtemplate:
      guard traits.isTouched(by: mutant.touches) else { return [] }
      return [request] + atLevels(request) + asking(request, granted)
    case .action(let id):
      var neighbour = request
      neighbour.action = id
      neighbour.session.systemIsReadOnly = .known(true)
      return [neighbour]
    case .purpose(let id):
      var neighbour = request
      neighbour.session.purpose = .known(id)
      return [neighbour]
    case .everything: return [request] + atLevels(request) + withStatuses(request, mutant)
    case .relationship(let id):
      guard traits.isTouched(by: mutant.touches) else { return [] }
      return [request] + atEdges(request, of: id) + linked(request, by: id)
    case .mark(let id): return [request] + marked(request, id)
    case .contentClass(let id):
      var neighbour = request
      neighbour.content.contentClass = id
      let actions = granted.filter { $0.contentClass == id }.map(\.action)
      return Set(actions).sorted().flatMap { action in
        neighbour.action = action
        return licensed(neighbour)
      }
    case .selfAuthorisation(let id):
      guard traits.isTouched(by: mutant.touches) else { return [] }
      return reasoned(request, id) + [request]
    default: return traits.isTouched(by: mutant.touches) ? [request] : []
    }
  }

  private static func pairs(_ actions: Set<ActionID>, _ classes: Set<ContentClassID>) -> [Pair] {
    actions.flatMap { action in classes.map { Pair(action: action, contentClass: $0) } }.sorted()
  }

  private func asking(_ request: AccessRequest, _ pairs: [Pair]) -> [AccessRequest] {
    pairs.map { pair in
      var neighbour = request
      neighbour.action = pair.action
      neighbour.content.contentClass = pair.contentClass
      return neighbour
    }
  }

  /// The links of the patient moved so that an edge of the window is now, and a second to either side.
  private func atEdges(_ request: AccessRequest, of id: RelationshipID) -> [AccessRequest] {
    guard let rule = engine.policy.careRelationships[id], let patient = request.patient else {
      return []
    }
    let edges = [rule.window.opens, rule.window.closes]
    return patient.links.indices.filter { rule.links.contains(patient.links[$0].kind) }
      .flatMap { index in
        edges.flatMap { edge -> [AccessRequest] in
          guard case .relative(let anchor, let span) = edge else { return [] }
          return (Int64(-1)...1).map { second in
            var neighbour = request
            let instant = request.now.instant - span + TimeSpan(seconds: second)
            switch anchor {
            case .start: neighbour.patient?.links[index].starts = .known(instant)
            case .end: neighbour.patient?.links[index].ends = .known(instant)
            }
            return neighbour
          }
        }
      }
  }

  /// With a login that is weaker, and one that is stronger.
  private func atLevels(_ request: AccessRequest) -> [AccessRequest] {
    guard let level = request.session.authenticationLevel.value else { return [] }
    return [Int64(-2), -1, 1, 2].map { step in
      var neighbour = request
      neighbour.session.authenticationLevel = .known(level &+ step)
      return neighbour
    }
  }

  /// With each status on each link of the kind that is changed.
  private func withStatuses(_ request: AccessRequest, _ mutant: Mutant) -> [AccessRequest] {
    guard mutant.rule.kind == .logistics, let patient = request.patient,
      let kind = engine.policy.patientLogistics.first(where: { $0.id.text == mutant.rule.id })
    else { return [] }
    let statuses = kind.entry.counts.union(kind.entry.neverCounts).sorted()
    return patient.links.indices.filter { patient.links[$0].kind == kind.id }.flatMap { index in
      statuses.map { status in
        var neighbour = request
        neighbour.patient?.links[index].status = .known(status)
        return neighbour
      }
    }
  }

  /// With each provider record, and with none.
  private func licensed(_ request: AccessRequest) -> [AccessRequest] {
    let records: [Fact<ProviderRecordID>] =
      [.absent] + engine.policy.providerRecords.map { .known($0.id) }
    return records.map { record in
      var neighbour = request
      neighbour.session.authorisation.providerRecord = record
      return neighbour
    }
  }

  /// With each kind of link that makes the relationship in the place of another that does.
  private func linked(_ request: AccessRequest, by id: RelationshipID) -> [AccessRequest] {
    guard let rule = engine.policy.careRelationships[id], let patient = request.patient else {
      return []
    }
    return patient.links.indices.filter { rule.links.contains(patient.links[$0].kind) }
      .flatMap { index in
        rule.links.sorted().compactMap { kind -> AccessRequest? in
          let counts = engine.policy.patientLogistics[kind]?.counts ?? []
          guard
            let status = counts.subtracting(rule.statuses.map { counts.subtracting($0) } ?? [])
              .min()
          else { return nil }
          var neighbour = request
          neighbour.patient?.links = [patient.links[index]]
          neighbour.patient?.links[0].kind = kind
          neighbour.patient?.links[0].status = .known(status)
          return neighbour
        }
      }
  }

  /// With the mark on the item, its contact or the patient, by which the person is near.
  private func marked(_ request: AccessRequest, _ id: MarkID) -> [AccessRequest] {
    var onItem = request
    onItem.content.marks = .known((request.content.marks.value ?? []).union([id]))
    var here = onItem
    here.content.unit = request.session.unit
    var onContact = request
    onContact.content.contact = .known(
      Contact(id: "contact", unit: request.session.unit, team: .absent, marks: .known([id]))
    )
    guard let patient = request.patient else { return [onItem, here] }
    var onPatient = request
    onPatient.patient?.marks = .known((patient.marks.value ?? []).union([id]))
    var hereOnPatient = onPatient
    hereOnPatient.content.unit = request.session.unit
    var named = hereOnPatient
    for index in patient.links.indices {
      named.patient?.links[index].staff = .known(request.session.staff)
    }
    return [onItem, here, onContact, onPatient, hereOnPatient, named]
  }

  /// Every reason that the rule accepts, with a text that is just long enough, and one that is not;
  /// and grants under it that are just within the lifetime, and just beyond.
  private func reasoned(_ request: AccessRequest, _ id: SelfAuthorisationID) -> [AccessRequest] {
    guard let rule = engine.policy.selfAuthorisation[id] else { return [] }
    let offers = engine.decide(request).demands.flatMap(\.anyOf)
    guard let offer = offers.first(where: { $0.rule == id }), let first = offer.reasons.first
    else { return [] }
    let held = (Int64(-1)...1).compactMap { second -> AccessRequest? in
      let from = request.now.instant - rule.lifetime + TimeSpan(seconds: second)
      guard let purpose = request.session.purpose.value else { return nil }
      var neighbour = request
      neighbour.grants.append(
        Grant(
          rule: id,
          staff: request.session.staff,
          patient: request.patient?.id,
          scope: offer.scope,
          template: request.session.authorisation.template,
          enterprise: request.session.unit.value.flatMap(engine.policy.enterprise),
          purpose: purpose,
          reason: first,
          from: from,
          until: request.now.instant + .days(1)
        )
      )
      return neighbour
    }
    let given = rule.reasons.sorted().flatMap { reason in
      [rule.leastText - 1, rule.leastText].filter { $0 >= 0 }.map { count in
        var neighbour = request
        let text = String(repeating: "x", count: count)
        neighbour.justifications = [Justification(reason: reason, text: text, rule: id)]
        return neighbour
      }
    }
    return held + given
  }
}

extension AccessRequest {
  /// How much there is to say of it, roughly.
  fileprivate var size: Int {
    (patient?.links.count ?? 0) + (patient?.blocks.value?.count ?? 0) + grants.count
      + justifications.count + session.authorisation.deviations.count
      + (content.marks.value?.count ?? 0)
  }
}
