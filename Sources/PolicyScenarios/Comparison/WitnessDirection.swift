import AccessPolicy

extension SituationDifference.Witness {
  /// Which way it changes, where the outcome is the same.
  var direction: DifferenceReport.Direction {
    var directions: Set<DifferenceReport.Direction> = []
    if oldDecision.hidesExistence != decision.hidesExistence {
      directions.insert(oldDecision.hidesExistence ? .opens : .closes)
    }
    if oldDecision.demands != decision.demands {
      let isEased = decision.demands.areMet(byAllThatMeets: oldDecision.demands)
      let isTightened = oldDecision.demands.areMet(byAllThatMeets: decision.demands)
      directions.insert(isEased == isTightened ? .sameAnswer : isEased ? .opens : .closes)
    }
    return directions.count == 1 ? directions.first ?? .sameAnswer : .sameAnswer
  }
}

extension [Demand] {
  /// Whether whoever gives what others demand has given all that is demanded here, for at least as long.
  fileprivate func areMet(byAllThatMeets others: [Demand]) -> Bool {
    allSatisfy { demand in
      others.contains { other in
        other.gate == demand.gate
          && other.anyOf.allSatisfy { offer in demand.anyOf.contains { $0.takesNoMore(than: offer) }
          }
      }
    }
  }
}

extension Demand.Offer {
  /// Whether every reason that another one accepts is accepted here, and opens as much for as long.
  fileprivate func takesNoMore(than other: Self) -> Bool {
    let texts = Set(textRequiredFor)
    return rule == other.rule && scope == other.scope && lifetime >= other.lifetime
      && Set(reasons).isSuperset(of: other.reasons)
      && texts.intersection(other.reasons).isSubset(of: other.textRequiredFor)
      && (leastText <= other.leastText || texts.isDisjoint(with: other.reasons))
      && Set(obligations).isSubset(of: other.obligations)
  }
}
