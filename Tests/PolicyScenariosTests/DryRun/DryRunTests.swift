import AccessPolicy
import PolicyScenarios
import Testing

@Suite struct `A dry-run` {
  @Test func `answers in every situation what the engine answers`() throws {
    let report = try DryRunWorld.dryRun().report(try DryRunWorld.nurse())
    #expect(
      report.answers("read", "note") == [
        "plain/now": "allow", "plain/left": "allow", "plain/elsewhere": "justify",
        "plain/none": "justify",
        "own/now": "allow", "own/left": "allow", "own/elsewhere": "justify", "own/none": "justify",
        "sensitive/now": "justify", "sensitive/left": "justify", "sensitive/elsewhere": "justify",
        "sensitive/none": "justify",
        "secret/now": "deny hidden", "secret/left": "deny hidden",
        "secret/elsewhere": "deny hidden", "secret/none": "deny hidden",
        "blocked/now": "deny", "blocked/left": "deny", "blocked/elsewhere": "deny",
        "blocked/none": "deny",
      ]
    )
    #expect(report.answers("read", "report") == ["here": "allow"])
    for cell in report.cells { #expect(World.engine.decide(cell.request) == cell.decision) }
  }

  @Test func `asks for what some role may do, and for nothing else`() throws {
    let report = try DryRunWorld.dryRun().report(try DryRunWorld.nurse())
    let asked = Set(report.cells.map { "\($0.action) \($0.contentClass)" })
    #expect(
      asked == [
        "read note", "read medication", "write note", "write medication", "read report",
        "read history",
      ]
    )
    #expect(report.aboutPatients.count == 5 * 5 * 4)
  }

  @Test func `puts the holder into links, items and residence`() throws {
    let report = try DryRunWorld.dryRun().report(try DryRunWorld.nurse())
    let patient = try #require(report.cell("read", "note", "own", "now")?.request.patient)
    let stay = try #require(patient.links.first { $0.kind.text == "stay" })
    #expect(stay.unit == .known(try #require(UnitID("ward-1"))))
    #expect(stay.staff == .known("holder"))
    #expect(stay.team == .known(["holder"]))
    #expect(patient.residence == .known(try #require(UnitID("hospital-a"))))
    let elsewhere = report.cell("read", "note", "plain", "elsewhere")?.request.patient?.links.first
    #expect(elsewhere?.unit == .known(try #require(UnitID("ward-2"))))
    let content = report.cell("read", "note", "own", "now")?.request.content
    #expect(content?.author == .known("holder"))
  }

  @Test func `takes the first status that counts, and none where a kind has none`() throws {
    let report = try DryRunWorld.dryRun().report(try DryRunWorld.nurse())
    let links = try #require(report.cell("read", "note", "plain", "now")?.request.patient?.links)
    #expect(links.map(\.kind.text) == ["referral", "stay"])
    #expect(links.map(\.status) == [.absent, .known(try #require(LinkStatusID("active")))])
  }

  @Test func `has no link of a kind for which no status counts`() throws {
    let text = DryRunWorld.situations.replacing(
      "status: [active, planned]",
      with: "status: cancelled"
    )
    let report = try DryRunWorld.dryRun(text).report(try DryRunWorld.nurse())
    let links = try #require(report.cell("read", "note", "plain", "now")?.request.patient?.links)
    #expect(links.map(\.kind.text) == ["referral"])
  }

  @Test func `keeps the declared facts of the layer beneath`() throws {
    let text = DryRunWorld.situations
      .replacing(
        "own: { title: { nb: Eget, en: Own }, item: {",
        with: "own: { title: { nb: Eget, en: Own }, patient: { attributes: {} }, item: {"
      )
    let report = try DryRunWorld.dryRun(text).report(try DryRunWorld.nurse())
    let patient = try #require(report.cell("read", "note", "own", "now")?.request.patient)
    #expect(patient.attributes[try #require(AttributeID("objects"))] == .known(.boolean(false)))
  }

  @Test func `prefers the purposes of the situations that the role has`() throws {
    let report = try DryRunWorld.dryRun().report(try DryRunWorld.nurse())
    #expect(report.role.purpose?.text == "give-care")
    #expect(report.sessionGates.isEmpty)
  }

  @Test func `says that a session cannot be opened, and why`() throws {
    let refused = try DryRunWorld.nurse { $0.purpose = PurposeID("research") }
    let elsewhere = try DryRunWorld.nurse { $0.unit = UnitID("hospital-b") }
    let dryRun = try DryRunWorld.dryRun()
    #expect(dryRun.report(refused).sessionGates.map(\.gate) == [.purpose])
    #expect(dryRun.report(elsewhere).sessionGates.map(\.gate) == [.workplace])
    #expect(dryRun.report(elsewhere).cells.allSatisfy { $0.decision.outcome == .deny })
  }

  @Test func `shows a role that opens no unit as one that never logs in`() throws {
    let text = DryRunWorld.situations
    let template = try #require(TemplateID("ward-nurse"))
    let policy = try #require(
      PolicyPipeline.check([
        World.document(
          World.policyText.replacing("units: [hospital-a]", with: "units: []"),
          file: "policy.yaml"
        )
      ]).policy
    )
    let documents = [World.castText, text].enumerated()
      .map { World.document($0.element, file: "\($0.offset).yaml") }
    let read = ScenarioReader.read(documents, policy: policy)
    let standard = try #require(read.scenarios?.standardSituations, "\(read.diagnostics)")
    let report = DryRun(engine: PolicyEngine(policy), situations: standard)
      .report(DryRunHolder(template: template))
    #expect(report.role.unit == nil)
    #expect(report.sessionGates.map(\.gate) == [.workplace])
  }

  @Test func `splits the relationships, each as if it were the only one`() throws {
    let dryRun = try DryRunWorld.dryRun()
    let split = dryRun.report(try DryRunWorld.nurse(), splitsRelationships: true)
    let whole = dryRun.report(try DryRunWorld.nurse())
    #expect(
      Set(split.aboutPatients.compactMap(\.relationship?.text)) == [
        "stay-at-my-unit", "named-forever",
      ]
    )
    for cell in whole.aboutPatients {
      let parts = split.aboutPatients.filter {
        $0.action == cell.action && $0.contentClass == cell.contentClass
          && $0.content == cell.content && $0.situation == cell.situation
      }
      // One relationship is enough (law 12), and having both is never stricter (law 4).
      #expect(parts.map(\.decision.outcome).min() == cell.decision.outcome)
    }
    let left = split.aboutPatients.filter {
      $0.situation.text == "left" && $0.content?.text == "plain"
    }
    let read = left.filter { $0.action.text == "read" && $0.contentClass.text == "note" }
    #expect(
      Dictionary(uniqueKeysWithValues: read.map { ($0.relationship?.text, $0.decision.outcome) })
        == ["stay-at-my-unit": .justify, "named-forever": .allow]
    )
  }

  @Test func `names the relationships that open nothing`() throws {
    let text = DryRunWorld.situations.replacing("staff: holder, team", with: "team")
    let report = try DryRunWorld.dryRun(text).report(try DryRunWorld.nurse())
    #expect(report.relationshipsThatOpen.map(\.text) == ["stay-at-my-unit"])
    #expect(report.relationshipsThatOpenNothing.map(\.text) == ["named-forever"])
  }

  @Test func `has no block against a unit that there is not`() throws {
    let policy = World.policyText
      .replacing(
        "{ title: { nb: B, en: B }, kind: hospital, enterprise: true }",
        with: "{ title: { nb: B, en: B }, kind: hospital }"
      )
      .replacing("units: [hospital-a]", with: "units: [hospital-a, hospital-b]")
    let text = DryRunWorld.situations
      .replacing("covers: whole,", with: "covers: whole, against: { unit: holder-enterprise },")
    let dryRun = try DryRunWorld.dryRun(text, policy: policy)
    let within = dryRun.report(try DryRunWorld.nurse())
    let blocks = try #require(
      within.cell("read", "note", "blocked", "now")?.request.patient?.blocks
    )
    #expect(blocks != .known([]))
    #expect(within.answers("read", "note")["blocked/now"] == "deny")
    // A unit of no enterprise.
    let outside = dryRun.report(try DryRunWorld.nurse { $0.unit = UnitID("hospital-b") })
    #expect(outside.cell("read", "note", "blocked", "now")?.request.patient?.blocks == .known([]))
    #expect(outside.aboutPatients.count == within.aboutPatients.count)
    #expect(outside.answers("read", "note")["blocked/now"] == "allow")
  }

  @Test func `brings together what is answered alike`() throws {
    let report = try DryRunWorld.dryRun().report(try DryRunWorld.nurse())
    let table = DryRunTable(report.aboutPatients)
    let lines = table.blocks.map {
      $0.lines.map { "\($0.action): \($0.contentClasses.map(\.text))" }
    }
    #expect(
      lines.joined().sorted() == [
        #"read: ["history"]"#, #"read: ["note", "medication"]"#, #"write: ["note", "medication"]"#,
      ]
    )
    let asked = table.blocks.flatMap(\.lines).map(\.contentClasses.count).reduce(0, +)
    #expect(asked * 5 * 4 == report.aboutPatients.count)
    #expect(table.closed.isEmpty)
  }
}

@Suite struct `Two roles side by side` {
  @Test func `differ in nothing from themselves`() throws {
    let dryRun = try DryRunWorld.dryRun()
    let report = dryRun.report(try DryRunWorld.nurse())
    let comparison = DryRunComparison(report, report)
    #expect(comparison.isEmpty)
    #expect(comparison.aboutPatients.blocks.isEmpty)
    #expect(comparison.notCompared.isEmpty)
  }

  @Test func `show what differs, and only that`() throws {
    let dryRun = try DryRunWorld.dryRun()
    let with = dryRun.report(try DryRunWorld.nurse())
    let without = dryRun.report(try DryRunWorld.nurse { $0.providerRecord = nil })
    let comparison = DryRunComparison(with, without)
    #expect(Set(comparison.differences.compactMap(\.first?.action.text)) == ["write"])
    #expect(Set(comparison.differences.compactMap(\.first?.contentClass.text)) == ["note"])
    #expect(comparison.withoutPatient.blocks.isEmpty)
    let block = try #require(comparison.aboutPatients.blocks.first)
    #expect(comparison.aboutPatients.blocks.count == 1)
    // Where nobody writes, neither does differ.
    #expect(!block.rows.flatMap(\.contents).map(\.text).contains("blocked"))
    let back = DryRunComparison(without, with)
    #expect(back.differences.count == comparison.differences.count)
  }

  @Test func `stand under the situations of the first, whatever the order of the second`() throws {
    func moved(_ line: String, before other: String, in text: String) throws -> String {
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let from = try #require(lines.firstIndex { $0.contains("    \(line): {") })
      let line = lines.remove(at: from)
      lines.insert(line, at: try #require(lines.firstIndex { $0.contains("    \(other): {") }))
      return lines.joined(separator: "\n")
    }
    let turned = try moved(
      "blocked",
      before: "plain",
      in: moved("none", before: "now", in: DryRunWorld.situations)
    )
    let less = World.policyText.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.contains("history: { do: [read]") }.joined(separator: "\n")
    let first = try DryRunWorld.dryRun(policy: less).report(try DryRunWorld.nurse())
    let second = try DryRunWorld.dryRun(turned).report(try DryRunWorld.nurse())
    #expect(first.answers("read", "history").isEmpty)
    let comparison = DryRunComparison(first, second)
    let block = try #require(
      comparison.aboutPatients.blocks.first {
        $0.lines.contains { $0.contentClasses.map(\.text) == ["history"] }
      }
    )
    let row = try #require(block.rows.first { $0.contents.map(\.text).contains("plain") })
    let situations = ["now", "left", "elsewhere", "none"]
    #expect(
      row.signs.map(\.second)
        == situations.map { second.cell("read", "history", "plain", $0)?.sign }
    )
    #expect(row.signs.first?.second != row.signs.last?.second)
    #expect(row.signs.allSatisfy { $0.first == .closed })
  }

  @Test func `leave out what only one set of situations has`() throws {
    let fewer = DryRunWorld.situations.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.contains("secret: {") }.joined(separator: "\n")
    let comparison = DryRunComparison(
      try DryRunWorld.dryRun().report(try DryRunWorld.nurse()),
      try DryRunWorld.dryRun(fewer).report(try DryRunWorld.nurse())
    )
    #expect(comparison.notCompared.map(\.text) == ["secret"])
    #expect(comparison.isEmpty)
  }
}
