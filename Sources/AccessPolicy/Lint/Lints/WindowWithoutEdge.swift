extension Lint {
  /// A window with an edge that its author did not write, or that is never reached.
  static let windowWithoutEdge = Lint(code: .windowWithoutEdge) { subject in
    subject.policy.careRelationships.flatMap { id, relationship in
      Window.Side.allCases.compactMap { side in
        let edge = side == .opens ? relationship.window.opens : relationship.window.closes
        let range = relationship.term.range
        if relationship.unwrittenEdges.contains(side) {
          return LintFinding(
            about: relationship.term,
            .unwrittenEdge(side, of: id, edge, at: range)
          )
        }
        guard edge == .unbounded else { return nil }
        return LintFinding(about: relationship.term, .unboundedEdge(side, of: id, at: range))
      }
    }
  }
}
