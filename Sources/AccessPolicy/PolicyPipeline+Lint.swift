extension PolicyPipeline {
  /// What a valid policy set probably does not say as it was meant.
  ///
  /// This is for whoever writes the policy set. No decision depends on it, so a service that only
  /// decides has no need to ask.
  ///
  /// ```swift
  /// for warning in PolicyPipeline.lint(policy).warnings { print(warning.message) }
  /// ```
  public static func lint(_ policy: Policy) -> LintReport {
    let subject = LintSubject(policy)
    let silences = Dictionary(
      policy.terms.filter { !$0.silences.isEmpty }.map { ($0.range, $0.silences) },
      uniquingKeysWith: { first, _ in first }
    )
    return LintReport(Lint.all.flatMap { $0.findings(subject) }, silences: silences)
  }
}
