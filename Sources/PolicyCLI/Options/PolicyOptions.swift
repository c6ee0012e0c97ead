import AccessPolicy
import ArgumentParser
import PolicyFiles
import PolicyScenarios

/// The policy set that a command works with.
struct PolicyOptions: ParsableArguments {
  @Argument(help: "The folder of a policy set, or a single policy file.", completion: .directory)
  var policy: String

  /// The checked policy set; ends the command with all mistakes when it is invalid.
  func load(_ colour: ColourOptions) throws -> Policy { try read(colour).policy }

  /// The checked policy set with the files that it stands in.
  func read(_ colour: ColourOptions) throws -> (policy: Policy, documents: [Document]) {
    try PolicyInput.read(policy, colour)
  }
}

/// Policy sets as files.
enum PolicyInput {
  /// The checked policy set; ends the command with all mistakes when it is invalid.
  ///
  /// Its files go by another path where one is to be shown.
  static func read(
    _ path: String,
    as shown: String? = nil,
    _ colour: ColourOptions
  ) throws -> (policy: Policy, documents: [Document]) {
    var check = PolicyCheck(path: path)
    if let shown, check.policy != nil {
      check = PolicyCheck(
        documents: check.documents.map { file in
          let name = file.file.replacing(path, with: shown, maxReplacements: 1)
          return YAMLReader.document(file.text, file: name).document
        }
      )
    }
    guard let checked = check.policy else {
      Terminal.error(check.text(isColoured: colour.isOn(isTerminal: Terminal.errorIsTerminal)))
      throw ExitStatus.invalid
    }
    return (checked, check.documents)
  }
}

/// The scenarios that a command works with.
struct ScenarioOptions: ParsableArguments {
  @Option(
    help: "A folder or file of scenarios; default is the folder `scenarios` of the policy set.",
    completion: .directory
  )
  var scenarios: String?

  /// The names that the scenarios of a policy set give.
  func names(at path: String) -> CastNames { CastNames(read(for: path).documents) }

  private func read(for path: String) -> (documents: [Document], diagnostics: [Diagnostic]) {
    if let scenarios {
      ScenarioFolder.load(scenarios)
    } else {
      ScenarioFolder.load(policyPath: path)
    }
  }

  /// The scenarios of a policy set; ends the command with all mistakes when they are invalid.
  func load(for policy: Policy, at path: String, _ colour: ColourOptions) throws -> ScenarioSet {
    let read = read(for: path)
    var mistakes = read.diagnostics
    var set: ScenarioSet?
    if !mistakes.contains(where: { $0.severity == .error }) {
      let checked = ScenarioReader.read(read.documents, policy: policy)
      set = checked.scenarios
      mistakes += checked.diagnostics
    }
    if !mistakes.isEmpty {
      let renderer = DiagnosticRenderer(
        documents: read.documents,
        isColoured: colour.isOn(isTerminal: Terminal.errorIsTerminal)
      )
      Terminal.error(renderer.text(mistakes.sorted()))
    }
    if let set { return set }
    throw ExitStatus.invalid
  }
}
