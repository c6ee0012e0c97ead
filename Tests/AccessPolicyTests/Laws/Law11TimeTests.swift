import AccessPolicy
import PolicyTestSupport
import Testing

extension Laws {
  /// Until `validUntil`, every part of a decision but issued grants and `validUntil` itself stays.
  @Test func `time alone changes a decision only at validUntil`() throws {
    var tally = Tally()
    try LawWorlds.check { lawCase in
      let now = lawCase.request.now
      for instant in lawCase.laterInstants {
        let later = lawCase.deciding { $0.now = now.at(instant) }
        let differences = later.withoutTimes.differences(from: lawCase.decision.withoutTimes)
        if !differences.isEmpty { return "at \(instant):\n\(differences.joined(separator: "\n"))" }
      }
      guard let until = lawCase.decision.validUntil else {
        tally.count("for ever")
        return nil
      }
      if until <= now.instant { return "valid until the past: \(until)" }
      tally.count("valid until")
      let then = lawCase.deciding { $0.now = now.at(until) }
      tally.count("changes at validUntil", if: then.withoutTimes != lawCase.decision.withoutTimes)
      tally.count("changes its outcome at validUntil", if: then.outcome != lawCase.decision.outcome)
      return nil
    }
    tally.expect("valid until", atLeast: 1000)
    tally.expect("for ever", atLeast: 100)
    tally.expect("changes at validUntil", atLeast: 300)
    tally.expect("changes its outcome at validUntil", atLeast: 30)
  }
}

extension LawCase {
  /// The next second, some instants on the way, and the last second before `validUntil`.
  fileprivate var laterInstants: [Instant] {
    let now = request.now.instant.secondsSince1970
    let end = decision.validUntil?.secondsSince1970 ?? now + 400 * 86_400
    let last = decision.validUntil == nil ? end : end - 1
    var dice = dice
    let between = (0..<2).map { _ in now + Int64(dice.below(max(1, Int(end - now)))) }
    return ([now + 1, now + (end - now) / 2, last] + between)
      .filter { $0 > now && $0 <= last }
      .map(Instant.init(secondsSince1970:))
  }
}
