extension Lint {
  /// A way into the circle of a mark that nobody can take, or a condition by which the mark is never
  /// in force.
  static let neverAppliesToMarks = Lint(code: .neverApplies) { subject in
    subject.policy.marks.flatMap { id, mark -> [LintFinding] in
      var findings = mark.circle.compactMap { entry -> LintFinding? in
        subject.whyNobody(entry, of: mark).map { LintFinding(about: entry.term, $0) }
      }
      if let derived = mark.derived {
        let name = "`derived` of the mark `\(id)`"
        if derived == .constant(false) {
          findings.append(LintFinding(about: mark.term, .saysNever(name, at: mark.term.range)))
        } else if !subject.analysis.mayHold([derived]) {
          findings.append(
            LintFinding(
              about: mark.term,
              .holdsNever(name, condition: derived.words, at: mark.term.range)
            )
          )
        } else if !subject.analysis.mayHold([derived], given: subject.shielded(by: mark)) {
          let words = derived.words
          findings.append(
            LintFinding(
              about: mark.term,
              .againstItsOwnKeys(
                name,
                condition: words,
                keys: ["covers", "actions"],
                at: mark.term.range
              )
            )
          )
        }
      }
      return findings
    }
  }
}

extension LintSubject {
  /// What is known where a mark is looked at.
  func shielded(by mark: Mark) -> Assumptions { assumed(mark.covers, mark.actions) }

  /// Why nobody is inside the circle of a mark by one entry; `nil` where somebody can be.
  func whyNobody(_ entry: CircleEntry, of mark: Mark) -> Diagnostic? {
    let name = "the circle entry `\(entry.id)`"
    let place = entry.term.range
    if entry.condition == .constant(false) { return .saysNever(name, at: place) }
    guard analysis.mayHold([entry.condition]) else {
      return .holdsNever(name, condition: entry.condition.words, at: place)
    }
    let shielded = shielded(by: mark)
    guard analysis.mayHold([entry.condition], given: shielded) else {
      return .againstItsOwnKeys(
        name,
        condition: entry.condition.words,
        keys: ["covers", "actions"],
        at: place
      )
    }
    guard let through = entry.through else { return nil }
    let held = through.sorted().filter { id in
      roles.contains { $0.parts.relationships.contains(id) }
    }
    if held.isEmpty {
      return .throughNobodys(name, through.sorted().map(\.text), at: place)
    }
    let isOpen = held.compactMap { policy.careRelationships[$0] }.contains { relationship in
      var assumed = shielded
      assume(&assumed, linksOf: relationship)
      return analysis.mayHold([entry.condition, relationship.condition], given: assumed)
    }
    return isOpen ? nil : .againstTheRelationships(name, held.map(\.text), at: place)
  }
}
