import AccessPolicy

/// Reads values of the cast: names that the policy set declares, keys, and points in time.
///
/// Answers `nil` after having reported what is wrong.
struct ValueReader {
  let policy: Policy
  let clock: Clock
  let sink: DiagnosticSink

  /// Words that can stand for a unit here, beside the declared ones.
  var unitWords: [String] = []

  func instant(_ node: DocumentNode, of what: String) -> Instant? {
    guard let text = NodeReader.word(node, of: what, sink) else { return nil }
    guard let instant = clock.instant(text.value) else {
      sink.report(
        .notAPointInTime(text.value, of: what, isQuoted: node.isQuoted, at: text.range)
      )
      return nil
    }
    return instant
  }

  func declared<Kind, Entry>(
    _ node: DocumentNode,
    _ kind: String,
    in catalog: Catalog<Kind, Entry>,
    of what: String
  ) -> Identifier<Kind>? {
    guard let id = NodeReader.name(node, kind, of: what, sink, as: Kind.self) else {
      return nil
    }
    return declared(id, kind, in: catalog)
  }

  func declared<Kind, Entry>(
    _ id: Located<Identifier<Kind>>,
    _ kind: String,
    in catalog: Catalog<Kind, Entry>
  ) -> Identifier<Kind>? {
    guard catalog[id.value] != nil else {
      let words = kind == "unit" ? unitWords : []
      let names = catalog.map(\.id.text) + words
      sink.report(.undeclared(kind, id.value.text, among: names, at: id.range))
      return nil
    }
    return id.value
  }

  func declaredSet<Kind, Entry>(
    _ node: DocumentNode,
    _ kind: String,
    in catalog: Catalog<Kind, Entry>,
    of what: String
  ) -> Set<Identifier<Kind>>? {
    set(node, of: what) { declared($0, kind, in: catalog, of: what) }
  }

  func reference<Kind>(_ node: DocumentNode, of what: String) -> Reference<Kind>? {
    NodeReader.text(node, of: what, sink).map { Reference($0.value) }
  }

  func references<Kind>(_ node: DocumentNode, of what: String) -> Set<Reference<Kind>>? {
    set(node, of: what) { reference($0, of: what) }
  }

  /// Attributes of a group; those that are not written are absent.
  func attributes(
    _ node: DocumentNode?,
    group: AttributeGroup,
    of what: String
  ) -> Attributes {
    let dialect = AttributeValueReader.Dialect.scenario { node, what, _ in instant(node, of: what) }
    let written = node.map {
      AttributeValueReader.attributes(
        $0,
        group: group,
        of: what,
        policy: policy,
        dialect: dialect,
        sink: sink
      )
    }
    var attributes: Attributes = [:]
    for (id, _) in policy.attributes[group] ?? Catalog([:]) { attributes[id] = .absent }
    return attributes.merging(written ?? [:]) { $1 }
  }

  /// The values of a list, each once; `nil` when one of them is wrong.
  private func set<Value: Hashable>(
    _ node: DocumentNode,
    of what: String,
    _ read: (DocumentNode) -> Value?
  ) -> Set<Value>? {
    guard let items = NodeReader.list(node, of: what, sink) else { return nil }
    var first: [Value: SourceRange] = [:]
    var isWhole = true
    for item in items {
      guard let value = read(item) else {
        isWhole = false
        continue
      }
      if let earlier = first[value] {
        sink.report(.namedTwice("\(value)", in: what, at: item.range, first: earlier))
      } else {
        first[value] = item.range
      }
    }
    return isWhole ? Set(first.keys) : nil
  }
}

extension RecordReader {
  /// A fact of the cast: what is not written is not there, and `unknown` leaves it out.
  mutating func fact<Value>(
    _ key: String,
    _ read: (_ node: DocumentNode, _ what: String) -> Value?
  ) -> Fact<Value> {
    guard case .fact = shape(of: key), let node = node(key) else { return .absent }
    guard !NodeReader.isNothing(node) else {
      if isRequired(key) { reportMissing(key) }
      return .absent
    }
    guard !AttributeValueReader.isUnknown(node) else { return .unknown }
    return read(node, what(key)).map { .known($0) } ?? .unknown
  }

  /// A name that the policy set must declare.
  mutating func declared<Kind, Entry>(
    _ key: String,
    in catalog: Catalog<Kind, Entry>,
    _ values: ValueReader
  ) -> Identifier<Kind>? {
    guard let node = node(key), case .id(let kind) = shape(of: key) else { return nil }
    return values.declared(node, kind, in: catalog, of: what(key))
  }

  /// A list of declared names; empty when the key is not there.
  mutating func declaredSet<Kind, Entry>(
    _ key: String,
    in catalog: Catalog<Kind, Entry>,
    _ values: ValueReader
  ) -> Set<Identifier<Kind>> {
    guard let node = node(key), case .list(of: .id(let kind), _, _) = shape(of: key) else {
      return []
    }
    return values.declaredSet(node, kind, in: catalog, of: what(key)) ?? []
  }
}
