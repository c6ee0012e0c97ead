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
  /// With a file that cannot be read, only what is certain is said of the others: names that the file
  /// declares would seem to be missing.
  public init(path: String, limits: ReadingLimits = .standard) {
    let read = PolicyFolder.load(path, limits: limits)
    self.init(documents: read.documents, diagnostics: read.diagnostics)
  }

  /// Checks documents that were read elsewhere, together with what reading them has shown.
  public init(documents: [Document], diagnostics found: [Diagnostic] = []) {
    self.documents = documents
    let errors = found.filter { $0.severity == .error }
    guard errors.isEmpty else {
      policy = nil
      let unread = Self.files(of: errors, in: documents)
      diagnostics = (found + PolicyPipeline.check(documents, besides: unread)).sorted()
      return
    }
    let checked = PolicyPipeline.check(documents)
    policy = checked.policy
    diagnostics = (found + checked.diagnostics).sorted()
  }

  /// The files that have errors; `nil` unless the texts of all of them are there.
  private static func files(of errors: [Diagnostic], in documents: [Document]) -> Set<String>? {
    let withText = Set(documents.filter { !$0.text.isEmpty }.map(\.file))
    var files: Set<String> = []
    for error in errors {
      guard let file = error.range?.file, withText.contains(file) else { return nil }
      files.insert(file)
    }
    return files
  }

  /// The mistakes as text, each with the line that it stands in, and a summary at the end.
  public func text(isColoured: Bool = false) -> String {
    DiagnosticRenderer(documents: documents, isColoured: isColoured).text(diagnostics)
  }
}
