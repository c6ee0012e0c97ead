import AccessPolicy
import PolicyFiles

/// What holds for every policy set that anybody can write.
public enum PolicyInvariants {
  /// Reads bytes as a policy set; ends the process when something does not hold.
  public static func hold(for bytes: [UInt8]) {
    let input = PolicyInput(bytes)
    DiagnosticInvariants.hold(
      for: input.diagnostics,
      texts: input.texts,
      atMost: 8 * (ReadingLimits.standard.reports + 1)
    )
    _ = DiagnosticRenderer(documents: input.documents).text(input.diagnostics)
    guard input.isRead else { return }
    let check = PolicyCheck(documents: input.documents)
    DiagnosticInvariants.hold(
      for: check.diagnostics,
      texts: input.texts,
      atMost: ReadingLimits.standard.reports + 1
    )
    let hasErrors = check.diagnostics.contains { $0.severity == .error }
    invariant((check.policy == nil) == hasErrors, "there is a policy, or an error")
    let text = check.text()
    guard let policy = check.policy else {
      invariant(!text.isEmpty, "an error is shown")
      return
    }
    holdForMeaning(policy, input)
    PolicyProbe.decide(by: policy)
    holdForLints(policy, input)
  }

  /// Warnings are mistakes like others, and each is about the policy set that was read.
  private static func holdForLints(_ policy: Policy, _ input: PolicyInput) {
    let report = PolicyPipeline.lint(policy)
    let found = report.warnings + report.silenced.map(\.warning)
    DiagnosticInvariants.hold(for: report.warnings, texts: input.texts, atMost: .max)
    invariant(found.allSatisfy { $0.severity == .warning }, "lints warn")
    invariant(found.allSatisfy { $0.range != nil }, "a warning has a place")
    _ = DiagnosticRenderer(documents: input.documents).text(report.warnings)
  }

  /// What does not count for the meaning changes neither digest nor mistakes.
  private static func holdForMeaning(_ policy: Policy, _ input: PolicyInput) {
    let digest = policy.identity.digest
    let reversed = PolicyCheck(documents: input.documents.reversed())
    invariant(reversed.policy?.identity.digest == digest, "the order of files means nothing")
    let yaml = input.documents.filter { !$0.file.hasSuffix(".json") }
    guard yaml.count == input.documents.count, !yaml.contains(where: { $0.text.contains("\r") })
    else { return }
    let otherBreaks = yaml.map { document in
      let text = document.text.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: "\r\n")
      return YAMLReader.document(text, file: document.file).document
    }
    let other = PolicyCheck(documents: otherBreaks)
    invariant(other.policy?.identity.digest == digest, "line ends mean nothing")
    invariant(
      other.diagnostics.map(\.range) == PolicyCheck(documents: yaml).diagnostics.map(\.range),
      "line ends move no place"
    )
  }
}
