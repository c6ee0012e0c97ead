import Foundation
import Testing

@Suite struct `Commands that documents name` {
  private static let repository = URL(fileURLWithPath: #filePath)
    .appending(path: "../../..").standardized.path

  /// The names under which the sources declare commands.
  private static func commands() throws -> Set<String> {
    let folder = "\(repository)/Sources/PolicyCLI/Commands"
    var names: Set<String> = ["help"]
    for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
      for match in text.matches(of: /commandName: "([a-z-]+)"/) {
        names.insert(String(match.output.1))
      }
    }
    return names
  }

  @Test(arguments: ["policies/helseplattformen/requirements", "docs"])
  func `are there`(folder: String) throws {
    let path = "\(Self.repository)/\(folder)"
    let files = try FileManager.default.contentsOfDirectory(atPath: path)
      .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".md") }
    #expect(!files.isEmpty)
    let commands = try Self.commands()
    #expect(commands.contains("check"))
    for file in files {
      let text = try String(contentsOfFile: "\(path)/\(file)", encoding: .utf8)
      for match in text.matches(of: /`access-policy ([a-z][a-z-]*)/) {
        #expect(commands.contains(String(match.output.1)), "\(file): \(match.output.0)")
      }
    }
  }
}
