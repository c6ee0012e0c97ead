import AccessPolicy

/// The ways in which a role can be had beside the one that a matrix shows: with one subtemplate more, or
/// another provider record.
///
/// Only what one staff record can bring counts: the provisioning rules of all parts may apply together. What
/// no such rule gives is given by hand, so it counts beside everything.
struct FurtherHolders {
  private let dryRun: DryRun
  private let analysis: ConditionAnalysis
  private let declared: [(id: SubtemplateID, entry: RoleTemplate)]
  /// For each template and each subtemplate, the conditions one of which gives it.
  private let templates: [TemplateID: [Condition]]
  private let subtemplates: [SubtemplateID: [Condition]]
  private let providerRecords: [ProviderRecordID: [Condition]]

  init(_ dryRun: DryRun) {
    let policy = dryRun.policy
    self.dryRun = dryRun
    analysis = ConditionAnalysis(policy)
    declared = policy.subtemplates.sorted { $0.entry.term.range < $1.entry.term.range }
      .map { ($0.id, $0.entry) }
    var templates: [TemplateID: [Condition]] = [:]
    var subtemplates: [SubtemplateID: [Condition]] = [:]
    var providerRecords: [ProviderRecordID: [Condition]] = [:]
    for rule in policy.provisioning.map(\.entry) {
      if let template = rule.template { templates[template, default: []].append(rule.condition) }
      if let id = rule.providerRecord { providerRecords[id, default: []].append(rule.condition) }
      for id in rule.subtemplates { subtemplates[id, default: []].append(rule.condition) }
    }
    self.templates = templates
    self.subtemplates = subtemplates
    self.providerRecords = providerRecords
  }

  /// Holders with one subtemplate more, at each unit and for each purpose that it may bring.
  func withOneMore(than holder: DryRunHolder) -> [DryRunHolder] {
    declared.filter { !holder.subtemplates.contains($0.id) }.flatMap { id, part in
      with(id, than: holder).map { base -> [DryRunHolder] in
        let shown = DryRunRole(base, dryRun.situations, dryRun.policy)
        let units = [shown.unit] + part.units.subtracting([shown.unit].compactMap { $0 }).sorted()
        let purposes = [shown.purpose] + part.purposes.sorted().filter { $0 != shown.purpose }
        return units.flatMap { unit in
          purposes.map { purpose in
            var further = base
            (further.unit, further.purpose) = (unit, purpose)
            return further
          }
        }
      } ?? []
    }
  }

  /// Holders with each other provider record.
  func withAnotherRecord(than holder: DryRunHolder) -> [DryRunHolder] {
    let unit = DryRunRole(holder, dryRun.situations, dryRun.policy).unit
    return dryRun.policy.providerRecords.sorted { $0.entry.term.range < $1.entry.term.range }
      .filter { id, _ in
        id != holder.providerRecord && mayHave(holder.template, holder.subtemplates, id)
      }.map { id, _ in
        var further = holder
        (further.providerRecord, further.unit) = (id, unit)
        return further
      }
  }

  /// The holder with the subtemplate: in place of what it cannot be had with, what else opens a unit.
  private func with(_ id: SubtemplateID, than holder: DryRunHolder) -> DryRunHolder? {
    var further = holder
    further.subtemplates.insert(id)
    if mayHave(holder.template, further.subtemplates) {
      further.unit = DryRunRole(holder, dryRun.situations, dryRun.policy).unit
      return further
    }
    guard mayHave(holder.template, [id]) else { return nil }
    further.subtemplates = [id]
    for other in holder.subtemplates.sorted() {
      let more = further.subtemplates.union([other])
      if mayHave(holder.template, more) { further.subtemplates = more }
    }
    let role = DryRunRole(further, dryRun.situations, dryRun.policy)
    guard role.units.isEmpty else { return further }
    let workplaces = declared.filter { other in
      !other.entry.units.isEmpty
        && mayHave(holder.template, further.subtemplates.union([other.id]))
    }
    // One that opens a unit and gives nothing else, if there is one.
    let workplace = workplaces.first { $0.entry.onlyOpensUnits } ?? workplaces.first
    if let workplace { further.subtemplates.insert(workplace.id) }
    return further
  }

  /// Whether one record may bring all.
  private func mayHave(
    _ template: TemplateID,
    _ parts: Set<SubtemplateID>,
    _ record: ProviderRecordID? = nil
  ) -> Bool {
    let all =
      [templates[template], record.flatMap { providerRecords[$0] }]
      + parts.sorted().map { subtemplates[$0] }
    return mayHold([], all.compactMap { $0 }[...])
  }

  /// Whether some conditions, and one of each of the other lists, may hold together.
  private func mayHold(_ chosen: [Condition], _ left: ArraySlice<[Condition]>) -> Bool {
    guard let next = left.first else { return true }
    return next.contains { condition in
      let more = chosen + [condition]
      return analysis.mayHold(together: more) && mayHold(more, left.dropFirst())
    }
  }
}

extension RoleTemplate {
  /// Whether it says where one works, and no more.
  fileprivate var onlyOpensUnits: Bool {
    !units.isEmpty && securityClasses.isEmpty && purposes.isEmpty && relationships.isEmpty
      && reach.isEmpty && selfAuthorisation.isEmpty
  }
}
