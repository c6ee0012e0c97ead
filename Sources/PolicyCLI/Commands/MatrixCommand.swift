import AccessPolicy
import ArgumentParser
import PolicyFiles
import PolicyScenarios

/// `matrix` shows who sees what: roles, content classes, situations.
struct MatrixCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "matrix",
    abstract: "Show who sees what: roles, content classes, and the situations that it depends on.",
    discussion: """
      Asks the engine in the standard situations that the policy set declares with its scenarios, \
      under `dryRun`. Each role template is shown as the scenarios authorise it. With --who-can, the \
      reverse question: who has access to a class of content. docs/matrix.md says more. Exit status: \
      0, or 2 when something that was read is invalid or not there.
      """
  )

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case csv
    case markdown
    case html
    case json
  }

  @OptionGroup var policy: PolicyOptions
  @OptionGroup var question: MatrixOptions
  @OptionGroup var scenarios: ScenarioOptions
  @OptionGroup var colour: ColourOptions
  @OptionGroup var language: LanguageOptions

  @Option(help: "How the result is shown; csv and json hold every answer with its rules.")
  var format = Format.text

  @Option(help: "The longest line of text; default is the width of the terminal, or 80.")
  var width: Int?

  func validate() throws {
    if let width, width < 40 { throw ValidationError("--width is at least 40") }
    try question.check()
  }

  func run() throws {
    let checked = try policy.load(colour)
    let set = try scenarios.load(for: checked, at: policy.policy, colour)
    guard let situations = set.standardSituations else {
      Terminal.error(StandardSituations.noneDeclared)
      throw ExitStatus.invalid
    }
    let dryRun = DryRun(engine: PolicyEngine(checked), situations: situations)
    let asked = try question.question(in: checked, situations)
    let (holders, others) = try question.holders(in: dryRun, set)
    try Terminal.out(text(AccessMatrix(dryRun, holders: holders, beside: others, question: asked)))
  }

  private func text(_ matrix: AccessMatrix) -> String {
    let (language, whoCan) = (language.language, question.asksWhoCan)
    return switch format {
    case .text:
      matrix.text(in: language, width: width ?? Terminal.outputWidth ?? 80, asksWhoCan: whoCan)
    case .markdown: matrix.markdown(in: language, asksWhoCan: whoCan)
    case .html: matrix.html(in: language, asksWhoCan: whoCan)
    case .csv: matrix.csv(in: language)
    case .json: matrix.json(in: language)
    }
  }
}
