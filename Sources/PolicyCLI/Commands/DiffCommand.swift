import AccessPolicy
import ArgumentParser
import PolicyFiles
import PolicyScenarios

/// `diff` shows what a change of a policy set opens, closes, or newly asks a reason for.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what a change opens, closes, or newly asks a reason for, each with an example.",
    discussion: """
      Compares two policy sets over all requests, not by their text: rules that were moved, reordered \
      or renamed make no difference. Each difference names the rule that causes it and one request \
      that shows it. With --from, two revisions of one folder are compared, as git has them; without \
      --to, the folder as it stands is the new one. docs/analysis.md says what is proven and what is \
      not. Exit status: 0 when nothing differs, 1 when something does, 2 when something that was read \
      is invalid or not there, or when the analysis is not sure.
      """
  )

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case markdown
    case json
    case html
  }

  @Argument(help: "The old and the new policy set; with --from, the one folder.")
  var policies: [String]

  @Option(help: "The git revision of the old policy set.")
  var from: String?

  @Option(help: "The git revision of the new policy set; default is the folder as it stands.")
  var to: String?

  @Option(help: "How the result is shown.")
  var format = Format.text

  @Option(
    help: "A file for the examples as scenarios, which pass by the new policy set.",
    completion: .file()
  )
  var saveScenarios: String?

  @OptionGroup var colour: ColourOptions
  @OptionGroup var language: LanguageOptions

  func validate() throws {
    if from == nil, to != nil { throw ValidationError("--to takes --from") }
    if from == nil, policies.count != 2 {
      throw ValidationError("two policy sets are compared: the old one and the new one")
    }
    if from != nil, policies.count != 1 {
      throw ValidationError("with --from, one folder is compared with itself")
    }
  }

  func run() throws {
    let (old, new) = try read()
    let report = DifferenceReport(
      old: old.policy,
      new: new.policy,
      edits: WrittenEdits(old: old.documents, new: new.documents),
      workplaces: new.workplaces
    )
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
      let file = ScenarioFile(saveScenarios, policy: report.new, language: language)
      try file.write(report.drafts, orSay: "no answer differs, so no scenario is written")
    }
    if !report.undecided.isEmpty || !report.defects.isEmpty { throw ExitStatus.invalid }
    if !report.isEqual { throw ExitStatus.failed }
  }

  /// A policy set with what is wanted of its folder.
  private struct Files {
    let policy: Policy
    let documents: [Document]
    var workplaces: Workplaces?

    init(old path: String, as shown: String? = nil, _ colour: ColourOptions) throws {
      (policy, documents) = try PolicyInput.read(path, as: shown, colour)
    }

    init(new path: String, as shown: String? = nil, _ colour: ColourOptions) throws {
      try self.init(old: path, as: shown, colour)
      // Scenarios that do not fit the policy set are for `test` to complain of: examples do without.
      let scenarios = ScenarioReader.read(
        ScenarioFolder.load(policyPath: path).documents,
        policy: policy
      )
      let requests = scenarios.scenarios?.cases.flatMap { $0.cells.map(\.request) } ?? []
      workplaces = Workplaces(requests, policy: policy)
    }
  }

  private func read() throws -> (old: Files, new: Files) {
    guard let from else {
      return (try Files(old: policies[0], colour), try Files(new: policies[1], colour))
    }
    let old = try GitRevision(from, of: policies[0])
    defer { old.remove() }
    let before = try Files(old: old.folder, as: "\(from):\(policies[0])", colour)
    guard let to else { return (before, try Files(new: policies[0], colour)) }
    let new = try GitRevision(to, of: policies[0])
    defer { new.remove() }
    return (before, try Files(new: new.folder, as: "\(to):\(policies[0])", colour))
  }
}
