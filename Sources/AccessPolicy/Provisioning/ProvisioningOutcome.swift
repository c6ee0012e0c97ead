/// What a staff record gives: an authorisation, or reasons why it gives none.
///
/// There is nothing between: a record that cannot be placed gets no wider template instead.
public struct ProvisioningOutcome: Sendable, Hashable {
  /// What came of the record.
  public enum Result: Sendable, Hashable {
    /// The authorisation, and which rule gave which part of it.
    case given(RegisteredAuthorisation, ProvisioningGrounds)
    /// Every reason why there is none, at least one.
    case refused([ProvisioningRefusal])
  }

  /// The record.
  public let record: StaffRecord

  /// What came of it.
  public let result: Result

  /// The authorisation, where one is given.
  public var authorisation: RegisteredAuthorisation? {
    guard case .given(let authorisation, _) = result else { return nil }
    return authorisation
  }
}

/// Which provisioning rule gave which part of an authorisation.
public struct ProvisioningGrounds: Sendable, Hashable {
  /// The one rule that gave the template.
  public let template: ProvisioningRuleID

  /// For each subtemplate, the rules that gave it, in order.
  public let subtemplates: [SubtemplateID: [ProvisioningRuleID]]

  /// The one rule that gave the provider record; `nil` when none did.
  public let providerRecord: ProvisioningRuleID?

  /// Every rule that gave something, each once, in order.
  public var rules: [ProvisioningRuleID] {
    Set([template] + subtemplates.values.joined() + (providerRecord.map { [$0] } ?? [])).sorted()
  }
}

/// Why a staff record gives no authorisation.
public enum ProvisioningRefusal: Sendable, Hashable {
  /// A field that every record must say something of is not there.
  case missing(field: String)
  /// The organisation does not have the unit.
  case unknownUnit(field: String, UnitID)
  /// The value is not of the declared type, or not one of the declared codes.
  case wrongValue(field: String, AttributeValue, expected: ValueType)
  /// The position ends no later than it begins.
  case neverInForce(from: Instant, until: Instant)
  /// Whether the rule applies depends on fields that are not there.
  case undetermined(ProvisioningRuleID, missing: [String])
  /// No rule gives a template.
  case noTemplate
  /// More than one rule gives a template.
  case severalTemplates([ProvisioningRuleID])
  /// More than one rule gives a provider record.
  case severalProviderRecords([ProvisioningRuleID])
  /// The role lists no unit at the workplace, so nobody could log in there.
  case noLoginUnit(workplace: UnitID)
  /// The role lists a unit outside the workplace, and none of the rules that give it says so.
  case loginUnitElsewhere(UnitID, workplace: UnitID, by: [ProvisioningRuleID])
  /// Other records have the same key.
  case repeatedKey(others: [SourceRange])
}
