import AccessPolicy
import Testing

@Suite struct `Spans of time` {
  private static let read: [(String, Int64)] = [
    ("0 seconds", 0), ("1 second", 1), ("1 seconds", 1), ("2 second", 2), ("90 minutes", 5_400),
    ("1 hour", 3_600), ("24 hours", 86_400), ("30 days", 2_592_000), ("1 week", 604_800),
    ("2 weeks", 1_209_600), ("73200 days", 6_324_480_000), ("  3   days ", 259_200),
  ]

  @Test(arguments: read)
  func `a number and a unit are read`(text: String, seconds: Int64) {
    #expect(TimeSpan(text)?.seconds == seconds)
  }

  @Test(arguments: [
    "", " ", "days", "30", "30days", "30 ", "days 30", "-1 days", "+1 days", "1.5 hours",
    "1,5 hours",
    "1 month", "1 year", "1 Day", "1 DAYS", "1 dayss", "1 s", "1 d", "1\tday", "1\u{A0}day",
    "１ day",
    "٣ days", "1 day 2 hours", "1 wee\u{212A}", "73201 days", "9223372036854775807 seconds",
    "9223372036854775807 weeks", "9223372036854775808 seconds",
    "99999999999999999999999999999999 days", "0x10 days", "1e3 days", "P30D", "one day",
  ])
  func `nothing else is`(text: String) {
    #expect(TimeSpan(text) == nil)
  }

  private static let written: [(Int64, String)] = [
    (0, "0 seconds"), (1, "1 second"), (59, "59 seconds"), (60, "1 minute"), (90, "90 seconds"),
    (3_600, "1 hour"), (5_400, "90 minutes"), (86_400, "1 day"), (604_800, "1 week"),
    (2_592_000, "30 days"), (-86_400, "-1 days"),
  ]

  @Test(arguments: written)
  func `a span is written in its largest whole unit`(seconds: Int64, text: String) {
    #expect(TimeSpan(seconds: seconds).description == text)
  }

  @Test func `what is written is read again`() {
    for seconds in stride(from: Int64(0), through: TimeSpan.longest.seconds, by: 7_654_321) {
      #expect(TimeSpan(TimeSpan(seconds: seconds).description)?.seconds == seconds)
    }
    #expect(TimeSpan(TimeSpan.longest.description) == .longest)
  }

  @Test(arguments: [Int64.min, .min + 1, -1, 0, 1, .max])
  func `nothing traps at the ends`(seconds: Int64) {
    let span = TimeSpan(seconds: seconds)
    #expect(!span.description.isEmpty)
    if seconds != .min { #expect(-(-span) == span) }  // which has no opposite
    _ = [TimeSpan.days(seconds), .hours(seconds)]
  }

  @Test func `many days stay many days`() {
    #expect(TimeSpan.days(2) == TimeSpan("2 days"))
    #expect(TimeSpan.hours(2) == TimeSpan("2 hours"))
    #expect(TimeSpan.days(.max) > .zero)
    #expect(TimeSpan.hours(.max) > .zero)
    #expect(-TimeSpan(seconds: .min) > .zero)
  }
}
