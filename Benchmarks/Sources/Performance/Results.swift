import Foundation

/// Everything that was measured, as the table and as the file.
struct Results: Encodable {
  /// What came of the look-ups of a workload.
  struct Shares: Encodable {
    let workload: String
    let rules: Int?
    let allow: Int
    let justify: Int
    let deny: Int
  }

  let machine: Machine
  private(set) var workloads: [Shares] = []
  private(set) var measurements: [Measurement] = []
  private(set) var loading: [Loading] = []

  init(machine: Machine) { self.machine = machine }

  mutating func add(_ shares: Shares) {
    workloads.append(shares)
    print(
      "\(shares.workload): allow \(shares.allow), justify \(shares.justify), deny \(shares.deny)"
    )
  }

  mutating func add(_ measurement: Measurement) {
    measurements.append(measurement)
    print(
      Self.row(
        measurement.workload,
        measurement.door,
        [
          nanoseconds(measurement.p50),
          nanoseconds(measurement.p99),
          nanoseconds(measurement.minimum),
          count(measurement.perSecond),
          count(measurement.perSecondOnTwoThreads),
          String(format: "%.2f", measurement.allocations),
        ]
      )
    )
  }

  mutating func add(_ loading: Loading) {
    self.loading.append(loading)
    print(
      "loading \(loading.policySet):",
      String(format: "%.0f ms, %.0f MB", loading.milliseconds, loading.peakMegabytes)
    )
  }

  static func printHeading() {
    print(row("", "", ["p50", "p99", "least", "a second", "2 threads", "allocations"]))
  }

  var json: Data {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      return try encoder.encode(self) + Data("\n".utf8)
    }
  }

  private static func row(_ workload: String, _ door: String, _ cells: [String]) -> String {
    workload.padding(toLength: 22, withPad: " ", startingAt: 0)
      + door.padding(toLength: 30, withPad: " ", startingAt: 0)
      + cells.map { String(repeating: " ", count: max(1, 12 - $0.count)) + $0 }.joined()
  }

  private func nanoseconds(_ value: Double) -> String {
    value < 10_000 ? String(format: "%.1f ns", value) : String(format: "%.1f us", value / 1_000)
  }

  private func count(_ value: Double) -> String {
    value < 1e6 ? String(format: "%.1f k", value / 1e3) : String(format: "%.2f M", value / 1e6)
  }
}

/// Where it was measured.
struct Machine: Encodable {
  let processor: String
  let cores: Int
  let system: String

  static var this: Machine {
    let info = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let model = info.split(separator: "\n").first { $0.hasPrefix("model name") }
    return Machine(
      processor: model?.split(separator: ":").last.map { $0.drop { $0 == " " } }.map(String.init)
        ?? "unknown",
      cores: ProcessInfo.processInfo.activeProcessorCount,
      system: ProcessInfo.processInfo.operatingSystemVersionString
    )
  }
}
