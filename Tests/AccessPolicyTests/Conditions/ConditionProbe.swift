import AccessPolicy

/// A tiny policy set whose function gate says what a condition is: `yes`, `no` or `unknown`.
///
/// Reading is open when the condition holds, and writing when it does not. When it sees a
/// link, it stands in a care relationship, and the relationship gate says so.
struct ConditionProbe {
  private let engine: PolicyEngine

  /// Takes a condition; where growing sets forbid its opposite, `no` cannot be told from `unknown`.
  init(_ condition: String, seesLink: Bool = false, mayBeNegated: Bool = true) throws {
    let negated = mayBeNegated ? "not (\(condition))" : "never"
    var read: Tree = ["do": ["read"], "on": ["note", "report"]]
    var write: Tree = ["do": ["write"], "on": ["note", "report"]]
    var relationship: Tree = [
      "title": .title("any link"), "links": ["episode", "referral"], "opens": "always",
      "closes": "never",
    ]
    var opposite = relationship
    if seesLink {
      relationship["where"] = .text("request.action == read and (\(condition))")
      opposite["where"] = .text("request.action == write and \(negated)")
    } else {
      read["when"] = .text(condition)
      write["when"] = .text(negated)
    }
    let policy = try TinyPolicy.policy(changing: [
      "securityClasses": [
        "all": ["title": .title("all"), "grants": ["read": read, "write": write]]
      ],
      "careRelationships": ["any": relationship, "opposite": opposite],
    ])
    gate = seesLink ? .relationship : .function
    engine = PolicyEngine(policy)
  }

  private let gate: GateID

  /// What the condition is for a request, whose action does not matter.
  func truth(_ request: AccessRequest) -> Truth {
    var request = request
    request.action = TinyPolicy.read
    if allows(request) { return .yes }
    request.action = TinyPolicy.write
    return allows(request) ? .no : .unknown
  }

  private func allows(_ request: AccessRequest) -> Bool {
    engine.decide(request).gates.first { $0.gate == gate }?.answer == .allow
  }
}
