extension Lint {
  /// A window with an edge that nobody wrote: it stands where the link's end happens to be.
  static let unwrittenEdge = Lint(code: .unwrittenEdge) { subject in
    subject.policy.careRelationships.flatMap { id, relationship in
      relationship.window.edges.filter { relationship.unwrittenEdges.contains($0.side) }
        .map { side, edge in
          LintFinding(
            about: relationship.term,
            .unwrittenEdge(side, of: id, edge, at: relationship.term.range)
          )
        }
    }
  }
}
