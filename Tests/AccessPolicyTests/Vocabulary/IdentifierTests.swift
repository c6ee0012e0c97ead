import AccessPolicy
import Testing

@Suite struct `Identifiers` {
  @Test(arguments: [
    "a", "A", "0", "ward-nurse", "a_b.c-d", "9.1", String(repeating: "x", count: 128),
  ])
  func `letters, digits and three signs make an identifier`(text: String) {
    #expect(TemplateID(text)?.text == text)
  }

  @Test(arguments: [
    "", "-a", "_a", ".a", "a b", "a/b", "a:b", " a", "a ", "a\n", "a\0", "é", "e\u{301}", "å",
    "\u{212A}", "a\u{200B}", "а", "１", String(repeating: "x", count: 129),
  ])
  func `everything else is none`(text: String) {
    #expect(TemplateID(text) == nil)
  }

  @Test func `a part of a text can be one`() {
    #expect(TemplateID("on the ward".split(separator: " ")[2])?.text == "ward")
  }

  @Test func `capital and small letters differ`() {
    #expect(TemplateID("a") != TemplateID("A"))
  }

  @Test func `they are ordered by their bytes`() throws {
    let ids = try ["b", "a.b", "B", "a-b", "a_b", "a", "ab", "10", "9"]
      .map { try #require(TemplateID($0)) }
    #expect(ids.sorted().map(\.text) == ["10", "9", "B", "a", "a-b", "a.b", "a_b", "ab", "b"])
  }
}
