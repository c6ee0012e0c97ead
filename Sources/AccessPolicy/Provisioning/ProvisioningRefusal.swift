/// Why a staff record gives no authorisation.
public enum ProvisioningRefusal: Sendable, Hashable {
  /// A field that every record must fill is not filled.
  case missing(field: String)
  /// The organisation does not have the unit.
  case unknownUnit(field: String, UnitID)
  /// The value is not of the declared type, or not one of the declared codes.
  case wrongValue(field: String, AttributeValue, expected: ValueType)
  /// The position ends no later than it begins.
  case neverInForce(from: Instant, until: Instant)
  /// Whether these rules apply depends on fields that are not there, or are there and empty.
  case undetermined([ProvisioningRuleID], missing: [String])
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
