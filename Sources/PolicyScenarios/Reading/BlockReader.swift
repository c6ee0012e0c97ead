import AccessPolicy

/// Reads blocks of a patient's record.
struct BlockReader {
  let values: ValueReader
  let patient: String
  let contacts: [String]
  let items: [String]

  private var policy: Policy { values.policy }
  private var sink: DiagnosticSink { values.sink }

  func block(_ entry: DocumentNode.Entry) -> Block? {
    guard
      var reader = RecordReader(
        entry.value,
        as: .block,
        owner: "this block",
        at: entry.key.range,
        sink: sink
      )
    else { return nil }
    let kind = reader.declared("kind", in: policy.blocks, values)
    let coverage = reader.fact("covers") { self.coverage($0, of: $1) }
    let entriesFrom = reader.fact("entriesFrom") { values.instant($0, of: $1) }
    let against = reader.fact("against") { self.against($0, of: $1) }
    let from = reader.fact("from") { values.instant($0, of: $1) }
    let until = reader.fact("until") { values.instant($0, of: $1) }
    let effectuated = reader.fact("effectuated") { NodeReader.boolean($0, of: $1, sink)?.value }
    reader.finish()
    return kind.map {
      Block(
        id: BlockRef(entry.key.value),
        kind: $0,
        coverage: coverage,
        entriesFrom: entriesFrom,
        against: against,
        from: from,
        until: until,
        effectuated: effectuated
      )
    }
  }

  private func coverage(_ node: DocumentNode, of what: String) -> Block.Coverage? {
    switch Choice(node, of: what, words: ["whole"], keys: ["classes", "contact", "item"], sink) {
    case .word: .whole
    case .key("classes", let node, let what):
      values.declaredSet(node, "content class", in: policy.contentClasses, of: what)
        .map { .classes($0) }
    case .key("contact", let node, let what):
      named(node, "contact", among: contacts, of: what).map { .contact(ContactRef($0)) }
    case .key(_, let node, let what):
      named(node, "item", among: items, of: what).map { .item(ItemRef($0)) }
    case nil: nil
    }
  }

  private func against(_ node: DocumentNode, of what: String) -> Block.Against? {
    switch Choice(node, of: what, words: ["everyone"], keys: ["unit", "template", "staff"], sink) {
    case .word: .everyone
    case .key("unit", let node, let what):
      values.declared(node, "unit", in: policy.organisation, of: what).map { .unit($0) }
    case .key("template", let node, let what):
      values.declared(node, "role template", in: policy.templates, of: what).map { .template($0) }
    case .key(_, let node, let what): values.reference(node, of: what).map { .staff($0) }
    case nil: nil
    }
  }

  private func named(_ node: DocumentNode, _ kind: String, among names: [String], of what: String)
    -> String?
  {
    guard let text = NodeReader.text(node, of: what, sink) else { return nil }
    guard names.contains(where: { TextRef($0) == TextRef(text.value) }) else {
      sink.report(.notOfPatient(kind, text.value, patient: patient, among: names, at: text.range))
      return nil
    }
    return text.value
  }
}
