import AccessPolicy

/// Makes the values of a request out of situations, for the surroundings of one holder.
struct SituationStage {
  /// The holder in requests, whom links and items name by this word.
  static let holder: StaffRef = "holder"

  private let standard: StandardSituations
  private let policy: Policy
  private let surroundings: Surroundings
  private let values: ValueReader

  init(
    _ standard: StandardSituations,
    policy: Policy,
    surroundings: Surroundings,
    sink: DiagnosticSink
  ) {
    self.standard = standard
    self.policy = policy
    self.surroundings = surroundings
    values = ValueReader(policy: policy, clock: standard.clock, sink: sink)
  }

  /// What stands for all situations, with an entry and another laid over it.
  func layers(_ entries: StandardSituations.Entry...) -> SituationLayers {
    var layers = standard.base
    for entry in entries { layers = layers.covered(by: entry.layers) }
    // What all links have alike makes no link.
    if entries.allSatisfy({ $0.layers.link == nil }) { layers.link = nil }
    return layers
  }

  func patient(_ layers: SituationLayers, links: [Link]) -> CastPatient? {
    let entry = CastEntry(
      name: Located("patient", at: standard.range),
      node: node(layers.patient),
      origin: standard.range
    )
    let none = CastSection([], kind: "item", values.sink)
    return PatientReader(values: values, sharedItems: none).patient(entry)
      .map { read in
        var patient = read.patient
        patient.links = links
        return CastPatient(
          patient: patient,
          contacts: read.contacts,
          items: read.items,
          contactNames: read.contactNames,
          blockNames: read.blockNames
        )
      }
  }

  /// The item of a situation, as one of any class.
  func item(_ layers: SituationLayers, of patient: CastPatient?)
    -> ((ContentClassID) -> ContentItem)?
  {
    guard
      var reader = RecordReader(
        node(layers.item),
        as: .dryRunItem,
        owner: "this item",
        sink: values.sink
      )
    else { return nil }
    let contacts = patient.map(ItemReader.Contacts.of) ?? .noPatient
    return ItemReader(values: values, contacts: contacts).facts(&reader, id: .known("item"))
  }

  func attributes(_ layers: SituationLayers) -> Attributes {
    values.attributes(node(layers.attributes), group: .request, of: "`attributes` of `dryRun`")
  }

  /// One link of each kind that can stand as the situation says.
  ///
  /// Of the statuses the first that counts for the kind is taken; a kind that none of them counts for
  /// has no such link, and one that declares no statuses has none.
  func links(_ layers: SituationLayers, kinds: some Sequence<LogisticsKindID>) -> [Link] {
    guard let written = layers.link,
      var reader = RecordReader(
        node(written),
        as: .dryRunLink,
        owner: "this link",
        sink: values.sink
      )
    else { return [] }
    let statuses = reader.identifiers("status", as: Names.LinkStatus.self)?.map(\.value)
    let facts = LinkReader(values: values).facts(&reader)
    return kinds.compactMap { kind in
      guard let declared = policy.patientLogistics[kind] else { return nil }
      let id = LinkRef(kind.text)
      guard let statuses, !declared.counts.isEmpty else {
        return facts.link(id, kind: kind, status: .absent)
      }
      return statuses.first(where: declared.counts.contains)
        .map { facts.link(id, kind: kind, status: .known($0)) }
    }
  }

  private func node(_ entries: [DocumentNode.Entry]) -> DocumentNode {
    DocumentNode(.mapping(surroundings.filled(entries)), at: standard.range)
  }
}
