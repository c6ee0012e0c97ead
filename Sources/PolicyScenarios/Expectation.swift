public import AccessPolicy

/// What a decision must be: its outcome, and whatever more the author asks of it.
public struct Expectation: Sendable, Hashable {
  /// The outcome.
  public let outcome: Outcome

  /// What must hold beside the outcome, as written.
  public let parts: [Located<Part>]

  /// Where the outcome was written.
  public let range: SourceRange

  /// One more thing that must hold of a decision with the expected outcome.
  public enum Part: Sendable, Hashable {
    /// A gate with the outcome's answer has to do with this gate or rule.
    case by(String)
    /// No gate with the outcome's answer has to do with this gate or rule.
    case notBy(String)
    /// The obligations are exactly these.
    case obligations(Set<ObligationID>)
    /// The reasons that the demands offer are exactly these.
    case reasons(Set<ReasonID>)
    /// The self-authorisation rules that the demands offer are exactly these.
    case rules(Set<SelfAuthorisationID>)
    /// Grants are issued under exactly these rules.
    case grants(Set<SelfAuthorisationID>)
    /// The routes are exactly those of these purposes, marks and blocks.
    case routes([String: LocalizedText])
    /// Whether existence is hidden.
    case hidden(Bool)
    /// The facts that were not known and would have been needed are exactly these.
    case undetermined(Set<String>)
    /// How long the decision stands; `nil` for ever.
    case validUntil(Instant?)
    /// What the answer becomes when a reason is given.
    case then(Justification, Expectation)
  }
}
