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

  @Test(arguments: [
    "red in patient.colours", "blue not in patient.colours", "has patient.colours",
  ])
  func `sets are compared`(condition: String) throws {
    #expect(try outcome(condition, ["colours": .set([Self.red])]) == .allow)
    #expect(try outcome("not (\(condition))", ["colours": .set([Self.red])]) == .deny)
  }

  private static let ofOtherType: [AttributeValue] = [
    .number(1), .boolean(true), .staff("x"), red, .unit(UnitID("east")!), .set([]),
    .set([.text("x")]), .set([.number(1)]), .set([.set([.text("x")])]),
  ]

  @Test(arguments: ofOtherType, ["== \"y\"", "!= \"y\""])
  func `a value of another type is unknown`(value: AttributeValue, test: String) throws {
    for condition in ["patient.nickname \(test)", "not has patient.nickname"] {
      let request = BasePolicy.request(["nickname": value])
      let decision = try BasePolicy.decide(where: condition, request)
      #expect(decision.outcome == .deny)
      #expect(decision.undetermined == ["patient.nickname"])
    }
  }

  private static let withStrangers: [AttributeValue] = [
    red, .set([red, .text("blue")]), .set([.code(AttributeID("green")!)]), .set([.set([red])]),
  ]

  @Test(arguments: withStrangers)
  func `a set with a value of another type, or an undeclared code, is unknown`(
    value: AttributeValue
  ) throws {
    let request = BasePolicy.request(["colours": value])
    for condition in ["red in patient.colours", "blue not in patient.colours"] {
      let decision = try BasePolicy.decide(where: condition, request)
      #expect(decision.outcome == .deny)
      #expect(decision.undetermined == ["patient.colours"])
    }
  }

  @Test func `sets within sets do no harm, however deep`() async {
    await #expect(processExitsWith: .success) {
      var value = AttributeValue.set([.text("x")])
      for _ in 0..<10_000 { value = .set([value]) }
      let request = BasePolicy.request(["nickname": value, "colours": value])
      _ = try BasePolicy.decide(where: "has patient.nickname or has patient.colours", request)
    }
  }
}
