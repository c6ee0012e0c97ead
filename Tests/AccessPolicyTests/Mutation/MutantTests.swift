import AccessPolicy
import PolicyTestSupport
import Testing

@Suite struct `Mutants of a policy set` {
  private static let worlds = 4
  private static let requests = 16

  /// Only requests in which what is changed plays a part may be decided otherwise: the others are not
  /// asked when it is looked whether a scenario notices.
  @Test(arguments: 0..<worlds)
  func `reach no further than they say`(number: Int) throws {
    let world = try World(seed: TestRun.seed, number: number)
    let mutants = Mutants.all(of: world.policy)
    #expect(!mutants.isEmpty)
    let requests = (0..<Self.requests).map(world.request)
    let traits = requests.map { RequestTraits($0, world.policy) }
    let decisions = requests.map(world.engine.decide)
    var differing = 0
    for mutant in mutants {
      let engine = PolicyEngine(mutant.changed(world.policy))
      for index in requests.indices where engine.decide(requests[index]) != decisions[index] {
        differing += 1
        #expect(
          traits[index].isTouched(by: mutant.touches),
          "world \(number), request \(index), \(mutant.rule.id): \(mutant.change)"
        )
      }
    }
    #expect(differing > mutants.count / 4)
  }

  @Test func `change every kind of rule in every way`() throws {
    var kinds: Set<MutatedRule.Kind> = []
    var changes: Set<String> = []
    for number in 0..<Self.worlds {
      for mutant in Mutants.all(of: try World(seed: TestRun.seed, number: number).policy) {
        kinds.insert(mutant.rule.kind)
        changes.insert(mutant.change.name)
      }
    }
    #expect(kinds == Set(MutatedRule.Kind.allCases))
    #expect(
      changes == [
        "removed", "lost", "gained", "freed", "changed", "shifted", "takes-reason",
        "takes-no-reason", "test-dropped", "test-negated", "strictness", "test-lost",
      ]
    )
  }

  /// Whatever opens is taken away once, and each edge of a window is moved both ways: by one second,
  /// for a scenario that notices that notices any move beyond.
  @Test(arguments: 0..<worlds)
  func `take away all that opens, and move every edge both ways`(number: Int) throws {
    let policy = try World(seed: TestRun.seed, number: number).policy
    let mutants = Mutants.all(of: policy)
    func ids(_ kind: MutatedRule.Kind) -> [String] {
      mutants.filter { $0.rule.kind == kind && $0.change == .removed }.map(\.rule.id).sorted()
    }
    #expect(ids(.grant) == policy.securityClasses.flatMap(\.entry.grants).map(\.id.text).sorted())
    #expect(ids(.licence) == policy.providerRecords.flatMap(\.entry.grants).map(\.id.text).sorted())
    #expect(ids(.circle) == policy.marks.flatMap(\.entry.circle).map(\.id.text).sorted())
    #expect(ids(.relationship) == policy.careRelationships.map(\.id.text).sorted())
    for (id, relationship) in policy.careRelationships {
      for side in Window.Side.allCases {
        let edge = side == .opens ? relationship.window.opens : relationship.window.closes
        let shifts = mutants.filter { $0.rule.kind == .relationship && $0.rule.id == id.text }
          .compactMap { mutant -> Bool? in
            guard case .shifted(side.rawValue, _, let isEarlier) = mutant.change else { return nil }
            return isEarlier
          }
        let isRelative = if case .relative = edge { true } else { false }
        #expect(Set(shifts) == (isRelative ? [true, false] : []))
        #expect(shifts.count == (isRelative ? 2 : 0))
      }
    }
  }

  @Test func `stand in the order of their places, each once`() throws {
    let mutants = Mutants.all(of: try World(seed: TestRun.seed, number: 0).policy)
    #expect(mutants.map(\.range) == mutants.map(\.range).sorted())
    var seen: Set<[String]> = []
    for mutant in mutants {
      let name = ["\(mutant.rule.kind)", mutant.rule.id, "\(mutant.change)", "\(mutant.range)"]
      #expect(seen.insert(name).inserted, "\(name)")
    }
  }
}
