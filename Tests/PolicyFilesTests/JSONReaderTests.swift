import AccessPolicy
import PolicyFiles
import Testing

@Suite struct `Reading JSON` {
  private func read(_ text: String, _ limits: ReadingLimits = .standard) -> (
    document: Document, diagnostics: [Diagnostic]
  ) {
    JSONReader.document(text, file: "f.json", limits: limits)
  }

  private static let places: [(String, String)] = [
    (#"{"a": "b"}"#, #"{a@1:2+3: "b"@1:7+3}@1:1+10"#),
    (" [1, -0.5e+3,\n true ]\n", "[1@1:3+1, -0.5e+3@1:6+7, true@2:2+4]@1:2+1"),
    (#"{"å😀": null, "x":{}}"#, #"{å😀@1:2+4: null@1:8+4, x@1:14+3: {}@1:18+2}@1:1+20"#),
    ("[\r\n\"x\"]", "[\"x\"@2:1+3]@1:1+1"),
    ("0", "0@1:1+1"),
  ]

  @Test(arguments: places)
  func `every key and value has its place`(text: String, expected: String) {
    let read = read(text)
    #expect(read.diagnostics.isEmpty)
    #expect(outline(read.document.root) == expected)
  }

  private static let escapes: [(String, String)] = [
    (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{08}\u{0C}\n\r\t"),
    (#""\u00e5\u00C5""#, "åÅ"),
    (#""\ud83d\ude00""#, "😀"),
    (#""\uD800\uDC00\uDBFF\uDFFF""#, "\u{10000}\u{10FFFF}"),
    (#""\u0000""#, "\0"),
    ("\"\u{7F}\u{2028}é\"", "\u{7F}\u{2028}é"),
  ]

  @Test(arguments: escapes)
  func `escapes become the characters that they name`(text: String, expected: String) {
    #expect(read(text).document.root?.content == .scalar(expected, isQuoted: true))
  }

  private static let mistakes: [(String, String, String)] = [
    ("", "1:1", "a value should stand here"),
    ("{\"a\": 1,}", "1:9", "a key in double quotes should stand here"),
    ("[1,]", "1:4", "a value should stand here"),
    ("[1 2]", "1:4", "a `,` or `]` should stand here"),
    ("{\"a\" 1}", "1:6", "a `:` should stand here"),
    ("{a: 1}", "1:2", "a key in double quotes should stand here"),
    ("{'a': 1}", "1:2", "a key in double quotes should stand here"),
    ("1 // one", "1:3", "the value ends before this"),
    ("{} {}", "1:4", "the value ends before this"),
    ("True", "1:1", "`True` is no JSON value"),
    ("NaN", "1:1", "`NaN` is no JSON value"),
    ("[nurse]", "1:2", "`nurse` is no JSON value"),
    ("01", "1:1", "this is no number in JSON"),
    ("-", "1:1", "this is no number in JSON"),
    ("+1", "1:1", "a value should stand here"),
    (".5", "1:1", "`.5` is no JSON value"),
    ("1.", "1:1", "this is no number in JSON"),
    ("1e", "1:1", "this is no number in JSON"),
    ("\"a", "1:1", "the text that begins here never ends"),
    ("\"a\nb\"", "1:1", "the text that begins here never ends"),
    ("\"a\tb\"", "1:3", "a text cannot hold the control character U+0009"),
    ("\"\\x\"", "1:2", "this is no escape that JSON knows"),
    ("\"\\u12g4\"", "1:2", "this is no escape that JSON knows"),
    (#""x\ud83d""#, "1:3", "this escape is half of a character"),
    (#""\ude00""#, "1:2", "this escape is half of a character"),
    (#""\ud83d\u0041""#, "1:2", "this escape is half of a character"),
    ("\u{FEFF}[\u{A0}]", "1:1", "a value should stand here"),
    ("[\u{A0}]", "1:2", "a value should stand here"),
    ("[", "1:2", "a value should stand here"),
  ]

  @Test(arguments: mistakes)
  func `what is not JSON is said in plain words`(text: String, at: String, message: String) throws {
    let read = read(text)
    let diagnostic = try #require(read.diagnostics.first)
    #expect(read.document.root == nil)
    #expect(diagnostic.code == .notWellFormed)
    #expect(diagnostic.message == message)
    #expect(diagnostic.range.map { "\($0.line):\($0.column)" } == at)
  }

  @Test func `all keys that stand twice are reported`() {
    let read = read(#"{"a": 1, "\u0061": 2, "b": {"c": 1, "c": 2}, "a": 3}"#)
    #expect(
      codes(read.diagnostics) == [
        "duplicate-key 1:10+8", "duplicate-key 1:37+3", "duplicate-key 1:46+3",
      ]
    )
    #expect(values(read.document.root) == ["a", "1", "b", "c", "1"])
  }

  @Test func `lines can begin to count anywhere`() {
    let read = JSONReader.document("[\n?]", file: "f.json", firstLine: 7)
    #expect(codes(read.diagnostics) == ["not-well-formed 8:1+1"])
    let bytes = JSONReader.document(bytes: [0x5B, 0x0A, 0xFF], file: "f.json", firstLine: 7)
    #expect(codes(bytes.diagnostics) == ["not-text 8:1+1"])
    #expect(bytes.document == nil)
  }

  @Test func `limits hold`() {
    var limits = ReadingLimits()
    limits.depth = 2
    limits.nodes = 4
    limits.fileBytes = 20
    #expect(codes(read("[[]]", limits).diagnostics) == [])
    #expect(codes(read("[[[]]]", limits).diagnostics) == ["too-large 1:3+1"])
    #expect(codes(read("{\"a\":[]}", limits).diagnostics) == [])
    #expect(codes(read("{\"a\":[1,2]}", limits).diagnostics) == ["too-large 1:9+1"])
    #expect(codes(read("\"\(String(repeating: "x", count: 19))\"", limits).diagnostics).count == 1)
    limits.reports = 1
    limits.nodes = 100
    #expect(codes(read("{\"a\":1,\"a\":1,\"a\":1}", limits).diagnostics).count == 1)
  }

  private static let hostile: [Named] = [
    Named("open lists", String(repeating: "[", count: 300_000)),
    Named("open objects", String(repeating: "{\"a\":", count: 300_000)),
    Named("a long open text", "\"" + String(repeating: "å", count: 300_000)),
    Named("backslashes", "\"" + String(repeating: "\\\\", count: 300_000)),
    Named("many keys that stand twice", "{" + String(repeating: "\"a\":1,", count: 300_000)),
    Named("a long number", String(repeating: "9", count: 300_000)),
    Named("a long word", String(repeating: "a", count: 300_000)),
    Named("white space", String(repeating: " \n", count: 300_000)),
  ]

  @Test(arguments: hostile)
  func `hostile texts come to an end`(hostile: Named) {
    let read = read(hostile.text)
    #expect(read.diagnostics.count <= ReadingLimits.standard.reports + 1)
    _ = DiagnosticRenderer(documents: [read.document]).text(read.diagnostics)
  }
}

@Suite struct `Writing JSON` {
  private let value: JSONValue = [
    "b": ["x": nil, "a": [1, -2, true]], "empty": [:], "none": [], "text": "å\"\\\n\u{1}\u{2028}/",
    "half": .fraction(0.5), "endless": .fraction(.infinity),
  ]

  @Test func `keys keep their order, on one line`() {
    #expect(
      JSONWriter.line(value)
        == joined(
          #"{"b":{"x":null,"a":[1,-2,true]},"empty":{},"none":[],"#,
          #""text":"å\"\\\n\u0001\u2028/","half":0.5,"endless":null}"#
        )
    )
  }

  @Test func `or over several lines`() {
    #expect(
      JSONWriter.page(["a": [1, ["b": false]], "c": []]) == """
        {
          "a": [
            1,
            {
              "b": false
            }
          ],
          "c": []
        }

        """
    )
  }

  @Test func `what is written can be read back`() {
    let text = String(String.UnicodeScalarView((0..<0x250).compactMap { Unicode.Scalar($0) })) + "😀"
    let line = JSONWriter.line(["k": .string(text)])
    let read = JSONReader.document(line, file: "f.json")
    #expect(values(read.document.root) == ["k", text])
    #expect(!line.unicodeScalars.contains { $0.value < 0x20 })
  }
}
