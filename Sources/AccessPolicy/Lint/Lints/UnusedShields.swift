extension Lint {
  /// Marks and kinds of block that keep nobody from anything: no grant opens what they shield.
  ///
  /// Marks are set by requests, and blocks come with them, so a policy set cannot know whether one is
  /// ever used. It does know whether one would make a difference.
  static let unusedShields = Lint(code: .unusedEntry) { subject in
    let grants = subject.grantsHeld
    let patients = subject.policy.contentClasses.filter(\.entry.isAboutPatient).map(\.id)
    func opens(_ actions: Set<ActionID>?, _ classes: Set<ContentClassID>?) -> Bool {
      grants.contains { grant in
        (actions.map { !$0.isDisjoint(with: grant.actions) } ?? true)
          && (classes.map { !$0.isDisjoint(with: grant.contentClasses) } ?? true)
      }
    }
    let marks = subject.policy.marks.filter { !opens($0.entry.actions, $0.entry.covers) }
    let blocks = subject.policy.blocks.filter { !opens($0.entry.actions, Set(patients)) }
    return marks.map { id, mark in
      LintFinding(about: mark.term, .shieldsNothing("mark", id.text, at: mark.term.range))
    }
      + blocks.map { id, block in
        LintFinding(
          about: block.term,
          .shieldsNothing("kind of block", id.text, at: block.term.range)
        )
      }
  }
}
