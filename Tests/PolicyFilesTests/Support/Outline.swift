import AccessPolicy
import Testing

/// A tree on one line with the place of every part, so that a test can be read at a glance.
///
/// `{2:1+3 nurse: "x"@2:8+3}` is a mapping whose key stands in line 2, column 1, and is 3 wide.
func outline(_ node: DocumentNode?) -> String {
  guard let node else { return "nothing" }
  switch node.content {
  case .scalar(let text, let isQuoted):
    let quote = isQuoted ? "\"" : ""
    return "\(quote)\(text)\(quote)@\(place(node.range))"
  case .sequence(let items):
    return "[\(items.map { outline($0) }.joined(separator: ", "))]@\(place(node.range))"
  case .mapping(let entries):
    let parts = entries.map { "\($0.key.value)@\(place($0.key.range)): \(outline($0.value))" }
    return "{\(parts.joined(separator: ", "))}@\(place(node.range))"
  }
}

func place(_ range: SourceRange) -> String { "\(range.line):\(range.column)+\(range.length)" }

/// The code and place of each mistake.
func codes(_ diagnostics: [Diagnostic]) -> [String] {
  diagnostics.map { "\($0.code.rawValue) \($0.range.map { place($0) } ?? "-")" }
}

/// Columns of a text without the noise of a whole tree: its values in order, without places.
func values(_ node: DocumentNode?) -> [String] {
  guard let node else { return [] }
  return switch node.content {
  case .scalar(let text, _): [text]
  case .sequence(let items): items.flatMap { values($0) }
  case .mapping(let entries): entries.flatMap { [$0.key.value] + values($0.value) }
  }
}

/// A text with a name, so that a long one does not fill the test report.
struct Named: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let text: String

  init(_ name: String, _ text: String) {
    testDescription = name
    self.text = text
  }
}

/// Parts of one long line; a chain of `+` takes the compiler too long.
func joined(_ parts: String...) -> String { parts.joined() }
