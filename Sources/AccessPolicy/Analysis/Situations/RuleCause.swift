/// What was changed, where a rule of a gate is not the same in two policy sets.
///
/// A rule may stand as it stood and mean something else: a circle that opens through a relationship follows
/// the relationship, a right that asks for a reason follows the rule that asks, and whatever a role has
/// follows its templates. The first of these that differs is named.
struct RuleCause {
  let old: Policy
  let new: Policy
  let renames: RenamedParts
  /// The template, as the old policy set names it.
  let template: TemplateID

  /// Something declared, as both policy sets have it; `nil` where one has it not.
  private struct Declared {
    let id: RuleID
    var newID: RuleID?
    let old: (meaning: NamelessRule, range: SourceRange)?
    let new: (meaning: NamelessRule, range: SourceRange)?

    var differs: Bool { old?.meaning != new?.meaning }
  }

  /// The places of what was changed; `nil` where it is the rule of the gate itself.
  func places(_ gate: SituationGate, _ rule: RuleID?) -> (RuleChange.Place?, RuleChange.Place?)? {
    let declared = declared(gate, rule)
    // What nobody changed still stands in both, and is not said to be gone.
    let untouched = declared.first.flatMap { $0.old != nil && $0.new != nil ? $0 : nil }
    let changed = declared.first(where: \.differs) ?? role(gate, rule) ?? untouched
    guard let changed else { return nil }
    return (
      changed.old.map { RuleChange.Place(rule: changed.id, range: $0.range) },
      changed.new.map { RuleChange.Place(rule: changed.newID ?? changed.id, range: $0.range) }
    )
  }

  /// The rule, and then what it refers to.
  private func declared(_ gate: SituationGate, _ rule: RuleID?) -> [Declared] {
    switch gate {
    case .role, .workplace, .authentication, .purpose, .readOnly, .unnamedMark: return []
    case .licence:
      guard let rule else { return [] }
      let grants = [old, new].map { policy in
        policy.providerRecords.flatMap(\.entry.grants).first { $0.id == rule }
      }
      return [declared(rule, grants, \.withoutNames, \.term)]
    case .function:
      guard let rule else { return [] }
      let grants = [old, new].map { policy in
        policy.securityClasses.flatMap(\.entry.grants).first { $0.id == rule }
      }
      return [declared(rule, grants, \.withoutNames, \.term)] + asking(grants.map { $0?.takes })
    case .relationship:
      guard let rule else { return [] }
      return relationship(rule.cast()) + asking([rule.cast(), rule.cast()])
        + [pair(rule.cast(), old.reach, new.reach, \.withoutNames, \.term)]
        + asking([old.reach[rule.cast()]?.takes, new.reach[rule.cast()]?.takes])
    case .mark(let id): return mark(id, rule)
    case .block(let id):
      return [pair(id, old.blocks, new.blocks, \.withoutNames, \.term)]
        + asking([old.blocks[id]?.override, new.blocks[id]?.override])
    }
  }

  private func mark(_ id: MarkID, _ rule: RuleID?) -> [Declared] {
    let marks = [old.marks[id], new.marks[id]]
    let entries = marks.map { mark in mark?.circle.first { $0.id == rule } }
    let whole = pair(id, old.marks, new.marks, \.withoutNames, \.term)
    guard let rule, entries.contains(where: { $0 != nil }) else {
      return [whole] + asking(marks.map { $0?.override })
    }
    let through = Set(entries.flatMap { $0?.through ?? [] })
    return [declared(rule, entries, \.withoutNames, \.term)]
      + through.sorted().flatMap(relationship)
  }

  private func relationship(_ id: RelationshipID) -> [Declared] {
    let rules = [old.careRelationships[id], new.careRelationships[id]]
    let kinds = Set(rules.flatMap { $0?.links ?? [] })
    return [pair(id, old.careRelationships, new.careRelationships, \.withoutNames, \.term)]
      + asking(rules.map { $0?.takes })
      + kinds.sorted().map {
        pair($0, old.patientLogistics, new.patientLogistics, \.withoutNames, \.term)
      }
  }

  private func asking(_ rules: [SelfAuthorisationID?]) -> [Declared] {
    Set(rules.compactMap { $0 }).sorted().map {
      pair($0, old.selfAuthorisation, new.selfAuthorisation, \.withoutNames, \.term)
    }
  }

  // MARK: Roles

  /// The template or subtemplate that gives otherwise what the rule takes.
  private func role(_ gate: SituationGate, _ rule: RuleID?) -> Declared? {
    let name = renames.templates[template] ?? template
    let own = [old.templates[template], new.templates[name]]
    var parts = [(own, declared(template.cast(), own, \.withoutNames, \.term, name.cast()))]
    for id in Set(old.subtemplates.map(\.id) + new.subtemplates.map(\.id)).sorted() {
      let both = [old.subtemplates[id], new.subtemplates[id]]
      parts.append((both, declared(id.cast(), both, \.withoutNames, \.term)))
    }
    parts = parts.filter { $0.1.differs }
    let giving = parts.first { both, _ in
      gives(both[0], gate, rule, old) != gives(both[1], gate, rule, new)
    }
    return giving?.1
  }

  /// What a part of a role gives of what a rule takes.
  private func gives(
    _ part: RoleTemplate?,
    _ gate: SituationGate,
    _ rule: RuleID?,
    _ policy: Policy
  )
    -> Set<String>
  {
    guard let part, let rule else { return [] }
    func asks(_ id: SelfAuthorisationID?) -> Set<String> {
      id.map { part.selfAuthorisation.contains($0) ? ["asks"] : [] } ?? []
    }
    switch gate {
    case .function:
      let owners = policy.securityClasses.filter { id, entry in
        part.securityClasses.contains(id) && entry.grants.contains { $0.id == rule }
      }
      return Set(owners.map(\.id.text))
    case .relationship:
      let id: RelationshipID = rule.cast()
      let related: Set<String> = part.relationships.contains(id) ? ["relationship"] : []
      return related.union(part.reach.contains(rule.cast()) ? ["reach"] : [])
        .union(asks(policy.careRelationships[id]?.takes ?? rule.cast()))
    case .mark(let id):
      let mark = policy.marks[id]
      let through = mark?.circle.first { $0.id == rule }?.through ?? []
      return Set(part.relationships.intersection(through).map(\.text)).union(asks(mark?.override))
    case .block(let id): return asks(policy.blocks[id]?.override)
    case .workplace: return Set(part.units.map(\.text))
    case .purpose: return Set(part.purposes.map(\.text))
    case .role, .authentication, .readOnly, .licence, .unnamedMark: return []
    }
  }

  // MARK: Declarations

  private func pair<Kind, Entry>(
    _ id: Identifier<Kind>,
    _ old: Catalog<Kind, Entry>,
    _ new: Catalog<Kind, Entry>,
    _ meaning: (Entry) -> NamelessRule,
    _ term: (Entry) -> Term
  ) -> Declared {
    declared(id.cast(), [old[id], new[id]], meaning, term)
  }

  private func declared<Entry>(
    _ id: RuleID,
    _ entries: [Entry?],
    _ meaning: (Entry) -> NamelessRule,
    _ term: (Entry) -> Term,
    _ newID: RuleID? = nil
  ) -> Declared {
    let both = entries.map { $0.map { (meaning: meaning($0), range: term($0).range) } }
    return Declared(id: id, newID: newID, old: both[0], new: both[1])
  }
}
