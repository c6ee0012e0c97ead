public import AccessPolicy

/// One part of a decision that is not as expected.
public struct Difference: Sendable, Hashable {
  /// Which part; the raw value is the key under which it is expected.
  public enum Part: String, Sendable, Hashable, CaseIterable {
    /// The outcome.
    case outcome
    /// A gate or rule that should have the outcome's answer.
    case by
    /// A gate or rule that should not have it.
    case notBy
    /// The obligations.
    case obligations
    /// The reasons offered.
    case reasons
    /// The self-authorisation rules offered.
    case rules
    /// The rules under which grants are issued.
    case grants
    /// The purposes, marks and blocks whose routes are given.
    case routes
    /// Whether existence is hidden.
    case hidden
    /// The facts that were not known.
    case undetermined
    /// How long the decision stands.
    case validUntil
  }

  /// Which part differs.
  public let part: Part

  /// What was expected, in order.
  public let expected: [String]

  /// What came out, in order.
  public let actual: [String]

  /// Where the expectation stands.
  public let range: SourceRange

  init(_ part: Part, expected: [String], actual: [String], at range: SourceRange) {
    self.part = part
    self.expected = expected
    self.actual = actual
    self.range = range
  }
}
