import AccessPolicy
import Testing

@Suite struct `References` {
  private static let alike: [(String, String)] = [
    ("é", "e\u{301}"), ("K", "\u{212A}"), ("Å", "\u{212B}"), (";", "\u{37E}"),
    ("가", "\u{1100}\u{1161}"), ("a\u{323}\u{307}", "a\u{307}\u{323}"),
  ]

  @Test(arguments: alike)
  func `keys that Swift takes for equal texts stay apart`(first: String, second: String) {
    #expect(first == second, "the premise of this test")
    let (a, b) = (StaffRef(first), StaffRef(second))
    #expect(a != b)
    #expect((a < b) != (b < a))
    #expect(Set([a, b]).count == 2)
    #expect(AttributeValue.text(TextRef(first)) != .text(TextRef(second)))
  }

  @Test func `the same bytes are the same key`() {
    let built = ["p", "1"].joined()
    #expect(PatientRef(built) == "p1")
    #expect(PatientRef(built).hashValue == PatientRef("p1").hashValue)
    #expect(!(PatientRef(built) < "p1"))
  }

  @Test func `any text is a key, even none`() {
    let keys: [ItemRef] = ["", " ", "\0", "\u{FEFF}", "a\nb"]
    #expect(Set(keys).count == keys.count)
    #expect(keys.map(\.description) == ["", " ", "\0", "\u{FEFF}", "a\nb"])
  }

  @Test func `they are ordered by their bytes`() {
    let keys: [ItemRef] = ["b", "é", "a", "e\u{301}", "Z", "", "ab"]
    #expect(keys.sorted() == ["", "Z", "a", "ab", "b", "e\u{301}", "é"])
  }
}
