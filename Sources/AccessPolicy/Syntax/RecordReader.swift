/// Reads the keys of one mapping, notes every mistake, and at the end every key that nobody asked for.
///
/// Each `read…` function answers `nil` both for a key that is not there and for one that is wrong; the
/// second has then been reported. So a reader can go on and collect all mistakes at once.
package struct RecordReader {
  package let owner: String
  package let range: SourceRange
  package let sink: DiagnosticSink
  private let entries: [DocumentNode.Entry]
  private var asked: [String] = []

  /// Begins to read a mapping; `nil`, and a report, when the node is none.
  package init?(
    _ node: DocumentNode,
    owner: String,
    at range: SourceRange? = nil,
    sink: DiagnosticSink
  ) {
    guard case .mapping(let entries) = node.content else {
      sink.report(.wrongForm(node, of: owner, expected: "a set of keys"))
      return nil
    }
    self.owner = owner
    self.range = range ?? node.range
    self.sink = sink
    self.entries = entries
  }

  /// The value of a key, if it is there.
  package mutating func node(_ key: String) -> DocumentNode? {
    asked.append(key)
    return entries.first { $0.key.value == key }?.value
  }

  /// The value of a key that must be there.
  package mutating func required(_ key: String) -> DocumentNode? {
    if let node = node(key) { return node }
    sink.report(.missingKey(key, in: owner, at: range))
    return nil
  }

  /// Whether a key is there at all, be its value right or wrong.
  package func has(_ key: String) -> Bool { entries.contains { $0.key.value == key } }

  /// The place of a key.
  package func place(of key: String) -> SourceRange {
    entries.first { $0.key.value == key }?.key.range ?? range
  }

  /// Reports every key that nobody asked for, or that stands twice; must be the last call.
  package func finish() {
    for entry in entries where !asked.contains(entry.key.value) {
      sink.report(.unknownKey(entry.key, in: owner, allowed: asked))
    }
    NodeReader.refuseTwice(entries, sink)
  }

  /// What a key of this record is called in messages.
  package func what(_ key: String) -> String { "`\(key)` of \(owner)" }
}

// Values of keys, one function for each kind.
extension RecordReader {
  package mutating func text(_ key: String, required isRequired: Bool = false) -> Located<String>? {
    guard let node = isRequired ? required(key) : node(key) else { return nil }
    return NodeReader.text(node, of: what(key), sink)
  }

  package mutating func identifier<Kind>(
    _ key: String,
    _ kind: String,
    required isRequired: Bool = false,
    as: Kind.Type = Kind.self
  ) -> Located<Identifier<Kind>>? {
    guard let node = isRequired ? required(key) : node(key) else { return nil }
    return NodeReader.identifier(node, kind, of: what(key), sink)
  }

  /// A list of ids; `nil` when the key is not there.
  package mutating func identifiers<Kind>(
    _ key: String,
    _ kind: String,
    required isRequired: Bool = false,
    atLeastOne: Bool = false,
    orOne: Bool = false,
    as: Kind.Type = Kind.self
  ) -> [Located<Identifier<Kind>>]? {
    guard let node = isRequired ? required(key) : node(key) else { return nil }
    if orOne, case .scalar = node.content {
      return NodeReader.identifier(node, kind, of: what(key), sink).map { [$0] } ?? []
    }
    guard let items = NodeReader.list(node, of: what(key), sink) else { return [] }
    if atLeastOne, items.isEmpty { sink.report(.emptyList(what(key), at: node.range)) }
    var first: [Identifier<Kind>: SourceRange] = [:]
    var ids: [Located<Identifier<Kind>>] = []
    for item in items {
      guard let id = NodeReader.identifier(item, kind, of: what(key), sink, as: Kind.self) else {
        continue
      }
      if let earlier = first[id.value] {
        sink.report(.namedTwice(id.value.text, in: what(key), at: id.range, first: earlier))
      } else {
        first[id.value] = id.range
        ids.append(id)
      }
    }
    return ids
  }

  package mutating func boolean(_ key: String, required isRequired: Bool = false) -> Located<Bool>?
  {
    guard let node = isRequired ? required(key) : node(key) else { return nil }
    return NodeReader.boolean(node, of: what(key), sink)
  }

  package mutating func number(_ key: String, required isRequired: Bool = false) -> Located<Int64>?
  {
    guard let node = isRequired ? required(key) : node(key) else { return nil }
    return NodeReader.number(node, of: what(key), sink)
  }

  package mutating func duration(_ key: String, required isRequired: Bool = false)
    -> Located<TimeSpan>?
  {
    guard let node = isRequired ? required(key) : node(key),
      let text = NodeReader.text(node, of: what(key), sink)
    else { return nil }
    guard let span = TimeSpan(text.value) else {
      sink.report(
        .wrongValue(
          text.value,
          of: what(key),
          expected: "duration",
          help:
            "a duration is a whole number and `seconds`, `minutes`, `hours`, `days` or `weeks`, "
            + "such as `30 days`; months and years have no fixed length",
          at: text.range
        )
      )
      return nil
    }
    return Located(span, at: text.range)
  }

  package mutating func date(_ key: String, required isRequired: Bool = false) -> Located<
    CivilDate
  >? {
    guard let node = isRequired ? required(key) : node(key) else { return nil }
    return NodeReader.date(node, of: what(key), sink)
  }

  package mutating func localized(_ key: String, required isRequired: Bool = false)
    -> LocalizedText?
  {
    guard let node = isRequired ? required(key) : node(key) else { return nil }
    guard var reader = RecordReader(node, owner: what(key), at: place(of: key), sink: sink) else {
      return nil
    }
    let nb = reader.text("nb", required: true)
    let en = reader.text("en", required: true)
    reader.finish()
    guard let nb, let en else { return nil }
    return LocalizedText(nb: nb.value, en: en.value)
  }

  /// The entries of a mapping, each key once; empty when the key is not there.
  package mutating func mapping(_ key: String, required isRequired: Bool = false) -> [DocumentNode
    .Entry]
  {
    guard let node = isRequired ? required(key) : node(key),
      let entries = NodeReader.mapping(node, of: what(key), sink)
    else { return [] }
    NodeReader.refuseTwice(entries, sink)
    return entries
  }

  /// The items of a list; `nil` when the key is not there.
  package mutating func list(_ key: String, required isRequired: Bool = false) -> [DocumentNode]? {
    guard let node = isRequired ? required(key) : node(key) else { return nil }
    return NodeReader.list(node, of: what(key), sink) ?? []
  }
}
