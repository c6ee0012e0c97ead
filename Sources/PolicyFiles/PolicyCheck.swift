public import AccessPolicy

/// A policy set as it stands in files: what was read, what is wrong with it, and the policy.
///
/// ```swift
/// let check = PolicyCheck(path: "policies/my-set")
/// guard let policy = check.policy else { print(check.text()); return }
/// ```
///
/// This is what a service needs that decides. Whoever writes the policy set needs a ``PolicyReview``.
public struct PolicyCheck: Sendable {
  /// The files, in order; those that cannot be read as trees are there with their text.
  public let documents: [Document]

  /// The checked policy; `nil` when there are errors.
  public let policy: Policy?

  /// Every mistake, errors and warnings, in source order.
  public let diagnostics: [Diagnostic]

  /// Reads and checks a policy set: a folder, or one file.
  ///
  /// With a file that cannot be read, what the others say is not judged: names that the file declares
  /// would seem to be missing.
  public init(path: String, limits: ReadingLimits = .standard) {
    let read = PolicyFolder.load(path, limits: limits)
    self.init(documents: read.documents, diagnostics: read.diagnostics)
  }

  /// Checks documents that were read elsewhere, together with what reading them has shown.
  public init(documents: [Document], diagnostics found: [Diagnostic] = []) {
    self.documents = documents
    guard !found.contains(where: { $0.severity == .error }) else {
      policy = nil
      diagnostics = found
      return
    }
    let checked = PolicyPipeline.check(documents)
    policy = checked.policy
    diagnostics = (found + checked.diagnostics).sorted()
  }

  /// The mistakes as text, each with the line that it stands in, and a summary at the end.
  public func text(isColoured: Bool = false) -> String {
    DiagnosticRenderer(documents: documents, isColoured: isColoured).text(diagnostics)
  }
}
