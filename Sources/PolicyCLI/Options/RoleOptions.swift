import AccessPolicy
import ArgumentParser
import PolicyScenarios

/// The role that is shown, and the one beside it.
struct RoleOptions: ParsableArguments {
  @Option(help: "The role template to show, by its id.")
  var template: String

  @Option(help: "A subtemplate of the holder; can be given several times.")
  var subtemplate: [String] = []

  @Option(help: "The holder's provider record; without it, none.")
  var providerRecord: String?

  @Option(help: "Where the holder is logged in; default is the first unit that the role opens.")
  var unit: String?

  @Option(help: "The other unit of the situations; default is one like the holder's.")
  var otherUnit: String?

  @Option(help: "The purpose of use; default is the one that the situations prefer.")
  var purpose: String?

  /// The holder in a policy set; ends the command when it declares none of the names.
  func holder(in policy: Policy) throws -> DryRunHolder {
    DryRunHolder(
      template: try DeclaredName.find(template, "role template", in: policy.templates),
      subtemplates: Set(
        try subtemplate.map { try DeclaredName.find($0, "subtemplate", in: policy.subtemplates) }
      ),
      providerRecord: try providerRecord.map {
        try DeclaredName.find($0, "provider record", in: policy.providerRecords)
      },
      unit: try unit.map { try DeclaredName.find($0, "unit", in: policy.organisation) },
      purpose: try purpose.map { try DeclaredName.find($0, "purpose", in: policy.purposes) },
      otherUnit: try otherUnit.map { try DeclaredName.find($0, "unit", in: policy.organisation) }
    )
  }
}

/// The role that stands beside the one that is shown.
struct ComparisonOptions: ParsableArguments {
  @Option(help: "Another role template to compare with: shows only what differs.")
  var compare: String?

  @Option(help: "A subtemplate of the other; without it, the same as the first's.")
  var compareSubtemplate: [String] = []

  @Option(help: "The provider record of the other; without it, the same as the first's.")
  var compareProviderRecord: String?

  @Option(help: "Where the other is logged in; without it, the same unit if the role opens it.")
  var compareUnit: String?

  @Option(
    help: "Another policy set to compare with: the same role there, or that of --compare.",
    completion: .directory
  )
  var comparePolicy: String?

  /// Whether there is anything to compare with.
  var isGiven: Bool {
    compare != nil || comparePolicy != nil || !compareSubtemplate.isEmpty
      || compareProviderRecord != nil || compareUnit != nil
  }

  /// The options of the other role: those of the first, but for what is given here.
  func role(beside first: RoleOptions) -> RoleOptions {
    var other = first
    if let compare { other.template = compare }
    if !compareSubtemplate.isEmpty { other.subtemplate = compareSubtemplate }
    if let compareProviderRecord { other.providerRecord = compareProviderRecord }
    if let compareUnit { other.unit = compareUnit }
    return other
  }
}

/// Looks up a name that was given as an option.
enum DeclaredName {
  /// The id; ends the command when the policy set declares no such name.
  static func find<Kind, Entry>(
    _ text: String,
    _ kind: String,
    in catalog: Catalog<Kind, Entry>
  ) throws -> Identifier<Kind> {
    if let id = Identifier<Kind>(text), catalog[id] != nil { return id }
    let names = catalog.map(\.id.text)
    let help =
      if let nearest = NearestName.of(text, among: names) {
        "did you mean `\(nearest)`?"
      } else {
        names.isEmpty
          ? "the policy set declares none"
          : "there are: " + names.map { "`\($0)`" }.joined(separator: ", ")
      }
    Terminal.error(line: "error: the policy set has no \(kind) `\(text)`\n  help: \(help)")
    throw ExitStatus.invalid
  }
}
