import AccessPolicy

/// One entry of a cast, with what it copies from the entry that it is like.
struct CastEntry {
  /// Its name.
  let name: Located<String>

  /// Its keys, those of the entries that it is like included; each at the place where it stands.
  let node: DocumentNode

  /// The place of the last entry in the chain of `like`, so that what is missing there is reported
  /// there, and once.
  let origin: SourceRange
}

/// The entries of one section of the cast, by name: staff, patients or items.
struct CastSection {
  /// What an entry is called in messages.
  let kind: String

  /// The entries that could be read, in the order in which they were written.
  private(set) var entries: [CastEntry] = []

  private var positions: [TextRef: Int] = [:]

  /// Every name that was written, the ones that could not be read included.
  private(set) var names: [String] = []

  private var written: [TextRef: WrittenEntry] = [:]
  private var unusable: Set<TextRef> = []

  /// Whether the name was written, be its entry usable or not.
  func has(_ name: String) -> Bool { written[TextRef(name)] != nil }

  /// The entry of a name; `nil` if there is none, or it could not be read.
  subscript(name: String) -> CastEntry? { positions[TextRef(name)].map { entries[$0] } }

  /// Joins what was written, and lets every entry copy what it is like.
  ///
  /// - Parameter beyond: where else a name after `like` is looked for.
  init(
    _ pairs: [DocumentNode.Entry],
    kind: String,
    beyond: [CastSection] = [],
    _ sink: DiagnosticSink
  ) {
    self.kind = kind
    for pair in pairs {
      let key = TextRef(pair.key.value)
      if let first = written[key] {
        sink.report(
          .declaredTwice(kind, pair.key.value, at: pair.key.range, first: first.name.range)
        )
        continue
      }
      let entry = WrittenEntry(pair, kind: kind, sink)
      if entry.isUnusable { unusable.insert(key) }
      written[key] = entry
      names.append(pair.key.value)
    }
    for name in names { resolve(name, beyond: beyond, sink) }
  }

  /// Follows the chain of `like` from an entry to one without, then copies on the way back.
  private mutating func resolve(_ name: String, beyond: [CastSection], _ sink: DiagnosticSink) {
    var chain: [WrittenEntry] = []
    var seen: Set<TextRef> = []
    var base: CastEntry?
    var next: String? = name
    while let name = next {
      let key = TextRef(name)
      if let position = positions[key] {
        base = entries[position]
        break
      }
      guard let entry = written[key], !unusable.contains(key) else { return give(up: chain) }
      seen.insert(key)
      chain.append(entry)
      guard let like = entry.like else { break }
      let likeKey = TextRef(like.value)
      if written[likeKey] != nil, likeKey != key {
        guard !seen.contains(likeKey) else {
          let cycle = chain.drop { TextRef($0.name.value) != likeKey }.map(\.name.value)
          sink.report(.likeCycle(kind, cycle + [like.value], at: like.range))
          return give(up: chain)
        }
        next = like.value
      } else if let other = beyond.first(where: { $0.has(like.value) }) {
        guard let entry = other[like.value] else { return give(up: chain) }
        base = entry
        next = nil
      } else if likeKey == key {
        sink.report(.likeCycle(kind, [like.value, like.value], at: like.range))
        return give(up: chain)
      } else {
        sink.report(
          .notInCast(
            kind,
            like.value,
            among: names + beyond.flatMap(\.names),
            at: like.range
          )
        )
        return give(up: chain)
      }
    }
    for entry in chain.reversed() {
      let copy = entry.copying(base)
      positions[TextRef(entry.name.value)] = entries.count
      entries.append(copy)
      base = copy
    }
  }

  private mutating func give(up chain: [WrittenEntry]) {
    unusable.formUnion(chain.map { TextRef($0.name.value) })
  }
}

/// An entry as it stands in a file.
private struct WrittenEntry {
  let name: Located<String>
  let range: SourceRange
  var keys: [DocumentNode.Entry] = []
  var like: Located<String>?
  var isUnusable = false

  init(_ pair: DocumentNode.Entry, kind: String, _ sink: DiagnosticSink) {
    name = pair.key
    range = pair.value.range
    guard let keys = NodeReader.mapping(pair.value, of: "the \(kind) `\(name.value)`", sink) else {
      isUnusable = true
      return
    }
    self.keys = keys.filter { $0.key.value != "like" }
    guard let like = keys.first(where: { $0.key.value == "like" }) else { return }
    self.like = NodeReader.text(like.value, of: "`like` of the \(kind) `\(name.value)`", sink)
    isUnusable = self.like == nil
  }

  /// The entry with the keys of another, where it does not replace them.
  func copying(_ base: CastEntry?) -> CastEntry {
    guard let base, case .mapping(let copied) = base.node.content else {
      return CastEntry(
        name: name,
        node: DocumentNode(.mapping(keys), at: range),
        origin: name.range
      )
    }
    let own = Set(keys.map(\.key.value))
    let kept = copied.filter { !own.contains($0.key.value) }
    return CastEntry(
      name: name,
      node: DocumentNode(.mapping(kept + keys), at: range),
      origin: base.origin
    )
  }
}
