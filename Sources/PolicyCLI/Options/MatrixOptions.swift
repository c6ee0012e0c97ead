import AccessPolicy
import ArgumentParser
import PolicyScenarios

/// What a matrix shows.
struct MatrixOptions: ParsableArguments {
  @Option(help: "What is done; can be given several times. Default is what writes nothing.")
  var action: [String] = []

  @Option(
    name: [.customLong("class")],
    help: "A content class; can be given several times. Default is all."
  )
  var contentClass: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: "Asks who can: an action, and content classes; without a class, for each."
  )
  var whoCan: [String] = []

  @Option(
    name: [.customLong("situation"), .customLong("when")],
    help: "A standard situation, or a place of content without a patient. Default is all."
  )
  var situation: [String] = []

  @Option(help: "A standard kind of content; can be given several times. Default is the first.")
  var content: [String] = []

  @Option(help: "A role template; can be given several times. Default is all.")
  var template: [String] = []

  @Option(help: "With one template: a subtemplate of the holder; can be given several times.")
  var subtemplate: [String] = []

  @Option(help: "With one template: the holder's provider record.")
  var providerRecord: String?

  @Flag(help: "Show each role in every way that the scenarios authorise it.")
  var everyHolder = false

  @Flag(
    help: "Show the most generous answer in any situation at all, too; searched for, and proven."
  )
  var ever = false

  var asksWhoCan: Bool { !whoCan.isEmpty }

  private var namesHolder: Bool { !subtemplate.isEmpty || providerRecord != nil }

  func check() throws {
    if namesHolder, template.count != 1 {
      throw ValidationError(
        "--subtemplate and --provider-record are of one role: give one --template"
      )
    }
    if namesHolder, everyHolder {
      throw ValidationError(
        "--every-holder takes roles from the scenarios: take it out, or the role"
      )
    }
    if asksWhoCan, !action.isEmpty {
      throw ValidationError("--who-can names the action: take --action out")
    }
  }

  func question(in policy: Policy, _ situations: StandardSituations) throws -> MatrixQuestion {
    let actions = try (asksWhoCan ? [whoCan[0]] : action).map {
      try DeclaredName.find($0, "action", in: policy.actions)
    }
    let classes = try (contentClass + whoCan.dropFirst()).map {
      try DeclaredName.find($0, "content class", in: policy.contentClasses)
    }
    let places = situations.situations + situations.withoutPatient
    let when = try situation.map { try DeclaredName.find($0, "standard situation", among: places) }
    let kinds = try content.map {
      try DeclaredName.find($0, "standard kind of content", among: situations.content)
    }
    return MatrixQuestion(
      actions: actions.isEmpty ? nil : actions,
      classes: classes.isEmpty ? nil : Set(classes),
      situations: when.isEmpty ? nil : Set(when),
      content: kinds.isEmpty ? nil : Set(kinds),
      asksWhatIsEver: ever
    )
  }

  /// Who is shown, and who beside them where they are answered more.
  func holders(in dryRun: DryRun, _ scenarios: ScenarioSet) throws -> (
    shown: [DryRunHolder], others: [DryRunHolder]
  ) {
    let templates = try template.map {
      try DeclaredName.find($0, "role template", in: dryRun.policy.templates)
    }
    if namesHolder, let template = templates.first {
      let holder = DryRunHolder(
        template: template,
        subtemplates: try DeclaredName.find(subtemplate, in: dryRun.policy),
        providerRecord: try DeclaredName.find(providerRecord, in: dryRun.policy)
      )
      return ([holder], [])
    }
    let holders = MatrixHolders(
      scenarios,
      dryRun,
      templates: templates.isEmpty ? nil : Set(templates)
    )
    return (everyHolder ? holders.all : holders.usual, holders.further())
  }
}
