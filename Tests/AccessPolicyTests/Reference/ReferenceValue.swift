import AccessPolicy

/// A value as conditions compare it.
enum ReferenceValue: Equatable {
  case flag(Bool)
  case number(Int64)
  case day(Int64)
  case second(Int64)
  /// Text, a key or a code: its bytes.
  case bytes([UInt8])
  /// A unit of the organisation.
  case unit(UnitID)
  /// Several values; `nil` stands for one that is not known.
  case set([ReferenceValue?])

  static func text(_ text: String) -> ReferenceValue { .bytes(Array(text.utf8)) }

  static func key<Kind>(_ key: Reference<Kind>) -> ReferenceValue { .text(key.text) }

  static func code<Kind>(_ code: Identifier<Kind>) -> ReferenceValue { .text(code.text) }

  static func instant(_ instant: Instant) -> ReferenceValue { .second(instant.secondsSince1970) }

  static func date(_ date: CivilDate) -> ReferenceValue { .day(date.daysSince1970) }

  /// Which of two values comes first, as a number below, at or above zero.
  func order(to other: ReferenceValue) -> Int? {
    switch (self, other) {
    case (.number(let a), .number(let b)), (.day(let a), .day(let b)),
      (.second(let a), .second(let b)):
      a < b ? -1 : a == b ? 0 : 1
    default: nil
    }
  }
}

/// Arithmetic on seconds that stops at the ends of time.
enum Seconds {
  static func plus(_ a: Int64, _ b: Int64) -> Int64 {
    let (sum, overflow) = a.addingReportingOverflow(b)
    guard overflow else { return sum }
    return b > 0 ? .max : .min
  }

  static func minus(_ a: Int64, _ b: Int64) -> Int64 {
    let (difference, overflow) = a.subtractingReportingOverflow(b)
    guard overflow else { return difference }
    return b > 0 ? .min : .max
  }
}
