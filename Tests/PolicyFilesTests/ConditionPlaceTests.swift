import AccessPolicy
import Foundation
import PolicyFiles
import Testing

/// However a condition is laid out, a mistake in it is shown at the very word.
@Suite struct `Places in conditions` {
  /// Conditions with one word that nothing declares, `nowhere` or `"x"`; each as it stands in a file.
  private static let yaml: [(String, String)] = [
    ("plain", "where: link.unit == nowhere"),
    ("plain, on the next line", "where:\n      link.unit == nowhere"),
    ("plain, over lines", "where: link.unit\n      ==\n      nowhere"),
    ("plain, over lines with an empty one", "where: link.unit ==\n\n      nowhere"),
    ("plain, last on its line", "where: link.unit == nowhere or\n      patient.age < 18"),
    ("folded", "where: >-\n      patient.age < 18 or\n      link.unit == nowhere"),
    ("folded, kept", "where: >+\n      patient.age < 18\n      or link.unit == nowhere\n\n"),
    ("folded, with a comment", "where: > # why\n      link.unit == nowhere"),
    (
      "folded, indented further",
      "where: >1\n      patient.age < 18\n        or link.unit == nowhere\n"
    ),
    (
      "folded, with an empty line",
      "where: >\n      patient.age < 18\n\n      or link.unit == nowhere\n"
    ),
    ("literal", "where: |\n      patient.age < 18\n      or link.unit == nowhere"),
    (
      "literal, with spaces",
      "where: |-\n      patient.age   <   18   or   link.unit   ==   nowhere"
    ),
    ("in quotes", "where: \"link.unit == nowhere\""),
    ("in quotes, over lines", "where: \"patient.age < 18\n      or link.unit == nowhere\""),
    (
      "in quotes, with a broken line",
      "where: \"patient.age < 18 \\\n      or link.unit == nowhere\""
    ),
    ("in quotes, with escapes", "where: \"link.group == \\\"a\\\" or link.unit == nowhere\""),
    (
      "in quotes, with other escapes",
      "where: \"patient.age \\x3C\\u002018 \\t\\n or link.unit == nowhere\""
    ),
    (
      "in quotes, with letters in escapes",
      "where: \"link.group == \\\"\\u00e6\\U0001F600\\\" or link.unit == nowhere\""
    ),
    ("in single quotes", "where: 'link.unit == nowhere'"),
    (
      "in single quotes, with one in it", "where: 'link.group == \"it''s\" or link.unit == nowhere'"
    ),
    (
      "in single quotes, over lines",
      "where: 'patient.age < 18\n      or\n      link.unit == nowhere'"
    ),
    ("behind an anchor", "where: &a link.unit == nowhere"),
    (
      "behind an anchor, folded",
      "where: &a >-\n      patient.age < 18 or\n      link.unit == nowhere"
    ),
    (
      "behind letters",
      "because: { a: \"æøå😀\" }\n    where: \"\\\"😀\\\" == link.group or link.unit == nowhere\""
    ),
  ]

  @Test(arguments: yaml)
  func `in YAML stand under the word`(_: String, condition: String) throws {
    let text = """
      policySet: { id: p, version: "1", title: { nb: a, en: b } }
      patientLogistics: { stay: { title: { nb: a, en: b } } }
      careRelationships:
        staying:
          title: { nb: a, en: b }
          links: [stay]
          \(condition)
      """
    let read = YAMLReader.document(text, file: "f.yaml")
    #expect(read.diagnostics == [])
    let found = mistakes(in: read.document).filter { $0.code == .undeclaredName }
    #expect(found.count == 1)
    let range = try #require(found.first?.range)
    #expect(shown(range, in: text) == "nowhere")
  }

  @Test func `also where the word ends too early`() throws {
    let text = """
      policySet: { id: p, version: "1", title: { nb: a, en: b } }
      patientLogistics: { stay: { title: { nb: a, en: b } } }
      careRelationships:
        staying:
          title: { nb: a, en: b }
          links: [stay]
          where: |
            patient.age < 18 and

      """
    let found = mistakes(in: YAMLReader.document(text, file: "f.yaml").document)
    #expect(found.map { $0.range.map { "\($0.line):\($0.column)" } } == ["8:26"])
  }

  @Test func `of a test over lines end with its first line`() throws {
    let text = """
      policySet: { id: p, version: "1", title: { nb: a, en: b } }
      patientLogistics: { stay: { title: { nb: a, en: b } } }
      careRelationships:
        staying:
          title: { nb: a, en: b }
          links: [stay]
          where: link.unit ==
            session.staff
      """
    let found = mistakes(in: YAMLReader.document(text, file: "f.yaml").document)
    let range = try #require(found.first?.range)
    #expect(shown(range, in: text).hasPrefix("link.unit =="))
  }

  @Test(arguments: [
    #""link.unit == nowhere""#, #""link.group == \"a\" or link.unit == nowhere""#,
    #""link.group == \"\u00e6\uD83D\uDE00\" or\tlink.unit == nowhere""#,
  ])
  func `in JSON stand under the word`(condition: String) throws {
    let text = """
      { "policySet": { "id": "p", "version": "1", "title": { "nb": "a", "en": "b" } },
        "patientLogistics": { "stay": { "title": { "nb": "a", "en": "b" } } },
        "careRelationships": { "staying": {
          "title": { "nb": "a", "en": "b" }, "links": ["stay"],
          "where": \(condition) } } }
      """
    let read = JSONReader.document(text, file: "f.json")
    let found = mistakes(in: read.document).filter { $0.code == .undeclaredName }
    let range = try #require(found.first?.range)
    #expect(shown(range, in: text) == "nowhere")
  }

  private func mistakes(in document: Document) -> [Diagnostic] {
    do throws(PolicyRejected) {
      _ = try PolicyPipeline.policy(from: [document])
      return []
    } catch {
      return error.diagnostics
    }
  }

  private func shown(_ range: SourceRange, in text: String) -> String {
    let line = text.split(separator: "\n", omittingEmptySubsequences: false)[range.line - 1]
    var shown = String.UnicodeScalarView()
    shown.append(contentsOf: line.unicodeScalars.dropFirst(range.column - 1).prefix(range.length))
    return String(shown)
  }
}
