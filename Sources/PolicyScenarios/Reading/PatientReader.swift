import AccessPolicy

/// A patient of the cast, with the items of the record.
struct CastPatient {
  /// The patient as requests carry it.
  let patient: Patient

  /// The contacts that items can belong to.
  let contacts: [TextRef: Contact]

  /// The patient's own items.
  let items: CastSection

  /// Every contact that was written, the ones that could not be read included.
  let contactNames: [String]

  /// Every block that was written.
  let blockNames: [String]
}

/// Reads patients with their links, blocks, contacts and items.
struct PatientReader {
  let values: ValueReader
  let sharedItems: CastSection

  private var policy: Policy { values.policy }
  private var sink: DiagnosticSink { values.sink }

  func patient(_ entry: CastEntry) -> CastPatient? {
    guard
      var reader = RecordReader(
        entry.node,
        as: .patient,
        owner: "this patient",
        at: entry.origin,
        sink: sink
      )
    else { return nil }
    _ = reader.node("like")
    _ = reader.localized("title")
    let birthDate = reader.fact("birthDate") { NodeReader.date($0, of: $1, sink)?.value }
    let residence = reader.fact("residence") {
      values.declared($0, "unit", in: policy.organisation, of: $1)
    }
    let marks = reader.fact("marks") { values.declaredSet($0, "mark", in: policy.marks, of: $1) }
    let attributes = values.attributes(
      reader.node("attributes"),
      group: .patient,
      of: reader.what("attributes")
    )
    let contactEntries = named(reader.mapping("contacts"), "contact")
    var contacts: [TextRef: Contact] = [:]
    for entry in contactEntries { contacts[TextRef(entry.key.value)] = contact(entry) }
    let items = CastSection(reader.mapping("items"), kind: "item", beyond: [sharedItems], sink)
    let links = named(reader.mapping("links"), "link")
      .compactMap { LinkReader(values: values).link($0) }
    let contactNames = contactEntries.map(\.key.value)
    let blockReader = BlockReader(
      values: values,
      patient: entry.name.value,
      contacts: contactNames,
      items: items.names + sharedItems.names
    )
    var blockNames: [String] = []
    let blocks = reader.fact("blocks") { (node, what) -> [Block]? in
      guard let entries = NodeReader.mapping(node, of: what, sink) else { return nil }
      blockNames = entries.map(\.key.value)
      return named(entries, "block").compactMap(blockReader.block)
    }
    reader.finish()
    return CastPatient(
      patient: Patient(
        id: PatientRef(entry.name.value),
        birthDate: birthDate,
        residence: residence,
        marks: marks,
        links: links,
        blocks: blocks,
        attributes: attributes
      ),
      contacts: contacts,
      items: items,
      contactNames: contactNames,
      blockNames: blockNames
    )
  }

  private func contact(_ entry: DocumentNode.Entry) -> Contact? {
    guard
      var reader = RecordReader(
        entry.value,
        as: .contact,
        owner: "this contact",
        at: entry.key.range,
        sink: sink
      )
    else { return nil }
    let unit = reader.fact("unit") { values.declared($0, "unit", in: policy.organisation, of: $1) }
    let team: Fact<Set<StaffRef>> = reader.fact("team") { values.references($0, of: $1) }
    let marks = reader.fact("marks") { values.declaredSet($0, "mark", in: policy.marks, of: $1) }
    reader.finish()
    return Contact(id: ContactRef(entry.key.value), unit: unit, team: team, marks: marks)
  }

  /// The entries, each name once.
  private func named(_ entries: [DocumentNode.Entry], _ kind: String) -> [DocumentNode.Entry] {
    var first: [TextRef: SourceRange] = [:]
    return entries.filter { entry in
      guard let earlier = first[TextRef(entry.key.value)] else {
        first[TextRef(entry.key.value)] = entry.key.range
        return true
      }
      sink.report(.declaredTwice(kind, entry.key.value, at: entry.key.range, first: earlier))
      return false
    }
  }
}
