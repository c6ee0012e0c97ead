import AccessPolicy
import PolicyTestSupport
import Synchronization
import Testing

/// The engine and the reference evaluator are two readings of docs/semantics.md: they must agree.
///
/// `POLICY_DIFFERENTIAL_REQUESTS` asks for more requests, `POLICY_SEED` for others.
@Suite struct DifferentialTests {
  static let requestsPerWorld = 200
  static let slices = 40

  /// How many disagreements have been shown in full; a systematic one would fill the screen.
  private static let shown = Mutex(0)

  @Test(arguments: 0..<slices)
  func `the engine agrees with the reference`(slice: Int) throws {
    let worlds = (TestRun.differentialRequests + Self.requestsPerWorld - 1) / Self.requestsPerWorld
    var decided = 0
    for number in stride(from: slice, to: worlds, by: Self.slices) {
      if let only = TestRun.onlyWorld, only != number { continue }
      let world = try World(seed: TestRun.seed, number: number)
      for request in 0..<Self.requestsPerWorld {
        if let only = TestRun.onlyRequest, only != request { continue }
        decided += 1
        guard agree(world, world.request(request), request) else { return }
      }
    }
    if TestRun.onlyWorld == nil {
      #expect(decided >= TestRun.differentialRequests / Self.slices - Self.requestsPerWorld)
    }
  }

  /// They agree on requests that no honest caller sends, too.
  @Test func `the engine agrees with the reference on hostile requests`() throws {
    for number in 2_000_000..<2_000_040 {
      let world = try World(seed: TestRun.seed, number: number)
      var hostility = Hostility(
        dice: Dice(seed: world.seed, 8, UInt64(number)),
        names: world.names
      )
      for request in 0..<50 {
        let hostile = hostility.twist(world.request(request))
        guard agree(world, hostile, request) else { return }
      }
    }
  }

  /// Whether both decide alike; records what differs and how to see it again.
  private func agree(_ world: World, _ request: AccessRequest, _ number: Int) -> Bool {
    let decision = world.engine.decide(request)
    let expected = ReferenceEvaluator.decide(request, by: world.policy)
    guard decision != expected else { return true }
    var report = """
      the engine (-) and the reference (+) differ
      \(decision.differences(from: expected).joined(separator: "\n"))
      POLICY_SEED=\(world.seed) POLICY_WORLD=\(world.number) POLICY_REQUEST=\(number) \
      swift test --filter DifferentialTests
      """
    let isShown = Self.shown.withLock { shown in
      shown += 1
      return shown <= 2
    }
    if isShown {
      report += """

        request: \(Dump.lines(request))
        engine: \(Dump.lines(decision))
        reference: \(Dump.lines(expected))
        \(world.yaml)
        """
    }
    Issue.record("\(report)")
    return false
  }
}
