/// Gives authorisations by staff records, as the policy set's provisioning rules say.
///
/// It is a pure function of the record: the same record always gives the same, whatever other records
/// there are and whenever it is asked. What is missing in a record never gives more than what is there.
///
/// ```swift
/// let provisioner = Provisioner(policy)
/// switch provisioner.outcome(of: record).result {
/// case .given(let authorisation, let grounds): print(authorisation.units, grounds.template)
/// case .refused(let reasons): print(reasons)
/// }
/// ```
public struct Provisioner: Sendable {
  /// The policy set.
  public let policy: Policy

  private let rules: [CompiledRule]
  private let conditions: ConditionTable
  private let organisation: OrganisationIndex

  private struct CompiledRule: Sendable {
    let id: ProvisioningRuleID
    let rule: ProvisioningRule
    let node: Int
  }

  /// Makes the rules of a policy set ready.
  public init(_ policy: Policy) {
    var conditions = ConditionTable()
    var rules: [CompiledRule] = []
    for (id, rule) in policy.provisioning {
      let node = conditions.add(rule.condition, policy).node
      rules.append(CompiledRule(id: id, rule: rule, node: node))
    }
    self.policy = policy
    self.rules = rules
    self.conditions = conditions
    organisation = OrganisationIndex(policy)
  }

  /// What a staff record gives.
  ///
  /// - Complexity: linear in the rules of the policy set.
  public func outcome(of record: StaffRecord) -> ProvisioningOutcome {
    var refusals = RecordFields(record, policy).refusals
    let facts = RecordFacts(record, conditions, organisation, policy)
    var applying: [CompiledRule] = []
    var undetermined: [ProvisioningRuleID] = []
    var missing: Set<String> = []
    for rule in rules {
      switch facts.truth(rule.node) {
      case .yes: applying.append(rule)
      case .no: break
      case .unknown:
        undetermined.append(rule.id)
        missing.formUnion(facts.missingFields(rule.node))
      }
    }
    if !undetermined.isEmpty {
      // What is wrong with a field has been said; what depends on it follows.
      missing.subtract(refusals.compactMap(\.field))
      if !missing.isEmpty || refusals.isEmpty {
        refusals.append(.undetermined(undetermined, missing: missing.sorted()))
      }
    }
    let templates = applying.filter { $0.rule.template != nil }
    if templates.count > 1 { refusals.append(.severalTemplates(templates.map(\.id))) }
    let licences = applying.filter { $0.rule.providerRecord != nil }
    if licences.count > 1 { refusals.append(.severalProviderRecords(licences.map(\.id))) }
    if refusals.isEmpty, templates.isEmpty { refusals.append(.noTemplate) }
    guard refusals.isEmpty, let template = templates.first?.rule.template,
      let templateRule = templates.first?.id
    else { return ProvisioningOutcome(record, .refused(refusals)) }

    var subtemplates: [SubtemplateID: [ProvisioningRuleID]] = [:]
    for rule in applying {
      for id in rule.rule.subtemplates { subtemplates[id, default: []].append(rule.id) }
    }
    let grounds = ProvisioningGrounds(
      template: templateRule,
      subtemplates: subtemplates,
      providerRecord: licences.first?.id
    )
    let units = loginUnits(template, grounds)
    refusals = units.refusals(at: record.workplace.value, organisation, policy)
    guard refusals.isEmpty else {
      return ProvisioningOutcome(record, .refused(refusals))
    }
    let authorisation = Authorisation(
      template: template,
      subtemplates: Set(subtemplates.keys),
      providerRecord: licences.first?.rule.providerRecord.map { .known($0) } ?? .absent,
      isActive: .known(true),
      from: record.from,
      until: record.until,
      deviations: []
    )
    let entry = RegisteredAuthorisation(
      staff: record.staff,
      authorisation: authorisation,
      units: units.all,
      source: AuthorisationSource(record: record.id, rules: grounds.rules)
    )
    return ProvisioningOutcome(record, .given(entry, grounds))
  }

  /// The units that a template and subtemplates list, with the rules that gave these.
  private func loginUnits(_ template: TemplateID, _ grounds: ProvisioningGrounds) -> LoginUnits {
    var units = LoginUnits()
    func add(_ part: RoleTemplate?, by rules: [ProvisioningRuleID]) {
      let mayBeElsewhere = rules.contains { policy.provisioning[$0]?.givesElsewhere ?? false }
      for unit in part?.units ?? [] { units.add(unit, by: rules, mayBeElsewhere: mayBeElsewhere) }
    }
    add(policy.templates[template], by: [grounds.template])
    for (id, rules) in grounds.subtemplates { add(policy.subtemplates[id], by: rules) }
    return units
  }
}
