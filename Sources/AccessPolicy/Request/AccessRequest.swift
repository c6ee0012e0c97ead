/// One question to the engine: whether this person may do this to this content, now.
///
/// A request carries all that the decision rests on, so the same request always gets the same
/// decision. What it does not say is unknown, and unknown facts never widen access.
public struct AccessRequest: Sendable, Hashable {
  /// The time of the request; the engine reads no clock.
  public var now: Moment

  /// Who asks, in which role, where and for what purpose.
  public var session: Session

  /// What the person wants to do.
  public var action: ActionID

  /// What the person wants to do it to.
  public var content: ContentItem

  /// Whose content it is; `nil` for content without a patient, such as a capacity report.
  public var patient: Patient?

  /// Reasons that the person has given for this request.
  public var justifications: [Justification]

  /// Grants that earlier self-authorisations issued and the caller stored.
  public var grants: [Grant]

  /// Attributes of the request that the policy set declares; one that is missing is unknown.
  public var attributes: Attributes

  /// Makes a request.
  public init(
    now: Moment,
    session: Session,
    action: ActionID,
    content: ContentItem,
    patient: Patient?,
    justifications: [Justification] = [],
    grants: [Grant] = [],
    attributes: Attributes = [:]
  ) {
    self.now = now
    self.session = session
    self.action = action
    self.content = content
    self.patient = patient
    self.justifications = justifications
    self.grants = grants
    self.attributes = attributes
  }
}

/// A reason that the person gave for going beyond standard access.
public struct Justification: Sendable, Hashable {
  /// The coded reason.
  public var reason: ReasonID

  /// Why the information is needed, in the person's own words.
  public var text: String

  /// The self-authorisation rule it is meant for; `nil` for every rule that accepts the reason.
  public var rule: SelfAuthorisationID?

  /// Makes a justification.
  public init(reason: ReasonID, text: String, rule: SelfAuthorisationID? = nil) {
    self.reason = reason
    self.text = text
    self.rule = rule
  }
}
