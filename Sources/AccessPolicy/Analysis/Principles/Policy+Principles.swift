extension Policy {
  /// The same without the statements that it is held to.
  var withoutPrinciples: Policy {
    var policy = self
    policy.principles = Catalog([:])
    return policy
  }

  /// Every condition that can tell situations apart: those of rules and of principles.
  var conditionsOfSituations: [Condition] {
    everyCondition + principles.map(\.entry.condition)
  }
}
