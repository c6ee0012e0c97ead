@testable import AccessPolicy

extension Policy {
  /// Every condition of the policy set.
  var conditions: [Condition] {
    let grants = securityClasses.flatMap(\.entry.grants).map(\.condition)
    let circles = marks.flatMap(\.entry.circle).map(\.condition)
    return grants + circles + careRelationships.map(\.entry.condition)
      + reach.map(\.entry.condition)
      + selfAuthorisation.map(\.entry.condition) + marks.compactMap(\.entry.derived)
      + marks.map(\.entry.hidesExistence) + blocks.map(\.entry.hidesExistence)
  }

  /// The names of the facts that some condition mentions, steps of units left out.
  var mentionedFacts: Set<String> {
    Set(
      conditions.flatMap(\.tests).flatMap(\.attributes).map { attribute in
        Attribute(source: attribute.source, step: nil, type: attribute.type).description
      }
    )
  }
}
