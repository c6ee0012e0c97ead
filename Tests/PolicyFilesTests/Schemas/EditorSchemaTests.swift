import Foundation
import PolicyFiles
import Testing

/// The schemas that the project ships, and the files that name them. Run with `RECORD_DOCUMENTS=1` to
/// write the schemas anew; that run fails.
@Suite struct `Schemas for editors` {
  private static let project = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test(arguments: EditorSchema.allCases)
  func `are current`(schema: EditorSchema) throws {
    let file = Self.project.appending(path: "schemas/\(schema.fileName)")
    if ProcessInfo.processInfo.environment["RECORD_DOCUMENTS"] != nil {
      try schema.text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("the schema was written anew; run again without RECORD_DOCUMENTS")
    } else {
      let written = try String(contentsOf: file, encoding: .utf8)
      #expect(written == schema.text, "run once with RECORD_DOCUMENTS=1")
    }
  }

  @Test(arguments: EditorSchema.allCases)
  func `are JSON`(schema: EditorSchema) throws {
    let value = try JSONSerialization.jsonObject(with: Data(schema.text.utf8))
    let root = try #require(value as? [String: Any])
    #expect(root["$schema"] as? String == "http://json-schema.org/draft-07/schema#")
    #expect((root["properties"] as? [String: Any])?.isEmpty == false)
  }

  private static let shipped: [String] = {
    let root = project.appending(path: "policies")
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: root.path)) ?? []
    return paths.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted()
  }()

  @Test func `shipped files are found`() { #expect(Self.shipped.count > 40) }

  @Test(arguments: shipped)
  func `every shipped file names its own in the first line`(path: String) throws {
    let file = Self.project.appending(path: "policies/\(path)")
    let text = try String(contentsOf: file, encoding: .utf8)
    let first = try #require(text.split(separator: "\n", omittingEmptySubsequences: false).first)
    let begin = "# yaml-language-server: $schema="
    try #require(first.hasPrefix(begin), "\(first)")
    let target = file.deletingLastPathComponent().appending(path: first.dropFirst(begin.count))
      .standardized
    let schema: EditorSchema = path.contains("/scenarios/") ? .scenarios : .policy
    #expect(target.path == Self.project.appending(path: "schemas/\(schema.fileName)").path)
    #expect(FileManager.default.fileExists(atPath: target.path))
  }
}
