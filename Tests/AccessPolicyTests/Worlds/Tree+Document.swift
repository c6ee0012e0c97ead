import AccessPolicy

extension Tree {
  /// The document that a file with this tree would be, every node on a line of its own.
  func document(file: String) -> Document {
    var line = 0
    let root = node(in: file, line: &line)
    return Document(file: file, text: yaml, root: root)
  }

  private func node(in file: String, line: inout Int) -> DocumentNode {
    line += 1
    let place = SourceRange(file: file, line: line, column: 1, length: max(1, width))
    switch self {
    case .text(let text):
      return DocumentNode(.scalar(text, isQuoted: false), at: place)
    case .list(let items):
      return DocumentNode(.sequence(items.map { $0.node(in: file, line: &line) }), at: place)
    case .keys(let keys):
      let entries = keys.map { key in
        line += 1
        let place = SourceRange(file: file, line: line, column: 1, length: key.name.count)
        return DocumentNode.Entry(
          key: Located(key.name, at: place),
          value: key.value.node(in: file, line: &line)
        )
      }
      return DocumentNode(.mapping(entries), at: place)
    }
  }

  private var width: Int {
    guard case .text(let text) = self else { return 1 }
    return text.unicodeScalars.count
  }
}

extension Tree {
  /// The tree as YAML, to be read by people and to be tried by hand.
  var yaml: String { yaml(indent: "") + "\n" }

  func yaml(indent: String) -> String {
    switch self {
    case .text(let text): Self.scalar(text)
    case .list(let items): "[\(items.map { $0.yaml(indent: indent) }.joined(separator: ", "))]"
    case .keys(let keys) where keys.isEmpty: "{}"
    case .keys(let keys):
      keys.map { key in
        switch key.value {
        case .keys(let inner) where !inner.isEmpty:
          "\n\(indent)\(key.name):\(key.value.yaml(indent: indent + "  "))"
        default:
          "\n\(indent)\(key.name): \(key.value.yaml(indent: indent + "  "))"
        }
      }.joined()
    }
  }

  /// Plain where that is safe, else in single quotes.
  private static func scalar(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII
        && (scalar.properties.isAlphabetic || "0123456789-. ".unicodeScalars.contains(scalar))
    }
    return isPlain
      ? text
      : "'\(text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'"
  }
}
