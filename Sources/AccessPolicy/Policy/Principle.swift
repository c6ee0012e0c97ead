/// A statement about a policy set that its authors want to hold whatever the rules come to say.
///
/// It decides nothing: no request is answered otherwise because of it. ``PrincipleVerification`` looks for
/// a situation in which it does not hold.
public struct Principle: Sendable, Hashable {
  /// Title, ground, place.
  public let term: Term

  // MARK: Of which situations it speaks

  /// Of those in which this holds for sure; where it looks at `link.…`, the patient has such a link.
  public let condition: Condition
  /// Of those in which the patient has such a link, or none at all.
  public let links: Selection<Names.LogisticsKind>
  /// Of those in which such a mark is in force, or none at all.
  public let marks: Selection<Names.Mark>
  /// Of those in which such a block is in force, or none at all.
  public let blocks: Selection<Names.BlockKind>

  // MARK: What it says of them

  /// What must never come out.
  public let never: Set<Answer>
  /// What every self-authorisation rule that is offered must have.
  public let reasons: ReasonTerms?
  /// What must come with access for which no reason is asked.
  public let obligations: Set<ObligationID>
  /// Facts that change no answer, in order.
  public let independentOf: [Attribute]

  /// Some of the declared things, none, or whatever there is.
  public enum Selection<Kind>: Sendable, Hashable {
    /// Whatever there is, be it nothing.
    case any
    /// Nothing.
    case none
    /// One of these, be there others or not.
    case some(Set<Identifier<Kind>>)
  }

  /// What can come out.
  public enum Answer: String, Sendable, Hashable, CaseIterable {
    /// Access without a reason.
    case allow
    /// Access once a reason is accepted.
    case justify
    /// No access, whatever the reason.
    case deny
    /// Less than access, where the person learns that there is something.
    case reveal
  }

  /// What every self-authorisation rule that is offered must have.
  public struct ReasonTerms: Sendable, Hashable {
    /// Obligations that it brings.
    public let obligations: Set<ObligationID>
    /// How long it may last; `nil` for however long.
    public let longest: TimeSpan?
    /// How much text it must ask for, of every reason that takes one; `nil` for none.
    public let leastText: Int?
  }
}
