import AccessPolicy
import PolicyScenarios

/// What the entries of a policy set and of its situations are called, in one language.
struct DryRunNames {
  let policy: Policy
  let standard: StandardSituations
  let language: Language

  init(_ report: DryRunReport, _ language: Language) {
    policy = report.policy
    standard = report.standard
    self.language = language
  }

  func callAsFunction(_ id: TemplateID) -> String { both(policy.templates[id]?.term, id) }
  func callAsFunction(_ id: SubtemplateID) -> String { both(policy.subtemplates[id]?.term, id) }
  func callAsFunction(_ id: ProviderRecordID) -> String {
    both(policy.providerRecords[id]?.term, id)
  }
  func callAsFunction(_ id: UnitID) -> String { both(policy.organisation[id]?.term, id) }
  func callAsFunction(_ id: PurposeID) -> String { both(policy.purposes[id]?.term, id) }
  func callAsFunction(_ id: RelationshipID) -> String {
    both(policy.careRelationships[id]?.term, id)
  }
  func callAsFunction(_ id: SelfAuthorisationID) -> String {
    both(policy.selfAuthorisation[id]?.term, id)
  }

  func title(_ id: ActionID) -> String { policy.actions[id]?.term.title[language] ?? id.text }
  func title(_ id: ContentClassID) -> String {
    policy.contentClasses[id]?.term.title[language] ?? id.text
  }
  func title(_ id: SelfAuthorisationID) -> String {
    policy.selfAuthorisation[id]?.term.title[language] ?? id.text
  }
  func title(_ id: ReasonID) -> String { policy.reasons[id]?.term.title[language] ?? id.text }
  func title(_ id: ObligationID) -> String { policy.obligations[id]?.title[language] ?? id.text }
  func title(_ id: TemplateID) -> String { policy.templates[id]?.term.title[language] ?? id.text }

  /// The title of a situation, of a kind of content, or of a place.
  func situation(_ id: SituationID) -> String { of(id, standard.situations) }
  func content(_ id: SituationID) -> String { of(id, standard.content) }
  func place(_ id: SituationID) -> String { of(id, standard.withoutPatient) }

  private func of(_ id: SituationID, _ entries: [StandardSituations.Entry]) -> String {
    entries.first { $0.id == id }?.title[language] ?? id.text
  }

  private func both<Kind>(_ term: Term?, _ id: Identifier<Kind>) -> String {
    term.map { "\($0.title[language]) (\(id))" } ?? id.text
  }
}
