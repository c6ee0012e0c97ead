public import AccessPolicy
import PolicyScenarios

/// A policy set as its author should hear of it: what is wrong, in the scenarios too, and what is
/// valid and probably not meant.
///
/// ```swift
/// let review = PolicyReview(path: "policies/my-set")
/// print(review.text())
/// ```
public struct PolicyReview: Sendable {
  /// The files of the policy set and of its scenarios.
  public let documents: [Document]

  /// The checked policy; `nil` when there are errors in it.
  public let policy: Policy?

  /// Every error and every warning that is not silenced, in source order.
  public let diagnostics: [Diagnostic]

  /// The warnings that are silenced, each with the reason, in source order.
  public let silenced: [LintReport.Silenced]

  /// Reads and reviews a policy set: a folder, or one file; with its folder `scenarios`, if there is
  /// one.
  ///
  /// Scenarios are read when the policy set is valid, and lints asked when all is: before that they
  /// would speak of consequences.
  public init(path: String, limits: ReadingLimits = .standard) {
    let check = PolicyCheck(path: path, limits: limits)
    policy = check.policy
    guard let policy = check.policy else {
      documents = check.documents
      diagnostics = check.diagnostics
      silenced = []
      return
    }
    let read = ScenarioFolder.loadIfThere(policyPath: path, limits: limits)
    documents = check.documents + read.documents
    var mistakes = read.diagnostics
    if !read.documents.isEmpty, !Self.hasErrors(mistakes) {
      mistakes += ScenarioReader.read(read.documents, policy: policy).diagnostics
    }
    let report =
      Self.hasErrors(mistakes)
      ? .empty : PolicyPipeline.lint(policy).joined(ScenarioReader.lint(read.documents))
    diagnostics = Self.shown((check.diagnostics + mistakes + report.warnings).sorted())
    silenced = report.silenced
  }

  /// Whether something keeps the policy set or its scenarios from being used.
  public var hasErrors: Bool { Self.hasErrors(diagnostics) }

  /// Whether anything is left to be mended or silenced.
  public var isClean: Bool { diagnostics.isEmpty }

  /// What was found as text, each with the line that it stands in, and a summary at the end; empty
  /// when there is nothing to show.
  public func text(isColoured: Bool = false, showsSilenced: Bool = false) -> String {
    DiagnosticRenderer(documents: documents, isColoured: isColoured)
      .text(diagnostics, silenced: silenced, showsSilenced: showsSilenced)
  }

  /// As many as anybody reads.
  private static func shown(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    let limit = ReadingLimits.standard.reports
    guard diagnostics.count > limit, !hasErrors(diagnostics) else { return diagnostics }
    return diagnostics.prefix(limit) + [.moreWarnings(than: limit)]
  }

  private static func hasErrors(_ diagnostics: [Diagnostic]) -> Bool {
    diagnostics.contains { $0.severity == .error }
  }
}
