import AccessPolicy

/// What a policy set declares, as plain lists: requests are written by the hundred thousand.
struct Directory: Sendable {
  let units: [UnitID]
  let actions: [ActionID]
  let purposes: [PurposeID]
  let contentClasses: [ContentClassID]
  let securityClasses: [SecurityClassID]
  let providerRecords: [(id: ProviderRecordID, grants: [LicenceGrant])]
  let templates: [TemplateID]
  let subtemplates: [SubtemplateID]
  let logistics: [LogisticsKindID]
  let statuses: [LinkStatusID]
  let relationships: [RelationshipID]
  let reach: [ReachID]
  let marks: [MarkID]
  let blocks: [BlockKindID]
  let selfAuthorisation: [SelfAuthorisationID]
  let reasons: [ReasonID]
  let attributes: [AttributeGroup: [(id: AttributeID, declared: DeclaredAttribute)]]
  /// Every unit with those above it.
  let lineages: [UnitID: Set<UnitID>]

  init(_ policy: Policy) {
    func ids<Kind, Entry>(_ catalog: Catalog<Kind, Entry>) -> [Identifier<Kind>] {
      catalog.map(\.id)
    }
    units = ids(policy.organisation)
    actions = ids(policy.actions)
    purposes = ids(policy.purposes)
    contentClasses = ids(policy.contentClasses)
    securityClasses = ids(policy.securityClasses)
    providerRecords = policy.providerRecords.map { ($0.id, $0.entry.grants) }
    templates = ids(policy.templates)
    subtemplates = ids(policy.subtemplates)
    logistics = ids(policy.patientLogistics)
    let kinds = policy.patientLogistics.map(\.entry)
    statuses = Set(kinds.flatMap { $0.counts.union($0.neverCounts) }).sorted()
    relationships = ids(policy.careRelationships)
    reach = ids(policy.reach)
    marks = ids(policy.marks)
    blocks = ids(policy.blocks)
    selfAuthorisation = ids(policy.selfAuthorisation)
    reasons = ids(policy.reasons)
    attributes = policy.attributes.mapValues { $0.map { ($0.id, $0.entry) } }
    lineages = Dictionary(
      uniqueKeysWithValues: units.map { ($0, Set(policy.lineage(of: $0))) }
    )
  }
}
