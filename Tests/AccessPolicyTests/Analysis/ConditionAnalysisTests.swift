import PolicyTestSupport
@testable import AccessPolicy
import Testing

/// The analysis against the slow evaluator on every request that the facts of a condition allow.
@Suite struct ConditionAnalysisTests {
  private static let groups: Result<[[ProbedCondition]], any Error> = Result {
    var dice = Dice(seed: TestRun.seed, 7)
    return try ProbedCondition.groups(60, each: 12, &dice)
  }

  private let analysis: ConditionAnalysis

  init() throws { analysis = ConditionAnalysis(try TinyPolicy.policy()) }

  @Test func `what never holds holds of no request, and the other way round`() throws {
    var (never, missed) = (0, [String]())
    for probed in try Self.groups.get().joined() {
      let holds = probed.truths.contains(.yes)
      if !analysis.mayHold([probed.condition]) {
        never += 1
        #expect(!holds, "\(probed.text)")
      } else if !holds {
        missed.append(probed.text)
      }
    }
    #expect(never > 60)
    #expect(missed == [], "not found to be never true")
  }

  @Test func `what never fails fails of no request`() throws {
    var always = 0
    for probed in try Self.groups.get().joined() where !analysis.mayFail([probed.condition]) {
      always += 1
      #expect(!probed.truths.contains(.no), "\(probed.text)")
    }
    #expect(always > 30)
  }

  @Test func `what is implied holds wherever the other does`() throws {
    var (implied, missed, pairs) = (0, [String](), 0)
    for group in try Self.groups.get() {
      for first in group {
        for second in group where second.text != first.text {
          pairs += 1
          let follows = zip(first.truths, second.truths).allSatisfy { $0 != .yes || $1 == .yes }
          if analysis.implies(first.condition, second.condition) {
            implied += 1
            #expect(follows, "\(first.text)  ⇒  \(second.text)")
          } else if follows {
            missed.append("\(first.text)  ⇒  \(second.text)")
          }
        }
      }
    }
    #expect(implied > 500)
    #expect(missed.count * 100 < pairs, "\(missed.prefix(20).joined(separator: "\n"))")
  }

  @Test func `parts that are said to be constant are`() throws {
    var found = 0
    for probed in try Self.groups.get().joined() {
      for part in analysis.constantParts(of: probed.condition) {
        found += 1
        switch part.kind {
        case .never: #expect(!analysis.mayHold(part.parts), "\(probed.text)")
        case .always: #expect(!analysis.mayFail(part.parts), "\(probed.text)")
        case .comparesWithItself: Issue.record("no test compares a fact with itself")
        }
        // Without any one of them, the others are no longer so.
        for index in part.parts.indices where part.parts.count > 1 {
          var fewer = part.parts
          fewer.remove(at: index)
          #expect(part.kind == .never ? analysis.mayHold(fewer) : analysis.mayFail(fewer))
        }
      }
    }
    #expect(found > 60)
  }

  /// Conditions of whole worlds, with links, declared attributes and sets, on requests of all kinds.
  @Test(arguments: 0..<40)
  func `no request of a generated world shows otherwise`(number: Int) throws {
    let world = try World(seed: TestRun.seed, number: 2_000_000 + number)
    let analysis = ConditionAnalysis(world.policy)
    let conditions = world.policy.everyCondition
    let never = conditions.map { !analysis.mayHold([$0]) }
    let always = conditions.map { !analysis.mayFail([$0]) }
    for number in 0..<40 {
      let request = world.request(number)
      let evaluator = ReferenceEvaluator(policy: world.policy, request: request)
      let links: [Link?] = [nil] + (request.patient?.links ?? [])
      for (index, condition) in conditions.enumerated() where never[index] || always[index] {
        for link in links {
          let truth = evaluator.look(at: condition, link: link).truth.asTruth
          #expect(!(never[index] && truth == .yes), "\(condition.words)")
          #expect(!(always[index] && truth == .no), "\(condition.words)")
        }
      }
    }
  }
}
