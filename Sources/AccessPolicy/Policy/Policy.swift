/// A checked policy set: every name resolves, every condition is typed, every part is there.
///
/// A `Policy` cannot exist unchecked: only ``PolicyPipeline`` makes one. It is a plain value; the
/// engine decides with it after ``PolicyEngine/init(_:)``.
public struct Policy: Sendable {
  /// Id, version, title and digest.
  public internal(set) var identity: PolicyIdentity

  /// What a session must satisfy whatever the role.
  public internal(set) var sessionRules: SessionRules

  /// The tree of enterprises, departments and wards.
  public internal(set) var organisation: Catalog<Names.Unit, OrganisationUnit>

  /// Kinds of unit.
  public internal(set) var unitKinds: Catalog<Names.UnitKind, Term>

  /// Actions.
  public internal(set) var actions: Catalog<Names.Action, Action>

  /// Purposes of use.
  public internal(set) var purposes: Catalog<Names.Purpose, Purpose>

  /// Properties that content classes share.
  public internal(set) var contentTags: Catalog<Names.ContentTag, Term>

  /// Classes of content.
  public internal(set) var contentClasses: Catalog<Names.ContentClass, ContentClass>

  /// Attributes that the policy set adds to the engine's own.
  public internal(set) var attributes: [AttributeGroup: Catalog<Names.Attribute, DeclaredAttribute>]

  /// Security classes.
  public internal(set) var securityClasses: Catalog<Names.SecurityClass, SecurityClass>

  /// Provider records.
  public internal(set) var providerRecords: Catalog<Names.ProviderRecord, ProviderRecord>

  /// Role templates.
  public internal(set) var templates: Catalog<Names.Template, RoleTemplate>

  /// Subtemplates.
  public internal(set) var subtemplates: Catalog<Names.Subtemplate, RoleTemplate>

  /// Kinds of patient logistics.
  public internal(set) var patientLogistics: Catalog<Names.LogisticsKind, LogisticsKind>

  /// What people call the statuses of patient logistics, where the policy set says it.
  public internal(set) var statuses: Catalog<Names.LinkStatus, Term>

  /// Care relationships.
  public internal(set) var careRelationships: Catalog<Names.Relationship, CareRelationship>

  /// Rules for content without a patient.
  public internal(set) var reach: Catalog<Names.Reach, Reach>

  /// Marks.
  public internal(set) var marks: Catalog<Names.Mark, Mark>

  /// Kinds of block.
  public internal(set) var blocks: Catalog<Names.BlockKind, BlockKind>

  /// Self-authorisation rules.
  public internal(set) var selfAuthorisation: Catalog<Names.SelfAuthorisation, SelfAuthorisation>

  /// Coded reasons.
  public internal(set) var reasons: Catalog<Names.Reason, Reason>

  /// Obligations.
  public internal(set) var obligations: Catalog<Names.Obligation, Term>

  /// Requirements that rules rest on.
  public internal(set) var requirements: Catalog<Names.Requirement, Requirement>

  /// Rules by which staff records give authorisations.
  public internal(set) var provisioning: Catalog<Names.ProvisioningRule, ProvisioningRule>

  /// Statements that the policy set is held to; no decision depends on them.
  public internal(set) var principles: Catalog<Names.Principle, Principle>

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

  /// The id, the version and the beginning of the digest, for people.
  package var brief: String { "\(id) \(version) (\(digest.prefix(12)))" }
}

/// What a session must satisfy whatever the role.
public struct SessionRules: Sendable, Hashable {
  /// The least authentication level; `nil` asks for none.
  public internal(set) var leastAuthentication: Int64?
  /// Where it was written.
  public internal(set) var range: SourceRange?

  package init(leastAuthentication: Int64?, range: SourceRange?) {
    self.leastAuthentication = leastAuthentication
    self.range = range
  }
}
