extension Lint {
  /// A care relationship to every patient with such a link, or reach to all content of its classes,
  /// that nobody wrote.
  static let unwrittenCondition = Lint(code: .unwrittenCondition) { subject in
    let relationships = subject.policy.careRelationships
      .filter { !$0.entry.isConditionWritten }
      .map { id, relationship in
        LintFinding(
          about: relationship.term,
          .unwrittenCondition(
            "the care relationship `\(id)`",
            opens: "every patient with such a link, wherever it belongs, to whoever has the role",
            at: relationship.term.range
          )
        )
      }
    let reach = subject.policy.reach.filter { !$0.entry.isConditionWritten }.map { id, reach in
      LintFinding(
        about: reach.term,
        .unwrittenCondition(
          "the reach rule `\(id)`",
          opens: "all content of these classes, wherever it was recorded, to whoever has the role",
          at: reach.term.range
        )
      )
    }
    return relationships + reach
  }
}
