import AccessPolicy
import Foundation
import Testing

/// The table of facts in the guide to the policy language is written from the one place in the code
/// where facts are declared. Run with `RECORD_DOCUMENTS=1` to write it anew; that run fails.
@Suite struct `Documents are current` {
  @Test func `the table of facts`() throws {
    let guide = URL(fileURLWithPath: #filePath)
      .appending(path: "../../../../docs/policy-language.md").standardized
    let text = try String(contentsOf: guide, encoding: .utf8)
    let begin = try #require(text.range(of: "<!-- facts: begin -->\n"))
    let end = try #require(text.range(of: "<!-- facts: end -->"))
    let written = String(text[begin.upperBound..<end.lowerBound])
    if ProcessInfo.processInfo.environment["RECORD_DOCUMENTS"] != nil {
      let changed = text.replacingCharacters(
        in: begin.upperBound..<end.lowerBound,
        with: Self.table
      )
      try changed.write(to: guide, atomically: true, encoding: .utf8)
      Issue.record("the table of facts was written anew; run again without RECORD_DOCUMENTS")
    } else {
      #expect(written == Self.table, "run once with RECORD_DOCUMENTS=1")
    }
  }

  private static var table: String {
    let rows = BuiltInAttribute.allCases.map { "| `\($0.rawValue)` | \($0.type) | \($0.meaning) |" }
    return (["| Fact | Type | What it is |", "|---|---|---|"] + rows).joined(separator: "\n") + "\n"
  }
}
