/// A mark that shields content from everybody outside its circle.
public struct Mark: Sendable, Hashable {
  /// Title, ground, place.
  public internal(set) var term: Term
  /// The classes that it shields; `nil` for all.
  public internal(set) var covers: Set<ContentClassID>?
  /// The actions that it shields from; `nil` for all.
  public internal(set) var actions: Set<ActionID>?
  /// When it is in force without having been set; `nil` for a mark that is only ever set.
  public internal(set) var derived: Condition?
  /// Who is inside, ordered by id.
  public internal(set) var circle: [CircleEntry]
  /// The self-authorisation rule by which others can open it; `nil` for none.
  public internal(set) var override: SelfAuthorisationID?
  /// When readers outside must not learn that the content exists; in doubt, they must not.
  public internal(set) var hidesExistence: Condition
  /// Where a reader outside can go instead.
  public internal(set) var route: LocalizedText?
  /// What comes with opening it.
  public internal(set) var obligations: Set<ObligationID>
}

/// One way to be inside the circle of a mark.
public struct CircleEntry: Sendable, Hashable {
  /// `mark/entry`.
  public internal(set) var id: RuleID
  /// Its title or that of the mark, ground, place.
  public internal(set) var term: Term
  /// Relationships of which one must be open, by the link that the condition sees; `nil` for none.
  ///
  /// Only relationships that the reader's own role has count, and only at standard access.
  public internal(set) var through: Set<RelationshipID>?
  /// What must hold; sees the link where `through` is given.
  public internal(set) var condition: Condition
}

/// A kind of block: what a decision to close a record means.
public struct BlockKind: Sendable, Hashable {
  /// Title, ground, place.
  public internal(set) var term: Term
  /// The actions that it closes; `nil` for all.
  public internal(set) var actions: Set<ActionID>?
  /// The self-authorisation rule by which it can be opened; `nil` for none.
  public internal(set) var override: SelfAuthorisationID?
  /// When readers must not learn that the content exists; in doubt, they must not.
  public internal(set) var hidesExistence: Condition
  /// Where a reader can go instead.
  public internal(set) var route: LocalizedText?
  /// What comes with opening it.
  public internal(set) var obligations: Set<ObligationID>
}

/// A rule by which people decide on their own access, with a reason.
public struct SelfAuthorisation: Sendable, Hashable {
  /// Title, ground, place.
  public internal(set) var term: Term
  /// What it opens, and how much one accepted reason covers.
  public internal(set) var scope: Scope
  /// Criteria; the link is not in view.
  public internal(set) var condition: Condition
  /// The purposes it serves; `nil` for every purpose that is not declared `onlyWhereNamed`.
  public internal(set) var purposes: Set<PurposeID>?
  /// The coded reasons that it accepts.
  public internal(set) var reasons: Set<ReasonID>
  /// The least number of characters of the text that can be seen.
  public internal(set) var leastText: Int
  /// Reasons for which the least text is required; `nil` for every one.
  public internal(set) var textRequiredFor: Set<ReasonID>?
  /// How long the grant of an accepted reason lasts.
  public internal(set) var lifetime: TimeSpan
  /// What comes with using it.
  public internal(set) var obligations: Set<ObligationID>

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
