extension PolicyEngine {
  /// What would have had to be otherwise for a request to be decided otherwise, the nearest first.
  ///
  /// For a request that is not allowed, what would open it; for one that is, what would close it. Each
  /// change has been decided by the engine, and gives another outcome. Where no single change does, the
  /// changes are pairs of which neither suffices alone. Nothing found means that none of the changes
  /// which ``ChangeStep`` lists, as the policy set gives cause to try them, is enough: not that nothing is.
  ///
  /// Staff are told of what is theirs: of their role, of what they can do, of logistics that names them
  /// or their unit. Where the decision hides what was asked for, they get no change at all, as for
  /// something that does not exist.
  ///
  /// - Complexity: some hundred decisions; where no single change suffices, at most
  ///   some thousand.
  public func nearestChanges(of request: AccessRequest, for audience: Audience) -> NearestChanges {
    ChangeSearch(engine: self, request: request, audience: audience).found
  }
}

/// Tries what may change an outcome, and keeps what does.
struct ChangeSearch {
  let engine: PolicyEngine
  let request: AccessRequest
  let audience: Audience
  let decision: Decision

  /// How many decisions a search for pairs makes at most: a tenth of a second, or less.
  private static let mostTrials = 2_000

  /// How often time is moved at most; a record that changes more often than this before its outcome
  /// changes is no example of anything.
  private static let mostInstants = 64

  init(engine: PolicyEngine, request: AccessRequest, audience: Audience) {
    self.engine = engine
    self.request = request
    self.audience = audience
    decision = engine.decide(request)
  }

  private var isClosing: Bool { decision.outcome == .allow }

  var found: NearestChanges {
    if audience == .staff, decision.hidesExistence {
      return NearestChanges(changes: [], audience: .staff)
    }
    let single = candidates.map { Trial(steps: [$0], request, engine) }
    let trials = single + [later, earlier].compactMap(\.self)
    let changes = trials.filter(flips)
    let told = changes.filter(isTold)
    let shown = isClosing || !told.isEmpty ? told : pairs(trials)
    return NearestChanges(changes: inOrder(shown), audience: audience)
  }

  private var candidates: [ChangeStep] {
    let candidates = ChangeCandidates(RequestContext(request, engine.compiled))
    return isClosing ? candidates.closing(decision) : candidates.opening(decision)
  }

  private func isTold(_ trial: Trial) -> Bool {
    audience == .auditor || StaffDisclosure(engine, request, decision).tells(trial)
  }

  // MARK: Trials

  /// A change with what the engine answers to it.
  struct Trial {
    let steps: [ChangeStep]
    let request: AccessRequest
    let decision: Decision

    init(steps: [ChangeStep], _ request: AccessRequest, _ engine: PolicyEngine) {
      self.steps = steps
      self.request = steps.reduce(request) { $1.applied(to: $0) }
      decision = engine.decide(self.request)
    }

    /// The gates that do not allow.
    var closed: Set<GateID> { Self.closed(decision) }

    static func closed(_ decision: Decision) -> Set<GateID> {
      Set(decision.gates.filter { $0.answer != .allow }.map(\.gate))
    }
  }

  private func flips(_ trial: Trial) -> Bool {
    guard trial.decision.outcome != decision.outcome else { return false }
    return isClosing || trial.decision.outcome < decision.outcome
  }

  // MARK: Time

  /// The request in which time is moved: for staff, without the blocks that are not in force now, so that
  /// nothing which is said of time tells that there are such.
  private var movedRequest: AccessRequest {
    guard audience == .staff, case .known(let blocks)? = request.patient?.blocks else {
      return request
    }
    let inForce = Set(decision.gates.map(\.gate))
    var moved = request
    moved.patient?.blocks = .known(blocks.filter { inForce.contains(.block($0.id)) })
    return moved
  }

  /// The first time from now on at which the outcome is what is looked for.
  private var later: Trial? {
    let moved = movedRequest
    var next = engine.decide(moved).validUntil
    for _ in 0..<Self.mostInstants {
      guard let instant = next else { return nil }
      let trial = Trial(steps: [.from(instant)], moved, engine)
      if let found = asked(trial) { return found }
      next = trial.decision.validUntil
    }
    return nil
  }

  /// The last time until now at which the outcome was what is looked for.
  private var earlier: Trial? {
    let moved = movedRequest
    var current = moved
    for _ in 0..<Self.mostInstants {
      let question = Question(current, engine.compiled)
      guard let instant = PastChange.last(question, current) else { return nil }
      let trial = Trial(steps: [.before(instant)], moved, engine)
      guard trial.request.now.instant < current.now.instant else { return nil }
      if let found = asked(trial) { return found }
      current = trial.request
    }
    return nil
  }

  /// The change of time in the request itself, where it is one to be shown.
  ///
  /// What would open and may not be told is passed over, so that it does not stand in front of what may.
  private func asked(_ trial: Trial) -> Trial? {
    guard flips(trial) else { return nil }
    let real = Trial(steps: trial.steps, request, engine)
    return isClosing || isTold(real) ? real : nil
  }

  // MARK: Pairs

  /// Two steps that open what neither opens alone.
  ///
  /// First those are taken further that open some gate; then what changes the role or the place, as such a
  /// step can be what another needs.
  private func pairs(_ singles: [Trial]) -> [Trial] {
    let closed = Trial.closed(decision)
    let alone = singles.filter { $0.decision.outcome >= decision.outcome && !$0.isOfTime }
      .sorted { $0.steps[0].distance < $1.steps[0].distance }
    let helping = alone.filter { !closed.isSubset(of: $0.closed) }
    let others = alone.filter { closed.isSubset(of: $0.closed) && $0.steps[0].isOfRoleOrPlace }
    let sufficing = Set(singles.filter(flips).map { $0.steps[0] })
    var left = Self.mostTrials
    var found: [Trial] = []
    var seen: Set<Set<ChangeStep>> = []
    for first in helping + others {
      let candidates = ChangeCandidates(RequestContext(first.request, engine.compiled))
        .opening(first.decision)
      for step in candidates where !sufficing.contains(step) && step.kind != first.steps[0].kind {
        guard left > 0 else { return found }
        guard seen.insert([first.steps[0], step]).inserted else { continue }
        left -= 1
        let steps = [first.steps[0], step].sorted { $0.distance < $1.distance }
        let trial = Trial(steps: steps, request, engine)
        if flips(trial), isTold(trial) { found.append(trial) }
      }
    }
    return found
  }

  // MARK: Order

  /// The nearest first; of those that are as near, what gives more, then as the candidates stand.
  private func inOrder(_ trials: [Trial]) -> [NearestChange] {
    func rank(_ trial: Trial) -> [Int] {
      // What ends an access is first of all time.
      if isClosing, trial.isOfTime { return [-1, trial.steps[0].distance] }
      let distances = trial.steps.map(\.distance)
      return [distances.reduce(0, +)] + distances + [trial.decision.outcome == .allow ? 0 : 1]
    }
    return trials.enumerated()
      .map { (rank: rank($0.element) + [$0.offset], trial: $0.element) }
      .sorted { $0.rank.lexicographicallyPrecedes($1.rank) }
      .map {
        NearestChange(
          steps: $0.trial.steps,
          request: $0.trial.request,
          outcome: $0.trial.decision.outcome
        )
      }
  }
}

extension ChangeSearch.Trial {
  /// Whether time alone is what is otherwise.
  var isOfTime: Bool {
    switch steps.first {
    case .from, .before: steps.count == 1
    default: false
    }
  }
}

extension ChangeStep {
  /// Steps of one kind are never taken together.
  fileprivate var kind: Int { distance }

  fileprivate var isOfRoleOrPlace: Bool {
    switch self {
    case .unit, .purpose, .subtemplate, .providerRecord, .activeAuthorisation: true
    default: false
    }
  }
}
