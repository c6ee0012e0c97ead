import AccessPolicy
import ArgumentParser
import PolicyFiles
import PolicyScenarios

/// `dry-run` shows what a role sees and does before anybody has it.
struct DryRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dry-run",
    abstract: "Show what the holder of a role would see and do, before anybody gets it.",
    discussion: """
      Asks the engine in the standard situations that the policy set declares with its scenarios, \
      under `dryRun`, for everything that some role may do. With --compare or --compare-policy, two \
      are put side by side, and only what differs is shown. docs/dry-run.md says more. Exit status: \
      0, or 2 when something that was read is invalid or not there.
      """
  )

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case csv
    case markdown
    case json
  }

  @Option(help: "The folder of a policy set, or a single policy file.", completion: .directory)
  var policy: String

  @OptionGroup var role: RoleOptions
  @OptionGroup var comparison: ComparisonOptions
  @OptionGroup var scenarios: ScenarioOptions
  @OptionGroup var colour: ColourOptions
  @OptionGroup var language: LanguageOptions

  @Option(help: "How the result is shown; csv and json hold every answer with its rules.")
  var format = Format.text

  @Flag(help: "Show each relationship of the role by itself.")
  var byRelationship = false

  @Flag(help: "Name the rules that decide, with their places, under each table.")
  var showRules = false

  func validate() throws {
    if comparison.isGiven, byRelationship {
      throw ValidationError("--by-relationship shows one role: take it out, or the comparison")
    }
    if comparison.isGiven, showRules {
      throw ValidationError(
        "a comparison names its rules with --format csv or json: take --show-rules out"
      )
    }
  }

  func run() throws {
    let here = try dryRun(at: policy)
    let holder = try holder(in: here)
    let first = here.report(holder, splitsRelationships: byRelationship)
    guard comparison.isGiven else { return try Terminal.out(text(first)) }
    let there = try comparison.comparePolicy.map(dryRun) ?? here
    let same = comparison.comparePolicy == nil ? holder : try self.holder(in: there)
    let other = try comparison.holder(beside: same, in: there.policy)
    try Terminal.out(text(DryRunComparison(first, second(other, beside: first, there))))
  }

  private func holder(in dryRun: DryRun) throws -> DryRunHolder {
    try role.holder(in: dryRun.policy, colour, language.language)
  }

  /// The role beside the first: at the same place, unless it may not work there.
  private func second(_ holder: DryRunHolder, beside first: DryRunReport, _ dryRun: DryRun)
    -> DryRunReport
  {
    guard holder.unit == nil, let unit = first.role.unit, dryRun.policy.organisation[unit] != nil
    else { return dryRun.report(holder) }
    var there = holder
    there.unit = unit
    let report = dryRun.report(there)
    return report.sessionGates.contains { $0.gate == .workplace } ? dryRun.report(holder) : report
  }

  private func dryRun(at path: String) throws -> DryRun {
    let checked = try PolicyInput.read(path, colour).policy
    let set = try scenarios.load(for: checked, at: path, colour)
    guard let situations = set.standardSituations else {
      Terminal.error(StandardSituations.noneDeclared)
      throw ExitStatus.invalid
    }
    return DryRun(engine: PolicyEngine(checked), situations: situations)
  }

  private func text(_ report: DryRunReport) -> String {
    switch format {
    case .text: report.text(in: language.language, showsRules: showRules)
    case .markdown: report.markdown(in: language.language, showsRules: showRules)
    case .csv: report.csv(in: language.language)
    case .json: report.json(in: language.language)
    }
  }

  private func text(_ comparison: DryRunComparison) -> String {
    switch format {
    case .text: comparison.text(in: language.language)
    case .markdown: comparison.markdown(in: language.language)
    case .csv: comparison.csv(in: language.language)
    case .json: comparison.json(in: language.language)
    }
  }
}
