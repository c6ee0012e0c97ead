import AccessPolicy
import PolicyTestSupport
import Testing

/// What would have had to be otherwise, over generated worlds.
@Suite struct `The nearest changes` {
  @Test func `give another outcome, by the engine and by the reference evaluator`() throws {
    var tally = Tally()
    try check { lawCase, audience in
      let changes = lawCase.world.engine.nearestChanges(of: lawCase.request, for: audience)
      if Set(changes.changes.map(\.steps.count)).count > 1 { return "single changes beside pairs" }
      for change in changes.changes {
        for step in change.steps where change.steps.count == 2 {
          let alone = lawCase.world.engine.decide(step.applied(to: lawCase.request))
          if alone.outcome < lawCase.decision.outcome { return "\(step) suffices alone" }
        }
        let changed = change.steps.reduce(lawCase.request) { $1.applied(to: $0) }
        if changed != change.request { return "\(change.steps): is another request" }
        if change.outcome == lawCase.decision.outcome { return "\(change.steps): changes nothing" }
        if lawCase.decision.outcome != .allow, change.outcome > lawCase.decision.outcome {
          return "\(change.steps): makes it stricter"
        }
        for decision in [
          lawCase.world.engine.decide(changed),
          ReferenceEvaluator.decide(changed, by: lawCase.world.policy),
        ] where decision.outcome != change.outcome {
          return "\(change.steps): \(decision.outcome), not \(change.outcome)"
        }
        for step in change.steps { tally.count(step.name) }
        tally.count("pair", if: change.steps.count == 2)
        tally.count("closes", if: lawCase.decision.outcome == .allow)
      }
      return nil
    }
    for step in [
      "reason", "withoutReasons", "unit", "purpose", "from", "before", "systemTakesChanges",
      "withoutLink", "link", "subtemplate", "withoutSubtemplate", "providerRecord",
      "activeAuthorisation", "withoutMark", "withoutBlock", "pair", "closes",
    ] {
      tally.expect(step, atLeast: 1)
    }
  }

  /// Time forward: what `validUntil` leads to is the first instant at which the outcome is another.
  @Test func `say to the second when an access ends and when it began`() throws {
    var tally = Tally()
    try LawWorlds.check(requests: 12) { lawCase in
      guard lawCase.decision.outcome == .allow else { return nil }
      let engine = lawCase.world.engine
      let changes = engine.nearestChanges(of: lawCase.request, for: .auditor)
      for case .some(let edge) in changes.changes.map(\.timeStep) {
        let now = lawCase.request.now
        let (outside, inside) =
          edge.isLater
          ? (edge.instant, edge.instant - TimeSpan(seconds: 1))
          : (edge.instant - TimeSpan(seconds: 1), edge.instant)
        if lawCase.deciding({ $0.now = now.at(outside) }).outcome == .allow {
          return "\(edge): still allowed"
        }
        if lawCase.deciding({ $0.now = now.at(inside) }).outcome != .allow {
          return "\(edge): not allowed just inside"
        }
        tally.count(edge.isLater ? "ends" : "began")
      }
      return nil
    }
    tally.expect("ends", atLeast: 5)
    tally.expect("began", atLeast: 5)
  }

  /// Non-interference: of hidden content staff read the same, whatever it is and whatever hides it.
  @Test func `of what is hidden are none for staff`() throws {
    var tally = Tally()
    var read: Set<[String]> = []
    try LawWorlds.check { lawCase in
      guard lawCase.decision.hidesExistence else { return nil }
      let changes = lawCase.world.engine.nearestChanges(of: lawCase.request, for: .staff)
      tally.count("hidden")
      for language in Language.allCases {
        let text = ExplanationText(
          lawCase.world.engine.explain(lawCase.request),
          changes: changes,
          policy: lawCase.world.policy,
          language: language
        )
        read.insert(text.lines(for: .staff))
      }
      return changes.changes.isEmpty ? nil : "\(changes.changes.map(\.steps))"
    }
    // Whatever is hidden, and whyever: one sentence, in two languages.
    #expect(read == [["Fant ikke noe å vise."], ["Nothing to show."]])
    tally.expect("hidden", atLeast: 200)
  }

  /// A block that begins later, or has ended, is not to be noticed: nothing that staff read of an access that
  /// stands depends on it.
  @Test func `do not tell staff of blocks to come`() throws {
    var tally = Tally()
    try LawWorlds.check(requests: 12) { lawCase in
      guard lawCase.decision.outcome == .allow, lawCase.request.patient != nil,
        let kind = lawCase.world.policy.blocks.first?.id
      else { return nil }
      let now = lawCase.request.now.instant
      var other = lawCase.request
      let block = Block(
        id: "to-come",
        kind: kind,
        coverage: .absent,
        entriesFrom: .absent,
        against: .absent,
        from: .known(now + .hours(1)),
        until: .absent,
        effectuated: .known(true)
      )
      let blocks = other.patient?.blocks.value ?? []
      other.patient?.blocks = .known(blocks + [block])
      let engine = lawCase.world.engine
      guard engine.decide(other).outcome == .allow else { return nil }
      tally.count("blocks to come")
      let (a, b) = (
        engine.nearestChanges(of: lawCase.request, for: .staff).changes.compactMap(\.timeStep),
        engine.nearestChanges(of: other, for: .staff).changes.compactMap(\.timeStep)
      )
      tally.count("ends", if: a.contains(where: \.isLater))
      return a == b ? nil : "\(a) and \(b)"
    }
    tally.expect("blocks to come", atLeast: 20)
    tally.expect("ends", atLeast: 3)
  }

  /// Any request has its nearest changes, however hostile, and each is another outcome.
  @Test func `are looked for in any request`() throws {
    var tally = Tally()
    for world in try LawWorlds.all.get() {
      var hostility = Hostility(
        dice: Dice(seed: world.seed, 8, UInt64(world.number)),
        names: world.names
      )
      for number in 0..<2 {
        let request = hostility.twist(world.request(number))
        let outcome = world.engine.decide(request).outcome
        let changes = world.engine.nearestChanges(of: request, for: .auditor).changes
        tally.count("changes", if: !changes.isEmpty)
        #expect(changes.allSatisfy { $0.outcome != outcome })
      }
    }
    tally.expect("changes", atLeast: 20)
  }

  /// Some requests of every world, for both audiences: a search takes some hundred decisions.
  private func check(_ law: (inout LawCase, Audience) throws -> String?) throws {
    try LawWorlds.check(requests: 5) { lawCase in
      for audience in Audience.allCases {
        if let breach = try law(&lawCase, audience) { return "\(audience): \(breach)" }
      }
      return nil
    }
  }
}

/// An edge of an access in time.
private struct TimeEdge: Hashable {
  let instant: Instant
  let isLater: Bool
}

extension NearestChange {
  fileprivate var timeStep: TimeEdge? {
    guard steps.count == 1 else { return nil }
    switch steps[0] {
    case .from(let instant): return TimeEdge(instant: instant, isLater: true)
    case .before(let instant): return TimeEdge(instant: instant, isLater: false)
    default: return nil
    }
  }
}

extension ChangeStep {
  fileprivate var name: String { String("\(self)".prefix { $0 != "(" }) }
}
