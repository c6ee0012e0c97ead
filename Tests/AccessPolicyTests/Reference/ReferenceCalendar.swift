import AccessPolicy

/// Days and birthdays, by counting years and months.
enum ReferenceCalendar {
  static func isLeap(_ year: Int64) -> Bool {
    if year % 400 == 0 { return true }
    if year % 100 == 0 { return false }
    return year % 4 == 0
  }

  static func length(ofMonth month: Int64, _ year: Int64) -> Int64 {
    if month == 2 { return isLeap(year) ? 29 : 28 }
    return [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  static func length(ofYear year: Int64) -> Int64 { isLeap(year) ? 366 : 365 }

  /// Year, month and day of a number of days since 1970-01-01.
  static func civil(_ days: Int64) -> (year: Int64, month: Int64, day: Int64) {
    // Four hundred years have 146,097 days; within them, count.
    let cycles = days >= 0 ? days / 146_097 : (days - 146_096) / 146_097
    var rest = days - cycles * 146_097
    var year = 1970 + cycles * 400
    while rest >= length(ofYear: year) {
      rest -= length(ofYear: year)
      year += 1
    }
    var month: Int64 = 1
    while rest >= length(ofMonth: month, year) {
      rest -= length(ofMonth: month, year)
      month += 1
    }
    return (year, month, rest + 1)
  }

  /// Days since 1970-01-01 of a day that exists.
  static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
    let offset = year - 1970
    let cycles = offset >= 0 ? offset / 400 : (offset - 399) / 400
    var days = cycles * 146_097
    var counted = 1970 + cycles * 400
    while counted < year {
      days += length(ofYear: counted)
      counted += 1
    }
    for earlier in 1..<month { days += length(ofMonth: earlier, year) }
    return days + day - 1
  }

  /// The day on which somebody turns a year older in a year: 1 March for 29 February.
  static func birthday(of birth: (year: Int64, month: Int64, day: Int64), in year: Int64) -> Int64 {
    birth.day > length(ofMonth: birth.month, year)
      ? days(year: year, month: birth.month + 1, day: 1)
      : days(year: year, month: birth.month, day: birth.day)
  }

  /// Whole years since birth; 0 before birth.
  static func age(born: Int64, today: Int64) -> Int64 {
    let birth = civil(born)
    let year = civil(today).year
    let years = year - birth.year - (today < birthday(of: birth, in: year) ? 1 : 0)
    return max(0, years)
  }

  /// The first day after today on which the age is greater.
  static func nextBirthday(born: Int64, today: Int64) -> Int64 {
    let birth = civil(born)
    return birthday(of: birth, in: birth.year + age(born: born, today: today) + 1)
  }
}

extension ReferenceEvaluator {
  /// The local clock's distance from UTC in seconds.
  private var offset: Int64 { Int64(request.now.utcOffsetMinutes) * 60 }

  /// The calendar day on the local clock; instants far outside the calendar are held at its ends.
  var today: Int64 {
    let local = min(max(Seconds.plus(now, offset), -400_000_000_000), 400_000_000_000)
    return local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
  }

  /// The start of the next birthday on the local clock.
  func nextBirthday(born: CivilDate) -> Instant {
    let day = ReferenceCalendar.nextBirthday(born: born.daysSince1970, today: today)
    return Instant(secondsSince1970: day * 86_400 - offset)
  }
}
