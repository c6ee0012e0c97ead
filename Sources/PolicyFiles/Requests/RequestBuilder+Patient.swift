import AccessPolicy

// Whose content, and what.
extension RequestBuilder {
  func patient(_ node: DocumentNode, _ what: String, _ sink: DiagnosticSink) -> Patient? {
    guard var record = JSONRecord(node, owner: what, sink: sink) else { return nil }
    var (linkPlaces, blockPlaces): ([LinkRef: SourceRange], [BlockRef: SourceRange]) = ([:], [:])
    let id: PatientRef? = record.required("id", JSONField.reference)
    let birthDate = record.fact("birthDate", JSONField.date)
    let residence: Fact<UnitID> = record.fact("residence", JSONField.id("unit"))
    let marks: Fact<Set<MarkID>> = record.fact("marks", JSONField.set(JSONField.id("mark")))
    let attributes = record.attributes(.patient, policy)
    let links = record.list("links") { node, what, sink in
      let link = link(node, what, sink)
      if let id = link?.id { refuseSecond(id, "link", at: node.range, &linkPlaces) }
      return link
    }
    let blocks = record.factList("blocks") { node, what, sink in
      let block = block(node, what, sink)
      if let id = block?.id { refuseSecond(id, "block", at: node.range, &blockPlaces) }
      return block
    }
    record.finish()
    guard let id else { return nil }
    return Patient(
      id: id,
      birthDate: birthDate,
      residence: residence,
      marks: marks,
      links: links,
      blocks: blocks,
      attributes: attributes
    )
  }

  private func refuseSecond<Kind>(
    _ id: Reference<Kind>,
    _ kind: String,
    at range: SourceRange,
    _ first: inout [Reference<Kind>: SourceRange]
  ) {
    guard let earlier = first[id] else {
      first[id] = range
      return
    }
    sink.report(.sameKeyTwice(id.text, of: kind, at: range, first: earlier))
  }

  private func link(_ node: DocumentNode, _ what: String, _ sink: DiagnosticSink) -> Link? {
    guard var record = JSONRecord(node, owner: what, sink: sink) else { return nil }
    let id: LinkRef? = record.required("id", JSONField.reference)
    let kind: LogisticsKindID? = record.required(
      "kind",
      JSONField.id("kind of patient logistics")
    )
    let status: Fact<LinkStatusID> = record.fact("status", JSONField.id("status"))
    let unit: Fact<UnitID> = record.fact("unit", JSONField.id("unit"))
    let staff: Fact<StaffRef> = record.fact("staff", JSONField.reference)
    let team: Fact<Set<StaffRef>> = record.fact("team", JSONField.set(JSONField.reference))
    let group: Fact<GroupRef> = record.fact("group", JSONField.reference)
    let starts = record.fact("starts", JSONField.instant)
    let ends = record.fact("ends", JSONField.instant)
    let attributes = record.attributes(.link, policy)
    record.finish()
    guard let id, let kind else { return nil }
    return Link(
      id: id,
      kind: kind,
      status: status,
      unit: unit,
      staff: staff,
      team: team,
      group: group,
      starts: starts,
      ends: ends,
      attributes: attributes
    )
  }

  private func block(_ node: DocumentNode, _ what: String, _ sink: DiagnosticSink) -> Block? {
    guard var record = JSONRecord(node, owner: what, sink: sink) else { return nil }
    let id: BlockRef? = record.required("id", JSONField.reference)
    let kind: BlockKindID? = record.required("kind", JSONField.id("kind of block"))
    let coverage = record.fact("covers", Self.coverage)
    let entriesFrom = record.fact("entriesFrom", JSONField.instant)
    let against = record.fact("against", Self.against)
    let from = record.fact("from", JSONField.instant)
    let until = record.fact("until", JSONField.instant)
    let effectuated = record.fact("effectuated", JSONField.boolean)
    record.finish()
    guard let id, let kind else { return nil }
    return Block(
      id: id,
      kind: kind,
      coverage: coverage,
      entriesFrom: entriesFrom,
      against: against,
      from: from,
      until: until,
      effectuated: effectuated
    )
  }

  private static var coverage: JSONField.Read<Block.Coverage> {
    let classes: JSONField.Read<Set<ContentClassID>> = JSONField.set(JSONField.id("content class"))
    return JSONField.choice(
      word: "whole",
      .whole,
      or: [
        ("classes", { classes($0, $1, $2).map { .classes($0) } }),
        ("contact", { JSONField.reference($0, $1, $2).map { .contact($0) } }),
        ("item", { JSONField.reference($0, $1, $2).map { .item($0) } }),
      ]
    )
  }

  private static var against: JSONField.Read<Block.Against> {
    JSONField.choice(
      word: "everyone",
      .everyone,
      or: [
        ("unit", { JSONField.id("unit")($0, $1, $2).map { .unit($0) } }),
        ("template", { JSONField.id("role template")($0, $1, $2).map { .template($0) } }),
        ("staff", { JSONField.reference($0, $1, $2).map { .staff($0) } }),
      ]
    )
  }

  func content(_ node: DocumentNode, _ what: String, _ sink: DiagnosticSink) -> ContentItem? {
    guard var record = JSONRecord(node, owner: what, sink: sink) else { return nil }
    let contentClass: ContentClassID? = record.required("class", JSONField.id("content class"))
    let id: Fact<ItemRef> = record.fact("id", JSONField.reference)
    let contact = record.fact("contact", Self.contact)
    let unit: Fact<UnitID> = record.fact("unit", JSONField.id("unit"))
    let author: Fact<StaffRef> = record.fact("author", JSONField.reference)
    let recorded = record.fact("recorded", JSONField.instant)
    let starts = record.fact("starts", JSONField.instant)
    let ends = record.fact("ends", JSONField.instant)
    let marks: Fact<Set<MarkID>> = record.fact("marks", JSONField.set(JSONField.id("mark")))
    let attributes = record.attributes(.content, policy)
    record.finish()
    guard let contentClass else { return nil }
    return ContentItem(
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

  private static func contact(_ node: DocumentNode, _ what: String, _ sink: DiagnosticSink)
    -> Contact?
  {
    guard var record = JSONRecord(node, owner: what, sink: sink) else { return nil }
    let id: ContactRef? = record.required("id", JSONField.reference)
    let unit: Fact<UnitID> = record.fact("unit", JSONField.id("unit"))
    let team: Fact<Set<StaffRef>> = record.fact("team", JSONField.set(JSONField.reference))
    let marks: Fact<Set<MarkID>> = record.fact("marks", JSONField.set(JSONField.id("mark")))
    record.finish()
    return id.map { Contact(id: $0, unit: unit, team: team, marks: marks) }
  }
}
