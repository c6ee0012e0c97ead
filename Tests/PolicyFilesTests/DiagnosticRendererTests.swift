import AccessPolicy
import PolicyFiles
import Testing

@Suite struct `Showing mistakes` {
  private func document(_ text: String) -> Document {
    Document(file: "set/roles.yaml", text: text, root: nil)
  }

  private func at(_ line: Int, _ column: Int, _ length: Int = 1) -> SourceRange {
    SourceRange(file: "set/roles.yaml", line: line, column: column, length: length)
  }

  private func show(_ diagnostic: Diagnostic, in text: String) -> String {
    DiagnosticRenderer(documents: [document(text)]).text(diagnostic)
  }

  @Test func `a mistake is shown with its line, related places and help`() {
    let text = String(repeating: "a: 1\n", count: 99) + "nurse: x\n  unit: [ward]\n"
    let diagnostic = Diagnostic(
      .duplicateKey,
      "the key `unit` stands twice",
      help: "delete one of them",
      at: at(101, 3, 4),
      related: [Located("it stands here first", at: at(9, 1))]
    )
    #expect(
      show(diagnostic, in: text) == """
        error[duplicate-key]: the key `unit` stands twice
           --> set/roles.yaml:101:3
            |
        101 |   unit: [ward]
            |   ^^^^
           ::: set/roles.yaml:9:1
            |
          9 | a: 1
            | - it stands here first
            = help: delete one of them

        """
    )
  }

  @Test func `without a place, or without its text, there is no excerpt`() {
    #expect(show(Diagnostic(.noFiles, "nothing", at: nil), in: "") == "error[no-files]: nothing\n")
    let elsewhere = SourceRange(file: "other.yaml", line: 3, column: 4)
    #expect(
      show(Diagnostic(.unknownKey, severity: .warning, "odd", at: elsewhere), in: "") == """
        warning[unknown-key]: odd
         --> other.yaml:3:4

        """
    )
    #expect(show(Diagnostic(.unknownKey, "odd", at: at(9, 1)), in: "a").contains(":9:1\n"))
  }

  @Test func `all mistakes stand together, with their number at the end`() {
    let error = Diagnostic(.unknownKey, "one", at: nil)
    let warning = Diagnostic(.unknownKey, severity: .warning, "two", at: nil)
    let renderer = DiagnosticRenderer(documents: [])
    #expect(
      renderer.text([error, warning, error]) == """
        error[unknown-key]: one

        warning[unknown-key]: two

        error[unknown-key]: one

        2 errors, 1 warning

        """
    )
    #expect(renderer.text([]) == "")
    #expect(DiagnosticRenderer.summary([error]) == "1 error")
    #expect(DiagnosticRenderer.summary([warning, warning]) == "2 warnings")
    #expect(DiagnosticRenderer.summary([]) == "no errors")
  }

  private static let lines: [(String, Int, Int, String, String)] = [
    ("key: value", 6, 5, "key: value", "     ^^^^^"),
    ("key:", 5, 1, "key:", "    ^"),
    ("key:", 9, 3, "key:", "    ^"),
    ("", 1, 1, "", "^"),
    ("\ta\t: b", 4, 1, "    a    : b", "         ^"),
    ("\ta", 1, 1, "    a", "^^^^"),
    ("漢字: x", 1, 2, "漢字: x", "^^^^"),
    ("漢字: x", 5, 1, "漢字: x", "      ^"),
    ("e\u{301}: x", 4, 1, "e\u{301}: x", "  ^"),
    ("😀 b", 3, 1, "😀 b", "   ^"),
    ("a\u{1B}[2J\u{202E}b", 7, 1, "a‹U+001B›[2J‹U+202E›b", "                    ^"),
    ("a\0", 2, 1, "a‹U+0000›", " ^^^^^^^^"),
  ]

  @Test(arguments: lines)
  func `the place is underlined whatever the line holds`(
    text: String,
    column: Int,
    length: Int,
    line: String,
    underline: String
  ) {
    let shown = show(Diagnostic(.unknownKey, "x", at: at(1, column, length)), in: text)
    let rows = shown.split(separator: "\n").map(String.init)
    #expect(rows[3] == (line.isEmpty ? "1 |" : "1 | \(line)"))
    #expect(rows[4] == "  | \(underline)")
  }

  @Test(arguments: [1, 50, 92, 93, 100, 150, 200, 999, 1_000, 1_001])
  func `a long line is cut around the place`(column: Int) throws {
    let text = String((1...1_000).map { Character(Unicode.Scalar(UInt8(97 + $0 % 26))) })
    let shown = show(Diagnostic(.unknownKey, "x", at: at(1, column, 3)), in: text)
    let rows = shown.split(separator: "\n").map { String($0.dropFirst(4)) }
    #expect(rows[3].count <= 94)
    #expect(rows[3].hasPrefix("…") == (column > 76))
    #expect(rows[3].hasSuffix("…") == (column < 980))
    let caret = try #require(rows[4].firstIndex(of: "^"))
    let under = rows[4].distance(from: rows[4].startIndex, to: caret)
    let expected = column > 1_000 ? nil : Array(text)[column - 1]
    #expect(under < rows[3].count ? Array(rows[3])[under] == expected : expected == nil)
  }

  @Test func `a long place is cut itself`() {
    let text = String(repeating: "x", count: 5_000)
    let shown = show(Diagnostic(.unknownKey, "x", at: at(1, 1, 5_000)), in: text)
    #expect(shown.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test func `far out in a line only the place is shown`() {
    let text = String(repeating: "å", count: 20_000)
    #expect(show(Diagnostic(.unknownKey, "x", at: at(1, 10_000)), in: text).contains("…å"))
    let far = show(Diagnostic(.unknownKey, "x", at: at(1, 10_001)), in: text)
    #expect(far == "error[unknown-key]: x\n --> set/roles.yaml:1:10001\n")
  }

  @Test func `messages cannot move the cursor`() {
    let diagnostic = Diagnostic(
      .unknownKey,
      "`\u{1B}[31m\n`",
      help: "\u{7}",
      at: SourceRange(file: "a\u{1B}", line: 1, column: 1),
      related: [Located("\r", at: at(1, 1))]
    )
    let shown = show(diagnostic, in: "x")
    #expect(shown.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
    #expect(shown.hasPrefix("error[unknown-key]: `‹U+001B›[31m‹U+000A›`\n --> a‹U+001B›:1:1\n"))
  }

  @Test func `colours change nothing but the colour`() throws {
    let diagnostic = Diagnostic(.unknownKey, "x", help: "y", at: at(1, 1))
    let plain = show(diagnostic, in: "a: b")
    let coloured = DiagnosticRenderer(documents: [document("a: b")], isColoured: true)
      .text(diagnostic)
    #expect(coloured != plain)
    #expect(coloured.replacing(try Regex("\u{1B}\\[[0-9;]*m"), with: "") == plain)
  }

  @Test func `mistakes can be written as JSON`() {
    let diagnostic = Diagnostic(
      .duplicateKey,
      "a \"b\"",
      help: nil,
      at: at(2, 3, 4),
      related: [Located("first", at: at(1, 1))]
    )
    let none = Diagnostic(.noFiles, severity: .warning, "none", help: "h", at: nil)
    #expect(
      JSONWriter.line(.diagnostics([diagnostic, none]))
        == joined(
          #"[{"code":"duplicate-key","severity":"error","message":"a \"b\"","help":null,"#,
          #""file":"set/roles.yaml","line":2,"column":3,"length":4,"#,
          #""related":[{"message":"first","file":"set/roles.yaml","line":1,"column":1,"length":1}]},"#,
          #"{"code":"no-files","severity":"warning","message":"none","help":"h","#,
          #""file":null,"line":null,"column":null,"length":null,"related":[]}]"#
        )
    )
  }
}
