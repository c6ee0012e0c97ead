import AccessPolicy
import ArgumentParser
import PolicyFiles
import PolicyScenarios

/// `explain` says why something is decided so, rule by rule.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a decision: why, why not, and what would have had to be otherwise.",
    discussion: """
      Explains the cells of a scenario with --case, or requests as they are given to `decide`, from \
      a file with --request, or from standard input. An auditor reads every gate and rule with the \
      facts that they looked at, and may learn of content that is hidden; staff read plain sentences, \
      and of what is hidden the same as of what does not exist. Exit status: 0, or 2 when something \
      that was read is invalid.
      """
  )

  @OptionGroup var policy: PolicyOptions
  @OptionGroup var scenarios: ScenarioOptions
  @OptionGroup var colour: ColourOptions
  @OptionGroup var language: LanguageOptions

  @Option(name: .customLong("case"), help: "The id of a scenario, or a part of its name.")
  var scenario: String?

  @Option(help: "A file of requests, one JSON object a line; `-` is standard input.")
  var request: String?

  @Option(help: "Who reads: auditor sees all, staff never learns that hidden content exists.")
  var audience = Audience.auditor

  @Option(help: "How it is written: text, or json, one object a line.")
  var format = Format.text

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  func validate() throws {
    if scenario != nil, request != nil {
      throw ValidationError("--case and --request exclude each other: give one of them")
    }
  }

  func run() throws {
    let checked = try policy.load(colour)
    let engine = PolicyEngine(checked)
    if let scenario {
      try explain(scenario, engine)
    } else {
      try explainRequests(engine)
    }
  }

  // MARK: Scenarios

  private func explain(_ wanted: String, _ engine: PolicyEngine) throws {
    let set = try scenarios.load(for: engine.policy, at: policy.policy, colour)
    let named = set.cases.filter { $0.id == wanted }
    let picked = named.isEmpty ? set.cases.filter { $0.matches(wanted) } : named
    guard !picked.isEmpty else {
      let nearest = NearestName.of(wanted, among: set.cases.compactMap(\.id))
      Terminal.error(
        line: "no case is called `\(wanted)`" + (nearest.map { "; did you mean `\($0)`?" } ?? "")
      )
      throw ExitStatus.invalid
    }
    for scenario in picked {
      if format == .text { try Terminal.out(line: "\(scenario) (\(scenario.range))") }
      for cell in scenario.cells {
        let request = cell.request
        let names = PolicyNames(engine.policy, language: language.language)
        let action = names.action(request.action)
        let content = names.contentClass(request.content.contentClass)
        let title = "\(cell.staff): \(action), \(cell.item): \(content)"
        if format == .text { try Terminal.out("\n") }
        let id = "\(scenario.id ?? scenario.name): \(cell.staff), \(request.action), \(cell.item)"
        try show(request, engine, title: title, id: id)
      }
      if format == .text { try Terminal.out("\n") }
    }
  }

  private func show(_ request: AccessRequest, _ engine: PolicyEngine, title: String, id: String?)
    throws
  {
    let explanation = engine.explain(request, withFacts: audience == .auditor)
    let changes = engine.nearestChanges(of: request, for: audience)
    guard format == .text else {
      let json = ExplanationJSON(
        explanation,
        changes: changes,
        policy: engine.policy,
        language: language.language
      )
      return try Terminal.out(line: json.line(id: id))
    }
    try Terminal.out(line: VisibleText.of(title))
    let text = ExplanationText(
      explanation,
      changes: changes,
      policy: engine.policy,
      language: language.language
    )
    for line in text.lines(for: audience) {
      // Keys come from requests: what they hold must not act on the terminal, nor forge lines.
      try Terminal.out(line: "  " + VisibleText.of(line))
    }
  }

  // MARK: Requests

  private func explainRequests(_ engine: PolicyEngine) throws {
    var isValid = true
    try RequestInput.forEach(in: request ?? "-", for: engine.policy) { line in
      guard let request = line.request else {
        isValid = false
        Terminal.error(DiagnosticRenderer(documents: []).text(line.diagnostics))
        return
      }
      let title = line.id.map { "request \($0)" } ?? "line \(line.line)"
      try show(request, engine, title: title, id: line.id)
      if format == .text { try Terminal.out("\n") }
    }
    if !isValid { throw ExitStatus.invalid }
  }
}
