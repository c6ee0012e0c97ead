import AccessPolicy
import PolicyFiles
import Testing

@Suite struct `Limits of YAML` {
  private func codes(_ text: String, _ limits: ReadingLimits = .standard) -> [String] {
    YAMLReader.document(text, file: "f.yaml", limits: limits).diagnostics
      .map { "\($0.code.rawValue) \($0.range.map { "\($0.line):\($0.column)" } ?? "-")" }
  }

  @Test(arguments: ["[", "{a: ", "[{? ", "- ", "? ", "[[&a ", "!!x ["])
  func `deep nesting is refused`(opening: String) {
    let text = String(repeating: opening, count: 100_000)
    let read = YAMLReader.document(text, file: "f.yaml")
    #expect(read.document.root == nil)
    #expect(read.diagnostics.contains { $0.code == .tooLarge })
    #expect(read.diagnostics.count <= 130)
  }

  @Test func `deep indentation is refused`() {
    let text = (0..<2_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    #expect(codes(text) == ["too-large 65:65"])
  }

  @Test func `the deepest nesting is read`() {
    let text = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(codes(text) == [])
    #expect(codes("[\(text)]") == ["too-large 1:65"])
  }

  @Test func `an alias counts as deep as what it repeats`() {
    var limits = ReadingLimits()
    limits.depth = 4
    #expect(codes("- &a [[x]]\n- [*a]\n", limits) == [])
    #expect(codes("- &a [[x]]\n- [[*a]]\n", limits) == ["too-large 2:5"])
  }

  @Test func `a billion laughs are refused where they become too many`() {
    var text = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
    for level in 1...9 {
      let repeated = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(repeated)]\n"
    }
    #expect(codes(text) == ["too-large 6:45"])
  }

  @Test func `aliases as keys are refused before they are compared`() {
    var text = "a0: &a0 [lol, lol]\n"
    for level in 1...15 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    text += "z: { ? *a15 : 1, ? *a15 : 2 }\n"
    #expect(codes(text) == ["not-supported 17:8", "not-supported 17:20"])
  }

  @Test func `aliases and anchors have a number`() {
    var limits = ReadingLimits()
    limits.aliases = 3
    #expect(codes("a: &x 1\nb: [*x, *x, *x]\n", limits) == [])
    #expect(codes("a: &x 1\nb: [*x, *x, *x, *x]\n", limits) == ["too-large 2:17"])
    #expect(codes("[&a 1, &b 1, &c 1, &d 1]", limits) == ["too-large 1:23"])
  }

  @Test func `values have a number, keys and aliases among them`() {
    var limits = ReadingLimits()
    limits.nodes = 6
    #expect(codes("a: [1, 2]\nb: 3", limits) == ["too-large 2:4"])
    #expect(codes("a: &x 1\nb: *x\n", limits) == [])
    #expect(codes("a: &x [1]\nb: *x\n", limits) == ["too-large 2:4"])
  }

  @Test func `a text has a size`() {
    var limits = ReadingLimits()
    limits.fileBytes = 4
    #expect(codes("a: 1", limits) == [])
    #expect(codes("a: 12", limits) == ["too-large 1:1"])
    let read = YAMLReader.document(bytes: Array("a: 12".utf8), file: "f.yaml", limits: limits)
    #expect(read.diagnostics.map(\.code) == [.tooLarge])
  }

  @Test func `reports have a number`() {
    var limits = ReadingLimits()
    limits.reports = 5
    #expect(codes(String(repeating: "a: 1\n", count: 100), limits).count == 5)
    #expect(codes(String(repeating: "\0", count: 100), limits).count == 5)
  }

  @Test func `a hundred thousand lines are read`() {
    let text = (0..<100_000).map { "key-\($0): [value, 'quoted'] # note\n" }.joined()
    let read = YAMLReader.document(text, file: "f.yaml")
    #expect(read.diagnostics.isEmpty)
    guard case .mapping(let entries)? = read.document.root?.content else {
      Issue.record("no mapping")
      return
    }
    #expect(entries.count == 100_000)
    #expect(entries.last?.value.range.line == 100_000)
  }

  private static let hostile: [Named] = [
    Named("tag directives", String(repeating: "%TAG !a! tag:x\n", count: 100_000)),
    Named(
      "tag directives after the end",
      "x\n...\n" + String(repeating: "%TAG !a! tag:x\n", count: 100_000)
    ),
    Named("anchors in a row", String(repeating: "&a ", count: 300_000)),
    Named("one anchor often", String(repeating: "- &a x\n", count: 100_000)),
    Named("tags in one line", "[" + String(repeating: "!t a,", count: 300_000)),
    Named("a long plain text", String(repeating: "a ", count: 300_000)),
    Named("an open quoted text", "\"" + String(repeating: "a\n", count: 300_000)),
    Named("quoted keys without commas", "[" + String(repeating: "'a':", count: 300_000)),
    Named("keys without values", "{" + String(repeating: "a, ", count: 300_000)),
    Named("empty lines before a tab", String(repeating: "\n", count: 300_000) + "\t@"),
    Named("a block text of blanks", "a: |\n" + String(repeating: " \n", count: 300_000) + "@"),
    Named("question marks", String(repeating: "? ", count: 300_000)),
    Named("colons", String(repeating: "a: ", count: 300_000)),
    Named("aliases in a row", String(repeating: "*a ", count: 300_000)),
    Named("document marks in one line", String(repeating: "--- ", count: 300_000)),
    Named("document marks", String(repeating: "---\n", count: 300_000)),
    Named("carriage returns", String(repeating: "\r", count: 300_000) + "]"),
    Named("backslashes", "a: " + String(repeating: "\\", count: 300_000)),
    Named("escapes without an end", "a: \"" + String(repeating: "\\x41", count: 300_000)),
    Named("empty lists", "[" + String(repeating: "[],", count: 300_000) + "]"),
    Named("empty lists with anchors", "[" + String(repeating: "&a [],", count: 300_000) + "]"),
    Named("a long comment", String(repeating: "#", count: 300_000)),
  ]

  @Test(arguments: hostile)
  func `hostile texts come to an end`(hostile: Named) {
    let read = YAMLReader.document(hostile.text, file: "f.yaml")
    #expect(read.diagnostics.count <= ReadingLimits.standard.reports + 1)
    _ = DiagnosticRenderer(documents: [read.document]).text(read.diagnostics)
  }
}
