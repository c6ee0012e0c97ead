/// What people call the ids of a policy set, each with the id in parentheses.
package struct PolicyNames: Sendable {
  let policy: Policy
  let language: Language

  package init(_ policy: Policy, language: Language) {
    self.policy = policy
    self.language = language
  }

  /// The rule that decided a gate, or was considered there.
  package func rule(_ id: RuleID, at gate: GateID) -> String {
    name(title(of: id, at: gate), id.text)
  }

  /// What a rule is called; `nil` where the gate has no such rule.
  package func title(of id: RuleID, at gate: GateID) -> LocalizedText? {
    switch gate {
    case .authorisation, .workplace, .authentication:
      policy.templates[id.cast()]?.term.title ?? policy.subtemplates[id.cast()]?.term.title
    case .purpose: policy.purposes[id.cast()]?.term.title
    case .readOnly, .unnamedMark: nil
    case .function:
      policy.securityClasses.lazy.flatMap(\.entry.grants).first { $0.id == id }?.term.title
    case .licence:
      policy.providerRecords.lazy.flatMap(\.entry.grants).first { $0.id == id }?.term.title
    case .relationship:
      policy.careRelationships[id.cast()]?.term.title ?? policy.reach[id.cast()]?.term.title
        ?? policy.selfAuthorisation[id.cast()]?.term.title
    case .mark(let mark):
      policy.marks[mark]?.circle.first { $0.id == id }?.term.title ?? policy.marks[mark]?.term.title
    case .block: policy.blocks[id.cast()]?.term.title
    }
  }

  func mark(_ id: MarkID) -> String { name(policy.marks[id]?.term.title, id.text) }

  package func action(_ id: ActionID) -> String { name(policy.actions[id]?.term.title, id.text) }

  package func contentClass(_ id: ContentClassID) -> String {
    name(policy.contentClasses[id]?.term.title, id.text)
  }

  func kind(_ id: LogisticsKindID) -> String {
    name(policy.patientLogistics[id]?.term.title, id.text)
  }

  func status(_ id: LinkStatusID) -> String { name(policy.statuses[id]?.title, id.text) }

  func relationship(_ id: RelationshipID) -> String {
    name(policy.careRelationships[id]?.term.title, id.text)
  }

  func selfAuthorisation(_ id: SelfAuthorisationID) -> String {
    name(policy.selfAuthorisation[id]?.term.title, id.text)
  }

  package func reason(_ id: ReasonID) -> String { name(policy.reasons[id]?.term.title, id.text) }

  /// A fact, by the name under which decisions say that it was not known.
  package func fact(_ fact: String) -> String { name(FactTitles.title(of: fact, policy), fact) }

  private func name(_ title: LocalizedText?, _ id: String) -> String {
    title.map { "\($0[language]) (`\(id)`)" } ?? "`\(id)`"
  }
}
