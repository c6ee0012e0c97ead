import AccessPolicy
import Testing

/// One row of a table of conditions: what a condition is for a request with a change.
struct ConditionRow: Sendable, CustomTestStringConvertible {
  let condition: String
  let given: String
  let truth: Truth
  let change: @Sendable (inout AccessRequest) -> Void
  var seesLink = false
  var mayBeNegated = true

  var testDescription: String { "\(condition) is \(truth) with \(given)" }

  func check() throws {
    var request = TinyPolicy.request()
    change(&request)
    let probe = try ConditionProbe(condition, seesLink: seesLink, mayBeNegated: mayBeNegated)
    #expect(probe.truth(request) == truth)
  }

  static func row(
    _ condition: String,
    _ given: String,
    is truth: Truth,
    _ change: @escaping @Sendable (inout AccessRequest) -> Void = { _ in }
  ) -> ConditionRow {
    ConditionRow(condition: condition, given: given, truth: truth, change: change)
  }

  /// A row about a set that more of only opens: it is open, or else it may be `no` or `unknown`.
  static func growing(
    _ condition: String,
    _ given: String,
    opens: Bool,
    _ change: @escaping @Sendable (inout AccessRequest) -> Void = { _ in }
  ) -> ConditionRow {
    var row = row(condition, given, is: opens ? .yes : .unknown, change)
    row.mayBeNegated = false
    return row
  }

  static func link(
    _ condition: String,
    _ given: String,
    is truth: Truth,
    _ change: @escaping @Sendable (inout Link) -> Void = { _ in }
  ) -> ConditionRow {
    ConditionRow(
      condition: condition,
      given: given,
      truth: truth,
      change: { request in
        guard var patient = request.patient else { return }
        change(&patient.links[0])
        request.patient = patient
      },
      seesLink: true
    )
  }

  /// A row about the value of a declared attribute of the session.
  static func value(
    _ condition: String,
    _ value: Fact<AttributeValue>?,
    of attribute: String,
    is truth: Truth
  ) -> ConditionRow {
    row(condition, value.map { Dump.line($0) } ?? "nothing", is: truth) {
      $0.session.attributes[id(attribute)] = value
    }
  }
}

/// An id as tests write it; one that cannot be an id is a mistake of the test.
func id<Kind>(_ text: String) -> Identifier<Kind> { Identifier(text)! }
