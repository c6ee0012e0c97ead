import AccessPolicy
import PolicyFiles
import PolicyScenarios
import Testing

private let names = [
  "helseplattformen", "sverige-sammanhallen-journalforing", "examples/two-rule-ward",
  "examples/lending-desk",
]

@Suite struct `Shipped policy sets` {
  @Test(arguments: names)
  func `answer every scenario as expected`(name: String) throws {
    let report = try ShippedPolicySet.report(name)
    #expect(report.hasPassed, "\(report.text(in: .en))")
  }

  @Test(arguments: names)
  func `leave no warning that is not silenced with a reason`(name: String) throws {
    let review = PolicyReview(path: ShippedPolicySet.root(name))
    #expect(review.isClean, "\(review.text())")
    #expect(review.policy != nil)
  }

  @Test func `have a case for each of the first ninety scenarios`() throws {
    let set = try ShippedPolicySet.helseplattformen.get()
    let ids = Set(set.scenarios.cases.compactMap(\.id))
    for number in 1...90 {
      let id = number < 10 ? "S0\(number)" : "S\(number)"
      #expect(ids.contains(id), "no case is called \(id)")
    }
  }
}
