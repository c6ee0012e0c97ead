/// Whether a piece of patient logistics ties this very reader to the patient, so that it is the reader's to
/// know of.
///
/// It does where the condition of the care relationship holds, and asks in any case that a fact of the link
/// is, or is within, one of the session.
struct ReaderTie {
  let context: RequestContext

  init(_ context: RequestContext) { self.context = context }

  /// - Parameter relationship: The dense index of the care relationship.
  func holds(_ relationship: Int, _ link: Link) -> Bool {
    let compiled = context.compiled
    guard compiled.policy.careRelationships[relationship].entry.condition.tiesToSession,
      let rule = compiled.relationships.rules.first(where: { $0.owner == relationship })
    else { return false }
    return FactReader(context: context, link: link).truth(rule.condition.node) == .yes
  }
}

extension Condition {
  /// Whether it cannot hold unless some fact of the link is, or is within, one of the session.
  fileprivate var tiesToSession: Bool {
    switch self {
    case .all(let parts): parts.contains(where: \.tiesToSession)
    case .any(let parts): !parts.isEmpty && parts.allSatisfy(\.tiesToSession)
    case .test(let test, _, _): test.tiesToSession
    case .constant, .not: false
    }
  }
}

extension Condition.Test {
  fileprivate var tiesToSession: Bool {
    switch self {
    case .equal(_, _, negated: false), .member(_, _, negated: false), .within(_, _, negated: false):
      let groups = Set(facts.compactMap(\.group))
      return groups.contains(.link) && groups.contains(.session)
    case .equal, .member, .within, .holds, .has, .ordered: return false
    }
  }
}
