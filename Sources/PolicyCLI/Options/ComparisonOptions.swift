import AccessPolicy
import ArgumentParser
import PolicyScenarios

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
  var isGiven: Bool { comparePolicy != nil || changesRole }

  /// Whether the other is another role, and not the same in another policy set.
  private var changesRole: Bool {
    compare != nil || !compareSubtemplate.isEmpty || compareProviderRecord != nil
      || compareUnit != nil
  }

  /// The other holder: as the first, but for what is given here.
  func holder(beside first: DryRunHolder, in policy: Policy) throws -> DryRunHolder {
    var other = first
    if changesRole { other.source = nil }
    if let compare {
      other.template = try DeclaredName.find(compare, "role template", in: policy.templates)
    }
    if !compareSubtemplate.isEmpty {
      other.subtemplates = try DeclaredName.find(compareSubtemplate, in: policy)
    }
    if let compareProviderRecord {
      other.providerRecord = try DeclaredName.find(compareProviderRecord, in: policy)
    }
    if let compareUnit {
      other.unit = try DeclaredName.find(compareUnit, "unit", in: policy.organisation)
    }
    return other
  }
}
