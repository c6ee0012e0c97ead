import AccessPolicy

/// The text of a policy file with marks (`1️⃣`, `2️⃣` …) before the places that a test speaks of.
struct PolicyText {
  let document: Document
  private let marks: [Place: String]

  private struct Place: Hashable {
    let line: Int
    let column: Int
  }

  init(_ marked: String, file: String = "test.yaml") {
    var marks: [Place: String] = [:]
    var text = ""
    var (line, column) = (1, 1)
    for character in marked {
      let scalars = character.unicodeScalars
      if scalars.last == "\u{20E3}", let digit = scalars.first {
        marks[Place(line: line, column: column)] = String(digit)
        continue
      }
      text.append(character)
      (line, column) = character == "\n" ? (line + 1, 1) : (line, column + scalars.count)
    }
    self.marks = marks
    document = Document(file: file, text: text, root: SmallYAML.read(text, file: file))
  }

  /// The mark at a place; without one, its line and column.
  func mark(_ range: SourceRange) -> String {
    marks[Place(line: range.line, column: range.column)] ?? "\(range.line):\(range.column)"
  }
}

/// Reads as much of YAML as the tests of this target write, so that they need no YAML library.
///
/// Block mappings by indentation; flow lists and mappings on one line; plain and double-quoted
/// scalars; block lists of single values. The YAML of policy files is the matter of `PolicyFiles`.
enum SmallYAML {
  static func read(_ text: String, file: String) -> DocumentNode? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .map { Line($0.element, number: $0.offset + 1) }
      .filter { !$0.isBlank }
    var reader = BlockReader(file: file, lines: lines)
    return reader.block(indentation: 0)
  }

  fileprivate struct Line {
    let scalars: [Unicode.Scalar]
    let number: Int
    let indentation: Int

    init(_ text: Substring, number: Int) {
      scalars = Array(text.unicodeScalars)
      self.number = number
      indentation = scalars.prefix { $0 == " " }.count
    }

    var isBlank: Bool { indentation == scalars.count || scalars[indentation] == "#" }
  }
}

private struct BlockReader {
  let file: String
  let lines: [SmallYAML.Line]
  private var next = 0

  init(file: String, lines: [SmallYAML.Line]) {
    self.file = file
    self.lines = lines
  }

  mutating func block(indentation: Int) -> DocumentNode? {
    guard next < lines.count, lines[next].indentation >= indentation else { return nil }
    let first = lines[next]
    let start = SourceRange(file: file, line: first.number, column: first.indentation + 1)
    if first.scalars[first.indentation] == "-" {
      return DocumentNode(.sequence(items(at: first.indentation)), at: start)
    }
    var entries: [DocumentNode.Entry] = []
    while next < lines.count, lines[next].indentation == first.indentation {
      entries.append(entry())
    }
    return DocumentNode(.mapping(entries), at: start)
  }

  private mutating func items(at indentation: Int) -> [DocumentNode] {
    var items: [DocumentNode] = []
    while next < lines.count, lines[next].indentation == indentation {
      var flow = FlowReader(file: file, line: lines[next], position: indentation + 1)
      items.append(flow.value(isInFlow: false))
      next += 1
    }
    return items
  }

  private mutating func entry() -> DocumentNode.Entry {
    let line = lines[next]
    next += 1
    var flow = FlowReader(file: file, line: line, position: line.indentation)
    let key = flow.key()
    if !flow.isAtEnd {
      let value = flow.value(isInFlow: false)
      precondition(flow.isAtEnd, "this line is more than the tests' YAML: \(line.number)")
      return .init(key: key, value: value)
    }
    let value = block(indentation: line.indentation + 1)
    return .init(key: key, value: value ?? flow.scalar("", isQuoted: false, from: flow.position))
  }
}

private struct FlowReader {
  let file: String
  let line: SmallYAML.Line
  var position: Int

  private var scalars: [Unicode.Scalar] { line.scalars }

  /// Whether nothing but white space is left.
  var isAtEnd: Bool { scalars[position...].allSatisfy { $0 == " " } }

  /// A key, and the colon behind it.
  mutating func key() -> Located<String> {
    skipSpace()
    let start = position
    let isQuoted = scalars[position] == "\""
    if isQuoted { skipQuoted() } else { while scalars[position] != ":" { position += 1 } }
    let text = isQuoted ? unquoted(start..<position) : words(start..<position)
    let key = Located(text, at: range(start))
    while scalars[position] != ":" { position += 1 }
    position += 1
    return key
  }

  mutating func value(isInFlow: Bool) -> DocumentNode {
    skipSpace()
    let start = position
    guard position < scalars.count else { return scalar("", isQuoted: false, from: start) }
    switch scalars[position] {
    case "[":
      let items = collection(until: "]") { $0.value(isInFlow: true) }
      return DocumentNode(.sequence(items), at: range(start))
    case "{":
      let entries = collection(until: "}") {
        DocumentNode.Entry(key: $0.key(), value: $0.value(isInFlow: true))
      }
      return DocumentNode(.mapping(entries), at: range(start))
    case "\"":
      skipQuoted()
      return scalar(unquoted(start..<position), isQuoted: true, from: start)
    default:
      while position < scalars.count, !isInFlow || !",]}".unicodeScalars.contains(scalars[position])
      {
        position += 1
      }
      while position > start, scalars[position - 1] == " " { position -= 1 }
      return scalar(words(start..<position), isQuoted: false, from: start)
    }
  }

  private mutating func collection<Part>(
    until end: Unicode.Scalar,
    _ part: (inout FlowReader) -> Part
  ) -> [Part] {
    var parts: [Part] = []
    position += 1
    skipSpace()
    while scalars[position] != end {
      parts.append(part(&self))
      skipSpace()
      if scalars[position] == "," { position += 1 }
      skipSpace()
    }
    position += 1
    return parts
  }

  func scalar(_ text: String, isQuoted: Bool, from start: Int) -> DocumentNode {
    DocumentNode(.scalar(text, isQuoted: isQuoted), at: range(start))
  }

  private mutating func skipSpace() {
    while position < scalars.count, scalars[position] == " " { position += 1 }
  }

  private mutating func skipQuoted() {
    position += 1
    while scalars[position] != "\"" { position += scalars[position] == "\\" ? 2 : 1 }
    position += 1
  }

  private func range(_ start: Int) -> SourceRange {
    SourceRange(file: file, line: line.number, column: start + 1, length: position - start)
  }

  private func words(_ bounds: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[bounds])
    return String(text)
  }

  private func unquoted(_ bounds: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in scalars[bounds.dropFirst().dropLast()] {
      if !isEscaped, scalar == "\\" {
        isEscaped = true
      } else {
        text.append(scalar)
        isEscaped = false
      }
    }
    return String(text)
  }
}
