import AccessPolicy
public import ArgumentParser
import Foundation
public import Hospital

/// Writes the hospital to files, for other engines and for the tool.
@main
struct HospitalExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hospital-export",
    abstract: "Writes a generated hospital: policy set, requests, and our answers."
  )

  @Option(help: "About how many rules: 170, 1700 or 10000.")
  var size = HospitalSize.medium

  @Option(help: "core (what any table can answer) or whole.")
  var question = HospitalQuestion.core

  @Option(help: "How many requests.")
  var requests = 20_000

  @Option(help: "Staff; patients are twenty times as many.")
  var staff = 5_000

  @Option(help: "What all draws are made from.")
  var seed: UInt64 = 1

  @Flag(help: "Links of all patients, not only of those that are asked about.")
  var allLinks = false

  @Option(name: .customLong("to"), help: "The folder to write to.")
  var folder: String

  func run() throws {
    let plan = Plan(size, question, seed: seed)
    let engine = try Hospital.engine(plan)
    let people = Population.Count(staff: staff, patients: staff * 20)
    let population = Population(plan, people: people)
    let questions = population.questions(requests)
    let outcomes = questions.map { engine.verdict(population.request($0)).outcome }

    let output = OutputFolder(path: folder)
    for file in PolicyText(plan).files { try output.write("policy/\(file.name)", [file.text]) }
    try output.write(
      "requests.ndjson",
      questions.enumerated().lazy.map {
        RequestText.line(population.request($1), id: "\($0)") + "\n"
      }
    )
    try output.write(
      "outcomes.csv",
      ["request,outcome\n"] + outcomes.enumerated().map { "\($0),\($1)\n" }
    )
    if question == .core {
      let patients =
        allLinks ? Array(0..<population.patients) : Set(questions.map(\.patient)).sorted()
      let tables = CoreTables(population)
      for table in tables.policy + [tables.staff, tables.links(of: patients)] {
        try output.write("\(table.name).csv", table.lines)
      }
      for table in tables.requests(questions, outcomes) {
        try output.write("\(table.name).csv", table.lines)
      }
    }
    try output.write("summary.json", [summary(plan, population, outcomes)])
  }

  private func summary(_ plan: Plan, _ population: Population, _ outcomes: [Outcome]) -> String {
    """
    {"size":\(size.rawValue),"question":"\(question.rawValue)","seed":\(seed),"rules":\(plan.rules),\
    "staff":\(population.staff.count),"patients":\(population.patients),"links":\(population.links.count),\
    "requests":\(outcomes.count),"allow":\(outcomes.count { $0 == .allow }),\
    "justify":\(outcomes.count { $0 == .justify }),"deny":\(outcomes.count { $0 == .deny })}

    """
  }
}

extension HospitalSize: ExpressibleByArgument {}
extension HospitalQuestion: ExpressibleByArgument {}

/// A folder that files are written into.
private struct OutputFolder {
  let path: String

  func write(_ name: String, _ lines: some Sequence<String>) throws {
    let file = URL(fileURLWithPath: path).appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    var bytes = Data()
    for line in lines { bytes.append(contentsOf: line.utf8) }
    try bytes.write(to: file)
  }
}
