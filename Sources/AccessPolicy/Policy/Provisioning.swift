/// A rule by which a staff record gives a part of an authorisation.
///
/// Over the rules that apply to a record, exactly one gives the template, at most one gives the
/// provider record, and subtemplates add up. Anything else is an error of that record, and never a
/// wider template.
public struct ProvisioningRule: Sendable, Hashable {
  /// Title, ground, place.
  public let term: Term
  /// When; only the staff record is in view.
  public let condition: Condition
  /// The template that it gives.
  public let template: TemplateID?
  /// The subtemplates that it gives.
  public let subtemplates: Set<SubtemplateID>
  /// The provider record that it gives.
  public let providerRecord: ProviderRecordID?
  /// Whether the login units of what it gives may stand outside the workplace.
  public let givesElsewhere: Bool
}
