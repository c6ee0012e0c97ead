extension Lint {
  /// A grant, relationship, reach or self-authorisation rule that no request can make apply.
  ///
  /// One reason is given for each, the plainest first.
  static let neverApplies = Lint(code: .neverApplies) { subject in
    let rules = subject.heldRules.compactMap { rule -> LintFinding? in
      subject.whyNever(rule).map { LintFinding(about: rule.term, $0) }
    }
    return rules + subject.deadLinks + subject.deadSelfAuthorisation + subject.deadProvisioning
  }
}

extension LintSubject {
  /// Why no request can make a rule apply; `nil` where one may.
  func whyNever(_ rule: LintRule) -> Diagnostic? {
    let place = rule.term.range
    if rule.condition == .constant(false) { return .saysNever(rule.name, at: place) }
    guard analysis.mayHold([rule.condition]) else {
      return .holdsNever(rule.name, condition: rule.condition.words, at: place)
    }
    let had = rule.holders.all(\.purposes)
    if served(rule.purposes).isDisjoint(with: had) {
      return .purposeOfNobody(rule.name, had: had.sorted().map(\.text), at: place)
    }
    guard analysis.mayHold([rule.condition], given: rule.assumed) else {
      return .againstItsOwnKeys(
        rule.name,
        condition: rule.condition.words,
        keys: rule.about + ["purposes"],
        at: place
      )
    }
    guard let id = rule.takes, let taken = policy.selfAuthorisation[id] else { return nil }
    guard rule.holders.all(\.selfAuthorisation).contains(id) else {
      return .takenByNobody(rule.name, id, at: place)
    }
    return analysis.mayHold([rule.condition, taken.condition], given: rule.assumed)
      ? nil : .againstTheCriteria(rule.name, id, criteria: taken.condition.words, at: place)
  }

  /// Relationships that take only links in a status that never counts.
  fileprivate var deadLinks: [LintFinding] {
    policy.careRelationships.compactMap { id, relationship in
      guard !relationship.links.isEmpty, !hasLiveLinks(relationship) else { return nil }
      let kinds = relationship.links.compactMap { policy.patientLogistics[$0] }
      let counting = kinds.reduce(into: Set<LinkStatusID>()) { $0.formUnion($1.counts) }
      return LintFinding(
        about: relationship.term,
        .noStatusCounts(id, counting: counting.sorted().map(\.text), at: relationship.term.range)
      )
    }
  }

  /// Whether some link that a relationship takes can be in a status that counts.
  func hasLiveLinks(_ relationship: CareRelationship) -> Bool {
    relationship.links.compactMap { policy.patientLogistics[$0] }.contains { kind in
      !kind.hasStatuses || !kind.counting(relationship.statuses).isEmpty
    }
  }

  fileprivate var deadProvisioning: [LintFinding] {
    policy.provisioning.compactMap { id, rule in
      let name = "the provisioning rule `\(id)`"
      if rule.condition == .constant(false) {
        return LintFinding(about: rule.term, .saysNever(name, at: rule.term.range))
      }
      guard !analysis.mayHold([rule.condition]) else { return nil }
      return LintFinding(
        about: rule.term,
        .holdsNever(name, condition: rule.condition.words, at: rule.term.range)
      )
    }
  }

  fileprivate var deadSelfAuthorisation: [LintFinding] {
    policy.selfAuthorisation.compactMap { id, rule in
      let holders = holders { $0.selfAuthorisation.contains(id) }
      guard !holders.roles.isEmpty else { return nil }
      let name = "the self-authorisation rule `\(id)`"
      let had = holders.all(\.purposes)
      if rule.condition == .constant(false) {
        return LintFinding(about: rule.term, .saysNever(name, at: rule.term.range))
      }
      guard served(rule.purposes).isDisjoint(with: had) else { return nil }
      return LintFinding(
        about: rule.term,
        .purposeOfNobody(name, had: had.sorted().map(\.text), at: rule.term.range)
      )
    }
  }
}
