@testable import AccessPolicy
import Testing

/// Pairs of policy sets that differ at one cut alone: each difference is found, and missed without the cut.
@Suite struct `Cuts` {
  /// Two policy sets, and the cut at which they can be told apart.
  struct Pair: Sendable, CustomTestStringConvertible {
    let cut: SeededDefect
    let old: Tree
    let new: Tree

    var testDescription: String { "\(cut)" }
  }

  static let pairs: [Pair] = [
    // Told apart by a second that no edge names.
    Pair(
      cut: .windowNeighbours,
      old: relationships(
        "where",
        "content.recorded > link.starts and content.recorded < link.starts + 2 seconds"
      ),
      new: relationships("where", "never")
    ),
    // The same but for numbers that no test mentions.
    Pair(
      cut: .numberNeighbours,
      old: relationships("where", "session.a-number in [0, 5]"),
      new: relationships("where", "session.a-number <= 0 or session.a-number == 5")
    ),
    // The same unless the fact is missing.
    Pair(
      cut: .missingFacts,
      old: relationships("where", "session.a-yes-or-no != yes"),
      new: relationships("where", "not session.a-yes-or-no")
    ),
    Pair(
      cut: .marksOfItems,
      old: marks("sensitive not in content.marks"),
      new: marks("always")
    ),
    Pair(
      cut: .subtemplates,
      old: relationships("where", "session.a-yes-or-no"),
      new: relationships("where", "session.a-yes-or-no or night in session.subtemplates")
    ),
  ]

  private static func relationships(_ key: String, _ value: String) -> Tree {
    var rule: Tree = ["title": .title("any"), "links": ["episode"]]
    rule[key] = .text(value)
    let opposite: Tree = ["title": .title("opposite"), "links": ["episode"], "where": "never"]
    return ["careRelationships": ["any": rule, "opposite": opposite]]
  }

  private static func marks(_ circle: String) -> Tree {
    [
      "marks": [
        "sensitive": [
          "title": .title("sensitive"),
          "opensTo": ["some": ["title": .title("some"), "when": .text(circle)]],
        ]
      ]
    ]
  }

  @Test(arguments: pairs) func `a difference at one cut is found, and missed without it`(
    pair: Pair
  ) throws {
    let old = try TinyPolicy.policy(changing: pair.old)
    let new = try TinyPolicy.policy(changing: pair.new)
    guard case .differs(let difference) = PolicyComparison(old, new).firstDifference() else {
      Issue.record("not found: \(pair.cut)")
      return
    }
    let witness = difference.witness
    #expect(witness.oldDecision == ReferenceEvaluator.decide(witness.oldRequest, by: old))
    #expect(witness.decision == ReferenceEvaluator.decide(witness.request, by: new))
    guard case .equal = PolicyComparison(old, new, leavingOut: pair.cut).firstDifference() else {
      Issue.record("found all the same without \(pair.cut)")
      return
    }
  }

  @Test func `every cut has a pair`() {
    #expect(Set(Self.pairs.map(\.cut)) == Set(SeededDefect.allCases))
  }

  @Test func `what is called otherwise and means the same is no difference`() throws {
    let old = try TinyPolicy.policy()
    let template: Tree = [
      "title": .title("nurse"), "securityClasses": ["all"], "purposes": ["care"],
      "relationships": ["same", "opposite"], "reach": ["reports"],
      "units": ["trust", "gp", "alone"],
    ]
    let new = try TinyPolicy.policy(changing: [
      "templates": ["sister": template],
      "careRelationships": [
        "same": ["title": .title("other words"), "links": ["episode"]],
        "opposite": ["title": .title("opposite"), "links": ["episode"], "where": "never"],
      ],
    ])
    let comparison = PolicyComparison(old, new)
    let found = comparison.differences()
    #expect(found.differences.isEmpty)
    #expect(found.renamed == [PolicyDifferences.Renamed(old: "nurse", new: "sister")])
  }
}
