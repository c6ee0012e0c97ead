@testable import AccessPolicy
import Testing

@Suite struct `The canonical form` {
  private func form(_ texts: String...) -> [UInt8] {
    CanonicalForm.bytes(
      of: texts.enumerated().map {
        PolicyText($0.element, file: "\($0.offset).yaml").document
      }
    )
  }

  @Test func `the order of files, sections and keys does not count`() {
    let first = "a:\n  x: { k: 1, l: 2 }\n  y: 3\nb: 4"
    let second = "b: 4\na:\n  y: 3\n  x: { l: 2, k: 1 }"
    #expect(form(first) == form(second))
    #expect(form("a: { x: 1 }", "b: { y: 2 }") == form("b: { y: 2 }", "a: { x: 1 }"))
  }

  @Test func `it does not count how a section is spread over files`() {
    let whole = form("a: { x: 1, y: 2, z: 3 }")
    #expect(form("a: { z: 3, x: 1 }", "a: { y: 2 }") == whole)
    #expect(form("a: { x: 1 }", "a: { y: 2 }", "a: { z: 3 }") == whole)
  }

  @Test func `it does not count how attributes are spread over files`() {
    let whole = form("attributes: { patient: { x: 1, y: 2 } }")
    #expect(
      form("attributes: { patient: { x: 1 } }", "attributes: { patient: { y: 2 } }") == whole
    )
  }

  @Test func `places, comments and quotes do not count`() {
    #expect(form("a: { x: 1 }") == form("# why\n\na:\n    x: \"1\"\n"))
    #expect(form("a: { x: 1 }") == form("a: { x: 1 }", "# nothing"))
  }

  /// Trees that differ, and that careless writing would make the same.
  private static let different = [
    "", "a: 1", "a: \"\"", "a: {}", "a: []", "a: [\"\"]", "a: [1]", "a: [[1]]", "a: [1, 2]",
    "a: [2, 1]",
    "a: [12]", "a: [1, 1]", "a: [\"1, 2\"]", "a: [\"1:2\"]", "a: \"[1]\"", "a: { b: 1 }",
    "a: { b: [1] }",
    "a: { b: { c: 1 } }", "a: { b: c, c: 1 }", "a: { b: 1, c: 1 }", "a: \"{1:b1:1}\"",
    "a: { \"b1:1\": \"\" }",
    "a: { b: \"1:c\" }", "ab: 1", "a: b1", "b: 1\na: 1", "a: [{ b: 1 }, { c: 1 }]",
    "a: [{ b: 1, c: 1 }]",
    "a: [1, [2]]", "a: [[1], 2]", "a: [[1, 2]]", "a: é", "a: e\u{301}", "a: A", "a: \"a \"",
    "a: { x: { b: 1 }, y: {} }", "a: { x: {}, y: { b: 1 } }",
  ]

  @Test func `no two different trees have one form`() {
    var seen: [[UInt8]: String] = [:]
    for text in Self.different {
      let form = form(text)
      if let other = seen[form] { Issue.record("`\(text)` and `\(other)` have one form") }
      seen[form] = text
    }
  }

  @Test func `the digest of a policy set follows it`() throws {
    let digest = try BasePolicy.policy().identity.digest
    #expect(digest.utf8.count == 64)
    #expect(try BasePolicy.policy(with: "# a remark").identity.digest == digest)
    let more = "obligations:\n  mask: { title: { nb: Skjul, en: Mask } }"
    #expect(try BasePolicy.policy(with: more).identity.digest != digest)
  }
}
