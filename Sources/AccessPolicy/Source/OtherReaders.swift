/// What other readers of YAML make of plain scalars that this one takes as they are written.
///
/// YAML 1.1 has many words for yes and no, and counts in sixties. A policy set that is exported,
/// edited or displayed by such a reader must not change its meaning on the way.
package enum OtherReaders {
  /// The truth value that a plain scalar is to them.
  package static func truthValue(_ text: String) -> Bool? {
    guard text.utf8.count <= 5 else { return nil }
    let isInOneCase =
      text == text.lowercased() || text == text.uppercased()
      || text.dropFirst() == text.dropFirst().lowercased()
    guard isInOneCase else { return nil }
    switch text.lowercased() {
    case "y", "yes", "true", "on": return true
    case "n", "no", "false", "off": return false
    default: return nil
    }
  }

  /// The number that a clock time such as `10:30` is to them.
  package static func clockTime(_ text: String) -> ClockTime? {
    guard (4...8).contains(text.utf8.count), let first = text.utf8.first, (48...57).contains(first)
    else { return nil }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, (1...2).contains(parts[0].utf8.count),
      parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }),
      parts.joined().utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, numbers.dropFirst().allSatisfy({ $0 < 60 }) else {
      return nil
    }
    return ClockTime(
      hours: numbers[0],
      minutes: numbers[1],
      number: numbers.reduce(0) { $0 * 60 + $1 }
    )
  }

  /// A time of day, or a count of hours, as it stands on a clock.
  package struct ClockTime: Hashable {
    /// The hours, from 0 to 99.
    package let hours: Int
    /// The minutes.
    package let minutes: Int
    /// What it is in minutes, or, with seconds, in seconds.
    package let number: Int
  }
}
