/// A named set of rights, given to people through role templates.
public struct SecurityClass: Sendable, Hashable {
  /// Title, ground, place.
  public internal(set) var term: Term
  /// Its grants, ordered by id.
  public internal(set) var grants: [FunctionGrant]
}

/// One line of a security class: these actions on these classes.
public struct FunctionGrant: Sendable, Hashable {
  /// `security-class/grant`, stable under changes elsewhere.
  public internal(set) var id: RuleID
  /// Its title or that of the security class, ground, place.
  public internal(set) var term: Term
  /// What may be done.
  public internal(set) var actions: Set<ActionID>
  /// To which content.
  public internal(set) var contentClasses: Set<ContentClassID>
  /// The purposes it serves; `nil` for every purpose that is not declared `onlyWhereNamed`.
  public internal(set) var purposes: Set<PurposeID>?
  /// When; the link is not in view.
  public internal(set) var condition: Condition
  /// The self-authorisation rule it takes; `nil` for standard access.
  public internal(set) var takes: SelfAuthorisationID?
  /// What comes with it.
  public internal(set) var obligations: Set<ObligationID>
}

/// Rights that follow from a licence to practise.
public struct ProviderRecord: Sendable, Hashable {
  /// Title, ground, place.
  public internal(set) var term: Term
  /// Its grants, ordered by id.
  public internal(set) var grants: [LicenceGrant]
}

/// One line of a provider record: these clinical actions on these classes.
public struct LicenceGrant: Sendable, Hashable {
  /// `provider-record/grant`.
  public internal(set) var id: RuleID
  /// Its title or that of the provider record, ground, place.
  public internal(set) var term: Term
  /// What the licence permits.
  public internal(set) var actions: Set<ActionID>
  /// On which content.
  public internal(set) var contentClasses: Set<ContentClassID>
}

/// A role template or a subtemplate: both are bundles, and a person's rights are their union.
public struct RoleTemplate: Sendable, Hashable {
  /// Title, ground, place.
  public internal(set) var term: Term
  /// The name in the system that the role is set up in.
  public internal(set) var name: String?
  /// The enterprise or forum that answers for it.
  public internal(set) var owner: String?
  /// Who approved it, and when; templates are approved by each enterprise.
  public internal(set) var approvals: [Approval]
  /// Security classes.
  public internal(set) var securityClasses: Set<SecurityClassID>
  /// Purposes of use.
  public internal(set) var purposes: Set<PurposeID>
  /// Care relationships.
  public internal(set) var relationships: Set<RelationshipID>
  /// Reach to content without a patient.
  public internal(set) var reach: Set<ReachID>
  /// Self-authorisation rules that the role may use; none unless named.
  public internal(set) var selfAuthorisation: Set<SelfAuthorisationID>
  /// Units that may be logged in to, with those beneath them.
  public internal(set) var units: Set<UnitID>
  /// The least authentication level of this role.
  public internal(set) var leastAuthentication: Int64?
}

/// Who approved a template.
public struct Approval: Sendable, Hashable {
  /// The enterprise or forum.
  public let by: String
  /// The day.
  public let on: CivilDate
}
