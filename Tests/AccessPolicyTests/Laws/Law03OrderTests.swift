import AccessPolicy
import PolicyTestSupport
import Testing

extension Laws {
  /// The order of links, marks, blocks, grants and justifications changes no part of the decision.
  @Test func `order changes nothing in a request`() throws {
    var tally = Tally()
    try LawWorlds.check { lawCase in
      var dice = lawCase.dice
      for _ in 0..<3 {
        let decision = lawCase.deciding { $0.shuffle(&dice) }
        let differences = decision.differences(from: lawCase.decision)
        if !differences.isEmpty { return differences.joined(separator: "\n") }
      }
      tally.count("several links", if: lawCase.request.patient?.links.count ?? 0 > 1)
      tally.count("several grants", if: lawCase.request.grants.count > 1)
      tally.count("several justifications", if: lawCase.request.justifications.count > 1)
      tally.count("several blocks", if: lawCase.request.patient?.blocks.value?.count ?? 0 > 1)
      return nil
    }
    tally.expect("several links", atLeast: 300)
    tally.expect("several grants", atLeast: 100)
    tally.expect("several justifications", atLeast: 100)
    tally.expect("several blocks", atLeast: 50)
  }

  /// Nor does it where links share their key, and grants, blocks and deviations theirs.
  @Test func `order changes nothing among things that share a key`() throws {
    var tally = Tally()
    try LawWorlds.check { lawCase in
      var dice = lawCase.dice
      var request = lawCase.request
      request.shareKeys()
      let expected = lawCase.world.engine.decide(request)
      tally.count("a link decides", if: expected.gates.contains { $0.basis == .link("same") })
      for _ in 0..<3 {
        var shuffled = request
        shuffled.shuffle(&dice)
        let differences = lawCase.world.engine.decide(shuffled).differences(from: expected)
        if !differences.isEmpty { return differences.joined(separator: "\n") }
      }
      return nil
    }
    tally.expect("a link decides", atLeast: 100)
  }

  /// The order of files and keys changes nothing, and spreading a section over files neither.
  @Test func `order changes nothing in files and keys`() throws {
    try expectSameDecisions { world, dice in
      let documents = world.sections.flatMap { section in
        section.body.spread(&dice).map {
          World.Section(name: section.name, body: $0.shufflingKeys(&dice))
        }
      }
      let shuffled = try world.changing { $0 = dice.shuffled(documents) }
      #expect(shuffled.policy.identity == world.policy.identity)
      return shuffled
    }
  }

  /// The order of rules, and of whatever else is listed, changes nothing.
  @Test func `order changes nothing in lists`() throws {
    try expectSameDecisions { world, dice in
      try world.changing { sections in
        for index in sections.indices {
          sections[index].body = sections[index].body.shufflingLists(&dice)
        }
      }
    }
  }

  private func expectSameDecisions(_ change: (World, inout Dice) throws -> World) throws {
    for world in try LawWorlds.all.get() {
      var dice = Dice(seed: world.seed, 4, UInt64(world.number))
      let changed = try change(world, &dice)
      for number in 0..<15 {
        let request = world.request(number)
        let differences = changed.engine.decide(request).withoutPlaces
          .differences(from: world.engine.decide(request).withoutPlaces)
        guard !differences.isEmpty else { continue }
        Issue.record(
          "\(differences)\n\(world.report(of: request, number: number))\n\(changed.yaml)"
        )
        return
      }
    }
  }
}

extension AccessRequest {
  /// Puts everything that stands in a list in another order.
  mutating func shuffle(_ dice: inout Dice) {
    grants = dice.shuffled(grants)
    justifications = dice.shuffled(justifications)
    session.authorisation.deviations = dice.shuffled(session.authorisation.deviations)
    guard let patient else { return }
    self.patient?.links = dice.shuffled(patient.links)
    if case .known(let blocks) = patient.blocks {
      self.patient?.blocks = .known(dice.shuffled(blocks))
    }
  }

  /// Gives all links one key, all grants one, and so on.
  fileprivate mutating func shareKeys() {
    for index in grants.indices { grants[index].id = "same" }
    for index in session.authorisation.deviations.indices {
      session.authorisation.deviations[index].id = "same"
    }
    guard var patient else { return }
    for index in patient.links.indices { patient.links[index].id = "same" }
    if case .known(var blocks) = patient.blocks {
      for index in blocks.indices { blocks[index].id = "same" }
      patient.blocks = .known(blocks)
    }
    self.patient = patient
  }
}

extension Tree {
  /// The tree with the keys of every mapping in another order.
  fileprivate func shufflingKeys(_ dice: inout Dice) -> Tree {
    switch self {
    case .text: return self
    case .list(let items): return .list(items.map { $0.shufflingKeys(&dice) })
    case .keys(let keys):
      let keys = dice.shuffled(keys)
      return .keys(keys.map { Entry(name: $0.name, value: $0.value.shufflingKeys(&dice)) })
    }
  }

  /// The tree with the items of every list in another order.
  fileprivate func shufflingLists(_ dice: inout Dice) -> Tree {
    switch self {
    case .text: return self
    case .list(let items): return .list(dice.shuffled(items.map { $0.shufflingLists(&dice) }))
    case .keys(let keys):
      return .keys(keys.map { Entry(name: $0.name, value: $0.value.shufflingLists(&dice)) })
    }
  }

  /// The same section in one file or in two; the header of a policy set cannot be divided.
  fileprivate func spread(_ dice: inout Dice) -> [Tree] {
    let isHeader = self["version"] != nil || self["leastAuthentication"] != nil
    guard keys.count > 1, !isHeader, dice.percent(50) else { return [self] }
    let middle = dice.number(1...keys.count - 1)
    return [.keys(Array(keys[..<middle])), .keys(Array(keys[middle...]))]
  }
}
