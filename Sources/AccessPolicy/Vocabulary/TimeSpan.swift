/// A length of time in whole seconds.
///
/// A day is 24 hours and a week 7 days; there are no months.
public struct TimeSpan: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The length in seconds; may be negative.
  public let seconds: Int64

  /// Makes a span of so many seconds.
  public init(seconds: Int64) { self.seconds = seconds }

  /// No time at all.
  public static let zero = TimeSpan(seconds: 0)

  /// So many days of 24 hours; stops at the longest and shortest spans there are.
  public static func days(_ count: Int64) -> TimeSpan { TimeSpan(count, times: 86_400) }

  /// So many hours; stops at the longest and shortest spans there are.
  public static func hours(_ count: Int64) -> TimeSpan { TimeSpan(count, times: 3_600) }

  private init(_ count: Int64, times unit: Int64) {
    let (product, overflow) = count.multipliedReportingOverflow(by: unit)
    seconds = overflow ? (count < 0 ? .min : .max) : product
  }

  /// Orders spans from the shortest.
  public static func < (a: Self, b: Self) -> Bool { a.seconds < b.seconds }

  /// The same length in the other direction.
  public static prefix func - (a: Self) -> TimeSpan {
    TimeSpan(seconds: a.seconds == .min ? .max : -a.seconds)
  }

  /// The names of the units that policy files may write, each for one of them.
  package static var unitNames: [String] { units.map(\.name) }

  /// The units that policy files may write, longest first, with their seconds.
  static let units: [(name: String, seconds: Int64)] = [
    ("week", 604_800), ("day", 86_400), ("hour", 3_600), ("minute", 60), ("second", 1),
  ]

  /// The longest span that a policy file may write: 200 years of 366 days.
  public static let longest = TimeSpan.days(73_200)

  /// Reads `30 days`, `1 hour`, `90 minutes`; nothing else.
  ///
  /// The number is whole and not negative; the unit is `second`, `minute`, `hour`, `day` or
  /// `week`, with or without an `s`. Longer than ``longest`` is no span.
  public init?(_ text: some StringProtocol) {
    guard let (digits, unit) = Self.parts(text), let count = Int64(digits) else { return nil }
    let (seconds, overflow) = count.multipliedReportingOverflow(by: unit)
    guard !overflow, seconds <= Self.longest.seconds else { return nil }
    self.seconds = seconds
  }

  /// Whether a text would be a span, were it not longer than ``longest``.
  package static func isTooLong(_ text: some StringProtocol) -> Bool {
    parts(text) != nil && TimeSpan(text) == nil
  }

  private static func parts(_ text: some StringProtocol) -> (digits: String, unit: Int64)? {
    let parts = text.split(separator: " ", omittingEmptySubsequences: true)
    guard parts.count == 2, parts[0].utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    let word = parts[1].hasSuffix("s") ? parts[1].dropLast() : parts[1]
    return units.first { $0.name == word }.map { (String(parts[0]), $0.seconds) }
  }

  /// The span in the largest unit that measures it without remainder, such as `30 days`.
  public var description: String {
    for unit in Self.units where seconds % unit.seconds == 0 && (seconds != 0 || unit.seconds == 1)
    {
      let count = seconds / unit.seconds
      return "\(count) \(unit.name)\(count == 1 ? "" : "s")"
    }
    return "\(seconds) seconds"
  }
}
