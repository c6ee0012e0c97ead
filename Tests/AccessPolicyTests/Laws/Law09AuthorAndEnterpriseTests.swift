import AccessPolicy
import PolicyTestSupport
import Testing

extension Laws {
  /// Who wrote an unmarked item changes nothing unless a rule says so.
  @Test func `the author is not a rule`() throws {
    var tally = Tally()
    for world in try LawWorlds.all.get() {
      let isMentioned = world.policy.mentionedFacts.contains("content.author")
      try check(world, isMentioned: isMentioned, "author", &tally) { request, dice in
        request.content.author = dice.pick([
          .known("somebody"), .known(request.session.staff), .absent, .unknown,
        ])
      }
    }
    tally.expect("another author made no difference", atLeast: 300)
    // Where a rule does say so, the same change is seen: the test can tell.
    tally.expect("a rule saw the author", atLeast: 10)
  }

  /// In which enterprise an unmarked item was written changes nothing unless a rule says so.
  @Test func `the enterprise is not a rule`() throws {
    var tally = Tally()
    for world in try LawWorlds.all.get() {
      let policy = world.policy
      let facts = policy.mentionedFacts
      let isMentioned = facts.contains("content.unit") || facts.contains("content.contactUnit")
      let unmarked = world.names.units.filter { unit in
        policy.lineage(of: unit).allSatisfy { policy.organisation[$0]?.marks.isEmpty == true }
      }
      guard !unmarked.isEmpty else { continue }
      try check(world, isMentioned: isMentioned, "enterprise", &tally) { request, dice in
        request.content.unit = .known(dice.pick(unmarked))
        if case .known(var contact) = request.content.contact {
          contact.unit = .known(dice.pick(unmarked))
          request.content.contact = .known(contact)
        }
      }
    }
    tally.expect("another enterprise made no difference", atLeast: 200)
    tally.expect("a rule saw the enterprise", atLeast: 10)
  }

  /// Decides unmarked items before and after a change; only a rule that mentions it may see it.
  private func check(
    _ world: World,
    isMentioned: Bool,
    _ what: String,
    _ tally: inout Tally,
    _ change: (inout AccessRequest, inout Dice) -> Void
  ) throws {
    var dice = Dice(seed: world.seed, 6, UInt64(world.number))
    for number in 0..<20 {
      var request = world.request(number).unmarked
      // Both requests get the change, so that units with marks do not tell them apart.
      change(&request, &dice)
      let decision = world.engine.decide(request)
      change(&request, &dice)
      let changed = world.engine.decide(request)
      guard isMentioned else {
        tally.count("another \(what) made no difference")
        guard changed != decision else { continue }
        let differences = changed.differences(from: decision)
        Issue.record("\(differences)\n\(world.report(of: request, number: number))")
        return
      }
      tally.count("a rule saw the \(what)", if: changed != decision)
    }
  }
}

extension AccessRequest {
  /// The request about an item that nobody has marked.
  fileprivate var unmarked: AccessRequest {
    var request = self
    request.content.marks = .absent
    if case .known(var contact) = content.contact {
      contact.marks = .absent
      request.content.contact = .known(contact)
    }
    return request
  }
}
