@testable import AccessPolicy

// Section 7: what a staff record gives.

extension ReferenceEvaluator {
  func recordFact(_ attribute: BuiltInAttribute) -> Fact<ReferenceValue> {
    guard let record else { return .unknown }
    switch attribute {
    case .recordStaff: return .known(.key(TextRef(record.staff.text)))
    case .recordEmployer: return unitFact(record.employer)
    case .recordWorkplace: return unitFact(record.workplace)
    case .recordFrom: return record.from.map { .instant($0) }
    case .recordUntil: return record.until.map { .instant($0) }
    default: return .unknown
    }
  }
}

/// Provisions one record by docs/semantics.md, sentence by sentence, slowly.
struct ReferenceProvisioner {
  let policy: Policy
  let record: StaffRecord

  /// What is given, or every reason against it, each as a word or two.
  enum Outcome: Equatable {
    case given(Authorisation, units: Set<UnitID>)
    case refused(Set<String>)
  }

  private func truth(_ rule: ProvisioningRule) -> Ternary {
    var evaluator = ReferenceEvaluator(policy: policy, request: BasePolicy.request())
    evaluator.record = record
    return evaluator.look(at: rule.condition, link: nil).truth
  }

  var outcome: Outcome {
    var reasons = fieldReasons
    let rules = policy.provisioning.map { (id: $0.id, rule: $0.entry, truth: truth($0.entry)) }
    if rules.contains(where: { $0.truth == .unknown }) { reasons.insert("undetermined") }
    let applying = rules.filter { $0.truth == .yes }
    let templates = applying.compactMap(\.rule.template)
    let licences = applying.compactMap(\.rule.providerRecord)
    if templates.count > 1 { reasons.insert("templates") }
    if licences.count > 1 { reasons.insert("licences") }
    guard reasons.isEmpty else { return .refused(reasons) }
    guard templates.count == 1, case .known(let workplace) = record.workplace else {
      return .refused(["no template"])
    }
    let subtemplates = Set(applying.flatMap(\.rule.subtemplates))
    let parts =
      [policy.templates[templates[0]]] + subtemplates.map { policy.subtemplates[$0] }
    let units = Set(parts.flatMap { $0?.units ?? [] })
    if !units.contains(where: { policy.isWithin($0, workplace) || policy.isWithin(workplace, $0) })
    {
      reasons.insert("login unit")
    }
    for unit in units where !policy.isWithin(unit, workplace) {
      let isMeant = applying.map(\.rule).contains { rule in
        rule.givesElsewhere && lists(rule, unit)
      }
      if !isMeant { reasons.insert("elsewhere") }
    }
    guard reasons.isEmpty else { return .refused(reasons) }
    return .given(
      Authorisation(
        template: templates[0],
        subtemplates: subtemplates,
        providerRecord: licences.first.map { .known($0) } ?? .absent,
        isActive: .known(true),
        from: record.from,
        until: record.until,
        deviations: []
      ),
      units: units
    )
  }

  /// Whether something that the rule gives lists the unit.
  private func lists(_ rule: ProvisioningRule, _ unit: UnitID) -> Bool {
    let template = rule.template.flatMap { policy.templates[$0] }
    let given = [template] + rule.subtemplates.map { policy.subtemplates[$0] }
    return given.contains { $0?.units.contains(unit) ?? false }
  }

  private var fieldReasons: Set<String> {
    var reasons: Set<String> = []
    switch record.workplace {
    case .known(let unit): if policy.organisation[unit] == nil { reasons.insert("unit") }
    case .absent, .unknown: reasons.insert("missing")
    }
    if case .known(let unit) = record.employer, policy.organisation[unit] == nil {
      reasons.insert("unit")
    }
    if record.from == .unknown || record.until == .unknown { reasons.insert("missing") }
    if case .known(let from) = record.from, case .known(let until) = record.until, until <= from {
      reasons.insert("period")
    }
    var evaluator = ReferenceEvaluator(policy: policy, request: BasePolicy.request())
    evaluator.record = record
    for (id, _) in policy.attributes[.record] ?? Catalog([:]) {
      guard case .known(let value) = record.attributes[id] else { continue }
      switch evaluator.declaredFact(.record, id, link: nil) {
      case .known(.set(let elements)) where elements.contains(nil): reasons.insert("unit")
      case .unknown: reasons.insert(value.isOrHoldsUnit ? "unit or value" : "value")
      case .known, .absent: break
      }
    }
    return reasons
  }
}

extension AttributeValue {
  fileprivate var isOrHoldsUnit: Bool {
    switch self {
    case .unit: true
    case .set(let values): values.contains { $0.isOrHoldsUnit }
    default: false
    }
  }
}
