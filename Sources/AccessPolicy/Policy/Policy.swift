/// A checked policy set: every name resolves, every condition is typed, every part is there.
///
/// A `Policy` cannot exist unchecked: only ``PolicyPipeline`` makes one. It is a plain value; the
/// engine decides with it after ``PolicyEngine/init(_:)``.
public struct Policy: Sendable {
  /// Id, version, title and digest.
  public let identity: PolicyIdentity

  /// What a session must satisfy whatever the role.
  public let sessionRules: SessionRules

  /// The tree of enterprises, departments and wards.
  public let organisation: Catalog<Names.Unit, OrganisationUnit>

  /// Kinds of unit.
  public let unitKinds: Catalog<Names.UnitKind, Term>

  /// Actions.
  public let actions: Catalog<Names.Action, Action>

  /// Purposes of use.
  public let purposes: Catalog<Names.Purpose, Purpose>

  /// Properties that content classes share.
  public let contentTags: Catalog<Names.ContentTag, Term>

  /// Classes of content.
  public let contentClasses: Catalog<Names.ContentClass, ContentClass>

  /// Attributes that the policy set adds to the engine's own.
  public let attributes: [AttributeGroup: Catalog<Names.Attribute, DeclaredAttribute>]

  /// Security classes.
  public let securityClasses: Catalog<Names.SecurityClass, SecurityClass>

  /// Provider records.
  public let providerRecords: Catalog<Names.ProviderRecord, ProviderRecord>

  /// Role templates.
  public let templates: Catalog<Names.Template, RoleTemplate>

  /// Subtemplates.
  public let subtemplates: Catalog<Names.Subtemplate, RoleTemplate>

  /// Kinds of patient logistics.
  public let patientLogistics: Catalog<Names.LogisticsKind, LogisticsKind>

  /// What people call the statuses of patient logistics, where the policy set says it.
  public let statuses: Catalog<Names.LinkStatus, Term>

  /// Care relationships.
  public let careRelationships: Catalog<Names.Relationship, CareRelationship>

  /// Rules for content without a patient.
  public let reach: Catalog<Names.Reach, Reach>

  /// Marks.
  public let marks: Catalog<Names.Mark, Mark>

  /// Kinds of block.
  public let blocks: Catalog<Names.BlockKind, BlockKind>

  /// Self-authorisation rules.
  public let selfAuthorisation: Catalog<Names.SelfAuthorisation, SelfAuthorisation>

  /// Coded reasons.
  public let reasons: Catalog<Names.Reason, Reason>

  /// Obligations.
  public let obligations: Catalog<Names.Obligation, Term>

  /// Requirements that rules rest on.
  public let requirements: Catalog<Names.Requirement, Requirement>

  /// Rules by which staff records give authorisations.
  public let provisioning: Catalog<Names.ProvisioningRule, ProvisioningRule>

  /// How many obligations a policy set can declare, so that a verdict holds them as bits.
  static let mostObligations = 128

  /// Every status that some kind of patient logistics declares.
  public var linkStatuses: Catalog<Names.LinkStatus, Void> {
    let ids = patientLogistics.flatMap { $0.entry.counts.union($0.entry.neverCounts) }
    return Catalog(Dictionary(ids.map { ($0, ()) }, uniquingKeysWith: { first, _ in first }))
  }
}

/// Which policy set decided: what a log entry needs in order to be understood later.
public struct PolicyIdentity: Sendable, Hashable {
  /// The id of the policy set.
  public let id: PolicySetID
  /// The version that its authors gave it.
  public let version: String
  /// Its title.
  public let title: LocalizedText
  /// SHA-256 of the whole set in canonical form, in hexadecimal.
  ///
  /// Comments, the order of files and the order of keys do not count; everything else does.
  public let digest: String

  package init(id: PolicySetID, version: String, title: LocalizedText, digest: String) {
    self.id = id
    self.version = version
    self.title = title
    self.digest = digest
  }
}

/// What a session must satisfy whatever the role.
public struct SessionRules: Sendable, Hashable {
  /// The least authentication level; `nil` asks for none.
  public let leastAuthentication: Int64?
  /// Where it was written.
  public let range: SourceRange?

  package init(leastAuthentication: Int64?, range: SourceRange?) {
    self.leastAuthentication = leastAuthentication
    self.range = range
  }
}
