extension Lint {
  /// A mark whose circle holds everybody: what it is set on is not shielded at all.
  static let markForEverybody = Lint(code: .markForEverybody) { subject in
    subject.policy.marks.flatMap { id, mark in
      mark.circle.filter { entry in
        entry.through == nil
          && subject.analysis.implies(
            .constant(true),
            entry.condition,
            given: subject.shielded(by: mark)
          )
      }.map { entry in
        LintFinding(
          about: entry.term,
          .markForEverybody(id, entry: entry.id.text, at: entry.term.range)
        )
      }
    }
  }
}
