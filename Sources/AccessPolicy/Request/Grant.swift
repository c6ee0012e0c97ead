/// What an accepted reason gives: for a time, one rule no longer asks again.
///
/// The engine issues it; the caller stores it and sends it with later requests. A grant opens
/// nothing by itself: it answers the one self-authorisation rule it was issued under, and only while
/// that rule still applies to the person in the same role, enterprise and purpose.
public struct Grant: Sendable, Hashable {
  /// The key under which the caller stored it; `nil` when it has just been issued.
  public var id: GrantRef?

  /// The rule that it was issued under.
  public var rule: SelfAuthorisationID

  /// Who gave the reason.
  public var staff: StaffRef

  /// Whose record; `nil` for content without a patient.
  public var patient: PatientRef?

  /// How much of it.
  public var scope: Scope

  /// The role in which the reason was given.
  public var template: TemplateID

  /// The enterprise in which the reason was given; `nil` for a unit without one.
  public var enterprise: UnitID?

  /// The purpose for which the reason was given.
  public var purpose: PurposeID

  /// The coded reason.
  public var reason: ReasonID

  /// When it was issued.
  public var from: Instant

  /// When it ends, that instant excluded.
  ///
  /// The lifetime of the rule in force is a further limit.
  public var until: Instant

  /// How much a grant covers.
  public enum Scope: Sendable, Hashable {
    /// Everything of the patient that the rule guards.
    case patient
    /// Content of one class.
    case contentClass(ContentClassID)
    /// One contact.
    case contact(ContactRef)
    /// One item.
    case item(ItemRef)
    /// Content of which a declared attribute has one value, such as that of one course of treatment.
    case attribute(AttributeID, TextRef)
  }

  /// Makes a grant as it was stored.
  public init(
    id: GrantRef? = nil,
    rule: SelfAuthorisationID,
    staff: StaffRef,
    patient: PatientRef?,
    scope: Scope,
    template: TemplateID,
    enterprise: UnitID?,
    purpose: PurposeID,
    reason: ReasonID,
    from: Instant,
    until: Instant
  ) {
    self.id = id
    self.rule = rule
    self.staff = staff
    self.patient = patient
    self.scope = scope
    self.template = template
    self.enterprise = enterprise
    self.purpose = purpose
    self.reason = reason
    self.from = from
    self.until = until
  }
}
