import PolicyTestSupport
import Testing

@testable import AccessPolicy

/// All doors say of a request what the whole decision says of it.
///
/// `POLICY_DIFFERENTIAL_REQUESTS` asks for more requests, `POLICY_SEED` for others.
@Suite struct DoorTests {
  static let requestsPerWorld = 50
  static let slices = 20

  @Test(arguments: 0..<slices)
  func `every door says what the decision says`(slice: Int) throws {
    let worlds =
      (TestRun.differentialRequests / 8 + Self.requestsPerWorld - 1) / Self.requestsPerWorld
    var asked = 0
    for number in stride(from: slice, to: worlds, by: Self.slices) {
      let world = try World(seed: TestRun.seed, number: 3_000_000 + number)
      let requests = (0..<Self.requestsPerWorld).map { world.request($0) }
      for request in requests.indices {
        asked += 1
        guard agree(world.engine, requests, request, "world \(number), request \(request)") else {
          return
        }
      }
    }
    #expect(asked > 0)
  }

  @Test func `every door says of hostile requests what the decision says`() throws {
    for number in 3_500_000..<3_500_040 {
      let world = try World(seed: TestRun.seed, number: number)
      var hostility = Hostility(
        dice: Dice(seed: world.seed, 8, UInt64(number)),
        names: world.names
      )
      let requests = (0..<20).map { hostility.twist(world.request($0)) }
      for request in requests.indices {
        guard agree(world.engine, requests, request, "world \(number), request \(request)") else {
          return
        }
      }
    }
  }

  /// A service that has just swapped policy sets may still hold what the old one opened.
  @Test func `what another engine opened is answered by the session's own`() throws {
    for number in 3_600_000..<3_600_020 {
      let world = try World(seed: TestRun.seed, number: number)
      let other = try World(seed: TestRun.seed, number: number + 100).engine
      for request in (0..<10).map({ world.request($0) }) {
        let chart = other.open(Chart(patient: request.patient, items: [request.content]))
        let access = world.engine.open(request.session, at: request.now).access(
          to: chart,
          at: request.now,
          grants: request.grants,
          justifications: request.justifications,
          attributes: request.attributes
        )
        let handle = other.handle(of: request.action)
        let verdict = access.verdict(on: 0, handle, at: request.now.instant)
        let expected = Answer(of: world.engine.decide(request), world.engine)
        #expect(Answer(verdict, world.engine, access) == expected)
      }
    }
  }

  @Test func `a list of patients is answered one after another`() throws {
    let world = try World(seed: TestRun.seed, number: 3_700_000)
    let requests = (0..<30).map { world.request($0) }
    let charts = requests.map { request in
      world.engine.open(Chart(patient: request.patient, items: [request.content, request.content]))
    }
    for request in requests {
      let handle = world.engine.handle(of: request.action)
      let session = world.engine.open(request.session, at: request.now)
      var verdicts = [Verdict.none]
      session.verdicts(
        handle,
        on: charts,
        at: request.now,
        grants: request.grants,
        attributes: request.attributes,
        into: &verdicts
      )
      let expected = charts.flatMap { chart in
        let access = session.access(
          to: chart,
          at: request.now,
          grants: request.grants,
          attributes: request.attributes
        )
        return (0..<2).map { access.verdict(on: $0, handle, at: request.now.instant) }
      }
      #expect(verdicts == expected)
    }
  }

  /// Opens the session and patient of one request before the contents of all, and compares.
  private func agree(
    _ engine: PolicyEngine,
    _ requests: [AccessRequest],
    _ number: Int,
    _ name: String
  ) -> Bool {
    let request = requests[number]
    let items =
      [request.content] + [
        requests[(number + 1) % requests.count].content,
        requests[(number + 7) % requests.count].content,
      ]
    let session = engine.open(request.session, at: request.now)
    let chart = engine.open(Chart(patient: request.patient, items: items))
    let access = session.access(
      to: chart,
      at: request.now,
      grants: request.grants,
      justifications: request.justifications,
      attributes: request.attributes
    )
    let actions = Set([request.action, requests[(number + 1) % requests.count].action]).sorted()
    // Now, when something next changes, just before, and long after.
    var instants = [request.now.instant]
    if let change = access.holdsUntil {
      instants += [change - TimeSpan(seconds: 1), change]
    }
    for action in actions {
      let handle = engine.handle(of: action)
      for now in instants {
        var verdicts: [Verdict] = []
        access.verdicts(handle, at: now, into: &verdicts)
        for (item, verdict) in verdicts.enumerated() {
          let asked = access.request(item, handle, at: now)
          let expected = Answer(of: engine.decide(asked), engine)
          let direct = Answer(engine.verdict(asked), engine, access)
          let opened = Answer(verdict, engine, access)
          guard direct == expected, opened == expected else {
            Issue.record(
              """
              \(name), item \(item), \(action) at \(now)
              decision: \(expected)
              direct:   \(direct)
              opened:   \(opened)
              """
            )
            return false
          }
        }
      }
    }
    return true
  }

  /// What a verdict and a decision have in common, by name.
  private struct Answer: Equatable {
    var outcome: Outcome
    var hidesExistence: Bool
    var closedBy: Verdict.Gate?
    var mark: MarkID?
    var block: BlockRef?
    var function: RuleID?
    var relationship: RuleID?
    var link: LinkRef?
    var obligations: [ObligationID]

    init(_ verdict: Verdict, _ engine: PolicyEngine, _ access: ChartAccess) {
      outcome = verdict.outcome
      hidesExistence = verdict.hidesExistence
      closedBy = verdict.closedBy
      mark = engine.mark(of: verdict)
      block = access.block(of: verdict)
      function = engine.functionRule(of: verdict)
      relationship = engine.relationshipRule(of: verdict)
      link = access.link(of: verdict)
      obligations = engine.obligations(of: verdict)
    }

    init(of decision: Decision, _ engine: PolicyEngine) {
      outcome = decision.outcome
      hidesExistence = decision.hidesExistence
      obligations = decision.obligations
      if decision.outcome != .allow {
        let gate = decision.gates.first { $0.answer == decision.outcome }
        closedBy = gate.map { Verdict.Gate($0.gate) }
        if case .mark(let id) = gate?.gate, engine.policy.marks[id] != nil { mark = id }
        if case .block(let id) = gate?.gate, id != "?" { block = id }
      }
      guard decision.outcome != .deny else { return }
      function = decision.gates.first { $0.gate == .function }?.rule
      let gate = decision.gates.first { $0.gate == .relationship }
      relationship = gate?.rule
      if case .link(let id) = gate?.basis { link = id }
    }
  }
}
