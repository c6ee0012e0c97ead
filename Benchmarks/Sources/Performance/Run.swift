import AccessPolicy
import ArgumentParser
import Foundation
import Hospital
import Workloads

/// Measures everything, or what is named.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measures everything, or what is named."
  )

  @Option(help: "Seconds for which each number is looked for.")
  var patience = 0.5

  @Option(help: "Only workloads whose name contains this.")
  var only = ""

  @Option(help: "The folder that holds the policy set of Helseplattformen.")
  var policies = "../policies"

  @Option(help: "Where to write the results as JSON.")
  var json: String?

  @Flag(help: "Without loading.")
  var withoutLoading = false

  func run() throws {
    let stopwatch = Stopwatch(patience: patience)
    var results = Results(machine: Machine.this)
    Results.printHeading()
    for size in HospitalSize.allCases {
      for question in HospitalQuestion.allCases {
        let name = Workload.hospitalName(size, question)
        guard only.isEmpty || name.contains(only) else { continue }
        let population = Population(Plan(size, question), people: .region)
        let workload = try Workload(hospital: population)
        results.add(try check(workload, rules: population.plan.rules))
        for door in workload.doors { results.add(stopwatch.measure(door, in: name)) }
        guard question == .core else { continue }
        for door in try handTuned(population, workload) {
          results.add(stopwatch.measure(door, in: name))
        }
      }
    }
    for workload in try others() {
      results.add(try check(workload, rules: nil))
      for door in workload.doors { results.add(stopwatch.measure(door, in: workload.name)) }
    }
    if !withoutLoading { try measureLoading(&results) }
    if let json { try results.json.write(to: URL(fileURLWithPath: json)) }
  }

  private func others() throws -> [Workload] {
    var workloads: [Workload] = []
    if only.isEmpty || "helseplattformen".contains(only) {
      let path = "\(policies)/helseplattformen"
      workloads.append(try Workload(policySet: path, named: "helseplattformen"))
    }
    if only.isEmpty || "worst-case".contains(only) {
      workloads.append(try Extreme().workload("worst-case", Extreme.worst, chartItems: 500))
    }
    return workloads
  }

  /// Every door gives the answer of the whole decision, or nothing is measured.
  private func check(_ workload: Workload, rules: Int?) throws -> Results.Shares {
    for request in workload.requests
    where workload.engine.verdict(request).outcome != workload.engine.decide(request).outcome {
      throw Failure(description: "\(workload.name): a verdict and its decision differ")
    }
    var tally = Tally()
    for visit in workload.visits {
      let open = OpenVisit(visit, workload.engine)
      for (ask, openAsk) in zip(visit.asks, open.asks) {
        let verdict = open.access.verdict(on: openAsk.item, openAsk.action, at: open.now)
        guard verdict == workload.engine.verdict(visit.request(ask)) else {
          throw Failure(description: "\(workload.name): a look-up and its request differ")
        }
        tally.count(verdict.outcome)
      }
    }
    var verdicts: [Verdict] = []
    for visit in workload.charts {
      let open = OpenVisit(visit, workload.engine)
      open.access.verdicts(open.asks[0].action, at: open.now, into: &verdicts)
      for item in visit.chart.items.indices.prefix(50)
      where verdicts[item] != open.access.verdict(on: item, open.asks[0].action, at: open.now) {
        throw Failure(description: "\(workload.name): a chart and its look-ups differ")
      }
    }
    return Results.Shares(
      workload: workload.name,
      rules: rules,
      allow: tally.allow,
      justify: tally.justify,
      deny: tally.deny
    )
  }

  /// The table by hand, asked the same and answering the same.
  private func handTuned(_ population: Population, _ workload: Workload) throws -> [Door] {
    let table = HandTuned(population)
    let lookUps = population.visits(Workload.visitCount, asks: Workload.asksPerVisit).flatMap { $0 }
    let requests = population.questions(Workload.requestCount)
    let numbers = lookUps.map { HandTuned.Question($0, population) }
    let names = requests.map { HandTuned.NamedQuestion($0, population) }
    let now = Vocabulary.now
    for (question, request) in zip(
      lookUps,
      workload.visits.flatMap { visit in visit.asks.map(visit.request) }
    )
    where table.isAllowed(HandTuned.Question(question, population), at: now)
      != (workload.engine.verdict(request).outcome == .allow)
    {
      throw Failure(description: "the table by hand answers otherwise")
    }
    for (question, request) in zip(names, workload.requests)
    where table.isAllowed(question, at: now) != (workload.engine.verdict(request).outcome == .allow)
    {
      throw Failure(description: "the table by hand answers otherwise")
    }
    return [
      Door("by hand, from ids", count: numbers.count, size: 1_000) { range, tally in
        for number in range {
          tally.count(table.isAllowed(numbers[number], at: now) ? .allow : .deny)
        }
      },
      Door("by hand, from strings", count: names.count, size: 1_000) { range, tally in
        for number in range {
          tally.count(table.isAllowed(names[number], at: now) ? .allow : .deny)
        }
      },
    ]
  }

  private func measureLoading(_ results: inout Results) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "hospital-\(ProcessInfo.processInfo.processIdentifier)"
    )
    defer { try? FileManager.default.removeItem(at: folder) }
    for size in HospitalSize.allCases {
      let plan = Plan(size)
      let place = folder.appendingPathComponent("\(size.rawValue)")
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      for file in PolicyText(plan).files {
        try Data(file.text.utf8).write(to: place.appendingPathComponent(file.name))
      }
      var loading = try Loading.inFreshProcesses(place.path)
      loading.policySet = Workload.hospitalName(size, .whole)
      loading.rules = plan.rules
      results.add(loading)
    }
    var loading = try Loading.inFreshProcesses("\(policies)/helseplattformen")
    loading.policySet = "helseplattformen"
    results.add(loading)
  }
}
