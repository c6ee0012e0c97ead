extension Lint {
  /// A mark that nobody passes, whatever the reason: content under it is lost to everybody.
  static let markForNobody = Lint(code: .markForNobody) { subject in
    subject.policy.marks.filter { _, mark in
      mark.circle.allSatisfy { subject.whyNobody($0, of: mark) != nil }
        && !subject.hasOverride(mark)
    }.map { id, mark in
      LintFinding(
        about: mark.term,
        .markForNobody(id, override: mark.override?.text, at: mark.term.range)
      )
    }
  }
}

extension LintSubject {
  /// Whether some role can open the mark with a reason.
  fileprivate func hasOverride(_ mark: Mark) -> Bool {
    guard let id = mark.override, let rule = policy.selfAuthorisation[id] else { return false }
    return roles.contains { $0.parts.selfAuthorisation.contains(id) }
      && analysis.mayHold([rule.condition], given: shielded(by: mark))
  }
}
