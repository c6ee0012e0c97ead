/// What a gate or a decision answers, from the most generous to the strictest.
///
/// `allow < justify < deny`: within a gate the least answer counts, over the gates the greatest.
public enum Outcome: UInt8, Sendable, Hashable, Comparable, CaseIterable, CustomStringConvertible {
  /// Standard access: the person may proceed; the look-up is logged.
  case allow

  /// Self-authorisation: the person may proceed once a reason is given and accepted.
  case justify

  /// No route inside the engine.
  case deny

  /// Orders outcomes from the most generous to the strictest.
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

  /// `allow`, `justify` or `deny`.
  public var description: String {
    switch self {
    case .allow: "allow"
    case .justify: "justify"
    case .deny: "deny"
    }
  }

  /// Reads `allow`, `justify` or `deny`.
  public init?(_ text: String) {
    guard let outcome = Self.allCases.first(where: { $0.description == text }) else { return nil }
    self = outcome
  }
}
