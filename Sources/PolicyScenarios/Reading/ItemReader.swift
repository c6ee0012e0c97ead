import AccessPolicy

/// Reads content items.
struct ItemReader {
  /// Where the contact of an item is looked for.
  enum Contacts {
    /// Among the contacts of this patient.
    case of(CastPatient)
    /// Nowhere: the case has no patient.
    case noPatient
    /// Not yet: no case has been named.
    case notYet
  }

  let values: ValueReader
  let contacts: Contacts

  private var policy: Policy { values.policy }

  /// The item; `nil` when its class cannot be read.
  func item(_ entry: CastEntry) -> ContentItem? {
    guard
      var reader = RecordReader(
        entry.node,
        as: .item,
        owner: "this item",
        at: entry.origin,
        sink: values.sink
      )
    else { return nil }
    _ = reader.node("like")
    _ = reader.localized("title")
    let contentClass = reader.declared("class", in: policy.contentClasses, values)
    let id: Fact<ItemRef> =
      reader.has("id")
      ? reader.fact("id") { values.reference($0, of: $1) } : .known(ItemRef(entry.name.value))
    _ = reader.node("id")
    let item = facts(&reader, id: id)
    reader.finish()
    return contentClass.map(item)
  }

  /// What an item says beside its class, as an item of any class.
  func facts(_ reader: inout RecordReader, id: Fact<ItemRef>) -> (ContentClassID) -> ContentItem {
    let contact = reader.fact("contact") { self.contact($0, of: $1) }
    let unit = reader.fact("unit") { values.declared($0, "unit", in: policy.organisation, of: $1) }
    let author: Fact<StaffRef> = reader.fact("author") { values.reference($0, of: $1) }
    let recorded = reader.fact("recorded") { values.instant($0, of: $1) }
    let starts = reader.fact("starts") { values.instant($0, of: $1) }
    let ends = reader.fact("ends") { values.instant($0, of: $1) }
    let marks = reader.fact("marks") { values.declaredSet($0, "mark", in: policy.marks, of: $1) }
    let attributes = values.attributes(
      reader.node("attributes"),
      group: .content,
      of: reader.what("attributes")
    )
    return { contentClass in
      ContentItem(
        contentClass: contentClass,
        id: id,
        contact: contact,
        unit: unit,
        author: author,
        recorded: recorded,
        starts: starts,
        ends: ends,
        marks: marks,
        attributes: attributes
      )
    }
  }

  private func contact(_ node: DocumentNode, of what: String) -> Contact? {
    guard let key = NodeReader.text(node, of: what, values.sink) else { return nil }
    switch contacts {
    case .notYet: return nil
    case .noPatient:
      values.sink.report(.contactWithoutPatient(key))
      return nil
    case .of(let owner):
      let name = TextRef(key.value)
      guard !owner.contactNames.contains(where: { TextRef($0) == name }) else {
        return owner.contacts[name]
      }
      values.sink.report(
        .notOfPatient(
          "contact",
          key.value,
          patient: owner.patient.id.text,
          among: owner.contactNames,
          at: key.range
        )
      )
      return nil
    }
  }
}
