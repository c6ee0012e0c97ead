/// Writes documents so that what does not count for their meaning is gone: comments, quotes, the
/// order of files and of keys.
///
/// The order of lists stays.
enum CanonicalForm {
  /// The canonical bytes of all documents together.
  static func bytes(of documents: [Document]) -> [UInt8] {
    merged(documents.compactMap(\.root), depth: 0)
  }

  /// Files are joined at the root, in sections, and in the groups of a section; further inside
  /// nothing is spread over files.
  private static let joinedDepth = 2

  private static func merged(_ nodes: [DocumentNode], depth: Int) -> [UInt8] {
    let mappings = nodes.compactMap { node -> [DocumentNode.Entry]? in
      guard case .mapping(let entries) = node.content else { return nil }
      return entries
    }
    guard depth <= joinedDepth, mappings.count == nodes.count else {
      return nodes.map(bytes(of:)).sorted { $0.lexicographicallyPrecedes($1) }.flatMap { $0 }
    }
    let values = Dictionary(grouping: mappings.joined(), by: \.key.value)
    return join(
      values.map { key, entries in
        (key: key, value: merged(entries.map(\.value), depth: depth + 1))
      }
    )
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
