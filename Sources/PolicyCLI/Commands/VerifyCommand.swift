import AccessPolicy
import ArgumentParser
import PolicyFiles
import PolicyScenarios

/// `verify` proves the principles of a policy set, or shows where they do not hold.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract:
      "Prove that the principles of a policy set hold in every situation, or show where not.",
    discussion: """
      A principle is a statement under `principles` that must hold whatever the rules come to say. \
      For each, every situation is looked at; a broken one is shown with the smallest situation that \
      was found, as the engine decides it. docs/verify.md says how principles are written, what is \
      proven and what is not. Exit status: 0 when all hold, 1 when one is broken, 2 when the policy set \
      is invalid, a principle speaks of no situation, or the search is not sure.
      """
  )

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case markdown
    case json
    case html
  }

  @OptionGroup var policyOptions: PolicyOptions

  @Option(help: "A principle that is looked at alone; can be given several times.")
  var principle: [String] = []

  @Option(help: "How the result is shown.")
  var format = Format.text

  @Option(
    help: "A file for the counterexamples as scenarios, which fail until the principles hold.",
    completion: .file()
  )
  var saveScenarios: String?

  @OptionGroup var colour: ColourOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    let policy = try policyOptions.load(colour)
    let named = try principle.map {
      try DeclaredName.find($0, "principle", in: policy.principles)
    }
    let report = PrincipleReport(policy, only: named)
    let language = language.language
    let text =
      switch format {
      case .text: report.text(in: language)
      case .markdown: report.markdown(in: language)
      case .json: report.json(in: language)
      case .html: report.html(in: language)
      }
    try Terminal.out(text)
    if let saveScenarios {
      let file = ScenarioFile(saveScenarios, policy: report.policy, language: language)
      try file.write(report.drafts, orSay: "no principle is broken, so no scenario is written")
    }
    switch report.verdict {
    case .broken: throw ExitStatus.failed
    case .empty, .undecided: throw ExitStatus.invalid
    case .holds: break
    }
  }
}
