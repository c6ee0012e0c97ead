import AccessPolicy

/// A value that is one of some words, or one of some keys with a value: `whole`, `{ item: i1 }`.
enum Choice {
  /// One of the words.
  case word(String)
  /// One of the keys, its value, and what the value is called in messages.
  case key(String, DocumentNode, what: String)

  /// Reads a choice; `nil` after having reported what is wrong.
  init?(
    _ node: DocumentNode,
    of what: String,
    words: [String],
    keys: [String],
    _ sink: DiagnosticSink
  ) {
    switch node.content {
    case .scalar(let text, isQuoted: false) where words.contains(text):
      self = .word(text)
    case .mapping(let entries) where entries.count == 1 && keys.contains(entries[0].key.value):
      let key = entries[0].key.value
      self = .key(key, entries[0].value, what: "`\(key)` of \(what)")
    default:
      sink.report(.notAChoice(node, of: what, words: words, keys: keys))
      return nil
    }
  }
}
