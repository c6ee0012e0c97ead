import AccessPolicy
import PolicyTestSupport
import Testing

/// What staff read of an explanation depends on nothing that is not theirs to know.
@Suite struct `What staff are told` {
  /// Logistics of kinds that no care relationship takes at the units at hand: it ties the patient to others.
  @Test func `does not depend on how others are tied to the patient`() throws {
    var tally = Tally()
    try LawWorlds.check(requests: 12) { lawCase in
      guard lawCase.decision.outcome == .deny, !lawCase.decision.hidesExistence,
        lawCase.request.patient != nil
      else { return nil }
      let engine = lawCase.world.engine
      var other = lawCase.request
      for kind in lawCase.world.policy.patientLogistics {
        other.patient?.links.append(
          Link(
            id: LinkRef("of-others-\(kind.id)"),
            kind: kind.id,
            status: .absent,
            unit: .absent,
            staff: .known("somebody-else"),
            team: .known(["somebody-else"]),
            group: .known("of-others"),
            starts: .known(lawCase.request.now.instant - .days(20_000)),
            ends: .known(lawCase.request.now.instant - .days(19_999))
          )
        )
      }
      // Where the links make a difference to the decision, they are the reader's own by some rule.
      guard engine.decide(other).gates == lawCase.decision.gates else { return nil }
      // What the reader would see elsewhere, or for another purpose of the role, is hers to find out.
      let own = [lawCase.request, other].flatMap {
        engine.nearestChanges(of: $0, for: .staff).changes.flatMap(\.steps)
      }
      guard !own.contains(where: \.isOwnDoing) else { return nil }
      tally.count("denied beside others' links")
      let (a, b) = (read(lawCase.request, engine), read(other, engine))
      return a == b ? nil : "\(a)\n\(b)"
    }
    tally.expect("denied beside others' links", atLeast: 30)
  }

  /// A block that ended, or is still to begin, against somebody else or everybody.
  @Test func `does not depend on blocks that are not in force`() throws {
    var tally = Tally()
    try LawWorlds.check(requests: 12) { lawCase in
      guard lawCase.decision.outcome == .allow, lawCase.request.patient != nil,
        let kind = lawCase.world.policy.blocks.first?.id
      else { return nil }
      let engine = lawCase.world.engine
      let now = lawCase.request.now.instant
      var other = lawCase.request
      var blocks = other.patient?.blocks.value ?? []
      for (id, from, until) in [
        (BlockRef("over"), now - .days(9), now - .days(8)),
        (BlockRef("to-come"), now + .hours(1), now + .days(9)),
      ] {
        blocks.append(
          Block(
            id: id,
            kind: kind,
            coverage: .absent,
            entriesFrom: .absent,
            against: .absent,
            from: .known(from),
            until: .known(until),
            effectuated: .known(true)
          )
        )
      }
      other.patient?.blocks = .known(blocks)
      guard engine.decide(other).outcome == .allow else { return nil }
      tally.count("allowed beside blocks")
      let (a, b) = (read(lawCase.request, engine), read(other, engine))
      return a == b ? nil : "\(a)\n\(b)"
    }
    tally.expect("allowed beside blocks", atLeast: 20)
  }

  private func read(_ request: AccessRequest, _ engine: PolicyEngine) -> [String] {
    ExplanationText(
      engine.explain(request),
      changes: engine.nearestChanges(of: request, for: .staff),
      policy: engine.policy,
      language: .en
    ).lines(for: .staff)
  }
}

extension ChangeStep {
  fileprivate var isOwnDoing: Bool {
    switch self {
    case .unit, .purpose: true
    default: false
    }
  }
}
