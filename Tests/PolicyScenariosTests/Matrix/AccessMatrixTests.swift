import AccessPolicy
import PolicyScenarios
import Testing

/// The matrix over the small policy set that the tests of scenarios share.
@Suite struct `Who sees what` {
  private let dryRun: DryRun
  private let scenarios: ScenarioSet

  init() throws {
    dryRun = try DryRunWorld.dryRun()
    scenarios = try World.scenarios(DryRunWorld.situations)
  }

  private func matrix(_ question: MatrixQuestion = MatrixQuestion()) throws -> AccessMatrix {
    AccessMatrix(
      dryRun,
      holders: [try DryRunWorld.nurse(), try DryRunWorld.nurse { $0.providerRecord = nil }],
      question: question
    )
  }

  @Test func `every answer is that of the dry-run`() throws {
    let every = Set(dryRun.situations.content.map(\.id))
    let matrix = try matrix(
      MatrixQuestion(actions: dryRun.policy.actions.map(\.id), content: every)
    )
    let reports = matrix.roles.map { dryRun.report($0.holder) }
    var count = 0
    for part in matrix.parts {
      for (index, contentClass) in part.contentClasses.enumerated() {
        for (role, report) in reports.enumerated() {
          let answers = part.answers(class: index, role: role)
          #expect(answers.count == part.situations.count)
          for (situation, answer) in zip(part.situations, answers) {
            let cell = try #require(
              report.cells.first {
                $0.action == part.action && $0.contentClass == contentClass
                  && $0.content == part.content?.id && $0.situation == situation.id
              }
            )
            #expect(answer.outcome == cell.decision.outcome)
            #expect(answer.hidesExistence == cell.decision.hidesExistence)
            #expect(answer.obligations == cell.decision.obligations)
            #expect(Set(answer.rules) == Set(cell.deciding.compactMap(\.rule)))
            count += 1
          }
        }
      }
    }
    #expect(count == reports.map(\.cells.count).reduce(0, +))
    #expect(count > 100)
  }

  @Test func `without a question, what writes nothing is asked, of the first kind of content`()
    throws
  {
    let matrix = try matrix()
    #expect(!matrix.parts.isEmpty)
    for part in matrix.parts {
      #expect(matrix.policy.actions[part.action]?.writes == false)
      #expect(part.content == nil || part.content?.id == dryRun.situations.content.first?.id)
    }
  }

  @Test func `a question narrows what is asked`() throws {
    let read = try #require(ActionID("read"))
    let now = try #require(SituationID("now"))
    let asked = try #require(
      try matrix().parts.first { $0.action == read && $0.content != nil }?.contentClasses.first
    )
    let matrix = try matrix(
      MatrixQuestion(actions: [read], classes: [asked], situations: [now])
    )
    #expect(matrix.parts.count == 1)
    #expect(matrix.parts.first?.contentClasses == [asked])
    #expect(matrix.parts.first?.situations.map(\.id) == [now])
  }

  @Test func `who cannot work has no column, and is named with the gate`() throws {
    let research = try #require(PurposeID("no-such-purpose"))
    let matrix = AccessMatrix(
      dryRun,
      holders: [try DryRunWorld.nurse { $0.purpose = research }, try DryRunWorld.nurse()]
    )
    #expect(matrix.roles.count == 1)
    #expect(matrix.idle.map { $0.gates.map(\.gate) } == [[.purpose]])
  }

  @Test func `every template is shown once, in the order of the policy set`() {
    let holders = MatrixHolders(scenarios, dryRun)
    let declared = dryRun.policy.templates.sorted { $0.entry.term.range < $1.entry.term.range }
    #expect(holders.usual.map(\.template) == declared.map(\.id))
    #expect(Set(holders.usual).isSubset(of: holders.all))
  }

  @Test func `of those that scenarios have, the one with the fewest subtemplates is usual`() throws
  {
    let holders = MatrixHolders(scenarios, dryRun)
    for holder in holders.usual {
      let others = holders.all.filter { $0.template == holder.template }
      #expect(others.allSatisfy { $0.subtemplates.count >= holder.subtemplates.count })
    }
    let nurse = try #require(TemplateID("ward-nurse"))
    #expect(MatrixHolders(scenarios, dryRun, templates: [nurse]).usual.map(\.template) == [nurse])
  }

  @Test func `in any situation at all, nobody is answered less than in one`() throws {
    let every = Set(dryRun.situations.content.map(\.id))
    let question = MatrixQuestion(
      actions: dryRun.policy.actions.map(\.id),
      content: every,
      asksWhatIsEver: true
    )
    let matrix = try matrix(question)
    var best: [[String]: Outcome] = [:]
    for part in matrix.parts where !part.isEver {
      for (index, contentClass) in part.contentClasses.enumerated() {
        for role in matrix.roles.indices {
          let key = [part.action.text, contentClass.text, "\(role)"]
          let least = part.answers(class: index, role: role).map(\.outcome).min() ?? .deny
          best[key] = min(best[key] ?? .deny, least)
        }
      }
    }
    var known = 0
    var more = 0
    for part in matrix.parts where part.isEver {
      for (index, contentClass) in part.contentClasses.enumerated() {
        for role in matrix.roles.indices {
          let answers = part.answers(class: index, role: role)
          #expect(answers.count == 1)
          guard let answer = answers.first, answer.isKnown,
            let shown = best.removeValue(forKey: [part.action.text, contentClass.text, "\(role)"])
          else { continue }
          known += 1
          #expect(answer.outcome <= shown, "\(part.action) \(contentClass)")
          if answer.outcome < shown { more += 1 }
        }
      }
    }
    // Each that was shown is there, and some open only outside the standard situations.
    #expect(best.isEmpty)
    #expect(known > 0 && more > 0)
  }
}
