import AccessPolicy

// The organisation, walked one unit at a time.

extension Policy {
  /// A unit and every unit above it, from below; empty for a unit that the organisation lacks.
  func lineage(of unit: UnitID) -> [UnitID] {
    var line: [UnitID] = []
    var next: UnitID? = unit
    while let id = next, let entry = organisation[id] {
      line.append(id)
      next = entry.parent
    }
    return line
  }

  /// Whether one unit of the organisation is another, or stands beneath it.
  func isWithin(_ unit: UnitID, _ upper: UnitID) -> Bool { lineage(of: unit).contains(upper) }

  /// The nearest unit at or above a unit that is an enterprise.
  func enterprise(of unit: UnitID) -> UnitID? {
    lineage(of: unit).first { organisation[$0]?.isEnterprise == true }
  }
}

extension ReferenceEvaluator {
  /// `a within b` for two facts that are units.
  func within(_ a: Fact<UnitID>, _ b: Fact<UnitID>) -> Ternary {
    guard case .known(let unit) = a, case .known(let upper) = b,
      policy.organisation[unit] != nil, policy.organisation[upper] != nil
    else { return .unknown }
    return Ternary(policy.isWithin(unit, upper))
  }

  /// The enterprise of the session's unit.
  var sessionEnterprise: Fact<UnitID> {
    switch request.session.unit {
    case .unknown: return .unknown
    case .absent: return .absent
    case .known(let unit):
      guard policy.organisation[unit] != nil else { return .unknown }
      guard let enterprise = policy.enterprise(of: unit) else { return .absent }
      return .known(enterprise)
    }
  }
}
