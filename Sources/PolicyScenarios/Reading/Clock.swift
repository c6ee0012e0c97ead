import AccessPolicy

/// The time of a case, from which its points in time are read.
struct Clock: Hashable {
  /// What the clock shows.
  let now: Moment

  /// Reads `now`, `in 5 days`, `10 days ago`, a date (its midnight on this clock), or an instant
  /// with its zone.
  func instant(_ text: String) -> Instant? {
    if text == "now" { return now.instant }
    if let date = CivilDate(text) { return now.startOfDay(date) }
    if let moment = Moment(text) { return moment.instant }
    if text.hasPrefix("in "), let span = TimeSpan(text.dropFirst(3)) { return now.instant + span }
    if text.hasSuffix(" ago"), let span = TimeSpan(text.dropLast(4)) { return now.instant - span }
    return nil
  }

  /// A clock for reading what no case uses: mistakes do not depend on what it shows.
  static let standIn = Clock(now: Moment(Instant(secondsSince1970: 0), utcOffsetMinutes: 0))
}
