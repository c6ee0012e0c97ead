import Foundation

/// What the environment asks of generated tests.
enum TestRun {
  /// `POLICY_SEED`; the same seed makes the same worlds.
  static let seed = number("POLICY_SEED").map { UInt64(bitPattern: Int64($0)) } ?? 20_260_302

  /// `POLICY_DIFFERENTIAL_REQUESTS`: how many requests the differential test decides.
  static let differentialRequests = max(100_000, number("POLICY_DIFFERENTIAL_REQUESTS") ?? 0)

  /// `POLICY_WORLD`: one world alone, after a failure.
  static let onlyWorld = number("POLICY_WORLD")

  /// `POLICY_REQUEST`: one request of that world alone.
  static let onlyRequest = number("POLICY_REQUEST")

  private static func number(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
  }
}
