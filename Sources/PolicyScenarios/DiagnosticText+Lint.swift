import AccessPolicy

// The sentences for warnings about scenarios.

extension Diagnostic {
  static func deviationLacks(_ code: DiagnosticCode, _ owner: String, at range: SourceRange)
    -> Diagnostic
  {
    let (message, help) =
      switch code {
      case .deviationWithoutReason:
        (
          "\(owner) does not say why the person's rights differ from the template",
          "add `reason: …`, without which it gives nothing"
        )
      case .deviationWithoutApprover:
        (
          "nobody has approved \(owner)",
          "add `approver: …`, without which it gives nothing"
        )
      default:
        (
          "\(owner) has no end",
          "add `until: …`, when it is to be looked at again"
        )
      }
    return Diagnostic(
      code,
      message,
      help: "\(help); or say beside it why not: `silence: { \(code.rawValue): \"…\" }`",
      at: range
    )
  }
}
