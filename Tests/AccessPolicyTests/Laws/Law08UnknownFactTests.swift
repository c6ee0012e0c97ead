import AccessPolicy
import PolicyTestSupport
import Testing

extension Laws {
  /// Replacing a known or absent fact by an unknown one never makes the outcome more lenient, and
  /// reveals nothing that was hidden.
  @Test func `an unknown fact never widens access`() throws {
    var tally = Tally()
    try LawWorlds.check(requests: 12) { lawCase in
      for erasure in Erasure.all(of: lawCase.request) {
        let erased = lawCase.deciding(erasure.erase)
        tally.count(
          "one fact made the outcome stricter",
          if: erased.outcome > lawCase.decision.outcome
        )
        if erased.outcome < lawCase.decision.outcome {
          return "\(erasure.fact) unknown: \(lawCase.decision.outcome) became \(erased.outcome)"
        }
        tally.count(
          "one fact hid what was shown",
          if: erased.hidesExistence && !lawCase.decision.hidesExistence
        )
        if lawCase.decision.hidesExistence, !erased.hidesExistence {
          return "\(erasure.fact) unknown revealed what was hidden"
        }
      }
      return nil
    }
    tally.expect("one fact made the outcome stricter", atLeast: 500)
    tally.expect("one fact hid what was shown", atLeast: 100)
  }

  @Test func `several unknown facts never widen access`() throws {
    var tally = Tally()
    try LawWorlds.check(requests: 25) { lawCase in
      let erasures = Erasure.all(of: lawCase.request)
      for share in [5, 20, 50, 100] {
        let group = lawCase.dice.some(erasures, percent: share)
        let erased = lawCase.deciding { request in
          for erasure in group { erasure.erase(&request) }
        }
        tally.count(
          "facts made the outcome stricter",
          if: erased.outcome > lawCase.decision.outcome
        )
        if erased.outcome < lawCase.decision.outcome {
          let facts = group.map(\.fact)
          return "\(facts) unknown: \(lawCase.decision.outcome) became \(erased.outcome)"
        }
        if lawCase.decision.hidesExistence, !erased.hidesExistence {
          return "\(group.map(\.fact)) unknown revealed what was hidden"
        }
      }
      return nil
    }
    tally.expect("facts made the outcome stricter", atLeast: 500)
  }

  /// An undeclared mark has a gate that denies; so has a set of which nobody says what it holds.
  @Test func `an unknown set of marks may hold an undeclared one`() throws {
    let policy = try TinyPolicy.policy(changing: ["marks": [:]])
    let engine = PolicyEngine(policy)
    var request = TinyPolicy.request()
    request.content.marks = .known([Strange.id()])
    let known = engine.decide(request).outcome
    request.content.marks = .unknown
    let unknown = engine.decide(request).outcome
    #expect(known == .deny)
    #expect(unknown >= known)
  }
}
