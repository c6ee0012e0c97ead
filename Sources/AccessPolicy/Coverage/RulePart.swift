/// A part of a rule that can come out in two ways, each of which scenarios should meet.
public struct RulePart: Sendable, Hashable {
  /// What kind of part it is; the raw value is stable.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// One test of a condition: true, or not.
    case test
    /// The purposes that a rule names: served, or not.
    case purposes
    /// The statuses of a link: one that counts, or one that does not.
    case status
    /// The edge at which a window opens: past, or still to come.
    case opens
    /// The edge at which a window closes: still to come, or past.
    case closes
    /// The classes that a mark covers: the item's, or not.
    case covers
    /// The actions that a mark covers: the one that is asked, or not.
    case actions
    /// The reader of what a mark shields: inside the circle, or outside.
    case reader
    /// The reason that a self-authorisation rule takes: accepted, or asked for.
    case reason
    /// One thing that a template or subtemplate gives: used, which is its only side.
    case gives
    /// The units of a template: one of them logged in to, or another.
    case units
    /// The least authentication level of a template: reached, or not.
    case authentication
  }

  /// What kind of part it is.
  public let kind: Kind

  /// The part in the words of its author.
  public let words: String

  /// Where it stands; where nothing more is known, the place of its rule.
  public let range: SourceRange

  /// Whether it can come out in two ways, and not only be used.
  public var hasTwoSides: Bool { kind != .gives }

  package init(kind: Kind, words: String, range: SourceRange) {
    self.kind = kind
    self.words = words
    self.range = range
  }
}
