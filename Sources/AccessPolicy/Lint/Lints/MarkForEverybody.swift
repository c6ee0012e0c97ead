extension Lint {
  /// A mark whose circle holds everybody: what it is set on is not shielded at all.
  static let markForEverybody = Lint(code: .markForEverybody) { subject in
    subject.policy.marks.flatMap { id, mark in
      let single = mark.circle.filter { entry in
        entry.through == nil
          && subject.analysis.implies(
            .constant(true),
            entry.condition,
            given: subject.shielded(by: mark)
          )
      }
      let circles = single.isEmpty ? [subject.together(mark)] : single.map { [$0] }
      return circles.compactMap { entries in
        entries.first.map { first in
          LintFinding(
            about: first.term,
            .markForEverybody(id, entries: entries.map(\.id.text), at: first.term.range)
          )
        }
      }
    }
  }
}

extension LintSubject {
  /// The fewest entries of a circle that leave out nobody whose facts are known; none where there are
  /// no such entries.
  fileprivate func together(_ mark: Mark) -> [CircleEntry] {
    func leaveOut(_ entries: [CircleEntry]) -> Bool {
      analysis.mayFail(entries.map(\.condition), given: shielded(by: mark))
    }
    let left = mark.circle.filter { $0.through == nil && leaveOut([$0]) }
    guard left.count > 1, !leaveOut(left) else { return [] }
    return left.fewest { !leaveOut($0) }
  }
}
