/// What lints ask alike of grants, care relationships and reach rules.
struct LintRule {
  /// What it is called in messages: ``the grant `nursing/notes` ``.
  let name: String
  let id: String
  let term: Term
  let condition: Condition
  let purposes: Set<PurposeID>?
  let takes: SelfAuthorisationID?
  let obligations: Set<ObligationID>
  let holders: Holders
  /// The keys that say what it is about.
  let about: [String]
  /// What is known where the rule is looked at, by these keys.
  let assumed: Assumptions
}

extension LintSubject {
  /// Every rule that opens and that some role has.
  var heldRules: [LintRule] { (grantRules + relationshipRules + reachRules).filter(\.isHeld) }

  var grantRules: [LintRule] {
    policy.securityClasses.flatMap { id, securityClass in
      let holders = holders { $0.securityClasses.contains(id) }
      return securityClass.grants.map { grant in
        LintRule(
          name: "the grant `\(grant.id)`",
          id: grant.id.text,
          term: grant.term,
          condition: grant.condition,
          purposes: grant.purposes,
          takes: grant.takes,
          obligations: grant.obligations,
          holders: holders,
          about: ["do", "on"],
          assumed: assumed(grant.contentClasses, grant.actions, grant.purposes, holders)
        )
      }
    }
  }

  var relationshipRules: [LintRule] {
    policy.careRelationships.map { id, relationship in
      let holders = holders { $0.relationships.contains(id) }
      var assumed = assumed(nil, nil, relationship.purposes, holders)
      assume(&assumed, linksOf: relationship)
      return LintRule(
        name: "the care relationship `\(id)`",
        id: id.text,
        term: relationship.term,
        condition: relationship.condition,
        purposes: relationship.purposes,
        takes: relationship.takes,
        obligations: relationship.obligations,
        holders: holders,
        about: ["links"],
        assumed: assumed
      )
    }
  }

  var reachRules: [LintRule] {
    policy.reach.map { id, reach in
      let holders = holders { $0.reach.contains(id) }
      return LintRule(
        name: "the reach rule `\(id)`",
        id: id.text,
        term: reach.term,
        condition: reach.condition,
        purposes: reach.purposes,
        takes: reach.takes,
        obligations: reach.obligations,
        holders: holders,
        about: ["on"],
        assumed: assumed(reach.contentClasses, nil, reach.purposes, holders)
      )
    }
  }

  // MARK: What is known

  private func assumed(
    _ classes: Set<ContentClassID>?,
    _ actions: Set<ActionID>?,
    _ purposes: Set<PurposeID>?,
    _ holders: Holders
  ) -> Assumptions {
    var assumed = assumed(classes, actions)
    let served = served(purposes).intersection(holders.all(\.purposes))
    assumed.codes[.sessionPurpose] = policy.purposes.indices(of: served)
    return assumed
  }

  /// That the content is of some class and the action one of some; `nil` for all.
  func assumed(_ classes: Set<ContentClassID>?, _ actions: Set<ActionID>?) -> Assumptions {
    var assumed = Assumptions.none
    assumed.codes[.contentClass] = classes.map(policy.contentClasses.indices)
    assumed.codes[.requestAction] = actions.map(policy.actions.indices)
    return assumed
  }

  /// That the link is of a kind that a relationship takes, and in a status that counts.
  func assume(_ assumed: inout Assumptions, linksOf relationship: CareRelationship) {
    assumed.codes[.linkKind] = policy.patientLogistics.indices(of: relationship.links)
    let kinds = relationship.links.compactMap { policy.patientLogistics[$0] }
    guard kinds.allSatisfy(\.hasStatuses) else { return }
    let counting = Set(kinds.flatMap { $0.counting(relationship.statuses) })
    assumed.codes[.linkStatus] = policy.linkStatuses.indices(of: counting)
  }
}

extension LintRule {
  fileprivate var isHeld: Bool { !holders.roles.isEmpty }
}

extension LogisticsKind {
  /// Whether links of the kind have a status at all.
  var hasStatuses: Bool { !(counts.isEmpty && neverCounts.isEmpty) }

  /// The statuses in which a link makes a relationship that names these, or none.
  func counting(_ named: Set<LinkStatusID>?) -> Set<LinkStatusID> {
    named.map { counts.intersection($0) } ?? counts
  }
}

extension Catalog {
  /// The dense indices of some of its ids.
  func indices(of ids: Set<Identifier<Kind>>) -> Set<Int64> {
    Set(ids.compactMap { index(of: $0).map(Int64.init) })
  }
}
