import AccessPolicy

/// Makes the authorisation register of its tree, and notes everything that is wrong with it.
///
/// Names are not looked up: a register in force may name what the policy set no longer has, and that
/// is for provisioning to show.
struct RegisterBuilder {
  let sink: DiagnosticSink

  private(set) var entries: [RegisteredAuthorisation] = []
  /// Where each record was first named.
  private var records: [StaffRecordRef: SourceRange] = [:]

  init(sink: DiagnosticSink) { self.sink = sink }

  /// Takes one entry.
  mutating func add(_ node: DocumentNode) {
    guard var reader = RecordReader(node, as: .registerEntry, owner: "an entry", sink: sink) else {
      return
    }
    let staff: Located<StaffRef>? = reader.key("staff")
    let record: Located<StaffRecordRef>? = reader.key("record")
    let rules: [Located<ProvisioningRuleID>]? = reader.identifiers("rules")
    let units: [Located<UnitID>]? = reader.identifiers("units")
    let endedAt = reader.moment("endedAt").value
    let authorisation = authorisation(&reader)
    reader.finish()
    guard let staff, let record, let rules, let units, let authorisation else { return }
    if let first = records[record.value] {
      sink.report(.recordTwice(record.value.text, at: record.range, first: first))
      return
    }
    records[record.value] = record.range
    if endedAt != nil, authorisation.isActive != .known(false) {
      sink.report(.endedAndActive(at: reader.place(of: "endedAt")))
    }
    entries.append(
      RegisteredAuthorisation(
        staff: staff.value,
        authorisation: authorisation,
        units: units.map(\.value),
        source: AuthorisationSource(record: record.value, rules: rules.map(\.value)),
        endedAt: endedAt
      )
    )
  }

  /// The register, once all entries are there; `root` is the file without them.
  func register(_ root: DocumentNode, policySet: PolicySetID) -> AuthorisationRegister? {
    guard var reader = RecordReader(root, as: .register, owner: "the register", sink: sink) else {
      return nil
    }
    let version = reader.number("register")
    let named: Located<PolicySetID>? = reader.identifier("policySet")
    _ = reader.list("entries")
    reader.finish()
    if let version, version.value != 1 { sink.report(.registerVersion(version)) }
    if let named, named.value != policySet {
      sink.report(.registerOfAnother(named.value, policySet: policySet, at: named.range))
    }
    return sink.hasErrors
      ? nil : AuthorisationRegister(policySet: policySet, entries: entries)
  }

  private func authorisation(_ entry: inout RecordReader) -> Authorisation? {
    guard var reader = entry.record("authorisation") else { return nil }
    let before = sink.count
    let template: Located<TemplateID>? = reader.identifier("template")
    let subtemplates: [Located<SubtemplateID>]? = reader.identifiers("subtemplates")
    let providerRecord: Fact<ProviderRecordID> = reader.idOrNothing("providerRecord")
    let isActive = reader.boolean("isActive")
    let from = reader.moment("from")
    let until = reader.moment("until")
    let deviations = deviations(reader.list("deviations") ?? [])
    reader.finish()
    // What is wrong is not the same as unknown.
    guard let template, let isActive, sink.count == before else { return nil }
    return Authorisation(
      template: template.value,
      subtemplates: Set((subtemplates ?? []).map(\.value)),
      providerRecord: providerRecord,
      isActive: .known(isActive.value),
      from: from,
      until: until,
      deviations: deviations
    )
  }

  private func deviations(_ nodes: [DocumentNode]) -> [Deviation] {
    var first: [DeviationRef: SourceRange] = [:]
    return nodes.compactMap(deviation).compactMap { deviation in
      let id = deviation.value.id
      if let first = first[id] {
        sink.report(.deviationTwice(id.text, at: deviation.range, first: first))
        return nil
      }
      first[id] = deviation.range
      return deviation.value
    }
  }

  private func deviation(_ node: DocumentNode) -> Located<Deviation>? {
    let owner = "a deviation"
    guard
      var reader = RecordReader(node, as: .registeredDeviation, owner: owner, sink: sink)
    else { return nil }
    let id: Located<DeviationRef>? = reader.key("id")
    let adds = parts("adds", &reader)
    let removes = parts("removes", &reader)
    let reason = reader.text("reason")
    let approver: Located<StaffRef>? = reader.key("approver")
    let from = reader.moment("from")
    let until = reader.moment("until")
    reader.finish()
    guard let id else { return nil }
    return Located(
      Deviation(
        id: id.value,
        adds: adds,
        removes: removes,
        reason: reason?.value ?? "",
        approver: approver?.value,
        from: from,
        until: until
      ),
      at: id.range
    )
  }

  private func parts(_ key: String, _ deviation: inout RecordReader) -> RoleParts {
    guard var reader = deviation.record(key) else { return RoleParts() }
    let parts = RoleParts(
      securityClasses: reader.names("securityClasses"),
      relationships: reader.names("relationships"),
      reach: reader.names("reach"),
      selfAuthorisation: reader.names("selfAuthorisation"),
      units: reader.names("units")
    )
    reader.finish()
    return parts
  }
}

// Kinds of value that registers alone have.
extension RecordReader {
  /// A key of a person or thing.
  fileprivate mutating func key<Kind>(_ key: String) -> Located<Reference<Kind>>? {
    guard let text = text(key) else { return nil }
    guard !text.value.isEmpty else {
      sink.report(.emptyKey(what(key), at: text.range))
      return nil
    }
    return Located(Reference(text.value), at: text.range)
  }

  fileprivate mutating func names<Kind>(_ key: String) -> Set<Identifier<Kind>> {
    Set((identifiers(key) ?? []).map(\.value))
  }

  /// A point in time; `absent` where the key says that there is none, unknown where it is not there.
  fileprivate mutating func moment(_ key: String) -> Fact<Instant> {
    guard let node = node(key) else { return .unknown }
    guard !NodeReader.isNothing(node) else { return .absent }
    return NodeReader.moment(node, of: what(key), sink).map { .known($0.value.instant) } ?? .unknown
  }

  fileprivate mutating func idOrNothing<Kind>(_ key: String) -> Fact<Identifier<Kind>> {
    guard let node = node(key) else { return .unknown }
    guard !NodeReader.isNothing(node) else { return .absent }
    return NodeReader.identifier(node, "provider record", of: what(key), sink)
      .map { .known($0.value) } ?? .unknown
  }
}
