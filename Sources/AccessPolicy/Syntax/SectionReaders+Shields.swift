// What each section adds to an entry: marks and blocks.

extension RecordReader {
  mutating func mark() -> MarkSyntax {
    MarkSyntax(
      covers: covers(),
      actions: identifiers("actions"),
      derived: condition("derived"),
      circle: circle(),
      override: identifier("override"),
      hidesExistence: hidesExistence(),
      route: localized("route"),
      obligations: identifiers("obligations") ?? []
    )
  }

  private mutating func covers() -> CoversSyntax? {
    guard var record = record("covers") else { return nil }
    let classes: NameList<Names.ContentClass>? = record.identifiers("classes")
    let tags: NameList<Names.ContentTag>? = record.identifiers("tags")
    let isMisspelt = record.isMisspelt("classes") || record.isMisspelt("tags")
    if (classes ?? []).isEmpty, (tags ?? []).isEmpty, !isMisspelt {
      sink.report(
        .conflictingKeys(
          "\(what("covers")) names neither classes nor tags",
          help:
            "a mark that covers nothing shields nothing; leave `covers` out to cover every class",
          at: place(of: "covers")
        )
      )
    }
    record.finish()
    return CoversSyntax(classes: classes ?? [], tags: tags ?? [])
  }

  private mutating func circle() -> [CircleSyntax] {
    mapping("opensTo").compactMap { entry in
      guard
        let id = NodeReader.identifier(key: entry.key, "circle entry", sink, as: Names.Rule.self),
        var record = RecordReader(
          entry.value,
          as: .circleEntry,
          owner: "the circle entry `\(id.value)` of \(owner)",
          at: id.range,
          sink: sink
        )
      else { return nil }
      let syntax = CircleSyntax(
        id: id,
        title: record.localized("title"),
        through: record.identifiers("through"),
        condition: record.condition("when"),
        because: record.because(),
        silences: record.silences()
      )
      let isMisspelt = record.isMisspelt("through") || record.isMisspelt("when")
      if !record.has("through"), !record.has("when"), !isMisspelt {
        sink.report(
          .conflictingKeys(
            "\(record.owner) lets everybody in",
            help: "say who is inside with `when:`, `through:` or both",
            at: id.range
          )
        )
      }
      record.finish()
      return syntax
    }
  }

  /// Yes, no, or a condition.
  private mutating func hidesExistence() -> ConditionSyntax? {
    let key = "hidesExistence"
    guard let node = node(key), let text = NodeReader.word(node, of: what(key), sink) else {
      return nil
    }
    // One word without a dot names no fact: it can only be meant for yes, no, `always` or `never`.
    let isWord = text.value.utf8.allSatisfy { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
    guard isWord, text.value != "always", text.value != "never" else {
      return ConditionParser.parse(text, layout: node.layout, sink)
    }
    return NodeReader.boolean(node, of: what(key), sink).map { .constant($0.value) }
  }

  mutating func blockKind() -> BlockKindSyntax {
    BlockKindSyntax(
      actions: identifiers("actions"),
      override: identifier("override"),
      hidesExistence: hidesExistence(),
      route: localized("route"),
      obligations: identifiers("obligations") ?? []
    )
  }
}
