import AccessPolicy
import Foundation
import PolicyFiles
import Workloads

/// What it costs to have a policy set at hand: YAML to compiled, in a process of its own.
struct Loading: Codable {
  var policySet: String
  var rules: Int?
  /// From the first file to the engine.
  var milliseconds: Double
  /// The most memory that the process ever held.
  var peakMegabytes: Double

  /// Loads a policy set in this process.
  static func here(_ path: String) throws -> Loading {
    let start = now()
    let check = PolicyCheck(path: path)
    guard let policy = check.policy else { throw Failure(description: check.text()) }
    let engine = PolicyEngine(policy)
    let milliseconds = Double(now() - start) / 1e6
    blackHole(engine)
    return Loading(
      policySet: path,
      milliseconds: milliseconds,
      peakMegabytes: try peakMegabytes()
    )
  }

  private static func peakMegabytes() throws -> Double {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    let kilobytes = line?.split(separator: " ").dropFirst().first.flatMap { Double($0) }
    return (kilobytes ?? 0) / 1_024
  }

  /// Loads a policy set in fresh processes: the median of their times, and the most memory of any.
  static func inFreshProcesses(_ path: String, times: Int = 5) throws -> Loading {
    let all = try (0..<times).map { _ in
      let output = try run(CommandLine.arguments[0], ["load", path])
      return try JSONDecoder().decode(Loading.self, from: output)
    }
    return Loading(
      policySet: path,
      milliseconds: all.map(\.milliseconds).sorted().percentile(50),
      peakMegabytes: all.map(\.peakMegabytes).max() ?? 0
    )
  }
}

/// Why something cannot be measured.
struct Failure: Error, CustomStringConvertible {
  let description: String
}

/// Runs a program to its end, and gives what it printed.
private func run(_ program: String, _ arguments: [String]) throws -> Data {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: program)
  process.arguments = arguments
  let output = Pipe()
  process.standardOutput = output
  try process.run()
  let data = output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  guard process.terminationStatus == 0 else {
    throw Failure(description: "\(program) \(arguments.joined(separator: " ")) failed")
  }
  return data
}
