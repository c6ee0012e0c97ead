/// The answer to a condition: three-valued, so that a missing fact is never taken for a false one.
///
/// Kleene's strong logic: what is `yes` or `no` here stays so whatever the unknown facts turn out
/// to be. A rule that opens applies only on `yes`; a rule that restricts applies unless `no`.
public enum Truth: UInt8, Sendable, Hashable, CaseIterable {
  /// It does not hold.
  case no
  /// It depends on a fact that is not known.
  case unknown
  /// It holds.
  case yes

  /// Makes `yes` or `no`.
  public init(_ value: Bool) { self = value ? .yes : .no }

  /// Holds when both hold.
  public static func && (a: Self, b: Self) -> Self { a.rawValue < b.rawValue ? a : b }

  /// Holds when either holds.
  public static func || (a: Self, b: Self) -> Self { a.rawValue > b.rawValue ? a : b }

  /// Holds when the other does not.
  public static prefix func ! (a: Self) -> Self {
    switch a {
    case .no: .yes
    case .unknown: .unknown
    case .yes: .no
    }
  }
}
