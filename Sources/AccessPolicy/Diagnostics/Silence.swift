/// What an author says beside a rule of a warning about it: it is known here, and stays for a reason.
///
/// ```yaml
/// silence: { template-without-approval: "the municipality takes it up in May" }
/// ```
public struct Silence: Sendable, Hashable {
  /// The warning that is silenced.
  public let code: DiagnosticCode

  /// Why it is left as it is.
  public let reason: String

  /// Where the silence stands.
  public let range: SourceRange

  package init(code: DiagnosticCode, reason: String, at range: SourceRange) {
    self.code = code
    self.reason = reason
    self.range = range
  }
}
