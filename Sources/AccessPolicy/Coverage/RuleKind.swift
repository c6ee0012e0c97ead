/// What kind of rule of a policy set something is; the raw value is stable.
public enum RuleKind: String, Sendable, Hashable, CaseIterable {
  /// What every session needs.
  case session
  /// A role template.
  case template
  /// A subtemplate.
  case subtemplate
  /// A purpose.
  case purpose
  /// A grant of a security class.
  case grant
  /// A grant of a provider record.
  case licence
  /// A care relationship.
  case relationship
  /// A rule for content without a patient.
  case reach
  /// A mark.
  case mark
  /// A way to be inside the circle of a mark.
  case circle
  /// A kind of block.
  case block
  /// A self-authorisation rule.
  case selfAuthorisation = "self-authorisation"
}
