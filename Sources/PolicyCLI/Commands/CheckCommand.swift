import AccessPolicy
import ArgumentParser
import Foundation
import PolicyFiles

/// `check` says whether this is a policy set, what is wrong with it, and what is probably not meant.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check a policy set, and show every mistake with its place and help.",
    discussion: """
      The scenarios in its folder `scenarios` are read too, and not run. Where nothing is wrong, \
      warnings follow: what is valid, and probably not meant. A warning can be silenced beside the \
      entry that it is about, with a reason: `silence: { CODE: "why it stays" }`.

      Exit status: 0 when the policy set and its scenarios are valid, 2 when they are not; with \
      --strict, 1 when they are valid and a warning is left that is not silenced.
      """
  )

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case sarif
  }

  @OptionGroup var policy: PolicyOptions
  @OptionGroup var colour: ColourOptions

  @Option(
    help: """
      How mistakes are shown: text, or for machines json or sarif (docs/checks-for-machines.md).
      """
  )
  var format = Format.text

  @Flag(help: "Exit with status 1 when a warning is left that is not silenced.")
  var strict = false

  @Flag(help: "Show the warnings that are silenced, too, with the reasons.")
  var showSilenced = false

  func run() throws {
    let review = PolicyReview(path: policy.policy)
    switch format {
    case .json: try Terminal.out(review.json)
    case .sarif:
      let folder = FileManager.default.currentDirectoryPath
      try Terminal.out(
        review.sarif(
          version: PolicyCommand.configuration.version,
          root: SourceRoot.of(folder),
          folder: folder
        )
      )
    case .text:
      let isColoured = colour.isOn(isTerminal: Terminal.errorIsTerminal)
      Terminal.error(review.text(isColoured: isColoured, showsSilenced: showSilenced))
    }
    guard let checked = review.policy, !review.hasErrors else { throw ExitStatus.invalid }
    if format == .text {
      try Terminal.out(PolicySummary.text(checked, silenced: review.silenced.count))
    }
    if strict, !review.isClean { throw ExitStatus.failed }
  }
}
