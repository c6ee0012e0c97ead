/// The units that a role lists for logging in, held to the workplace of the person who gets it.
struct LoginUnits {
  private var rules: [UnitID: Set<ProvisioningRuleID>] = [:]
  private var elsewhere: Set<UnitID> = []

  /// Every unit, in order.
  var all: [UnitID] { rules.keys.sorted() }

  /// Adds a unit that some rules bring, and whether one of them says that it may stand elsewhere.
  mutating func add(_ unit: UnitID, by rules: [ProvisioningRuleID], mayBeElsewhere: Bool) {
    self.rules[unit, default: []].formUnion(rules)
    if mayBeElsewhere { elsewhere.insert(unit) }
  }

  /// What keeps the role from being given to somebody who works at a unit.
  ///
  /// A unit above the workplace opens others beside it, so it stands elsewhere.
  func refusals(
    at workplace: UnitID?,
    _ organisation: OrganisationIndex,
    _ policy: Policy
  ) -> [ProvisioningRefusal] {
    guard let workplace, let place = policy.organisation.index(of: workplace) else {
      return [.missing(field: BuiltInAttribute.recordWorkplace.rawValue)]
    }
    var isServed = false
    var refusals: [ProvisioningRefusal] = []
    for unit in all {
      guard let index = policy.organisation.index(of: unit) else { continue }
      if organisation.isWithin(index, place) {
        isServed = true
        continue
      }
      if organisation.isWithin(place, index) { isServed = true }
      if !elsewhere.contains(unit) {
        let by = (rules[unit] ?? []).sorted()
        refusals.append(.loginUnitElsewhere(unit, workplace: workplace, by: by))
      }
    }
    return isServed ? refusals : [.noLoginUnit(workplace: workplace)] + refusals
  }
}
