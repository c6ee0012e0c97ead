extension Lint {
  /// Attributes that requests must carry and that no condition and no scope looks at.
  static let unusedAttributes = Lint(code: .unusedEntry) { subject in
    let tests = subject.policy.everyCondition.flatMap(\.tests)
    let scopes = subject.policy.selfAuthorisation.compactMap { rule -> Attribute.Source? in
      if case .attribute(let id) = rule.entry.scope { .declared(.content, id) } else { nil }
    }
    let mentioned = Set(tests.flatMap(\.facts).map(\.source)).union(scopes)
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
