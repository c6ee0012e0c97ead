import AccessPolicy
import Foundation
import PolicyFiles
import Testing

/// A review as SARIF; `Scripts/check-sarif` holds it to the published schema besides.
@Suite struct `A SARIF log` {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The run of the log of what stands in the folder.
  private func run(_ change: (String) -> String = { $0 }) throws -> [String: Any] {
    let root = change(folder.path)
    let text = PolicyReview(path: folder.path)
      .sarif(version: "1.2.3", root: root, folder: folder.path)
    let log = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    )
    #expect(log["version"] as? String == "2.1.0")
    return try #require((log["runs"] as? [[String: Any]])?.first)
  }

  private func results(_ change: (String) -> String = { $0 }) throws -> [[String: Any]] {
    try #require(try run(change)["results"] as? [[String: Any]])
  }

  @Test func `has a rule for every code, in order, each with words`() throws {
    let tool = try #require(try run()["tool"] as? [String: Any])
    let driver = try #require(tool["driver"] as? [String: Any])
    #expect(driver["version"] as? String == "1.2.3")
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(
      rules.compactMap { $0["id"] as? String } == DiagnosticCode.allCases.map(\.rawValue).sorted()
    )
    for rule in rules {
      for key in ["shortDescription", "fullDescription", "help"] {
        let text = (rule[key] as? [String: Any])?["text"] as? String
        #expect(text?.isEmpty == false, "\(rule)")
      }
      let level = (rule["defaultConfiguration"] as? [String: Any])?["level"] as? String
      #expect(level == "error" || level == "warning")
    }
  }

  @Test func `has results with rule, level, words, place and fingerprint`() throws {
    try folder.write("a b/å.yaml", "# 😀\n\nactions: {}\nactions: {}\n")
    let results = try results()
    #expect(results.compactMap { $0["ruleId"] as? String } == ["duplicate-key"])
    let first = try #require(results.first)
    let codes = DiagnosticCode.allCases.map(\.rawValue).sorted()
    #expect(first["ruleIndex"] as? Int == codes.firstIndex(of: "duplicate-key"))
    #expect(first["level"] as? String == "error")
    #expect((first["suppressions"] as? [Any])?.isEmpty == true)
    let place = try #require((first["locations"] as? [[String: Any]])?.first)
    let physical = try #require(place["physicalLocation"] as? [String: Any])
    #expect(
      physical["artifactLocation"] as? [String: String]
        == ["uri": "a%20b/%C3%A5.yaml", "uriBaseId": "%SRCROOT%"]
    )
    #expect(
      physical["region"] as? [String: Int]
        == ["startLine": 4, "startColumn": 1, "endLine": 4, "endColumn": 8]
    )
    let related = try #require((first["relatedLocations"] as? [[String: Any]])?.first)
    #expect(related["id"] as? Int == 1)
    #expect((related["message"] as? [String: String])?["text"]?.isEmpty == false)
  }

  @Test func `writes braces so that they stand for themselves`() throws {
    try folder.write("a.yaml", "foo{0}: 1\n")
    let texts = try results().compactMap { ($0["message"] as? [String: String])?["text"] }
    #expect(texts.contains { $0.contains("foo{{0}}") && $0.contains("\nhelp: ") })
  }

  @Test func `knows a finding again when lines have moved, and two of the same apart`() throws {
    func fingerprints() throws -> [String] {
      try results().compactMap {
        ($0["partialFingerprints"] as? [String: String])?["diagnostic/v1"]
      }
    }
    try folder.write("a.yaml", "- 1\n")
    try folder.write("b.yaml", "actions: { a: { tilte: 1 }, b: { tilte: 1 } }\n")
    let before = try fingerprints()
    try folder.write("b.yaml", "# a line more\nactions: { a: { tilte: 1 }, b: { tilte: 1 } }\n")
    #expect(try fingerprints() == before)
    #expect(Set(before).count == before.count)
    #expect(before.count > 1)
  }

  @Test func `names what stands outside the root by its whole address`() throws {
    try folder.write("a.yaml", "[")
    let result = try #require(try results { $0 + "/elsewhere" }.first)
    let place = try #require((result["locations"] as? [[String: Any]])?.first)
    let file = (place["physicalLocation"] as? [String: Any])?["artifactLocation"]
    let address = try #require(file as? [String: String])
    #expect(address["uri"]?.hasPrefix("file:///") == true)
    #expect(address["uriBaseId"] == nil)
  }

  @Test func `has no place where there is none`() throws {
    let result = try #require(try results().first)
    #expect(result["ruleId"] as? String == "no-files")
    #expect((result["locations"] as? [Any])?.isEmpty == true)
  }

  @Test func `shows what is silenced as suppressed in the source, with the reason`() throws {
    let text = PolicyUnderTest.text.replacing(
      "  admitted:\n",
      with: "  admitted:\n    silence: { unwritten-edge: the ward asks for it }\n"
    )
    try folder.write("policy.yaml", text)
    let suppressed = try results().filter { ($0["suppressions"] as? [Any])?.isEmpty == false }
    #expect(suppressed.compactMap { $0["ruleId"] as? String } == ["unwritten-edge"])
    let suppression = try #require((suppressed.first?["suppressions"] as? [[String: Any]])?.first)
    #expect(suppression["kind"] as? String == "inSource")
    #expect(suppression["justification"] as? String == "the ward asks for it")
    #expect(suppression["location"] != nil)
  }
}

/// A review as JSON.
@Suite struct `A review as JSON` {
  private func json(_ review: PolicyReview) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(review.json.utf8)) as? [String: Any]
    )
  }

  @Test func `has every key whether or not the policy set is valid`() throws {
    let folder = try TemporaryFolder()
    try folder.write("policy.yaml", PolicyUnderTest.text)
    let valid = try json(PolicyReview(path: folder.path))
    #expect(valid["isValid"] as? Bool == true)
    #expect((valid["policy"] as? [String: String])?["id"] == "test")
    try folder.write("policy.yaml", "foo: 1\n")
    let invalid = try json(PolicyReview(path: folder.path))
    #expect(invalid["isValid"] as? Bool == false)
    #expect(invalid["policy"] is NSNull)
    #expect(invalid["errors"] as? Int == (invalid["diagnostics"] as? [Any])?.count)
    #expect(Set(valid.keys) == Set(invalid.keys))
    let first = try #require((invalid["diagnostics"] as? [[String: Any]])?.first)
    #expect(
      Set(first.keys) == [
        "code", "severity", "message", "help", "file", "line", "column", "length", "related",
      ]
    )
  }
}
