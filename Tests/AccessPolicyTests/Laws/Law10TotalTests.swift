import AccessPolicy
import PolicyTestSupport
import Testing

extension Laws {
  /// Any request gets a decision, however hostile.
  @Test func `deciding is total`() throws {
    var tally = Tally()
    for world in try LawWorlds.all.get() {
      var hostility = Hostility(
        dice: Dice(seed: world.seed, 7, UInt64(world.number)),
        names: world.names
      )
      for number in 0..<25 {
        let request = hostility.twist(world.request(number))
        let decision = world.engine.decide(request)
        tally.count("\(decision.outcome)")
        guard decision.gates.count >= 8, decision.outcome == decision.gates.map(\.answer).max()
        else {
          Issue.record("no whole decision\n\(world.report(of: request, number: number))")
          return
        }
        if let until = decision.validUntil, until <= request.now.instant {
          Issue.record("valid until the past\n\(world.report(of: request, number: number))")
          return
        }
      }
    }
    tally.expect("deny", atLeast: 500)
    tally.expect("allow", atLeast: 10)
  }

  /// Nothing declared is left: the request comes from another policy set altogether.
  @Test func `a request about undeclared things is denied`() throws {
    for world in try LawWorlds.all.get() {
      let decision = world.engine.decide(Hostility.nothingDeclared)
      #expect(decision.outcome == .deny)
      #expect(decision.gates.filter { $0.answer == .deny }.count >= 5)
    }
  }

  /// Ten thousand links, grants, marks and words are only slow.
  @Test func `a huge request gets a decision`() throws {
    let world = try #require(try LawWorlds.all.get().first)
    var request = world.request(0)
    let links = request.patient?.links ?? []
    let many = (0..<2_000).map { number in
      var link = links.first ?? Link(id: "", kind: world.names.logistics[0])
      link.id = LinkRef("link-\(number)")
      return link
    }
    request.patient?.links = many
    request.justifications = (0..<2_000).map {
      Justification(reason: world.names.reasons[0], text: String(repeating: "å", count: $0 % 50))
    }
    request.content.marks = .known(Set((0..<2_000).map { MarkID("mark-\($0)")! }))
    request.session.groups = .known(Set((0..<2_000).map { GroupRef("group-\($0)") }))
    let decision = world.engine.decide(request)
    #expect(decision.outcome == .deny)
    #expect(decision.gates.filter(\.gate.isMark).count >= 2_000)
  }
}
