/// A warning, and the entry that it is about: a silence beside that entry silences it.
package struct LintFinding {
  /// The place of the entry, as its silences know it.
  let entry: SourceRange

  /// What is said of it.
  let warning: Diagnostic

  /// A warning about an entry of a policy set.
  init(about term: Term, _ warning: Diagnostic) { self.init(at: term.range, warning) }

  /// A warning about what stands at a place.
  package init(at entry: SourceRange, _ warning: Diagnostic) {
    self.entry = entry
    self.warning = warning
  }
}
