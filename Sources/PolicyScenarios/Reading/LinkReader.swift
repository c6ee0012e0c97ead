import AccessPolicy

/// Reads links: pieces of patient logistics.
struct LinkReader {
  let values: ValueReader

  private var policy: Policy { values.policy }

  func link(_ entry: DocumentNode.Entry) -> Link? {
    guard
      var reader = RecordReader(
        entry.value,
        as: .link,
        owner: "this link",
        at: entry.key.range,
        sink: values.sink
      )
    else { return nil }
    let kind = reader.declared("kind", in: policy.patientLogistics, values)
    let status = reader.fact("status") { self.status($0, kind: kind, of: $1) }
    let facts = facts(&reader)
    reader.finish()
    return kind.map { facts.link(LinkRef(entry.key.value), kind: $0, status: status) }
  }

  /// What a link says beside its kind and status.
  func facts(_ reader: inout RecordReader) -> LinkFacts {
    LinkFacts(
      unit: reader.fact("unit") { values.declared($0, "unit", in: policy.organisation, of: $1) },
      staff: reader.fact("staff") { values.reference($0, of: $1) },
      team: reader.fact("team") { values.references($0, of: $1) },
      group: reader.fact("group") { values.reference($0, of: $1) },
      starts: reader.fact("starts") { values.instant($0, of: $1) },
      ends: reader.fact("ends") { values.instant($0, of: $1) },
      attributes: values.attributes(
        reader.node("attributes"),
        group: .link,
        of: reader.what("attributes")
      )
    )
  }

  /// A status that the kind declares.
  private func status(_ node: DocumentNode, kind: LogisticsKindID?, of what: String)
    -> LinkStatusID?
  {
    guard
      let id = NodeReader.identifier(
        node,
        "status",
        of: what,
        values.sink,
        as: Names.LinkStatus.self
      ),
      let kind, let declared = policy.patientLogistics[kind]
    else { return nil }
    let statuses = declared.counts.union(declared.neverCounts)
    guard statuses.contains(id.value) else {
      let names = statuses.map(\.text).sorted()
      values.sink.report(.noSuchStatus(id.value.text, kind: kind, among: names, at: id.range))
      return nil
    }
    return id.value
  }
}

/// What a link says beside its kind and status.
struct LinkFacts {
  let unit: Fact<UnitID>
  let staff: Fact<StaffRef>
  let team: Fact<Set<StaffRef>>
  let group: Fact<GroupRef>
  let starts: Fact<Instant>
  let ends: Fact<Instant>
  let attributes: Attributes

  /// A link that says so.
  func link(_ id: LinkRef, kind: LogisticsKindID, status: Fact<LinkStatusID>) -> Link {
    Link(
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
}
