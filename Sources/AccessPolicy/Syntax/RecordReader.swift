/// Reads the keys of one mapping, notes every mistake, and at the end every key that means nothing.
///
/// Which keys there are, which of them must be there and what they hold is said by the shape; to ask
/// for others, or for a key as something else than it is, is a defect that tests find. Each `read…`
/// function answers `nil` both for a key that is not there and for one that is wrong; the second has
/// then been reported. So a reader can go on and collect all mistakes at once.
package struct RecordReader {
  package let owner: String
  package let range: SourceRange
  package let sink: DiagnosticSink
  /// What the record may hold; `nil` for the objects of requests, where whatever is asked for may be.
  private let shape: RecordShape?
  private let entries: [DocumentNode.Entry]
  private var asked: [String] = []

  /// Begins to read a mapping; `nil`, and a report, when the node is none.
  package init?(
    _ node: DocumentNode,
    as shape: RecordShape?,
    owner: String,
    at range: SourceRange? = nil,
    sink: DiagnosticSink
  ) {
    guard case .mapping(let entries) = node.content else {
      sink.report(.wrongForm(node, of: owner, expected: "a set of keys"))
      return nil
    }
    self.shape = shape
    self.owner = owner
    self.range = range ?? node.range
    self.sink = sink
    self.entries = entries
  }

  /// The value of a key, if it is there; a report, if it is not and must be.
  package mutating func node(_ key: String) -> DocumentNode? {
    asked.append(key)
    if let entry = entries.first(where: { $0.key.value == key }) { return entry.value }
    if isRequired(key), !isMisspelt(key) { reportMissing(key) }
    return nil
  }

  /// The keys that the shape has; none where there is no shape.
  package var allowed: [String] { shape?.keys.map(\.name) ?? [] }

  /// Whether the shape says that a key must be there.
  package func isRequired(_ key: String) -> Bool { shape?[key]?.isRequired == true }

  /// Reports that a key is not there, where the shape alone cannot say that it must be.
  package func reportMissing(_ key: String) {
    // Only the objects of requests have no shape, and they are JSON.
    sink.report(.missingKey(key, in: owner, isJSON: shape == nil, at: range))
  }

  /// Whether a key that means nothing here stands where this one was meant: one slip, one message.
  package func isMisspelt(_ key: String) -> Bool {
    guard let known = shape?.keys.map(\.name), !has(key) else { return false }
    return entries.contains {
      !known.contains($0.key.value) && Diagnostic.nearestKey($0.key, among: known) == key
    }
  }

  /// Whether a key is there at all, be its value right or wrong.
  package func has(_ key: String) -> Bool { entries.contains { $0.key.value == key } }

  /// Whether it has no key at all.
  package var isEmpty: Bool { entries.isEmpty }

  /// The place of a key.
  package func place(of key: String) -> SourceRange {
    entries.first { $0.key.value == key }?.key.range ?? range
  }

  /// Reports every key that means nothing, or that stands twice; must be the last call.
  package func finish() {
    let known = shape?.keys.map(\.name) ?? asked
    assert(
      Set(known) == Set(asked),
      "\(owner): \(Set(known).symmetricDifference(asked).sorted()) only in its shape or its reader"
    )
    for entry in entries where !known.contains(entry.key.value) {
      sink.report(.unknownKey(entry.key, in: owner, allowed: known))
    }
    NodeReader.refuseTwice(entries, sink)
  }

  /// What a key of this record is called in messages.
  package func what(_ key: String) -> String { "`\(key)` of \(owner)" }

  /// What the shape says of the value of a key.
  package func shape(of key: String) -> ValueShape? {
    let value = shape?[key]?.value
    assert(value != nil, "\(what(key)) has no shape")
    return value
  }
}

// Values of keys, one function for each kind.
extension RecordReader {
  package mutating func text(_ key: String) -> Located<String>? {
    node(key).flatMap { NodeReader.text($0, of: what(key), sink) }
  }

  /// A text with something to read in it.
  package mutating func visibleText(_ key: String) -> Located<String>? {
    guard let text = text(key) else { return nil }
    guard VisibleCharacters.areIn(text.value) else {
      sink.report(.emptyText(what(key), at: text.range))
      return nil
    }
    return text
  }

  /// One of the words that the shape lists.
  package mutating func word(_ key: String) -> Located<String>? {
    guard let text = plain(key), case .word(let words) = shape(of: key) else { return nil }
    guard words.contains(text.value) else {
      sink.report(.notOneOf(text.value, of: what(key), allowed: words, at: text.range))
      return nil
    }
    return text
  }

  /// Some of the words that the shape lists, each once; `nil` when the key is not there.
  package mutating func words(_ key: String) -> [Located<String>]? {
    guard let node = node(key),
      case .list(of: .word(let words), let atLeastOne, let orOne) = shape(of: key)
    else { return nil }
    var items = [node]
    if case .scalar = node.content, orOne {
    } else {
      guard let list = NodeReader.list(node, of: what(key), sink) else { return [] }
      if atLeastOne, list.isEmpty { sink.report(.emptyList(what(key), at: node.range)) }
      items = list
    }
    var read: [Located<String>] = []
    for item in items {
      guard let word = NodeReader.word(item, of: what(key), sink) else { continue }
      if let earlier = read.first(where: { $0.value == word.value }) {
        sink.report(.namedTwice(word.value, in: what(key), at: word.range, first: earlier.range))
      } else if words.contains(word.value) {
        read.append(word)
      } else {
        sink.report(.notOneOf(word.value, of: what(key), allowed: words, at: word.range))
      }
    }
    return read
  }

  /// A value as it is written, which the caller holds to a form of its own.
  package mutating func plain(_ key: String) -> Located<String>? {
    node(key).flatMap { NodeReader.word($0, of: what(key), sink) }
  }

  /// An id, which the caller looks up, unless it `declares` it.
  package mutating func identifier<Kind>(
    _ key: String,
    declares: Bool = false,
    as: Kind.Type = Kind.self
  ) -> Located<Identifier<Kind>>? {
    guard let node = node(key), case .id(let kind) = shape(of: key) else { return nil }
    return declares
      ? NodeReader.identifier(node, kind, of: what(key), sink)
      : NodeReader.name(node, kind, of: what(key), sink)
  }

  /// A list of ids, which the caller looks up, unless it `declares` them; `nil` when the key is not
  /// there.
  package mutating func identifiers<Kind>(
    _ key: String,
    declares: Bool = false,
    as: Kind.Type = Kind.self
  ) -> [Located<Identifier<Kind>>]? {
    guard let node = node(key),
      case .list(of: .id(let kind), let atLeastOne, let orOne) = shape(of: key)?.asList
    else { return nil }
    if orOne, case .scalar = node.content {
      return NodeReader.name(node, kind, of: what(key), sink).map { [$0] } ?? []
    }
    guard let items = NodeReader.list(node, of: what(key), sink) else { return [] }
    if atLeastOne, items.isEmpty { sink.report(.emptyList(what(key), at: node.range)) }
    var first: [Identifier<Kind>: SourceRange] = [:]
    var ids: [Located<Identifier<Kind>>] = []
    for item in items {
      let read: Located<Identifier<Kind>>? =
        declares
        ? NodeReader.identifier(item, kind, of: what(key), sink)
        : NodeReader.name(item, kind, of: what(key), sink)
      guard let id = read else { continue }
      if let earlier = first[id.value] {
        sink.report(.namedTwice(id.value.text, in: what(key), at: id.range, first: earlier))
      } else {
        first[id.value] = id.range
        ids.append(id)
      }
    }
    return ids
  }

  package mutating func boolean(_ key: String) -> Located<Bool>? {
    node(key).flatMap { NodeReader.boolean($0, of: what(key), sink) }
  }

  package mutating func number(_ key: String) -> Located<Int64>? {
    node(key).flatMap { NodeReader.number($0, of: what(key), sink) }
  }

  package mutating func duration(_ key: String) -> Located<TimeSpan>? {
    guard let node = node(key), let text = NodeReader.word(node, of: what(key), sink) else {
      return nil
    }
    guard let span = TimeSpan(text.value) else {
      sink.report(
        .wrongDuration(text.value, of: what(key), isQuoted: node.isQuoted, at: text.range)
      )
      return nil
    }
    return Located(span, at: text.range)
  }

  package mutating func date(_ key: String) -> Located<CivilDate>? {
    node(key).flatMap { NodeReader.date($0, of: what(key), sink) }
  }

  /// The record of a key, called after the key.
  package mutating func record(_ key: String) -> RecordReader? {
    guard let node = node(key), case .record(let shape) = shape(of: key) else { return nil }
    return RecordReader(node, as: shape, owner: what(key), at: place(of: key), sink: sink)
  }

  package mutating func localized(_ key: String) -> LocalizedText? {
    guard var record = record(key) else { return nil }
    let nb = record.visibleText("nb")
    let en = record.visibleText("en")
    record.finish()
    guard let nb, let en else { return nil }
    return LocalizedText(nb: nb.value, en: en.value)
  }

  /// The entries of a mapping, each key once; empty when the key is not there.
  package mutating func mapping(_ key: String) -> [DocumentNode.Entry] {
    guard let node = node(key), let entries = NodeReader.mapping(node, of: what(key), sink) else {
      return []
    }
    NodeReader.refuseTwice(entries, sink)
    return entries
  }

  /// The items of a list; `nil` when the key is not there.
  package mutating func list(_ key: String) -> [DocumentNode]? {
    node(key).map { NodeReader.list($0, of: what(key), sink) ?? [] }
  }
}
