import AccessPolicy
import Testing

extension Laws {
  /// The relationship gate over several links answers the least of what it answers over each.
  @Test func `one link at a time is enough`() throws {
    var tally = Tally()
    try LawWorlds.check { lawCase in
      guard let links = lawCase.request.patient?.links, links.count > 1 else { return nil }
      let alone = links.compactMap { link in
        lawCase.deciding { $0.patient?.links = [link] }.answer(.relationship)
      }
      tally.count("links that answer differently", if: Set(alone).count > 1)
      return alone.min() == lawCase.decision.answer(.relationship)
        ? nil : "together is not the least"
    }
    tally.expect("links that answer differently", atLeast: 150)
  }

  /// The marks together answer the greatest of what each answers alone.
  ///
  /// Where a condition mentions marks, one mark can close the circle of another, so only policy
  /// sets whose conditions do not are tried.
  @Test func `one mark at a time is enough`() throws {
    var tally = Tally()
    for world in try LawWorlds.all.get() {
      guard world.policy.mentionedFacts.isDisjoint(with: ["content.marks", "patient.marks"]) else {
        continue
      }
      for number in 0..<30 {
        var request = world.request(number)
        let marks = world.names.marks + [Strange.id()]
        request.content.marks = .known(Set(marks))
        let together = world.engine.decide(request).markAnswer
        let alone = marks.map { mark in
          var request = request
          request.content.marks = .known([mark])
          return world.engine.decide(request).markAnswer
        }
        request.content.marks = .known(Set(world.names.marks))
        let declared = world.engine.decide(request).markAnswer
        tally.count("marks that answer differently", if: Set(alone.dropLast()).count > 1)
        guard together == alone.max(), declared == alone.dropLast().max() ?? declared else {
          Issue.record("together is not the greatest\n\(world.report(of: request, number: number))")
          return
        }
      }
    }
    tally.expect("marks that answer differently", atLeast: 40)
  }
}
