import AccessPolicy
import Foundation
import PolicyFiles
import Testing

/// What must hold of every text, found out with texts that have slips in them.
@Suite struct `Places in any text` {
  private static let yaml = """
    # Roles
    roles:
      nurse: &n
        title: { nb: "Sykepleier på «post»", en: 'Nurse''s', more: [a, [b, c: d], {}] }
        when: content.kind in [gp-office, hospital-trust]   # note
        text: |
          one
            two
        folded: >-
          a b
          c

        plain: goes on
          here
      - odd
    list:
    - *n
    - - 1
      - ~
    ? key
    : "é\\u00e6\\n😀" 
    "quoted key": &x [*n, !t y]
    """
  private static let special = [
    "\n", "\n  ", "\t", ": ", "- ", "[", "]", "{", "}", ",", "&a ", "*a", "!!x ", "\"", "'", "|",
    ">",
    "#", "? ", "---\n", "...\n", "%", "<<: ", "\r\n", "\r", "\\", "😀", "e\u{301}", "@", "\0",
  ]

  @Test(arguments: 0..<40)
  func `of YAML lie inside the text, on what they name`(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    for _ in 0..<50 {
      let text = numbers.slips(in: Self.yaml, special: Self.special)
      let read = YAMLReader.document(text, file: "f")
      let lines = lines(text)
      for range in places(read.diagnostics) {
        #expect(isInside(range, lines), "\(text.debugDescription)")
      }
      if let root = read.document.root { check(root, lines, text, isJSON: false) }
      #expect(read.document.root != nil || !read.diagnostics.isEmpty || isBare(lines))
      let shown = DiagnosticRenderer(documents: [read.document]).text(read.diagnostics)
      #expect(shown.isEmpty == read.diagnostics.isEmpty)
    }
  }

  private static let json = #"""
    {"id": "1", "list": [1, -0.5e+3, true, null, {"a": [], "b": {}}],
     "text": "å\u00e5\ud83d\ude00\"\\/\n", "😀": false,
     "deep": [[[{"x": [0]}]]]}
    """#
  private static let specialOfJSON = [
    "\n", ",", ":", "[", "]", "{", "}", "\"", "\\", "\\u12", "\\ud83d", "0", "-", ".", "e", "tru",
    " ",
    "\t", "'", "//", "😀", "\u{7F}", "\u{1}",
  ]

  @Test(arguments: 0..<40)
  func `of JSON lie inside the text, and nothing is read that Foundation refuses`(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    for _ in 0..<50 {
      let text = numbers.slips(in: Self.json, special: Self.specialOfJSON)
      let read = JSONReader.document(text, file: "f")
      let lines = lines(text)
      for range in places(read.diagnostics) {
        #expect(isInside(range, lines), "\(text.debugDescription)")
      }
      if let root = read.document.root { check(root, lines, text, isJSON: true) }
      let data = Data(text.utf8)
      let accepts =
        (try? JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)) != nil
      #expect((read.document.root != nil) == accepts, "\(text.debugDescription)")
    }
  }

  @Test func `bytes of any kind are read or refused`() {
    var numbers = SeededNumbers(seed: 7)
    for _ in 0..<500 {
      var bytes = Array(Self.yaml.utf8)
      for _ in 0..<4 {
        bytes[Int.random(in: 0..<bytes.count, using: &numbers)] = .random(
          in: 0...255,
          using: &numbers
        )
      }
      let read = YAMLReader.document(bytes: bytes, file: "f")
      #expect(read.document?.root != nil || !read.diagnostics.isEmpty)
      _ = JSONReader.document(bytes: bytes, file: "f")
    }
  }

  @Test func `of the policy sets here stand on what they name`() {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("policies")
    for document in ScenarioFolder.load(root.path).documents {
      guard let tree = document.root else { continue }
      check(tree, lines(document.text), document.file, isJSON: false)
    }
  }

  private func places(_ diagnostics: [Diagnostic]) -> [SourceRange] {
    diagnostics.flatMap { [$0.range].compactMap(\.self) + $0.related.map(\.range) }
  }

  private func lines(_ text: String) -> [[Unicode.Scalar]] {
    var lines: [[Unicode.Scalar]] = [[]]
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if scalar == "\n", previous == "\r" {
      } else if scalar == "\n" || scalar == "\r" {
        lines.append([])
      } else {
        lines[lines.count - 1].append(scalar)
      }
      previous = scalar
    }
    return lines
  }

  private func isBare(_ lines: [[Unicode.Scalar]]) -> Bool {
    lines.allSatisfy { $0.isEmpty || $0.first == "#" }
  }

  /// Whether a place lies in the text, or just behind a line.
  private func isInside(_ range: SourceRange, _ lines: [[Unicode.Scalar]]) -> Bool {
    guard range.line <= lines.count else { return false }
    return range.column + range.length - 1 <= max(1, lines[range.line - 1].count + 1)
  }

  private func check(
    _ node: DocumentNode,
    _ lines: [[Unicode.Scalar]],
    _ text: String,
    isJSON: Bool
  ) {
    #expect(isInside(node.range, lines), "\(node.range) in \(text.debugDescription)")
    let first = shown(node.range, lines).first
    // An aliased value stands where its alias does; what it holds, where it was written.
    let isAlias = first == "*" && !isJSON
    switch node.content {
    case .scalar(let value, isQuoted: true):
      let begins = "\"'|>".unicodeScalars.contains { $0 == first }
      #expect(begins || isAlias, "\(value) at \(node.range) in \(text.debugDescription)")
    case .scalar(let value, isQuoted: false):
      let begin = String(String.UnicodeScalarView(shown(node.range, lines)))
      let isThere = value.isEmpty || value.unicodeScalars.starts(with: begin.unicodeScalars)
      #expect(isThere || isAlias, "\(value) at \(node.range) in \(text.debugDescription)")
    case .sequence(let items):
      for item in items { check(item, lines, text, isJSON: isJSON) }
    case .mapping(let entries):
      for entry in entries {
        #expect(isInside(entry.key.range, lines))
        let key = String(String.UnicodeScalarView(shown(entry.key.range, lines)))
        let isThere = key.first == "\"" || key.first == "'" || entry.key.value.hasPrefix(key)
        #expect(isThere, "\(entry.key.value) at \(entry.key.range) in \(text.debugDescription)")
        check(entry.value, lines, text, isJSON: isJSON)
      }
    }
  }

  private func shown(_ range: SourceRange, _ lines: [[Unicode.Scalar]]) -> [Unicode.Scalar] {
    guard range.line <= lines.count else { return [] }
    return Array(lines[range.line - 1].dropFirst(range.column - 1).prefix(range.length))
  }
}
