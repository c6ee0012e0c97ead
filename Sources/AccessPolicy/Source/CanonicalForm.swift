/// Writes documents so that what does not count for their meaning is gone: comments, quotes, the
/// order of files and of keys. The order of lists stays.
enum CanonicalForm {
  /// The canonical bytes of all documents together.
  static func bytes(of documents: [Document]) -> [UInt8] {
    var sections: [String: [(key: String, value: [UInt8])]] = [:]
    for document in documents {
      guard let root = document.root, case .mapping(let entries) = root.content else { continue }
      for entry in entries {
        if case .mapping(let inner) = entry.value.content {
          sections[entry.key.value, default: []] += inner.map { ($0.key.value, bytes(of: $0.value)) }
        } else {
          sections[entry.key.value, default: []].append(("", bytes(of: entry.value)))
        }
      }
    }
    let merged = sections.map { (key: $0.key, value: join($0.value)) }
    return join(merged)
  }

  private static func bytes(of node: DocumentNode) -> [UInt8] {
    switch node.content {
    case .scalar(let text, _): quoted(text)
    case .sequence(let items): Array("[".utf8) + items.flatMap(bytes(of:)) + Array("]".utf8)
    case .mapping(let entries):
      join(entries.map { (key: $0.key.value, value: bytes(of: $0.value)) })
    }
  }

  private static func join(_ pairs: [(key: String, value: [UInt8])]) -> [UInt8] {
    let written = pairs.map { quoted($0.key) + $0.value }
      .sorted { $0.lexicographicallyPrecedes($1) }
    return Array("{".utf8) + written.flatMap { $0 } + Array("}".utf8)
  }

  /// The text with its length in front, so that no two different lists of texts look alike.
  private static func quoted(_ text: String) -> [UInt8] {
    Array("\(text.utf8.count):".utf8) + Array(text.utf8)
  }
}
