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
      the policy set or the scenarios are invalid.
      """
  )

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case tree
    case json
    case junit
    case tap
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

  func run() throws {
    let checked = try policy.load(colour)
    let set = try scenarios.load(for: checked, at: policy.policy, colour)
    let report = ScenarioRunner(engine: PolicyEngine(checked)).run(set, filter: filter)
    switch format {
    case .tree:
      let isColoured = colour.isOn(isTerminal: Terminal.outputIsTerminal)
      try Terminal.out(
        report.text(
          in: language.language,
          colour: isColoured,
          everyCell: verbose,
          coverage: coverage
        )
      )
    case .json: try Terminal.out(report.json(in: language.language))
    case .junit: try Terminal.out(report.junit(in: language.language))
    case .tap: try Terminal.out(report.tap(in: language.language))
    }
    if !report.hasPassed { throw ExitStatus.failed }
  }
}
