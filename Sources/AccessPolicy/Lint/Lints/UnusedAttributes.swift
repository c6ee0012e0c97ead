extension Lint {
  /// Attributes that requests must carry and that no condition looks at.
  static let unusedAttributes = Lint(code: .unusedEntry) { subject in
    let mentioned = subject.policy.everyCondition.reduce(into: Set<Attribute.Source>()) {
      $1.collectSources(into: &$0)
    }
    return subject.policy.attributes.flatMap { group, attributes in
      attributes.filter { !mentioned.contains(.declared(group, $0.id)) }.map { id, attribute in
        LintFinding(
          about: attribute.term,
          .unmentioned(
            "\(group.rawValue).\(id)",
            carriedBy: group == .record ? "staff records" : "requests",
            at: attribute.term.range
          )
        )
      }
    }
  }
}

extension Condition {
  /// Adds every fact that the condition looks at.
  fileprivate func collectSources(into sources: inout Set<Attribute.Source>) {
    switch self {
    case .constant: break
    case .not(let inner): inner.collectSources(into: &sources)
    case .all(let parts), .any(let parts):
      for part in parts { part.collectSources(into: &sources) }
    case .test(let test, words: _, at: _):
      switch test {
      case .holds(let fact), .has(let fact): sources.insert(fact.source)
      case .equal(let a, let b, negated: _), .ordered(let a, _, let b),
        .member(let a, let b, negated: _), .within(let a, let b, negated: _):
        for case .attribute(let fact, shiftedBy: _) in [a, b] { sources.insert(fact.source) }
      }
    }
  }
}
