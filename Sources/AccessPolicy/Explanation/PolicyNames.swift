/// What people call the ids of a policy set, each with the id in parentheses where one asks for it.
package struct PolicyNames: Sendable {
  let policy: Policy
  let language: Language
  /// Whether ids stand behind titles; without, an id stands only where there is no title.
  let hasIDs: Bool

  package init(_ policy: Policy, language: Language, hasIDs: Bool = true) {
    self.policy = policy
    self.language = language
    self.hasIDs = hasIDs
  }

  /// The same names without ids.
  var plain: PolicyNames { PolicyNames(policy, language: language, hasIDs: false) }

  /// The rule that decided a gate, or was considered there.
  package func rule(_ id: RuleID, at gate: GateID) -> String {
    name(title(of: id, at: gate), id.text)
  }

  /// What a rule is called; `nil` where the gate has no such rule.
  package func title(of id: RuleID, at gate: GateID) -> LocalizedText? {
    term(of: id, at: gate)?.title
  }

  /// Title, ground and place of a rule; `nil` where the gate has no such rule.
  package func term(of id: RuleID, at gate: GateID) -> Term? {
    switch gate {
    case .authorisation, .workplace, .authentication:
      policy.templates[id.cast()]?.term ?? policy.subtemplates[id.cast()]?.term
    case .purpose: policy.purposes[id.cast()]?.term
    case .readOnly, .unnamedMark: nil
    case .function: policy.securityClasses.lazy.flatMap(\.entry.grants).first { $0.id == id }?.term
    case .licence: policy.providerRecords.lazy.flatMap(\.entry.grants).first { $0.id == id }?.term
    case .relationship:
      policy.careRelationships[id.cast()]?.term ?? policy.reach[id.cast()]?.term
        ?? policy.selfAuthorisation[id.cast()]?.term
    case .mark(let mark):
      policy.marks[mark]?.circle.first { $0.id == id }?.term ?? policy.marks[mark]?.term
    case .block: policy.blocks[id.cast()]?.term
    }
  }

  /// The requirements that the rule which decided a gate rests on.
  func because(_ answer: GateAnswer) -> [RequirementID] {
    answer.rule.flatMap { term(of: $0, at: answer.gate) }?.because ?? []
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

  func unit(_ id: UnitID) -> String { name(policy.organisation[id]?.term.title, id.text) }

  func purpose(_ id: PurposeID) -> String { name(policy.purposes[id]?.term.title, id.text) }

  func subtemplate(_ id: SubtemplateID) -> String {
    name(policy.subtemplates[id]?.term.title, id.text)
  }

  func providerRecord(_ id: ProviderRecordID) -> String {
    name(policy.providerRecords[id]?.term.title, id.text)
  }

  func requirement(_ id: RequirementID) -> String {
    name(policy.requirements[id]?.term.title, id.text)
  }

  package func reason(_ id: ReasonID) -> String { name(policy.reasons[id]?.term.title, id.text) }

  package func obligation(_ id: ObligationID) -> String {
    name(policy.obligations[id]?.title, id.text)
  }

  /// One way to give a reason, and what comes with it, as sentences.
  package func offer(_ offer: Demand.Offer) -> String {
    let everyReason = Set(offer.textRequiredFor) == Set(offer.reasons)
    let words = ExplanationWords(names: self)
    let demand = words.demand(
      offer,
      selfAuthorisation(offer.rule),
      offer.reasons.map(plain.reason),
      texts: everyReason ? nil : offer.textRequiredFor.map(plain.reason)
    )
    guard !offer.obligations.isEmpty else { return demand }
    return demand + " " + words.obligations(offer.obligations.map(plain.obligation)) + "."
  }

  /// A fact, by the name under which decisions say that it was not known.
  package func fact(_ fact: String) -> String { name(FactTitles.title(of: fact, policy), fact) }

  func name(_ title: LocalizedText?, _ id: String) -> String {
    guard let title else { return "`\(id)`" }
    return hasIDs ? "\(title[language]) (`\(id)`)" : title[language]
  }
}
