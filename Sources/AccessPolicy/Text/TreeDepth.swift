/// How deep a tree may be; every later phase walks it on the stack.
///
/// Readers of text hold to the same limit; this is for trees that other callers made.
enum TreeDepth {
  /// The node at which the tree becomes too deep, if it does; found without the stack.
  static func tooDeep(_ root: DocumentNode, limit: Int) -> DocumentNode? {
    var waiting = [(node: root, depth: 1)]
    while let (node, depth) = waiting.popLast() {
      switch node.content {
      case .scalar: continue
      case .sequence(let items):
        if depth > limit { return node }
        waiting += items.map { ($0, depth + 1) }
      case .mapping(let entries):
        if depth > limit { return node }
        waiting += entries.map { ($0.value, depth + 1) }
      }
    }
    return nil
  }

  static func mistakes(in document: Document) -> [Diagnostic] {
    let limit = ReadingLimits.standard.depth
    return document.root.flatMap { tooDeep($0, limit: limit) }
      .map { [.nestedTooDeeply(limit: limit, at: $0.range)] } ?? []
  }
}
