import AccessPolicy
import PolicyFiles
import Testing

@Suite struct `Reading YAML` {
  private func read(_ text: String) -> (document: Document, diagnostics: [Diagnostic]) {
    YAMLReader.document(text, file: "f.yaml")
  }

  private func tree(_ text: String) -> String {
    let read = read(text)
    #expect(read.diagnostics.isEmpty)
    return outline(read.document.root)
  }

  private static let everyKeyAndValue: [(String, String)] = [
    ("a: b", "{a@1:1+1: b@1:4+1}@1:1+1"),
    (
      "nurse:\n  on: [read, create]\n",
      "{nurse@1:1+5: {on@2:3+2: [read@2:8+4, create@2:14+6]@2:7+14}@2:3+1}@1:1+1"
    ),
    ("- a\n- - b\n  - c\n", "[a@1:3+1, [b@2:5+1, c@3:5+1]@2:3+1]@1:1+1"),
    ("list:\n- a\n- b\n", "{list@1:1+4: [a@2:3+1, b@3:3+1]@2:1+1}@1:1+1"),
    (
      "t: { nb: Ås, en: \"x\" }",
      "{t@1:1+1: {nb@1:6+2: Ås@1:10+2, en@1:14+2: \"x\"@1:18+3}@1:4+19}@1:1+1"
    ),
    ("[a: b, c]", "[{a@1:2+1: b@1:5+1}@1:2+4, c@1:8+1]@1:1+9"),
  ]

  @Test(arguments: everyKeyAndValue)
  func `every key and value has its place`(text: String, expected: String) {
    #expect(tree(text) == expected)
  }

  @Test func `columns count Unicode scalars`() {
    #expect(tree("å😀e\u{301}: 'Ø'") == "{å😀e\u{301}@1:1+4: \"Ø\"@1:7+3}@1:1+1")
  }

  private static let scalarsAreKeptAs: [(String, String, Bool)] = [
    ("k: no", "no", false), ("k: 010", "010", false), ("k: 10:00", "10:00", false),
    ("k: ~", "~", false), ("k:", "", false), ("k: ''", "", true), ("k: \"no\"", "no", true),
    ("k: 'it''s'", "it's", true), ("k: \"a\\tb\\u00e6\"", "a\tbæ", true),
    ("k: |\n  one\n  two\n", "one\ntwo\n", true), ("k: >-\n  one\n  two\n", "one two", true),
    ("k: 2026-03-02", "2026-03-02", false), ("k: 0x1F", "0x1F", false),
    ("k: content.kind == \"x\" # note", "content.kind == \"x\"", false),
  ]

  @Test(arguments: scalarsAreKeptAs)
  func `scalars are kept as they were written`(text: String, value: String, isQuoted: Bool) throws {
    let root = try #require(read(text).document.root)
    guard case .mapping(let entries) = root.content else { return #expect(Bool(false)) }
    #expect(entries[0].value.content == .scalar(value, isQuoted: isQuoted))
  }

  private static let aValueOverSeveral: [(String, String)] = [
    ("a: one\n  two\nb: c", "{a@1:1+1: one two@1:4+3, b@3:1+1: c@3:4+1}@1:1+1"),
    ("a: \"one\n  two\"", "{a@1:1+1: \"one two\"@1:4+4}@1:1+1"),
    ("a: |  # why\n  x\n", "{a@1:1+1: \"x\n\"@1:4+8}@1:1+1"),
    ("a:\nb: [\n  c ]", "{a@1:1+1: @1:3+1, b@2:1+1: [c@3:3+1]@2:4+1}@1:1+1"),
  ]

  @Test(arguments: aValueOverSeveral)
  func `a value over several lines is placed on its first`(text: String, expected: String) {
    #expect(tree(text) == expected)
  }

  @Test func `line breaks of all systems are read alike`() {
    let lines = ["a: 1", "b:", "  - 'x'", ""]
    let expected = tree(lines.joined(separator: "\n"))
    #expect(tree(lines.joined(separator: "\r\n")) == expected)
    #expect(tree("a: 1\r\nb:\n  - 'x'\r\n") == expected)
  }

  @Test func `a byte-order mark is no part of the text`() throws {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("a: 1".utf8)
    let read = YAMLReader.document(bytes: bytes, file: "f.yaml")
    #expect(read.document?.text == "a: 1")
    #expect(outline(read.document?.root) == "{a@1:1+1: 1@1:4+1}@1:1+1")
    #expect(YAMLReader.document("\u{FEFF}a: 1", file: "f.yaml").document == read.document)
    let twice = YAMLReader.document(bytes: [0xEF, 0xBB, 0xBF] + bytes, file: "f.yaml")
    #expect(twice.diagnostics.map(\.code) == [.notText])
  }

  private static let aFileWithoutAnything: [String] = [
    "", "\n", "# only words\n", "---\n", "--- # x\n...\n",
  ]

  @Test(arguments: aFileWithoutAnything)
  func `a file without anything has no root, and no mistake`(text: String) {
    #expect(tree(text) == "nothing")
  }

  @Test func `an aliased value carries the place of the alias`() {
    #expect(
      tree("a: &r [x, y]\nb: *r\nc: [*r, z]\n")
        == "{a@1:1+1: [x@1:8+1, y@1:11+1]@1:7+6, b@2:1+1: [x@1:8+1, y@1:11+1]@2:4+2, "
        + "c@3:1+1: [[x@1:8+1, y@1:11+1]@3:5+2, z@3:9+1]@3:4+7}@1:1+1"
    )
  }

  @Test func `the name of a repeated text is no part of its place`() {
    #expect(
      tree("&k key: &v  text here # x\nb: *k\n")
        == "{key@1:4+3: text here@1:13+9, b@2:1+1: key@2:4+2}@1:1+1"
    )
  }

  @Test func `all keys that stand twice are reported at once`() {
    let read = read("a: 1\nb: { c: 1, c: 2, 'c': 3 }\na: 2\n\"a\": 3\n")
    #expect(
      codes(read.diagnostics) == [
        "duplicate-key 2:12+1", "duplicate-key 2:18+3", "duplicate-key 3:1+1",
        "duplicate-key 4:1+3",
      ]
    )
    #expect(
      read.diagnostics.map { $0.related.map { place($0.range) } }
        == [["2:6+1"], ["2:6+1"], ["1:1+1"], ["1:1+1"]]
    )
    #expect(values(read.document.root) == ["a", "1", "b", "c", "1"])
  }

  @Test func `keys that only look different to a computer are the same`() {
    #expect(codes(read("\u{E9}: 1\ne\u{301}: 2\n").diagnostics) == ["duplicate-key 2:1+2"])
  }

  private static let formsOfThatPolicy: [(String, String)] = [
    ("a: 1\n---\nb: 2\n", "not-supported 2:1+3"),
    ("a: !!str 1", "not-supported 1:4+5"),
    ("a: ! 1", "not-supported 1:4+1"),
    ("a: &x !t [1]", "not-supported 1:7+2"),
    ("a: !x!y 1", "not-supported 1:4+1"),
    ("<<: {a: 1}", "not-supported 1:1+2"),
    ("x: &b {a: 1}\ny:\n  <<: *b\n", "not-supported 3:3+2"),
    ("? [a]\n: b\n", "not-supported 1:3+1"),
    ("{a: 1}: b\n", "not-supported 1:1+1"),
    ("a: &x k\n*x : b\n", "not-supported 2:1+2"),
    ("a: &x 1\nb: &x 2\n", "not-supported 2:7+1"),
    ("a: &x [*x]", "not-supported 1:8+2"),
    ("%TAG ! tag:x,2000:\n---\na: 1\n", "not-supported 1:1+18"),
    ("# c\n\n%YAML 1.2\n---\na: 1\n", "not-supported 3:1+9"),
    ("a: 1\r\n...\r\n%YAML 1.2\r\n", "not-supported 3:1+9"),
  ]

  @Test(arguments: formsOfThatPolicy)
  func `forms of YAML that policy files do not use are refused`(text: String, expected: String) {
    #expect(codes(read(text).diagnostics) == [expected])
  }

  @Test func `a quoted merge key is an ordinary key`() {
    #expect(tree("'<<': a") == "{<<@1:1+4: a@1:7+1}@1:1+1")
  }

  @Test func `mistakes that leave the structure clear do not hide the others`() {
    let read = read("a: !t 1\n<<: 2\n? [x]\n: 3\nb: 4\nb: 5\n")
    #expect(
      codes(read.diagnostics) == [
        "not-supported 1:4+2", "not-supported 2:1+2", "not-supported 3:3+1", "duplicate-key 6:1+1",
      ]
    )
    #expect(values(read.document.root) == ["a", "1", "b", "4"])
  }

  private static let bytesThatAreNot: [([UInt8], String)] = [
    ([0x61, 0x3A, 0x20, 0xE6], "not-text 1:4+1"),
    (Array("a: 1\nå: ".utf8) + [0xF8, 0x0A], "not-text 2:4+1"),
    ([0xFF, 0xFE, 0x61, 0x00], "not-text 1:1+1"),
    (Array("a: ".utf8) + [0xC3], "not-text 1:4+1"),
    (Array("a: ".utf8) + [0xED, 0xA0, 0x80], "not-text 1:4+1"),
  ]

  @Test(arguments: bytesThatAreNot)
  func `bytes that are not UTF-8 are refused at their place`(bytes: [UInt8], expected: String) {
    let read = YAMLReader.document(bytes: bytes, file: "f.yaml")
    #expect(read.document == nil)
    #expect(codes(read.diagnostics) == [expected])
  }

  private static let hiddenCharactersAreRefused: [(String, [String])] = [
    ("a: x\0y", ["not-text 1:5+1"]),
    ("a: 1\n\u{1B}[2Jb: \u{7F}\n", ["not-text 2:1+1", "not-text 2:8+1"]),
    ("a: 1\u{85}b: 2", ["not-text 1:5+1"]),
    ("# \u{2028}\r\n\u{2029}", ["not-text 1:3+1", "not-text 2:1+1"]),
    ("a: \u{202E}x", ["not-text 1:4+1"]),
    ("a: x\u{FEFF}", ["not-text 1:5+1"]),
    ("# only words\rb: 2", ["not-text 1:13+1"]),
    ("a: 1\r\n\rb: 2\r", ["not-text 2:1+1"]),
    ("a: 1\r", ["not-text 1:5+1"]),
    ("\r\r\n\u{1B}", ["not-text 1:1+1", "not-text 3:1+1"]),
  ]

  // Zero-width, soft, joining, ignorable and selecting characters, tags, and spaces of other kinds.
  private static let notSeen: [Unicode.Scalar] = [
    "\u{A0}", "\u{AD}", "\u{34F}", "\u{61C}", "\u{115F}", "\u{1680}", "\u{17B4}", "\u{180E}",
    "\u{2000}", "\u{200A}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{202F}", "\u{205F}", "\u{2060}",
    "\u{2064}", "\u{2800}", "\u{3000}", "\u{3164}", "\u{FE00}", "\u{FE0F}", "\u{FFA0}", "\u{FFF9}",
    "\u{1D173}", "\u{E0001}", "\u{E0061}", "\u{E0100}",
  ]

  @Test(arguments: notSeen)
  func `no value, key or comment holds what is not seen`(scalar: Unicode.Scalar) throws {
    for text in ["a: \"x\(scalar)\"", "abcd\(scalar): 1", "# bc\(scalar)"] {
      let read = read(text + "\n")
      #expect(read.document.root == nil)
      #expect(codes(read.diagnostics) == ["not-text 1:\(text.hasPrefix("a:") ? 6 : 5)+1"])
    }
    // As an escape, everybody sees it.
    let hex = String(scalar.value, radix: 16, uppercase: true)
    let escape = "\\U" + String(repeating: "0", count: 8 - hex.count) + hex
    #expect(read("a: \"x\(escape)\"\n").diagnostics.isEmpty)
  }

  @Test func `what is seen is text, whatever the language`() {
    let text = "a: Ærlig ǩ’ – «ja» … € 漢字 ½ 😀 e\u{301}\n"
    #expect(read(text).diagnostics.isEmpty)
  }

  @Test func `a space of another kind is replaced, and not deleted`() throws {
    let help = try #require(read("a: 30\u{A0}days").diagnostics.first?.help)
    #expect(help.hasPrefix("write an ordinary space instead"))
  }

  @Test(arguments: hiddenCharactersAreRefused)
  func `hidden characters are refused, all of them`(text: String, expected: [String]) {
    let read = read(text)
    #expect(codes(read.diagnostics) == expected)
    #expect(read.document.root == nil)
    #expect(read.document.text == text)
  }

  private static let whatIsNotIs: [(String, String, String)] = [
    ("a: [1, 2\nb: 3\n", "2:2", "a `,` or `]` should stand here"),
    ("a: {b: 1, c: 2\n", "1:15", "a `,` or `}` should stand here"),
    ("title: foo: bar\n", "1:11", "a `:` cannot stand here"),
    ("a: 'never\nb: c\n", "1:4", "the quoted text that begins here never ends"),
    ("a: \"x\\q\"\n", "1:6", "this is no escape that YAML knows"),
    ("a: @b\n", "1:4", "a text cannot begin with `@`"),
    ("a: , b\n", "1:4", "a text cannot begin with `,`"),
    ("a: *b\n", "1:4", "the alias `*b` repeats nothing: no value before it is named `&b`"),
    ("a: * b\n", "1:5", "a name must follow `&` or `*`"),
    ("a:\n  b: 1\n c: 2\n", "3:2", "this does not fit the keys before it"),
    ("- a\nb: c\n", "2:1", "this is no item of the list before it"),
    ("a: - b\n", "1:4", "a list item cannot begin here"),
    ("a: | x\n y\n", "1:6", "the text after `|` or `>` begins on the next line"),
    ("a: 1\nfoo\n", "2:1", "this should be a key, with a `:` after it"),
    ("{a: 1} b\n", "1:8", "this does not belong to what stands before it"),
    ("a: [b, , c]", "1:8", "a value is missing here"),
    ("{: b}", "1:2", "a key is missing before `:`"),
    (": b", "1:1", "a key is missing before `:`"),
    ("? \n: b\n", "1:2", "a key is missing before `:`"),
  ]

  @Test(arguments: whatIsNotIs)
  func `what is not YAML is said in plain words`(text: String, at: String, message: String) throws {
    let diagnostic = try #require(read(text).diagnostics.first)
    #expect(diagnostic.code == .notWellFormed)
    #expect(diagnostic.message == message)
    #expect(diagnostic.range.map { "\($0.line):\($0.column)" } == at)
    #expect(read(text).document.text == text)
  }

  private static let slips: [(String, [String])] = [
    ("a: 1\n\tb: 2\n", ["tab-indentation 2:1+1"]),
    ("a: 1\n  \tb: 2\n", ["tab-indentation 2:3+1"]),
    ("a:\n\t- b\n", ["tab-indentation 2:1+1"]),
    ("a:\n- \tb: 1\n", ["tab-indentation 2:3+1"]),
    (
      "a:\n\t\tb: 1\n\n \t\tc: 2\nd: 1\n\t# note\n\t\n",
      ["tab-indentation 2:1+2", "tab-indentation 4:2+2"]
    ),
    ("a: [\n\t1,\n\t2]\n", ["tab-indentation 2:1+1", "tab-indentation 3:1+1"]),
    ("a: |\n  x\n  \ty\nb: \"c\n\td\"\n", []),
    ("e: f\n\tg\n", ["tab-indentation 2:1+1"]),
    (
      "a:\n\tb: 1\nc: |\n  x\n  \ty\nd:\n\te: 1\n",
      ["tab-indentation 2:1+1", "tab-indentation 7:1+1"]
    ),
    ("a:\tb\nc: d\te\n", []),
    ("a: }\nb:\n\tc: 1\n", ["not-well-formed 1:4+1", "tab-indentation 3:1+1"]),
    ("a: “b”\n“c”: d\n", ["smart-quotes 1:4+3", "smart-quotes 2:1+3"]),
    ("a: «b» og «c»\nd: «e» f\ng: h «i»\nj: ’n\nk: \"«l»\"\nm: |\n  «n»\n", []),
    (
      "a: { b: “c, d”, e: f }\ng: ”h, i”\nj: [„k“, 'l']\n",
      [
        "smart-quotes 1:9+6", "smart-quotes 2:4+6", "smart-quotes 3:5+3",
      ]
    ),
    ("a: “b: c”\nd: e\n", ["smart-quotes 1:4+6"]),
    ("a: \"b”\nc: \"d\"\n", ["smart-quotes 1:6+1"]),
    ("a: \"b «c»\n  d\"\ne: }\n", ["not-well-formed 3:4+1"]),
    ("a: }\nb: c “d” # “e”\nf: “g” h\n", ["not-well-formed 1:4+1"]),
    ("a: “\n", ["smart-quotes 1:4+1"]),
  ]

  @Test(arguments: slips)
  func `slips of the lines are found, all of them, and nothing that follows from them`(
    text: String,
    expected: [String]
  ) {
    let found = read(text).diagnostics.map { diagnostic in
      let place = diagnostic.range.map { "\($0.line):\($0.column)+\($0.length)" }
      return "\(diagnostic.code.rawValue) \(place ?? "-")"
    }
    #expect(found == expected)
  }

  @Test func `a text in smart quotes is read without them`() {
    guard case .mapping(let entries)? = read("a: “b”\n").document.root?.content else {
      Issue.record("not read")
      return
    }
    #expect(entries.map(\.value.content) == [.scalar("b", isQuoted: false)])
  }
}
