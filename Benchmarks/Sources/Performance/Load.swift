import ArgumentParser
import Foundation

/// Loads one policy set, and says what that took.
struct Load: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Loads one policy set in this process, and says what that took."
  )

  @Argument(help: "The folder of the policy set.")
  var path: String

  func run() throws {
    let data = try JSONEncoder().encode(Loading.here(path))
    FileHandle.standardOutput.write(data)
  }
}
