import AccessPolicy
public import ArgumentParser
import Foundation
public import Hospital
import Workloads

/// Asks the engine, and the table by hand, what `Scripts/compare-engines` asks other engines.
@main
struct CoreQuestion: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "core-question",
    abstract: "Asks and times the questions that other engines are asked, and prints JSON."
  )

  @Option(help: "About how many rules: 170, 1700 or 10000.")
  var size = HospitalSize.medium

  @Option(help: "How many requests.")
  var requests = 4_000

  @Option(help: "How many times all of them are asked, after once that is not counted.")
  var rounds = 7

  @Option(
    help: "What `hospital-export` wrote with the same size and number: its answers must be ours."
  )
  var answers: String

  func run() throws {
    let population = Population(Plan(size, .core), people: .region)
    let questions = population.questions(requests)
    let expected = try exported()
    guard expected.count == questions.count else {
      throw Difference(what: "\(expected.count) answers to \(questions.count) questions")
    }
    let asked = try ours(population, questions) + byHand(population, questions)
    for way in asked where way.answers != expected {
      throw Difference(what: "\(way.engine), \(way.way), answers otherwise")
    }
    let results = ["access-policy", "by hand"].map { engine in
      Result(
        peer: engine,
        name: engine,
        requests: questions.count,
        allowed: expected.count { $0 },
        nanoseconds: Dictionary(
          uniqueKeysWithValues: asked.filter { $0.engine == engine }.map { ($0.way, $0.times) }
        )
      )
    }
    FileHandle.standardOutput.write(try JSONEncoder().encode(results))
  }

  private func ours(_ population: Population, _ questions: [Question]) throws -> [Asked] {
    let engine = try Hospital.engine(population.plan)
    let requests = questions.map(population.request)
    let lent = requests.map { LentRequest($0, engine) }
    let open = requests.map { Opened($0, engine) }
    return [
      ask("access-policy", "names", questions.count, arrive: { lent[$0].arrive() }) {
        lent[$0].verdict == .allow
      },
      ask("access-policy", "decision", questions.count, arrive: { lent[$0].arrive() }) {
        lent[$0].decision == .allow
      },
      ask("access-policy", "handles", questions.count) { open[$0].isAllowed },
    ]
  }

  private func byHand(_ population: Population, _ questions: [Question]) -> [Asked] {
    let table = HandTuned(population)
    let numbers = questions.map { HandTuned.Question($0, population) }
    let names = questions.map { HandTuned.NamedQuestion($0, population) }
    let now = Vocabulary.now
    return [
      ask("by hand", "names", questions.count) { table.isAllowed(names[$0], at: now) },
      ask("by hand", "handles", questions.count) { table.isAllowed(numbers[$0], at: now) },
    ]
  }

  /// Asks all questions, round by round; each hundred of them arrive before the clock runs.
  private func ask(
    _ engine: String,
    _ way: String,
    _ count: Int,
    arrive: (Int) -> Void = { _ in },
    _ isAllowed: (Int) -> Bool
  ) -> Asked {
    var answers = (0..<count).map(isAllowed)
    let clock = ContinuousClock()
    let spent = (0..<rounds).map { _ in
      var time = Duration.zero
      for start in stride(from: 0, to: count, by: 100) {
        let hundred = start..<min(count, start + 100)
        for number in hundred { arrive(number) }
        time += clock.measure { for number in hundred { answers[number] = isAllowed(number) } }
      }
      return time / .nanoseconds(1) / Double(count)
    }
    return Asked(engine: engine, way: way, answers: answers, times: Times(spent))
  }

  private func exported() throws -> [Bool] {
    let file = URL(fileURLWithPath: answers).appendingPathComponent("outcomes.csv")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
      .map { $0.hasSuffix(",allow") }
  }
}

extension HospitalSize: ExpressibleByArgument {}

/// A request of which session and chart have been opened; a class, so that asking copies nothing.
private final class Opened {
  let access: ChartAccess
  let action: ActionHandle
  let now: Instant

  init(_ request: AccessRequest, _ engine: PolicyEngine) {
    access = engine.open(request.session, at: request.now).access(
      to: engine.open(Chart(patient: request.patient, items: [request.content])),
      at: request.now
    )
    action = engine.handle(of: request.action)
    now = request.now.instant
  }

  var isAllowed: Bool { access.verdict(on: 0, action, at: now).outcome == .allow }
}

/// All questions, asked one way.
private struct Asked {
  let engine: String
  let way: String
  let answers: [Bool]
  let times: Times
}

/// Nanoseconds a question.
private struct Times: Encodable {
  let least: Double
  let median: Double
  let rounds: [Double]

  init(_ rounds: [Double]) {
    let sorted = rounds.sorted()
    least = sorted.first ?? 0
    median = sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    self.rounds = rounds
  }
}

/// The form in which peers are written, too.
private struct Result: Encodable {
  let peer: String
  let name: String
  let requests: Int
  let allowed: Int
  let nanoseconds: [String: Times]
}

/// Two answers to one question.
private struct Difference: Error, CustomStringConvertible {
  let what: String
  var description: String { what }
}
