import AccessPolicy
import Testing

/// The connectives elsewhere than in the tables of docs/semantics.md, which have a test of their own.
@Suite struct KleeneTests {
  @Test func `yes and no are made of true and false`() {
    #expect(Truth(true) == .yes)
    #expect(Truth(false) == .no)
  }

  /// The tables of the reference evaluator, which are written out, are those of the engine.
  @Test func `the reference has the same tables`() {
    func truth(_ ternary: Ternary) -> Truth {
      switch ternary {
      case .yes: .yes
      case .unknown: .unknown
      case .no: .no
      }
    }
    let all: [Ternary] = [.yes, .unknown, .no]
    for a in all {
      #expect(truth(Ternary.not(a)) == !truth(a))
      for b in all {
        #expect(truth(Ternary.and(a, b)) == (truth(a) && truth(b)))
        #expect(truth(Ternary.or(a, b)) == (truth(a) || truth(b)))
      }
    }
  }

  /// Conditions join by the same tables: each of two tests is made yes, unknown or no by a fact.
  @Test(arguments: Truth.allCases, Truth.allCases)
  func `conditions join by the tables`(a: Truth, b: Truth) throws {
    var request = TinyPolicy.request()
    request.session.systemIsReadOnly = Self.fact(a)
    request.session.attributes[id("a-yes-or-no")] = Self.fact(b).map { .boolean($0) }
    let (first, second) = ("session.systemIsReadOnly", "session.a-yes-or-no")
    #expect(try ConditionProbe("\(first) and \(second)").truth(request) == (a && b))
    #expect(try ConditionProbe("\(first) or \(second)").truth(request) == (a || b))
    #expect(try ConditionProbe("not \(first)").truth(request) == !a)
  }

  private static func fact(_ truth: Truth) -> Fact<Bool> {
    switch truth {
    case .yes: .known(true)
    case .unknown: .unknown
    case .no: .known(false)
    }
  }
}
