import AccessPolicy
import PolicyTestSupport
import Testing

/// The worlds and requests over which the laws are tried.
enum LawWorlds {
  static let requestsPerWorld = 40

  /// Built once, when the first law asks for them.
  static let all: Result<[World], any Error> = Result {
    // Other worlds than the differential test has.
    try (1_000_000..<1_000_060).map { try World(seed: TestRun.seed, number: $0) }
  }

  /// Tries a law on every request of every world; stops at the first that breaks it.
  ///
  /// - Parameter law: what is wrong, if anything, with the request and its decision.
  static func check(
    requests: Int = requestsPerWorld,
    _ law: (inout LawCase) throws -> String?
  ) throws {
    for world in try all.get() {
      for number in 0..<requests {
        var lawCase = LawCase(world: world, number: number)
        guard let breach = try law(&lawCase) else { continue }
        Issue.record("\(breach)\n\(lawCase.world.report(of: lawCase.request, number: number))")
        return
      }
    }
  }
}

/// One request with its decision, and dice to change it with.
struct LawCase {
  let world: World
  let request: AccessRequest
  let decision: Decision
  var dice: Dice

  init(world: World, number: Int) {
    self.world = world
    request = world.request(number)
    decision = world.engine.decide(request)
    dice = Dice(seed: world.seed, 3, UInt64(world.number), UInt64(number))
  }

  /// What the engine says to the request with a change.
  func deciding(_ change: (inout AccessRequest) -> Void) -> Decision {
    var changed = request
    change(&changed)
    return world.engine.decide(changed)
  }
}

/// How often something that makes a law worth trying has been met.
struct Tally {
  private(set) var counts: [String: Int] = [:]

  mutating func count(_ what: String, if happened: Bool = true) {
    if happened { counts[what, default: 0] += 1 }
  }

  /// Fails the test if something was met too seldom for it to mean much.
  func expect(_ what: String, atLeast least: Int, _ location: SourceLocation = #_sourceLocation) {
    #expect(
      counts[what, default: 0] >= least,
      "\(what): met \(counts[what, default: 0]) times",
      sourceLocation: location
    )
  }
}
