extension Lint {
  /// A window that was always open, or never closes: the relationship outlasts every need.
  static let windowWithoutEdge = Lint(code: .windowWithoutEdge) { subject in
    subject.policy.careRelationships.flatMap { id, relationship in
      relationship.window.edges.filter { $0.edge == .unbounded }.map { side, _ in
        LintFinding(
          about: relationship.term,
          .unboundedEdge(side, of: id, at: relationship.term.range)
        )
      }
    }
  }
}

extension Window {
  /// Both edges.
  var edges: [(side: Side, edge: Edge)] { [(.opens, opens), (.closes, closes)] }
}
