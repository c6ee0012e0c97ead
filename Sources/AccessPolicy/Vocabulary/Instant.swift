/// A point in time: whole seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
public struct Instant: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Seconds since 1970-01-01T00:00:00Z; negative before.
  public let secondsSince1970: Int64

  /// Makes the instant that many seconds after 1970-01-01T00:00:00Z.
  public init(secondsSince1970: Int64) { self.secondsSince1970 = secondsSince1970 }

  /// Orders instants from the earliest.
  public static func < (a: Self, b: Self) -> Bool { a.secondsSince1970 < b.secondsSince1970 }

  /// The instant a span later; stops at the ends of time rather than overflow.
  public static func + (a: Self, b: TimeSpan) -> Instant {
    let (sum, overflow) = a.secondsSince1970.addingReportingOverflow(b.seconds)
    return Instant(secondsSince1970: overflow ? (b.seconds > 0 ? .max : .min) : sum)
  }

  /// The instant a span earlier; stops at the ends of time rather than overflow.
  public static func - (a: Self, b: TimeSpan) -> Instant {
    let (difference, overflow) = a.secondsSince1970.subtractingReportingOverflow(b.seconds)
    return Instant(secondsSince1970: overflow ? (b.seconds > 0 ? .min : .max) : difference)
  }

  /// Reads an instant with its zone, as in ``Moment/init(_:)``.
  public init?(_ text: some StringProtocol) {
    guard let moment = Moment(text) else { return nil }
    self = moment.instant
  }

  /// The instant in UTC, as `2026-03-02T09:00:00Z`.
  public var description: String { Moment(self, utcOffsetMinutes: 0).description }
}

/// The time of a request: an instant, and the offset from UTC of the clock on the wall.
///
/// The offset counts in one place alone: which calendar day it is when an age is taken.
public struct Moment: Sendable, Hashable, CustomStringConvertible {
  /// The point in time.
  public let instant: Instant

  /// How many minutes the local clock is ahead of UTC: 60 in Norway in winter.
  public let utcOffsetMinutes: Int

  /// Makes a moment of an instant and an offset in minutes, held within ±18 hours.
  public init(_ instant: Instant, utcOffsetMinutes: Int) {
    self.instant = instant
    self.utcOffsetMinutes = min(max(utcOffsetMinutes, -1_080), 1_080)
  }

  /// Reads ISO 8601 with date, time and zone: `2026-03-02T10:00+01:00`, `2026-03-02T09:00:00Z`.
  ///
  /// A time without a zone is no moment, nor is a fraction of a second.
  public init?(_ text: some StringProtocol) {
    self.init(bytes: Array(text.utf8)[...])
  }

  /// Reads the same from bytes.
  package init?(bytes: ArraySlice<UInt8>) {
    let start = bytes.startIndex
    guard bytes.count >= 17, bytes[start + 10] == UInt8(ascii: "T"),
      bytes[start + 13] == UInt8(ascii: ":"),
      let date = CivilDate(bytes: bytes[start..<start + 10]),
      let hour = Digits.value(bytes[start + 11..<start + 13]), hour < 24,
      let minute = Digits.value(bytes[start + 14..<start + 16]), minute < 60
    else { return nil }
    var rest = bytes[(start + 16)...]
    var second: Int64 = 0
    if rest.first == UInt8(ascii: ":") {
      guard rest.count >= 3, let value = Digits.value(rest.dropFirst().prefix(2)), value < 60
      else { return nil }
      second = value
      rest = rest.dropFirst(3)
    }
    guard let offset = Self.offset(rest) else { return nil }
    let local = date.daysSince1970 * 86_400 + hour * 3_600 + minute * 60 + second
    self.init(Instant(secondsSince1970: local - offset * 60), utcOffsetMinutes: Int(offset))
  }

  private static func offset(_ zone: ArraySlice<UInt8>) -> Int64? {
    guard let sign = zone.first else { return nil }
    if sign == UInt8(ascii: "Z") { return zone.count == 1 ? 0 : nil }
    let start = zone.startIndex
    guard zone.count == 6, zone[start + 3] == UInt8(ascii: ":"),
      let hours = Digits.value(zone[start + 1..<start + 3]),
      let minutes = Digits.value(zone[start + 4..<start + 6]), hours <= 18, minutes < 60,
      hours * 60 + minutes <= 1_080
    else { return nil }
    switch sign {
    case UInt8(ascii: "+"): return hours * 60 + minutes
    case UInt8(ascii: "-"): return -(hours * 60 + minutes)
    default: return nil
    }
  }

  /// The calendar day on the local clock.
  public var date: CivilDate {
    let local = instant + TimeSpan(seconds: Int64(utcOffsetMinutes) * 60)
    // An instant far outside the calendar is held at its ends, so that no arithmetic overflows.
    let limit: Int64 = 400_000_000_000
    let seconds = min(max(local.secondsSince1970, -limit), limit)
    return CivilDate(daysSince1970: seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400)
  }

  /// The instant at which a day begins on the local clock.
  package func startOfDay(_ day: CivilDate) -> Instant {
    Instant(secondsSince1970: day.daysSince1970 * 86_400 - Int64(utcOffsetMinutes) * 60)
  }

  /// The same local clock at another instant.
  public func at(_ instant: Instant) -> Moment {
    Moment(instant, utcOffsetMinutes: utcOffsetMinutes)
  }

  /// The moment in ISO 8601 with its zone; seconds are always written.
  public var description: String {
    let day = date
    let local = instant + TimeSpan(seconds: Int64(utcOffsetMinutes) * 60)
    let (sinceMidnight, overflow) = local.secondsSince1970
      .subtractingReportingOverflow(day.daysSince1970 * 86_400)
    let inDay = overflow ? 0 : min(max(sinceMidnight, 0), 86_399)
    var text = day.description
    Digits.write(inDay / 3_600, after: "T", to: &text)
    Digits.write(inDay / 60 % 60, after: ":", to: &text)
    Digits.write(inDay % 60, after: ":", to: &text)
    guard utcOffsetMinutes != 0 else { return text + "Z" }
    let minutes = Int64(abs(utcOffsetMinutes))
    Digits.write(minutes / 60, after: utcOffsetMinutes < 0 ? "-" : "+", to: &text)
    Digits.write(minutes % 60, after: ":", to: &text)
    return text
  }
}
