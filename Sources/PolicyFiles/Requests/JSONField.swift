import AccessPolicy

/// Reads single JSON values as values of a kind; answers `nil` after having reported what is wrong.
enum JSONField {
  /// Reads a value that messages call `what`.
  typealias Read<Value> = (_ node: DocumentNode, _ what: String, _ sink: DiagnosticSink) -> Value?

  static func text(_ node: DocumentNode, _ what: String, _ sink: DiagnosticSink) -> String? {
    AttributeValueReader.text(node, of: what, isJSON: true, sink)?.value
  }

  static func boolean(_ node: DocumentNode, _ what: String, _ sink: DiagnosticSink) -> Bool? {
    AttributeValueReader.boolean(node, of: what, isJSON: true, sink)
  }

  static func number(_ node: DocumentNode, _ what: String, _ sink: DiagnosticSink) -> Int64? {
    NodeReader.number(node, of: what, sink)?.value
  }

  static func date(_ node: DocumentNode, _ what: String, _ sink: DiagnosticSink) -> CivilDate? {
    text(node, what, sink).flatMap { _ in NodeReader.date(node, of: what, sink)?.value }
  }

  static func moment(_ node: DocumentNode, _ what: String, _ sink: DiagnosticSink) -> Moment? {
    text(node, what, sink).flatMap { _ in NodeReader.moment(node, of: what, sink)?.value }
  }

  static func instant(_ node: DocumentNode, _ what: String, _ sink: DiagnosticSink) -> Instant? {
    moment(node, what, sink)?.instant
  }

  /// Reads a key of the surrounding world.
  static func reference<Kind>(_ node: DocumentNode, _ what: String, _ sink: DiagnosticSink)
    -> Reference<Kind>?
  {
    guard let key = text(node, what, sink) else { return nil }
    // Two systems that both write "" for nobody must not be taken to mean the same person.
    guard !key.isEmpty else {
      sink.report(.emptyKey(what, at: node.range))
      return nil
    }
    return Reference(key)
  }

  /// Reads a name of the kind that `kind` says in words; that it is declared is not asked.
  static func id<Kind>(_ kind: String) -> Read<Identifier<Kind>> {
    { node, what, sink in
      text(node, what, sink).flatMap { _ in
        NodeReader.identifier(node, kind, of: what, sink)?.value
      }
    }
  }

  /// Reads a list; what stands in it twice means nothing.
  static func set<Value: Hashable>(_ read: @escaping Read<Value>) -> Read<Set<Value>> {
    { node, what, sink in
      NodeReader.list(node, of: what, sink).map { Set($0.compactMap { read($0, what, sink) }) }
    }
  }

  /// Reads a word, or an object with exactly one of the keys.
  static func choice<Value>(
    word: String,
    _ meaning: Value,
    or keys: [(key: String, read: Read<Value>)]
  ) -> Read<Value> {
    { node, what, sink in
      guard case .mapping(let entries) = node.content else {
        guard let text = text(node, what, sink) else { return nil }
        guard text != word else { return meaning }
        sink.report(.notOneOf(text, of: what, allowed: [word], at: node.range))
        return nil
      }
      guard var record = JSONRecord(node, owner: what, sink: sink) else { return nil }
      let found = keys.filter { record.has($0.key) }
      let values = keys.map { key, read in
        record.has(key) ? record.required(key, read) : record.optional(key, read)
      }
      record.finish()
      // An object with nothing but unknown keys has been reported already.
      guard !found.isEmpty || entries.isEmpty else { return nil }
      guard found.count == 1 else {
        sink.report(.notOneKey(keys.map(\.key), of: what, found: found.count, at: node.range))
        return nil
      }
      return values.compactMap(\.self).first
    }
  }
}

/// Reads the keys of one JSON object: what is left out is unknown, and `null` says there is none.
struct JSONRecord {
  private var reader: RecordReader

  init?(_ node: DocumentNode, owner: String, sink: DiagnosticSink) {
    guard let reader = RecordReader(node, as: nil, owner: owner, sink: sink) else { return nil }
    self.reader = reader
  }

  func has(_ key: String) -> Bool { reader.has(key) }

  /// A value that must be there.
  mutating func required<Value>(_ key: String, _ read: JSONField.Read<Value>) -> Value? {
    guard let node = reader.node(key) else {
      reader.reportMissing(key)
      return nil
    }
    return read(node, reader.what(key), reader.sink)
  }

  /// A value that need not be there; left out, it is `null`.
  mutating func optional<Value>(_ key: String, _ read: JSONField.Read<Value>) -> Value? {
    guard let node = reader.node(key), !NodeReader.isNothing(node) else { return nil }
    return read(node, reader.what(key), reader.sink)
  }

  /// A fact: left out, it is unknown; `null` says that there is none.
  mutating func fact<Value>(_ key: String, _ read: JSONField.Read<Value>) -> Fact<Value> {
    guard let node = reader.node(key) else { return .unknown }
    guard !NodeReader.isNothing(node) else { return .absent }
    return read(node, reader.what(key), reader.sink).map { .known($0) } ?? .unknown
  }

  /// The items of a list; left out, it is empty.
  mutating func list<Value>(_ key: String, _ read: JSONField.Read<Value>) -> [Value] {
    guard let node = reader.node(key), !NodeReader.isNothing(node) else { return [] }
    return Self.items(node, reader.what(key), reader.sink, read) ?? []
  }

  /// A list that must be said, as what it holds can also take away; `null` says that it is empty.
  mutating func requiredList<Value>(_ key: String, _ read: JSONField.Read<Value>) -> [Value] {
    if reader.node(key) == nil { reader.reportMissing(key) }
    return list(key, read)
  }

  /// The items of a list as a fact.
  mutating func factList<Value>(_ key: String, _ read: JSONField.Read<Value>) -> Fact<[Value]> {
    fact(key) { node, what, sink in Self.items(node, what, sink, read) }
  }

  /// Attributes that the policy set declares; left out, all are unknown.
  mutating func attributes(_ group: AttributeGroup, _ policy: Policy) -> Attributes {
    guard let node = reader.node("attributes") else { return [:] }
    return AttributeValueReader.attributes(
      node,
      group: group,
      of: reader.what("attributes"),
      policy: policy,
      dialect: .request,
      sink: reader.sink
    )
  }

  /// Reports every key that nobody asked for; must be the last call.
  func finish() { reader.finish() }

  private static func items<Value>(
    _ node: DocumentNode,
    _ what: String,
    _ sink: DiagnosticSink,
    _ read: JSONField.Read<Value>
  ) -> [Value]? {
    NodeReader.list(node, of: what, sink)?.compactMap { read($0, "an item of \(what)", sink) }
  }
}
