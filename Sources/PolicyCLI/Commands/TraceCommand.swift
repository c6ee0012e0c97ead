import AccessPolicy
import ArgumentParser
import PolicyFiles
import PolicyScenarios

/// `trace` says which rules and cases stand for which requirement, and which requirement has none.
struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract:
      "Show for each requirement its rules, its cases on both sides, and what else answers it.",
    discussion: """
      Rules name requirements with `because`, cases with `for`; the cases are run. A requirement of \
      kind `decision` should have a rule, a case that opens and one that stays shut, or say under \
      `lacks` why not; every other one should be answered by something.

      Exit status: 0; with --strict, 1 when something is lacking or a cell did not come out as \
      expected; 2 when the policy set or the scenarios are invalid.
      """
  )

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case markdown
    case json
  }

  @OptionGroup var policy: PolicyOptions
  @OptionGroup var scenarios: ScenarioOptions
  @OptionGroup var colour: ColourOptions
  @OptionGroup var language: LanguageOptions

  @Option(help: "How the trace is shown.")
  var format = Format.text

  @Flag(help: "With the format text: only what is lacking, and the sums.")
  var gaps = false

  @Option(help: "With the format markdown: what stands before the paths of files in links.")
  var linkPrefix = ""

  @Flag(help: "Exit with status 1 when something is lacking.")
  var strict = false

  func run() throws {
    let checked = try policy.load(colour)
    let set = try scenarios.load(for: checked, at: policy.policy, colour)
    let trace = PolicyTrace(ScenarioRunner(engine: PolicyEngine(checked)).run(set))
    switch format {
    case .text:
      try Terminal.out(trace.text(in: language.language, everyRequirement: !gaps))
    case .markdown:
      try Terminal.out(trace.markdown(in: language.language, linkPrefix: linkPrefix))
    case .json: try Terminal.out(trace.json(in: language.language))
    }
    if strict, !trace.isComplete { throw ExitStatus.failed }
  }
}
