@testable import AccessPolicy
import PolicyTestSupport
import Testing

/// What earlier questions have taught answers later ones, and changes no answer.
@Suite struct `Answers that are known` {
  @Test func `literals that clash are seen among others, and nowhere else`() {
    let literals = (0..<6).map { Literal(variable: $0) }
    var clashes = KnownClashes()
    clashes.insert([literals[1], literals[4].opposite])
    clashes.insert([literals[2]])
    clashes.insert([])
    #expect(clashes.areAmong([literals[0], literals[1], literals[4].opposite]))
    #expect(clashes.areAmong([literals[2]]))
    #expect(!clashes.areAmong([literals[0], literals[1], literals[4]]))
    #expect(!clashes.areAmong([literals[4].opposite, literals[2].opposite]))
    #expect(!clashes.areAmong([]))
  }

  @Test(arguments: 0..<6) func `answer as a search does that knows nothing`(number: Int) throws {
    let world = try World(seed: TestRun.seed, number: 6_100_000 + number)
    let search = SituationSearch([world.policy])
    var dice = Dice(seed: TestRun.seed, 79, UInt64(number))
    var answers: Set<Bool> = []
    for _ in 0..<60 {
      guard let template = dice.pickAny(world.policy.templates.map(\.id)),
        let action = dice.pickAny(world.policy.actions.map(\.id)),
        let contentClass = dice.pickAny(world.policy.contentClasses.map(\.id))
      else { return }
      let cell = SituationCell(template: template, action: action, contentClass: contentClass)
      // Some gates open, and others not.
      let goals = search.gates(cell, 0).filter { _ in dice.percent(60) }.map { gate in
        GoalSearch.Goal(gate.allows, dice.percent(70) ? .yes : [.no, .unknown])
      }
      let isMet = search.goalSearch.mayMeet(goals)
      if case .none = GoalSearch(search.space).find(goals, isPlain: false) {
        #expect(!isMet, "\(cell)")
      } else {
        #expect(isMet, "\(cell)")
      }
      answers.insert(isMet)
    }
    #expect(answers == [true, false])
  }
}
