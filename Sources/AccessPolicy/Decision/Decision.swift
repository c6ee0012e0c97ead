/// The answer to a request, with all that a log entry, a screen and an auditor need of it.
public struct Decision: Sendable, Hashable {
  /// The answer: the strictest of the gates'.
  public let outcome: Outcome

  /// Every gate's answer, in the order of ``GateID``.
  public let gates: [GateAnswer]

  /// For each gate that answers *justify*, what would open it; empty unless ``outcome`` is *justify*.
  public let demands: [Demand]

  /// What the caller must also do, joined over the deciding rules; empty on *deny*.
  public let obligations: [ObligationID]

  /// Grants issued because a reason was accepted, for the caller to store; empty unless *allow*.
  public let issuedGrants: [Grant]

  /// Facts that were not known and would have been needed, by name, for the gates that do not allow.
  public let undetermined: [String]

  /// Where the person can go instead, from the rules that deny.
  public let routes: [LocalizedText]

  /// Whether the person must not learn that the content exists.
  public let hidesExistence: Bool

  /// The first instant at which time alone may change the decision; `nil` when it never does.
  public let validUntil: Instant?

  /// The policy set that decided.
  public let policy: PolicyIdentity
}

/// One gate's answer, and what it rests on.
public struct GateAnswer: Sendable, Hashable {
  /// The gate.
  public let gate: GateID
  /// Its answer.
  public let answer: Outcome
  /// The rule that decided; `nil` when the gate denies because no rule opens it.
  public let rule: RuleID?
  /// Where the deciding rule stands.
  public let place: SourceRange?
  /// What the answer rests on.
  public let basis: Basis

  /// What a gate's answer rests on, beside its rule.
  public enum Basis: Sendable, Hashable {
    /// The rule alone.
    case rule
    /// A piece of patient logistics.
    case link(LinkRef)
    /// An earlier grant of a self-authorisation rule.
    case grant(SelfAuthorisationID, GrantRef?)
    /// A reason given with this request, accepted by a self-authorisation rule.
    case justification(SelfAuthorisationID, ReasonID)
  }
}

/// A gate that every request passes, or one for a mark or block that is in force.
public enum GateID: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// An authorisation that is active now.
  case authorisation
  /// A login unit that the role opens.
  case workplace
  /// Authentication that is strong enough.
  case authentication
  /// A purpose that the role has.
  case purpose
  /// Changes only while the system takes them.
  case readOnly
  /// A right of the role.
  case function
  /// A clinical licence, where the action takes one.
  case licence
  /// A service need for the patient, or reach to the content.
  case relationship
  /// The circle of a mark in force.
  case mark(MarkID)
  /// Marks of which nobody says which they are; always closed.
  case unnamedMark
  /// A block in force.
  case block(BlockRef)

  /// The gate's name: `function`, `mark:sensitive`.
  public var description: String {
    switch self {
    case .authorisation: "authorisation"
    case .workplace: "workplace"
    case .authentication: "authentication"
    case .purpose: "purpose"
    case .readOnly: "read-only"
    case .function: "function"
    case .licence: "licence"
    case .relationship: "relationship"
    case .mark(let id): "mark:\(id)"
    case .unnamedMark: "mark:?"
    case .block(let id): "block:\(id)"
    }
  }

  /// Orders gates as they are passed; marks and blocks by their ids.
  public static func < (a: Self, b: Self) -> Bool {
    switch (a, b) {
    case (.mark(let a), .mark(let b)): a < b
    case (.block(let a), .block(let b)): a < b
    default: GateKind(a).rawValue < GateKind(b).rawValue
    }
  }
}

/// What a gate that answers *justify* asks for: one of these self-authorisation rules.
public struct Demand: Sendable, Hashable {
  /// The gate that asks.
  public let gate: GateID

  /// The rules of which one must be satisfied, ordered by id.
  public let anyOf: [Offer]

  /// One self-authorisation rule as it is offered to the person.
  public struct Offer: Sendable, Hashable {
    /// The rule.
    public let rule: SelfAuthorisationID
    /// The coded reasons that it accepts, in order.
    public let reasons: [ReasonID]
    /// The least number of characters of the text that can be seen; see `docs/semantics.md`, section 5.
    public let leastText: Int
    /// The reasons for which that text is required, in order.
    public let textRequiredFor: [ReasonID]
    /// How long the grant would last.
    public let lifetime: TimeSpan
    /// How much the grant would cover.
    public let scope: Grant.Scope
    /// What would come with it, in order.
    public let obligations: [ObligationID]
  }
}
