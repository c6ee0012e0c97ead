@testable import AccessPolicy
import Testing

@Suite struct `Calendar days` {
  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  @Test func `every day of the calendar has its place and comes back`() throws {
    var expected = try day("0001-01-01").daysSince1970
    for year in Int64(1)...9_999 {
      for month in Int64(1)...12 {
        // Every day of two 400-year rounds and of the ends; else the first and last of each month.
        let isThorough = year <= 4 || year >= 9_996 || (1_600...2_400).contains(year)
        var last: Int64 = 0
        for number in Int64(1)...31 {
          guard let date = CivilDate(year: year, month: month, day: number) else { break }
          last = number
          guard date.daysSince1970 == expected + number - 1 else {
            Issue.record("\(year)-\(month)-\(number) is day \(date.daysSince1970)")
            return
          }
          if isThorough || number == 1 || number >= 28, date.components != (year, month, number) {
            Issue.record("\(year)-\(month)-\(number) comes back as \(date)")
            return
          }
        }
        expected += last
      }
    }
    #expect(try day("9999-12-31").daysSince1970 == expected - 1)
  }

  @Test func `known days`() throws {
    #expect(try day("1970-01-01").daysSince1970 == 0)
    #expect(try day("1969-12-31").daysSince1970 == -1)
    #expect(try day("2000-03-01").daysSince1970 == 11_017)
    #expect(try day("0001-01-01").daysSince1970 == -719_162)
    #expect(try day("9999-12-31").daysSince1970 == 2_932_896)
  }

  private static let leapYears: [(Int64, Bool)] = [
    (4, true), (100, false), (400, true), (1900, false), (2000, true), (2023, false), (2024, true),
    (2100, false), (9996, true),
  ]

  @Test(arguments: leapYears)
  func `leap years`(year: Int64, isLeap: Bool) {
    #expect((CivilDate(year: year, month: 2, day: 29) != nil) == isLeap)
    #expect(CivilDate(year: year, month: 2, day: 30) == nil)
  }

  @Test(arguments: [
    "", "2026", "2026-3-2", "2026-03-2", "26-03-02", "2026/03/02", "2026-03-02 ", " 2026-03-02",
    "2026-00-01", "2026-13-01", "2026-01-00", "2026-01-32", "2026-04-31", "2026-02-29",
    "0000-01-01",
    "-001-01-01", "+026-03-02", "2026-+3-02", "２０２６-03-02", "2026-03-0a", "20260302",
    "2026-03-02T00:00Z", "99999-01-01", "aaaa-bb-cc", "----------",
  ])
  func `what is no day`(text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test(arguments: [Int64.min, -1, 0, 10_000, .max])
  func `a year, month or day outside of the calendar is refused, not computed`(number: Int64) {
    #expect(CivilDate(year: number, month: 1, day: 1) == nil)
    #expect(number == 10_000 || CivilDate(year: 2026, month: number, day: 1) == nil)
    #expect(CivilDate(year: 2026, month: 1, day: number) == nil)
  }

  private static let ages: [(String, String, Int64)] = [
    ("2000-06-15", "2000-06-15", 0), ("2000-06-15", "2001-06-14", 0),
    ("2000-06-15", "2001-06-15", 1),
    ("2000-06-15", "2026-06-14", 25), ("2000-06-15", "2026-06-16", 26),
    ("2000-06-15", "1999-01-01", 0),
    ("2008-02-29", "2009-02-28", 0), ("2008-02-29", "2009-03-01", 1),
    ("2008-02-29", "2012-02-28", 3),
    ("2008-02-29", "2012-02-29", 4), ("2008-12-31", "2009-01-01", 0),
    ("0001-01-01", "9999-12-31", 9_998),
    ("9999-12-31", "0001-01-01", 0),
  ]

  @Test(arguments: ages)
  func `age in whole years`(birth: String, on: String, age: Int64) throws {
    #expect(try day(birth).age(on: day(on)) == age)
  }

  private static let birthdays: [(String, String, String?)] = [
    ("2000-06-15", "2026-06-14", "2026-06-15"), ("2000-06-15", "2026-06-15", "2027-06-15"),
    ("2000-06-15", "1990-01-01", "2001-06-15"), ("2008-02-29", "2009-02-28", "2009-03-01"),
    ("2008-02-29", "2009-03-01", "2010-03-01"), ("2008-02-29", "2011-03-01", "2012-02-29"),
    ("2096-02-29", "2099-03-01", "2100-03-01"), ("2000-12-31", "9999-12-30", "9999-12-31"),
    ("2000-12-31", "9999-12-31", "10000-12-31"), ("9999-02-28", "9999-03-01", "10000-02-28"),
    ("9996-02-29", "9999-12-31", "10000-02-29"),
  ]

  @Test(arguments: birthdays)
  func `the next birthday`(birth: String, after: String, next: String?) throws {
    #expect(try day(birth).nextBirthday(after: day(after))?.description == next)
  }

  @Test(arguments: ["2004-02-29", "2003-03-01", "2003-12-31", "2004-01-01"])
  func `the next birthday is the first day with a greater age`(birth: String) throws {
    let (birth, start) = (try day(birth), try day("2003-01-01").daysSince1970)
    for offset in Int64(0)..<(9 * 366) {
      let today = CivilDate(daysSince1970: start + offset)
      let next = try #require(birth.nextBirthday(after: today))
      let before = CivilDate(daysSince1970: next.daysSince1970 - 1)
      guard next > today, birth.age(on: next) > birth.age(on: today),
        birth.age(on: before) == birth.age(on: today)
      else {
        Issue.record("after \(today), the birthday of \(birth) is not \(next)")
        return
      }
    }
  }
}
