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
      return joined(
        nodes.map { node in
          var bytes: [UInt8] = []
          write(node, to: &bytes)
          return bytes
        }
      )
    }
    let values = Dictionary(grouping: mappings.joined(), by: \.key.value)
    return [UInt8(ascii: "{")]
      + joined(
        values.map { key, entries in
          var bytes: [UInt8] = []
          write(key, to: &bytes)
          return bytes + merged(entries.map(\.value), depth: depth + 1)
        }
      ) + [UInt8(ascii: "}")]
  }

  private static func write(_ node: DocumentNode, to bytes: inout [UInt8]) {
    switch node.content {
    case .scalar(let text, _): write(text, to: &bytes)
    case .sequence(let items):
      bytes.append(UInt8(ascii: "["))
      for item in items { write(item, to: &bytes) }
      bytes.append(UInt8(ascii: "]"))
    case .mapping(let entries):
      bytes.append(UInt8(ascii: "{"))
      bytes += joined(
        entries.map { entry in
          var bytes: [UInt8] = []
          write(entry.key.value, to: &bytes)
          write(entry.value, to: &bytes)
          return bytes
        }
      )
      bytes.append(UInt8(ascii: "}"))
    }
  }

  /// The parts one after the other, in the order of their bytes.
  private static func joined(_ parts: [[UInt8]]) -> [UInt8] {
    Array(parts.sorted { $0.lexicographicallyPrecedes($1) }.joined())
  }

  /// The text with its length in front, so that no two different lists of texts look alike.
  private static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: "\(text.utf8.count):".utf8)
    bytes.append(contentsOf: text.utf8)
  }
}
