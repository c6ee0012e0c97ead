import AccessPolicy
import PolicyFiles
import PolicyScenarios
import Testing

/// What is written as a scenario is read back as the same request, and decided the same.
@Suite struct `Scenarios that are written` {
  private static let worlds = 12
  private static let requests = 40

  @Test(arguments: 0..<worlds)
  func `hold the requests of generated worlds`(number: Int) throws {
    let world = try World(seed: TestRun.seed, number: number)
    let drafts = (0..<Self.requests).map { index in
      let request = world.request(index)
      return ScenarioDraft(
        name: "request \(index)",
        request: request,
        outcome: world.engine.decide(request).outcome
      )
    }
    let whole = ScenarioWriter(policy: world.policy).write(drafts)
    try expectSame(whole, world)
    #expect(whole.written.count + whole.unwritten.count == drafts.count)
    for draft in drafts.prefix(10) {
      let alone = ScenarioWriter(policy: world.policy).write([draft])
      guard !alone.written.isEmpty else { continue }
      // With nothing beside it, nothing is called otherwise than in the request.
      #expect(alone.written == [draft], "\(alone.text)")
      try expectSame(alone, world)
    }
  }

  /// What stands in the way, where something does.
  private static let obstacles = [
    "is not declared by the policy set", "is beyond the calendar", "has no status",
    "has a value of another type", "which it does not list", "which is no declared text",
    "and there is no patient", "is held where there is no", "whether it is effectuated",
  ]

  @Test func `hold everything but names and points in time that there are not`() throws {
    var written = 0
    for number in 0..<Self.worlds {
      let world = try World(seed: TestRun.seed, number: number)
      for index in 0..<Self.requests {
        let draft = ScenarioDraft(name: "one", request: world.request(index), outcome: .deny)
        let text = ScenarioWriter(policy: world.policy).write([draft])
        written += text.written.count
        for reason in text.unwritten.flatMap(\.reasons) {
          #expect(Self.obstacles.contains { reason.contains($0) }, "\(reason)")
        }
      }
    }
    #expect(written > Self.worlds * Self.requests / 4)
  }

  @Test func `say what they cannot hold`() throws {
    let world = try World(seed: TestRun.seed, number: 0)
    let draft = ScenarioDraft(name: "stranger", request: Hostility.nothingDeclared, outcome: .deny)
    let text = ScenarioWriter(policy: world.policy).write([draft])
    #expect(text.written.isEmpty)
    let reasons = try #require(text.unwritten.first?.reasons)
    #expect(reasons.contains { $0.contains("role template") })
    #expect(reasons.contains { $0.contains("is not declared by the policy set") })
  }

  private func expectSame(_ text: ScenarioText, _ world: World) throws {
    guard !text.written.isEmpty else { return }
    let read = YAMLReader.document(text.text, file: "written.yaml")
    #expect(read.diagnostics.isEmpty, "\(read.diagnostics)\n\(text.text)")
    let scenarios = ScenarioReader.read([read.document], policy: world.policy)
    #expect(scenarios.diagnostics.isEmpty, "\(scenarios.diagnostics)\n\(text.text)")
    let cells = try #require(scenarios.scenarios).cases.flatMap(\.cells)
    try #require(cells.count == text.written.count)
    for (cell, draft) in zip(cells, text.written) {
      #expect(cell.request == draft.request.spelledOut(world.policy), "\(draft.name)\n\(text.text)")
      #expect(cell.expectation.outcome == draft.outcome)
      #expect(world.engine.decide(cell.request).outcome == draft.outcome, "\(draft.name)")
    }
  }
}

extension AccessRequest {
  /// The request with an unknown value for every declared attribute that it leaves out, which is the
  /// same.
  func spelledOut(_ policy: Policy) -> AccessRequest {
    func filled(_ attributes: Attributes, _ group: AttributeGroup) -> Attributes {
      var attributes = attributes
      for (id, _) in policy.attributes[group] ?? Catalog([:]) where attributes[id] == nil {
        attributes[id] = .unknown
      }
      return attributes
    }
    var request = self
    request.attributes = filled(attributes, .request)
    request.session.attributes = filled(session.attributes, .session)
    request.content.attributes = filled(content.attributes, .content)
    if var patient = request.patient {
      patient.attributes = filled(patient.attributes, .patient)
      for index in patient.links.indices {
        patient.links[index].attributes = filled(patient.links[index].attributes, .link)
      }
      request.patient = patient
    }
    return request
  }
}
