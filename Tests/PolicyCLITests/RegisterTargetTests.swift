import Foundation
@testable import PolicyCLI
import Testing

@Suite struct `Where a register is written` {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "register-target-\(UUID().uuidString)").resolvingSymlinksInPath().path

  private func inFolder(_ use: () throws -> Void) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try use()
  }

  private func write(_ text: String, _ name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
  }

  private func link(_ name: String, to other: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder)/\(name)",
      withDestinationPath: "\(folder)/\(other)"
    )
  }

  @Test func `is the file that a link leads to`() throws {
    try inFolder {
      try write("{}", "real.json")
      try link("link.json", to: "real.json")
      let target = try RegisterFile.target("\(folder)/link.json", mayReplace: true)
      #expect(target == "\(folder)/real.json")
      let fresh = try RegisterFile.target("\(folder)/new.json", mayReplace: false)
      #expect(fresh == "\(folder)/new.json")
    }
  }

  @Test func `is no link to nothing, no device and no folder`() throws {
    try inFolder {
      try link("dangling.json", to: "nowhere.json")
      for path in ["\(folder)/dangling.json", "/dev/null", folder] {
        #expect(throws: ExitStatus.invalid) {
          _ = try RegisterFile.target(path, mayReplace: true)
        }
      }
    }
  }

  @Test func `is no register that is there already, unless it is taken into account`() throws {
    try inFolder {
      try write("{}", "register.json")
      try write("", "empty.json")
      #expect(throws: ExitStatus.invalid) {
        _ = try RegisterFile.target("\(folder)/register.json", mayReplace: false)
      }
      for (name, mayReplace) in [("register.json", true), ("empty.json", false)] {
        let path = "\(folder)/\(name)"
        #expect(try RegisterFile.target(path, mayReplace: mayReplace) == path)
      }
    }
  }
}
