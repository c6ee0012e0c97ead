@testable import AccessPolicy
import Testing

@Suite struct `Values of declared attributes` {
  private static let red = AttributeValue.code(AttributeID("red")!)

  private func outcome(_ condition: String, _ attributes: [String: AttributeValue]) throws
    -> Outcome
  {
    try BasePolicy.decide(where: condition, BasePolicy.request(attributes)).outcome
  }

  @Test func `the base request is allowed`() throws {
    #expect(try PolicyEngine(BasePolicy.policy()).decide(BasePolicy.request()).outcome == .allow)
    #expect(try outcome("always", [:]) == .allow)
  }

  private static let single: [(String, String, AttributeValue)] = [
    ("patient.consents", "consents", .boolean(true)),
    ("not patient.consents", "consents", .boolean(false)),
    ("patient.weight > -5", "weight", .number(-4)), ("patient.weight < 5", "weight", .number(.min)),
    ("patient.nickname == \"e\"", "nickname", .text("e")),
    ("patient.nickname != \"é\"", "nickname", .text("e\u{301}")),
    ("patient.moved < 2026-03-02", "moved", .date(CivilDate("2026-03-01")!)),
    ("patient.home within general", "home", .unit(UnitID("east")!)),
    ("patient.home.kind == ward", "home", .unit(UnitID("east")!)),
    ("patient.home.enterprise == general", "home", .unit(UnitID("west")!)),
  ]

  @Test(arguments: single.indices)
  func `single values are compared`(index: Int) throws {
    let (condition, name, value) = Self.single[index]
    #expect(try outcome(condition, [name: value]) == .allow)
    #expect(try outcome("not (\(condition))", [name: value]) == .deny)
  }

  @Test(arguments: ["red in patient.colours", "blue not in patient.colours", "has patient.colours"])
  func `sets are compared`(condition: String) throws {
    let outcome = try outcome(condition, ["colours": .set([Self.red])])
    withKnownIssue("every declared set is unknown") {
      #expect(outcome == .allow)
    }
  }

  private static let ofOtherType: [AttributeValue] = [
    .number(1), .boolean(true), .staff("x"), red, .unit(UnitID("east")!), .set([]),
    .set([.number(1)]),
    .set([.set([.text("x")])]),
  ]

  @Test(arguments: ofOtherType)
  func `a value of another type is unknown`(value: AttributeValue) throws {
    for condition in [
      "patient.nickname == \"y\"", "patient.nickname != \"y\"", "has patient.nickname",
    ] {
      let decision = try BasePolicy.decide(
        where: condition,
        BasePolicy.request(["nickname": value])
      )
      withKnownIssue("an empty set counts as a value of any type", isIntermittent: true) {
        #expect(decision.outcome == .deny)
        #expect(decision.undetermined == ["patient.nickname"])
      } when: {
        value == .set([])
      }
    }
  }

  @Test(arguments: ["patient.nickname != \"y\"", "has patient.nickname"])
  func `a set of the type is unknown where one value is expected`(condition: String) throws {
    let outcome = try outcome(condition, ["nickname": .set([.text("x")])])
    withKnownIssue("a set of texts is taken for a text") {
      #expect(outcome == .deny)
    }
  }

  @Test func `sets within sets do no harm, however deep`() async {
    await withKnownIssue("their depth is walked on the stack") {
      await #expect(processExitsWith: .success) {
        var value = AttributeValue.set([.text("x")])
        for _ in 0..<10_000 { value = .set([value]) }
        _ = try BasePolicy.decide(
          where: "has patient.nickname",
          BasePolicy.request(["nickname": value])
        )
      }
    }
  }
}
