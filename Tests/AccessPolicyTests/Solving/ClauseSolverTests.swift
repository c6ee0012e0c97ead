@testable import AccessPolicy
import Testing

@Suite struct `Clauses` {
  /// Random clauses over a few variables, some of which are a group, with assumptions.
  struct Puzzle {
    var count = 0
    var group: [Int] = []
    var clauses: [[Int]] = []
    var questions: [[Int]] = []

    init(_ random: inout SplitMix) {
      count = 4 + random.below(8)
      group = (0..<random.below(min(6, count))).map { $0 }
      func literal() -> Int {
        let variable = random.below(count)
        return random.below(2) == 0 ? variable + 1 : -(variable + 1)
      }
      clauses = (0..<random.below(count * 5)).map { _ in
        (0..<(1 + random.below(4))).map { _ in literal() }
      }
      questions = (0..<4).map { _ in (0..<random.below(4)).map { _ in literal() } }
    }

    func isMet(_ values: Int, _ assumptions: [Int]) -> Bool {
      func isTrue(_ literal: Int) -> Bool {
        (values >> (abs(literal) - 1) & 1 == 1) == (literal > 0)
      }
      return clauses.allSatisfy { $0.contains(where: isTrue) } && assumptions.allSatisfy(isTrue)
        && group.filter { values >> $0 & 1 == 1 }.count <= 1
    }
  }

  /// Numbers that look random, the same in every run.
  struct SplitMix {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
      guard bound > 0 else { return 0 }
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
      return Int((mixed ^ mixed >> 31) % UInt64(bound))
    }
  }

  @Test func `are met exactly where some values meet them, question after question`() {
    var random = SplitMix(state: 7)
    var answers: [Bool: Int] = [:]
    var shorter = 0
    for number in 0..<3_000 {
      let puzzle = Puzzle(&random)
      var solver = ClauseSolver()
      let variables = (0..<puzzle.count).map { _ in solver.variable(plain: random.below(2) == 0) }
      func literal(_ code: Int) -> Literal {
        code > 0 ? variables[code - 1] : variables[-code - 1].opposite
      }
      solver.addGroup(puzzle.group.map { variables[$0] })
      for clause in puzzle.clauses { solver.add(clause.map(literal)) }
      for question in puzzle.questions {
        let expected = (0..<(1 << puzzle.count)).contains { puzzle.isMet($0, question) }
        let answer = solver.solve(
          question.map(literal),
          choices: variables.map(\.variable),
          mostConflicts: 10_000
        )
        answers[expected, default: 0] += 1
        #expect(answer == (expected ? .satisfiable : .unsatisfiable), "\(number): \(puzzle)")
        guard answer == .satisfiable else {
          // What is said to clash was asked for, and cannot be met by itself.
          let clash = question.filter { solver.clash.contains(literal($0)) }
          #expect(Set(clash.map(literal)) == Set(solver.clash), "\(number): \(puzzle)")
          #expect(
            !(0..<(1 << puzzle.count)).contains { puzzle.isMet($0, clash) },
            "\(number): \(clash) \(puzzle)"
          )
          shorter += clash.count < Set(question).count ? 1 : 0
          continue
        }
        let values = variables.indices.filter { solver.isTrue(variables[$0]) }
          .reduce(0) { $0 | 1 << $1 }
        #expect(puzzle.isMet(values, question), "\(number): \(puzzle)")
      }
    }
    #expect((answers[true] ?? 0) > 1_000 && (answers[false] ?? 0) > 1_000, "\(answers)")
    #expect(shorter > 100, "\(shorter)")
  }

  /// More pigeons than holes: no clause says so, and all of them together do.
  @Test func `that only taken together cannot be met are refused, or given up in time`() {
    var solver = ClauseSolver()
    let holes = 6
    let pigeons = (0...holes).map { _ in (0..<holes).map { _ in solver.variable() } }
    for pigeon in pigeons { solver.add(pigeon) }
    for hole in 0..<holes {
      for first in pigeons.indices {
        for second in pigeons.indices where second > first {
          solver.add([pigeons[first][hole].opposite, pigeons[second][hole].opposite])
        }
      }
    }
    let choices = pigeons.flatMap { $0.map(\.variable) }
    #expect(solver.solve([], choices: choices, mostConflicts: 3) == .gaveUp)
    #expect(solver.solve([], choices: choices, mostConflicts: 100_000) == .unsatisfiable)
    #expect(solver.solve([], choices: choices, mostConflicts: 100_000) == .unsatisfiable)
  }
}
