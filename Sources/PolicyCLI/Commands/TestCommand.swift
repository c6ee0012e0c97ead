import AccessPolicy
import ArgumentParser
import PolicyFiles
import PolicyScenarios

/// `test` says whether the policy set answers every scenario as expected.
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the scenarios of a policy set.",
    discussion: """
      Exit status: 0 when every cell came out as expected, 1 when one did not or none ran, 2 when \
      the policy set or the scenarios are invalid, 3 when all came out as expected and less was met \
      than `--min-coverage`, `--min-parts` or `--min-mutation-score` asks for.

      The formats `lcov` and `listing` write what was met of each rule, for tools and for people: \
      a tracefile of LCOV, and the files of the policy set line by line.

      With `--mutate`, the policy set is changed in one small way after another, and for each it is \
      said whether a scenario notices; `tree` and `json` are then the formats of that report.
      """
  )

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case tree
    case json
    case junit
    case tap
    case lcov
    case listing
  }

  @OptionGroup var policy: PolicyOptions
  @OptionGroup var scenarios: ScenarioOptions
  @OptionGroup var colour: ColourOptions
  @OptionGroup var language: LanguageOptions

  @Option(help: "How the results are shown.")
  var format = Format.tree

  @Option(help: "Only cases with this in their id, name, file or requirements.")
  var filter: String?

  @Flag(help: "Show every cell, and not only those that failed.")
  var verbose = false

  @Flag(help: "List the rules, and parts of rules, that were not met both ways.")
  var coverage = false

  @Option(
    name: .customLong("min-coverage"),
    help: "How many rules of a hundred must be met both ways."
  )
  var minCoverage: Int?

  @Option(
    name: .customLong("min-parts"),
    help: "How many parts of rules of a hundred must be met both ways."
  )
  var minParts: Int?

  @OptionGroup var mutation: MutationOptions

  func validate() throws {
    if mutation.mutate, ![.tree, .json].contains(format) {
      throw ValidationError("`--mutate` reports as `tree` or `json`, not as `\(format)`.")
    }
    if mutation.mutate, filter != nil {
      throw ValidationError("`--mutate` asks all scenarios: leave `--filter` out.")
    }
    let least = [
      ("min-coverage", minCoverage), ("min-parts", minParts),
      ("min-mutation-score", mutation.minMutationScore),
    ]
    for (option, percent) in least {
      guard let percent, !(0...100).contains(percent) else { continue }
      throw ValidationError("`--\(option)` takes a number from 0 to 100.")
    }
  }

  func run() throws {
    let read = try policy.read(colour)
    let set = try scenarios.load(for: read.policy, at: policy.policy, colour)
    let engine = PolicyEngine(read.policy)
    let report = ScenarioRunner(engine: engine).run(set, filter: filter).placed(in: read.documents)
    // A report of mutants says something only where every scenario comes out as expected.
    if mutation.mutate, report.hasPassed {
      let mutants = mutation.run(engine, set)
      try Terminal.out(
        format == .json
          ? mutants.json(in: language.language) : mutants.text(in: language.language)
      )
      try mutation.save(mutants, in: language.language, besides: scenarios.names(at: policy.policy))
      try hold(report.rules)
      try mutation.hold(mutants)
      return
    }
    try Terminal.out(text(of: report, read.documents))
    if !report.hasPassed { throw ExitStatus.failed }
    try hold(report.rules)
  }

  private func text(of report: ScenarioReport, _ documents: [Document]) -> String {
    switch format {
    case .tree:
      report.text(
        in: language.language,
        colour: colour.isOn(isTerminal: Terminal.outputIsTerminal),
        everyCell: verbose,
        coverage: coverage
      )
    case .json: report.json(in: language.language)
    case .junit: report.junit(in: language.language)
    case .tap: report.tap(in: language.language)
    case .lcov: report.rules.lcov(name: report.policy.identity.id.text)
    case .listing: report.rules.listing(of: documents, in: language.language)
    }
  }

  /// Ends the command where less was met than is asked for.
  private func hold(_ rules: RuleCoverage) throws {
    var isCovered = true
    for (what, has, needs) in [
      ("rules", rules.percent, minCoverage), ("parts of rules", rules.partsPercent, minParts),
    ] {
      guard let needs, has < needs else { continue }
      isCovered = false
      Terminal.error(
        line: "error: \(has) of a hundred \(what) were met both ways, and \(needs) are asked for"
      )
    }
    guard isCovered else {
      Terminal.error(line: "help: `--coverage` says of each rule what no scenario met")
      throw ExitStatus.notCovered
    }
  }
}
