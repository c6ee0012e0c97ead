import AccessPolicy
import ArgumentParser
import PolicyFiles

/// `check` says whether this is a policy set, and if not, what is wrong with it.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check a policy set, and show every mistake with its place and help.",
    discussion: "Exit status: 0 when the policy set is valid, 2 when it is not."
  )

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  @OptionGroup var policy: PolicyOptions
  @OptionGroup var colour: ColourOptions

  @Option(help: "How mistakes are shown.")
  var format = Format.text

  func run() throws {
    let check = PolicyCheck(path: policy.policy)
    switch format {
    case .json: try Terminal.out(JSONWriter.page(.diagnostics(check.diagnostics)))
    case .text where check.diagnostics.isEmpty: break
    case .text:
      Terminal.error(check.text(isColoured: colour.isOn(isTerminal: Terminal.errorIsTerminal)))
    }
    guard let checked = check.policy else { throw ExitStatus.invalid }
    if format == .text { try Terminal.out(PolicySummary.text(checked)) }
  }
}
