/// A rule that makes patient logistics a care relationship for a time.
public struct CareRelationship: Sendable, Hashable {
  /// Title, ground, place.
  public internal(set) var term: Term
  /// Kinds of logistics that can make it.
  public internal(set) var links: Set<LogisticsKindID>
  /// Statuses that count, out of those the kinds count; `nil` for all of these.
  public internal(set) var statuses: Set<LinkStatusID>?
  /// What must hold of session, patient, link and content.
  public internal(set) var condition: Condition
  /// Whether its author wrote the condition; else it always holds.
  public internal(set) var isConditionWritten: Bool
  /// When it opens and closes.
  public internal(set) var window: Window
  /// The edges that its author did not write, and that are therefore at the ends of the link.
  public internal(set) var unwrittenEdges: Set<Window.Side>
  /// The purposes it serves; `nil` for every purpose that is not declared `onlyWhereNamed`.
  public internal(set) var purposes: Set<PurposeID>?
  /// The self-authorisation rule it takes; `nil` for standard access.
  public internal(set) var takes: SelfAuthorisationID?
  /// What comes with it.
  public internal(set) var obligations: Set<ObligationID>
}

/// The time in which a link makes a relationship: open from `opens`, and until just before `closes`.
public struct Window: Sendable, Hashable {
  /// When it opens.
  public let opens: Edge
  /// When it closes; that instant is outside.
  public let closes: Edge

  package init(opens: Edge, closes: Edge) {
    self.opens = opens
    self.closes = closes
  }

  /// Which of the two edges; the raw value is its key in policy files.
  public enum Side: String, Sendable, Hashable, CaseIterable {
    /// When the window opens.
    case opens
    /// When it closes.
    case closes
  }

  /// One edge of a window.
  public enum Edge: Sendable, Hashable, CustomStringConvertible {
    /// Since ever, or for ever.
    case unbounded
    /// A span after (or, when negative, before) one end of the link.
    case relative(Anchor, TimeSpan)

    /// The edge as policy files write it.
    public var description: String {
      switch self {
      case .unbounded: "without bound"
      case .relative(let anchor, let span) where span == .zero: "at \(anchor.rawValue)"
      case .relative(let anchor, let span) where span < .zero: "\(-span) before \(anchor.rawValue)"
      case .relative(let anchor, let span): "\(span) after \(anchor.rawValue)"
      }
    }
  }

  /// The end of a link that an edge is counted from.
  public enum Anchor: String, Sendable, Hashable {
    /// The link's beginning.
    case start
    /// The link's end.
    case end
  }
}

/// A rule that opens content without a patient: lists, reports, logs, templates.
public struct Reach: Sendable, Hashable {
  /// Title, ground, place.
  public internal(set) var term: Term
  /// The classes it opens.
  public internal(set) var contentClasses: Set<ContentClassID>
  /// What must hold of session and content.
  public internal(set) var condition: Condition
  /// Whether its author wrote the condition; else it always holds.
  public internal(set) var isConditionWritten: Bool
  /// The purposes it serves; `nil` for every purpose that is not declared `onlyWhereNamed`.
  public internal(set) var purposes: Set<PurposeID>?
  /// The self-authorisation rule it takes; `nil` for standard access.
  public internal(set) var takes: SelfAuthorisationID?
  /// What comes with it.
  public internal(set) var obligations: Set<ObligationID>
}
