/// Who asks, in one role at one place: a person has one active role context in a session.
public struct Session: Sendable, Hashable {
  /// The member of staff.
  public var staff: StaffRef

  /// The staff member's own patient record; `absent` when there is none.
  public var ownRecord: Fact<PatientRef>

  /// The role that the person acts in.
  public var authorisation: Authorisation

  /// The unit that the person is logged in to.
  public var unit: Fact<UnitID>

  /// What the access is for.
  public var purpose: Fact<PurposeID>

  /// How strongly the person was authenticated: 4 is the highest of the Norwegian levels.
  public var authenticationLevel: Fact<Int64>

  /// Whether the system takes no changes at present, as in planned downtime.
  public var systemIsReadOnly: Fact<Bool>

  /// Groups of patients that the person is responsible for.
  public var groups: Fact<Set<GroupRef>>

  /// Attributes of the session that the policy set declares.
  public var attributes: Attributes

  /// Makes a session.
  ///
  /// What is left out is unknown.
  public init(
    staff: StaffRef,
    ownRecord: Fact<PatientRef> = .unknown,
    authorisation: Authorisation,
    unit: Fact<UnitID> = .unknown,
    purpose: Fact<PurposeID> = .unknown,
    authenticationLevel: Fact<Int64> = .unknown,
    systemIsReadOnly: Fact<Bool> = .unknown,
    groups: Fact<Set<GroupRef>> = .unknown,
    attributes: Attributes = [:]
  ) {
    self.staff = staff
    self.ownRecord = ownRecord
    self.authorisation = authorisation
    self.unit = unit
    self.purpose = purpose
    self.authenticationLevel = authenticationLevel
    self.systemIsReadOnly = systemIsReadOnly
    self.groups = groups
    self.attributes = attributes
  }
}

/// What an entry of the authorisation register gives one person: a role, for a time.
public struct Authorisation: Sendable, Hashable {
  /// The role template.
  public var template: TemplateID

  /// Subtemplates that add to it; order means nothing.
  public var subtemplates: Set<SubtemplateID>

  /// The provider record: what the person's licence permits.
  public var providerRecord: Fact<ProviderRecordID>

  /// Whether the authorisation is in use: `known(false)` for staff who are deactivated.
  public var isActive: Fact<Bool>

  /// When it begins; `absent` when it always has been.
  public var from: Fact<Instant>

  /// When it ends, that instant excluded; `absent` when no end is set.
  public var until: Fact<Instant>

  /// Differences from the template for this person alone.
  public var deviations: [Deviation]

  /// Makes an authorisation.
  ///
  /// What is left out is unknown, and an authorisation of which nobody knows whether it is in force
  /// opens nothing.
  public init(
    template: TemplateID,
    subtemplates: Set<SubtemplateID> = [],
    providerRecord: Fact<ProviderRecordID> = .unknown,
    isActive: Fact<Bool> = .unknown,
    from: Fact<Instant> = .unknown,
    until: Fact<Instant> = .unknown,
    deviations: [Deviation]
  ) {
    self.template = template
    self.subtemplates = subtemplates
    self.providerRecord = providerRecord
    self.isActive = isActive
    self.from = from
    self.until = until
    self.deviations = deviations
  }
}

/// A difference from the role template for one person, for a time and with a reason.
///
/// What it adds counts only while it is live and has both a reason and an approver; what it removes
/// is removed unless the deviation is known not to be live.
public struct Deviation: Sendable, Hashable {
  /// The key of the deviation in the authorisation register.
  public var id: DeviationRef

  /// Rights that it adds.
  public var adds: RoleParts

  /// Rights that it removes.
  public var removes: RoleParts

  /// Why; without a reason nothing is added.
  public var reason: String

  /// Who approved it; without an approver nothing is added.
  public var approver: StaffRef?

  /// When it begins.
  public var from: Fact<Instant>

  /// When it ends, that instant excluded.
  public var until: Fact<Instant>

  /// Makes a deviation.
  public init(
    id: DeviationRef,
    adds: RoleParts = RoleParts(),
    removes: RoleParts = RoleParts(),
    reason: String,
    approver: StaffRef?,
    from: Fact<Instant>,
    until: Fact<Instant>
  ) {
    self.id = id
    self.adds = adds
    self.removes = removes
    self.reason = reason
    self.approver = approver
    self.from = from
    self.until = until
  }
}

/// The parts that a role is made of, as a deviation names them.
public struct RoleParts: Sendable, Hashable {
  /// Security classes.
  public var securityClasses: Set<SecurityClassID>

  /// Care relationships.
  public var relationships: Set<RelationshipID>

  /// Reach to content without a patient.
  public var reach: Set<ReachID>

  /// Self-authorisation rules.
  public var selfAuthorisation: Set<SelfAuthorisationID>

  /// Units that may be logged in to.
  public var units: Set<UnitID>

  /// Makes a set of parts; what is left out is empty.
  public init(
    securityClasses: Set<SecurityClassID> = [],
    relationships: Set<RelationshipID> = [],
    reach: Set<ReachID> = [],
    selfAuthorisation: Set<SelfAuthorisationID> = [],
    units: Set<UnitID> = []
  ) {
    self.securityClasses = securityClasses
    self.relationships = relationships
    self.reach = reach
    self.selfAuthorisation = selfAuthorisation
    self.units = units
  }
}
