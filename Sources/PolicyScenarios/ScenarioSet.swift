public import AccessPolicy

/// The scenarios of a policy set: every case with its requests, ready to be decided.
///
/// A set is checked when it is read: every name in it is declared, every item is in the cast, and
/// every cell has an expectation. Services that embed a policy set test it with
/// `@Test(arguments: scenarios.cases)`.
public struct ScenarioSet: Sendable {
  /// The cases, in the order in which they stand in the files.
  public let cases: [Case]

  /// Every rule of the policy set that can decide a cell, ordered by kind and id.
  public let rules: [PolicyRule]

  /// The requirements that the policy set declares, in order.
  public let requirements: [RequirementID]

  /// The standard situations in which a role is shown; `nil` where the set declares none.
  public let standardSituations: StandardSituations?
}
