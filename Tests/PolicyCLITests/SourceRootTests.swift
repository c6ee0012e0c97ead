import Foundation
@testable import PolicyCLI
import Testing

@Suite struct `The root of a checkout` {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "source-root-\(UUID().uuidString)").path

  @Test func `is the nearest folder with git's own, which may be a file`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let inner = "\(folder)/checkout/policies/one"
    try FileManager.default.createDirectory(atPath: inner, withIntermediateDirectories: true)
    #expect(SourceRoot.of("/nowhere/at/all") == "/nowhere/at/all")
    try Data().write(to: URL(filePath: "\(folder)/checkout/.git"))
    #expect(SourceRoot.of(inner) == "\(folder)/checkout")
    #expect(SourceRoot.of("\(folder)/checkout") == "\(folder)/checkout")
  }
}
