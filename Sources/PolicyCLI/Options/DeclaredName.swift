import AccessPolicy
import ArgumentParser
import PolicyScenarios

/// Looks up a name that was given as an option.
enum DeclaredName {
  static func find(_ texts: [String], in policy: Policy) throws -> Set<SubtemplateID> {
    Set(try texts.map { try find($0, "subtemplate", in: policy.subtemplates) })
  }

  static func find(_ text: String?, in policy: Policy) throws -> ProviderRecordID? {
    try text.map { try find($0, "provider record", in: policy.providerRecords) }
  }

  /// The id; ends the command when the policy set declares no such name.
  static func find<Kind, Entry>(
    _ text: String,
    _ kind: String,
    in catalog: Catalog<Kind, Entry>
  ) throws -> Identifier<Kind> {
    if let id = Identifier<Kind>(text), catalog[id] != nil { return id }
    throw missing(text, kind, among: catalog.map(\.id.text))
  }

  /// The id; ends the command when the standard situations have no such entry.
  static func find(
    _ text: String,
    _ kind: String,
    among entries: [StandardSituations.Entry]
  ) throws -> SituationID {
    if let entry = entries.first(where: { $0.id.text == text }) { return entry.id }
    throw missing(text, kind, among: entries.map(\.id.text))
  }

  private static func missing(_ text: String, _ kind: String, among names: [String]) -> ExitCode {
    let help =
      if let nearest = NearestName.of(text, among: names) {
        "did you mean `\(nearest)`?"
      } else {
        names.isEmpty
          ? "the policy set declares none"
          : "there are: " + names.map { "`\($0)`" }.joined(separator: ", ")
      }
    Terminal.error(line: "error: the policy set has no \(kind) `\(text)`\n  help: \(help)")
    return ExitStatus.invalid
  }
}
