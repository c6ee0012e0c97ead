@testable import AccessPolicy
import Testing

@Suite struct `Points in time` {
  private static let read: [(String, Int64, Int)] = [
    ("1970-01-01T00:00Z", 0, 0), ("1970-01-01T00:00:01Z", 1, 0), ("1969-12-31T23:59:59Z", -1, 0),
    ("2026-03-02T10:00+01:00", 1_772_442_000, 60), ("2026-03-02T09:00:00Z", 1_772_442_000, 0),
    ("2026-03-02T23:00:00+14:00", 1_772_442_000, 840),
    ("2026-03-01T21:30:00-11:30", 1_772_442_000, -690),
    ("2026-03-02T09:00-00:00", 1_772_442_000, 0), ("2026-03-03T03:00+18:00", 1_772_442_000, 1_080),
    ("0001-01-01T00:00:00+18:00", -62_135_661_600, 1_080),
    ("9999-12-31T23:59:59-18:00", 253_402_365_599, -1_080),
  ]

  @Test(arguments: read)
  func `date, time and zone are read`(text: String, seconds: Int64, offset: Int) throws {
    let moment = try #require(Moment(text))
    #expect(moment.instant.secondsSince1970 == seconds)
    #expect(moment.utcOffsetMinutes == offset)
    #expect(Instant(text)?.secondsSince1970 == seconds)
  }

  @Test(arguments: [
    "", "2026-03-02", "2026-03-02T10:00", "2026-03-02T10:00:00", "2026-03-02 10:00Z",
    "2026-03-02t10:00Z",
    "2026-03-02T10:00z", "2026-03-02T10Z", "2026-03-02T1000Z", "2026-03-02T24:00Z",
    "2026-03-02T10:60Z",
    "2026-03-02T23:59:60Z", "2026-03-02T10:00:00.5Z", "2026-03-02T10:00:Z", "2026-03-02T10:00:0Z",
    "2026-03-02T10:00:", "2026-03-02T10:00ZZ", "2026-03-02T10:00Z ", " 2026-03-02T10:00Z",
    "2026-03-02T10:00+1:00", "2026-03-02T10:00+0100", "2026-03-02T10:00+01",
    "2026-03-02T10:00+01:60",
    "2026-03-02T10:00+18:01", "2026-03-02T10:00+19:00", "2026-03-02T10:00*01:00",
    "2026-03-02T10:00−01:00",
    "2026-03-02T10:00 +01:00", "2026-02-30T10:00Z", "0000-01-01T00:00Z", "10000-01-01T00:00Z",
    "2026-03-02T-1:00Z", "2026-03-02T10:+5Z", "éééééééééééééé", "2026-03-0éT10:00Z",
    "\u{FEFF}2026-03-02T10:00Z", "2026-W10-1T10:00Z", "now",
  ])
  func `nothing else is`(text: String) {
    #expect(Moment(text) == nil)
    #expect(Instant(text) == nil)
  }

  @Test(arguments: [
    "2026-03-02T10:00:00+01:00", "2026-03-02T09:00:00Z", "2026-03-01T21:30:59-11:30",
    "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "1969-12-31T23:59:59+00:30",
    "2024-02-29T00:00:00-18:00",
  ])
  func `what is written is read again`(text: String) {
    #expect(Moment(text)?.description == text)
  }

  @Test func `any second of the calendar is written and read again`() {
    for seconds in stride(from: Int64(-62_135_596_800), through: 253_402_300_799, by: 86_399 * 977)
    {
      let instant = Instant(secondsSince1970: seconds)
      #expect(Instant(instant.description) == instant)
    }
  }

  private static let days: [(String, String)] = [
    ("2026-03-02T00:00+01:00", "2026-03-02"), ("2026-03-01T23:59:59+01:00", "2026-03-01"),
    ("2026-03-02T00:30+14:00", "2026-03-02"), ("2026-03-02T23:30-11:00", "2026-03-02"),
    ("1969-12-31T23:59:59Z", "1969-12-31"), ("1970-01-01T00:00Z", "1970-01-01"),
    ("0001-01-01T00:00Z", "0001-01-01"),
  ]

  @Test(arguments: days)
  func `the day is that of the local clock`(text: String, day: String) throws {
    let moment = try #require(Moment(text))
    #expect(moment.date.description == day)
    #expect(moment.startOfDay(moment.date) <= moment.instant)
    #expect(moment.instant < moment.startOfDay(moment.date) + .days(1))
  }

  @Test func `another instant keeps the clock`() throws {
    let moment = try #require(Moment("2026-03-02T10:00+01:00"))
    #expect(moment.at(moment.instant + .hours(15)).description == "2026-03-03T01:00:00+01:00")
  }

  private static let ends: [Int64] = [
    .min, .min + 1, .min / 2, -400_000_000_001, -400_000_000_000, -1, 0, 1, 400_000_000_000,
    400_000_000_001, .max / 2, .max - 1, .max,
  ]

  @Test(arguments: ends, [Int.min, -1_080, -1, 0, 60, 1_080, .max])
  func `nothing traps at the ends of time`(seconds: Int64, offset: Int) throws {
    let instant = Instant(secondsSince1970: seconds)
    let moment = Moment(instant, utcOffsetMinutes: offset)
    #expect((-1_080...1_080).contains(moment.utcOffsetMinutes))
    #expect(
      !instant.description.isEmpty && !moment.description.isEmpty
        && !moment.date.description.isEmpty
    )
    #expect(moment.startOfDay(moment.date).description.isEmpty == false)
    for birth in try ["0001-01-01", "2000-02-29", "9999-12-31"].map({ try #require(CivilDate($0)) })
    {
      #expect(birth.age(on: moment.date) >= 0)
      #expect(birth.nextBirthday(after: moment.date).map { $0 > moment.date } ?? true)
    }
  }

  @Test(arguments: ends, ends)
  func `adding and taking away stops at the ends of time`(seconds: Int64, span: Int64) {
    let (instant, span) = (Instant(secondsSince1970: seconds), TimeSpan(seconds: span))
    let (sum, overflow) = seconds.addingReportingOverflow(span.seconds)
    let later = overflow ? (span.seconds > 0 ? Int64.max : .min) : sum
    #expect((instant + span).secondsSince1970 == later)
    let (difference, underflow) = seconds.subtractingReportingOverflow(span.seconds)
    let earlier = underflow ? (span.seconds > 0 ? Int64.min : .max) : difference
    #expect((instant - span).secondsSince1970 == earlier)
  }

  @Test func `years before the calendar are written with their sign in front`() {
    #expect(Instant(secondsSince1970: -62_200_000_000).description == "-0002-12-17T14:13:20Z")
  }
}
