/// A day of the calendar (proleptic Gregorian), without a time or a zone: a date of birth.
public struct CivilDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Days since 1970-01-01; negative before.
  public let daysSince1970: Int64

  /// Makes the date that many days after 1970-01-01.
  package init(daysSince1970: Int64) { self.daysSince1970 = daysSince1970 }

  /// Makes a date, or `nil` when there is no such day.
  ///
  /// Years run from 1 to 9999.
  public init?(year: Int64, month: Int64, day: Int64) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.daysIn(month: month, year: year)
    else { return nil }
    // Days from civil, after Howard Hinnant's "chrono-Compatible Low-Level Date Algorithms".
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    daysSince1970 = era * 146_097 + dayOfEra - 719_468
  }

  /// Reads `2026-03-02`; nothing else.
  public init?(_ text: some StringProtocol) {
    self.init(bytes: Array(text.utf8)[...])
  }

  /// Reads the same from bytes.
  package init?(bytes: ArraySlice<UInt8>) {
    let start = bytes.startIndex
    guard bytes.count == 10, bytes[start + 4] == UInt8(ascii: "-"),
      bytes[start + 7] == UInt8(ascii: "-"), let year = Digits.value(bytes[start..<start + 4]),
      let month = Digits.value(bytes[start + 5..<start + 7]),
      let day = Digits.value(bytes[start + 8..<start + 10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Year, month and day.
  public var components: (year: Int64, month: Int64, day: Int64) {
    let shifted = daysSince1970 + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthPart = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthPart + 2) / 5 + 1
    let month = monthPart < 10 ? monthPart + 3 : monthPart - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The date as `2026-03-02`.
  public var description: String {
    let (year, month, day) = components
    var text = Digits.padded(year, 4)
    Digits.write(month, after: "-", to: &text)
    Digits.write(day, after: "-", to: &text)
    return text
  }

  /// Orders dates from the earliest.
  public static func < (a: Self, b: Self) -> Bool { a.daysSince1970 < b.daysSince1970 }

  /// Whole years from this date of birth to another day; 0 before birth.
  ///
  /// Somebody born on 29 February turns a year older on 1 March of a common year.
  public func age(on day: CivilDate) -> Int64 {
    let (birth, now) = (components, day.components)
    let hadBirthday = (now.month, now.day) >= (birth.month, birth.day)
    return Swift.max(0, now.year - birth.year - (hadBirthday ? 0 : 1))
  }

  /// The first day after another day on which ``age(on:)`` is greater.
  package func nextBirthday(after day: CivilDate) -> CivilDate? {
    let birth = components
    let year = birth.year + age(on: day) + 1
    // Requests may come from years that cannot be written; the calendar repeats after 400 years.
    let cycles = Swift.max(0, (year - 9_600) / 400)
    let written = year - cycles * 400
    let birthday =
      CivilDate(year: written, month: birth.month, day: birth.day)
      ?? CivilDate(year: written, month: 3, day: 1)
    return birthday.map { CivilDate(daysSince1970: $0.daysSince1970 + cycles * 146_097) }
  }

  private static func daysIn(month: Int64, year: Int64) -> Int64 {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// Decimal digits, read and written without Foundation.
enum Digits {
  static func value(_ bytes: ArraySlice<UInt8>) -> Int64? {
    var value: Int64 = 0
    for byte in bytes {
      guard (48...57).contains(byte) else { return nil }
      value = value * 10 + Int64(byte - 48)
    }
    return bytes.isEmpty ? nil : value
  }

  /// Adds a number below 100 in two digits, behind something that parts it.
  static func write(_ value: Int64, after part: Unicode.Scalar, to text: inout String) {
    text.unicodeScalars.append(part)
    for digit in [value / 10, value % 10] {
      text.unicodeScalars.append(Unicode.Scalar(UInt8(ascii: "0") + UInt8(digit % 10)))
    }
  }

  static func padded(_ value: Int64, _ width: Int) -> String {
    let digits = String(value.magnitude)
    let zeros = String(repeating: "0", count: max(0, width - digits.count))
    return (value < 0 ? "-" : "") + zeros + digits
  }
}
