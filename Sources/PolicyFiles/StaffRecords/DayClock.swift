public import AccessPolicy
import Foundation

/// Says when a day begins in a time zone, summer time included.
public struct DayClock: Sendable {
  private let zone: TimeZone

  /// Takes the name of a time zone, such as `Europe/Oslo`; `nil` when there is none of that name.
  public init?(zone name: String) {
    guard let zone = TimeZone(identifier: name) else { return nil }
    self.zone = zone
  }

  /// The instant at which a day begins.
  public func start(of day: CivilDate) -> Instant {
    let midnight = TimeInterval(day.daysSince1970) * 86_400
    // The offset at the same reading of a clock in UTC is right but within hours of a change; the
    // second look is right where clocks do not change at midnight.
    let near = midnight - offset(midnight)
    return Instant(secondsSince1970: Int64(midnight - offset(near)))
  }

  /// The instant at which a day has ended.
  public func end(of day: CivilDate) -> Instant {
    start(of: CivilDate(daysSince1970: day.daysSince1970 + 1))
  }

  /// An instant as clocks in the zone show it, with their offset: `2026-03-02T10:00:00+01:00`.
  public func written(_ instant: Instant) -> String {
    let minutes = Int(offset(TimeInterval(instant.secondsSince1970))) / 60
    return Moment(instant, utcOffsetMinutes: minutes).description
  }

  private func offset(_ seconds: TimeInterval) -> TimeInterval {
    TimeInterval(zone.secondsFromGMT(for: Date(timeIntervalSince1970: seconds)))
  }
}
