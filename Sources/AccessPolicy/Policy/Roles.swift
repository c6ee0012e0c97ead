/// A named set of rights, given to people through role templates.
public struct SecurityClass: Sendable, Hashable {
  /// Title, ground, place.
  public let term: Term
  /// Its grants, ordered by id.
  public let grants: [FunctionGrant]
}

/// One line of a security class: these actions on these classes.
public struct FunctionGrant: Sendable, Hashable {
  /// `security-class/grant`, stable under changes elsewhere.
  public let id: RuleID
  /// Its title or that of the security class, ground, place.
  public let term: Term
  /// What may be done.
  public let actions: Set<ActionID>
  /// To which content.
  public let contentClasses: Set<ContentClassID>
  /// The purposes it serves; `nil` for every purpose that is not declared `onlyWhereNamed`.
  public let purposes: Set<PurposeID>?
  /// When; the link is not in view.
  public let condition: Condition
  /// The self-authorisation rule it takes; `nil` for standard access.
  public let takes: SelfAuthorisationID?
  /// What comes with it.
  public let obligations: Set<ObligationID>
}

/// Rights that follow from a licence to practise.
public struct ProviderRecord: Sendable, Hashable {
  /// Title, ground, place.
  public let term: Term
  /// Its grants, ordered by id.
  public let grants: [LicenceGrant]
}

/// One line of a provider record: these clinical actions on these classes.
public struct LicenceGrant: Sendable, Hashable {
  /// `provider-record/grant`.
  public let id: RuleID
  /// Its title or that of the provider record, ground, place.
  public let term: Term
  /// What the licence permits.
  public let actions: Set<ActionID>
  /// On which content.
  public let contentClasses: Set<ContentClassID>
}

/// A role template or a subtemplate: both are bundles, and a person's rights are their union.
public struct RoleTemplate: Sendable, Hashable {
  /// Title, ground, place.
  public let term: Term
  /// The name in the system that the role is set up in.
  public let name: String?
  /// The enterprise or forum that answers for it.
  public let owner: String?
  /// Who approved it, and when; templates are approved by each enterprise.
  public let approvals: [Approval]
  /// Security classes.
  public let securityClasses: Set<SecurityClassID>
  /// Purposes of use.
  public let purposes: Set<PurposeID>
  /// Care relationships.
  public let relationships: Set<RelationshipID>
  /// Reach to content without a patient.
  public let reach: Set<ReachID>
  /// Self-authorisation rules that the role may use; none unless named.
  public let selfAuthorisation: Set<SelfAuthorisationID>
  /// Units that may be logged in to, with those beneath them.
  public let units: Set<UnitID>
  /// The least authentication level of this role.
  public let leastAuthentication: Int64?
}

/// Who approved a template.
public struct Approval: Sendable, Hashable {
  /// The enterprise or forum.
  public let by: String
  /// The day.
  public let on: CivilDate
}
