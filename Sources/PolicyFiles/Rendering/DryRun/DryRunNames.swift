import AccessPolicy
import PolicyScenarios

/// What the entries of a policy set and of its situations are called, in one language.
struct DryRunNames {
  private let policies: [Policy]
  private let standard: StandardSituations
  private let language: Language

  /// - Parameter other: the policy set to ask for what the report's own does not declare.
  init(_ report: DryRunReport, _ language: Language, or other: Policy? = nil) {
    policies = [report.policy] + (other.map { [$0] } ?? [])
    standard = report.standard
    self.language = language
  }

  init(_ policy: Policy, _ standard: StandardSituations, _ language: Language) {
    policies = [policy]
    self.standard = standard
    self.language = language
  }

  private func found<Found>(_ find: (Policy) -> Found?) -> Found? {
    policies.lazy.compactMap(find).first
  }

  func callAsFunction(_ id: TemplateID) -> String { both(found { $0.templates[id]?.term }, id) }
  func callAsFunction(_ id: SubtemplateID) -> String {
    both(found { $0.subtemplates[id]?.term }, id)
  }
  func callAsFunction(_ id: ProviderRecordID) -> String {
    both(found { $0.providerRecords[id]?.term }, id)
  }
  func callAsFunction(_ id: UnitID) -> String { both(found { $0.organisation[id]?.term }, id) }
  func callAsFunction(_ id: PurposeID) -> String { both(found { $0.purposes[id]?.term }, id) }
  func callAsFunction(_ id: RelationshipID) -> String {
    both(found { $0.careRelationships[id]?.term }, id)
  }
  func callAsFunction(_ id: SelfAuthorisationID) -> String {
    both(found { $0.selfAuthorisation[id]?.term }, id)
  }

  func title(_ id: ActionID) -> String {
    found { $0.actions[id]?.term.title }?[language] ?? id.text
  }
  func title(_ id: ContentClassID) -> String {
    found { $0.contentClasses[id]?.term.title }?[language] ?? id.text
  }
  func title(_ id: SelfAuthorisationID) -> String {
    found { $0.selfAuthorisation[id]?.term.title }?[language] ?? id.text
  }
  func title(_ id: ReasonID) -> String {
    found { $0.reasons[id]?.term.title }?[language] ?? id.text
  }
  func title(_ id: ObligationID) -> String {
    found { $0.obligations[id]?.title }?[language] ?? id.text
  }
  func title(_ id: SubtemplateID) -> String {
    found { $0.subtemplates[id]?.term.title }?[language] ?? id.text
  }
  func title(_ id: ProviderRecordID) -> String {
    found { $0.providerRecords[id]?.term.title }?[language] ?? id.text
  }
  func title(_ id: TemplateID) -> String {
    found { $0.templates[id]?.term.title }?[language] ?? id.text
  }

  /// The title of a situation, of a kind of content, or of a place.
  func situation(_ id: SituationID) -> String { of(id, standard.situations) }
  func content(_ id: SituationID) -> String { of(id, standard.content) }
  func place(_ id: SituationID) -> String { of(id, standard.withoutPatient) }

  /// An action and what it is done to.
  func line<Sign>(_ line: DryRunTable<Sign>.Line) -> String {
    let classes = line.contentClasses.map { title($0) }.joined(separator: "; ")
    let count = line.contentClasses.count
    return "\(title(line.action)): \(classes)\(count > 3 ? " (\(count))" : "")"
  }

  private func of(_ id: SituationID, _ entries: [StandardSituations.Entry]) -> String {
    entries.first { $0.id == id }?.title[language] ?? id.text
  }

  private func both<Kind>(_ term: Term?, _ id: Identifier<Kind>) -> String {
    term.map { "\($0.title[language]) (\(id))" } ?? id.text
  }
}
