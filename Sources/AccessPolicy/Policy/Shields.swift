/// A mark that shields content from everybody outside its circle.
public struct Mark: Sendable, Hashable {
  /// Title, ground, place.
  public let term: Term
  /// The classes that it shields; `nil` for all.
  public let covers: Set<ContentClassID>?
  /// The actions that it shields from; `nil` for all.
  public let actions: Set<ActionID>?
  /// When it is in force without having been set; `nil` for a mark that is only ever set.
  public let derived: Condition?
  /// Who is inside, ordered by id.
  public let circle: [CircleEntry]
  /// The self-authorisation rule by which others can open it; `nil` for none.
  public let override: SelfAuthorisationID?
  /// When readers outside must not learn that the content exists; in doubt, they must not.
  public let hidesExistence: Condition
  /// Where a reader outside can go instead.
  public let route: LocalizedText?
  /// What comes with opening it.
  public let obligations: Set<ObligationID>
}

/// One way to be inside the circle of a mark.
public struct CircleEntry: Sendable, Hashable {
  /// `mark/entry`.
  public let id: RuleID
  /// Its title or that of the mark, ground, place.
  public let term: Term
  /// Relationships of which one must be open, by the link that the condition sees; `nil` for none.
  ///
  /// Only relationships that the reader's own role has count, and only at standard access.
  public let through: Set<RelationshipID>?
  /// What must hold; sees the link where `through` is given.
  public let condition: Condition
}

/// A kind of block: what a decision to close a record means.
public struct BlockKind: Sendable, Hashable {
  /// Title, ground, place.
  public let term: Term
  /// The actions that it closes; `nil` for all.
  public let actions: Set<ActionID>?
  /// The self-authorisation rule by which it can be opened; `nil` for none.
  public let override: SelfAuthorisationID?
  /// When readers must not learn that the content exists; in doubt, they must not.
  public let hidesExistence: Condition
  /// Where a reader can go instead.
  public let route: LocalizedText?
  /// What comes with opening it.
  public let obligations: Set<ObligationID>
}

/// A rule by which people decide on their own access, with a reason.
public struct SelfAuthorisation: Sendable, Hashable {
  /// Title, ground, place.
  public let term: Term
  /// What it opens, and how much one accepted reason covers.
  public let scope: Scope
  /// Criteria; the link is not in view.
  public let condition: Condition
  /// The purposes it serves; `nil` for every purpose that is not declared `onlyWhereNamed`.
  public let purposes: Set<PurposeID>?
  /// The coded reasons that it accepts.
  public let reasons: Set<ReasonID>
  /// The least number of characters of the text that can be seen.
  public let leastText: Int
  /// Reasons for which the least text is required; `nil` for every one.
  public let textRequiredFor: Set<ReasonID>?
  /// How long the grant of an accepted reason lasts.
  public let lifetime: TimeSpan
  /// What comes with using it.
  public let obligations: Set<ObligationID>

  /// What a self-authorisation rule opens, and how much one accepted reason covers.
  public enum Scope: Sendable, Hashable, CustomStringConvertible {
    /// A patient without a care relationship; the grant covers all that the rule guards of the patient.
    case patient
    /// What a rule that takes it guards; the grant covers one content class of one patient.
    case contentClass
    /// What a rule that takes it guards; the grant covers one contact.
    case contact
    /// What a rule that takes it guards; the grant covers one item.
    case item
    /// What a rule that takes it guards; the grant covers content with one value of a declared text
    /// attribute of content, such as one course of treatment.
    case attribute(AttributeID)

    /// The scopes that one word names, in the order in which they are offered.
    package static let words = ["patient", "class", "contact", "item"]

    package init?(word: String) {
      switch word {
      case "patient": self = .patient
      case "class": self = .contentClass
      case "contact": self = .contact
      case "item": self = .item
      default: return nil
      }
    }

    /// As policy files write it.
    public var description: String {
      switch self {
      case .patient: "patient"
      case .contentClass: "class"
      case .contact: "contact"
      case .item: "item"
      case .attribute(let id): "{ attribute: content.\(id) }"
      }
    }
  }
}
