extension Lint {
  /// A grant to content that no role with the grant comes near: no relationship to the patients that
  /// it is about, or no reach rule for it, that can apply together with the grant.
  static let unreachableClass = Lint(code: .unreachableClass) { subject in
    let grants = subject.policy.securityClasses.flatMap { $0.entry.grants }
    let ways = subject.ways
    return zip(subject.grantRules, grants).compactMap { rule, grant in
      // A grant that never applies is another matter.
      guard !rule.holders.roles.isEmpty, subject.whyNever(rule) == nil else { return nil }
      let held = ways.filter { $0.isHeld(rule.holders) }
      let far = grant.contentClasses.sorted().filter { id in
        guard let declared = subject.policy.contentClasses[id] else { return false }
        return !held.contains {
          $0.leads(to: id, declared) && subject.mayMeet($0, rule, grant, on: id)
        }
      }
      guard let first = far.first, let declared = subject.policy.contentClasses[first] else {
        return nil
      }
      return LintFinding(
        about: grant.term,
        .unreachableClass(
          grant.id,
          far.map(\.text),
          isAboutPatient: declared.isAboutPatient,
          besides: held.filter { $0.leads(to: first, declared) }.map(\.id),
          roles: rule.holders.roles.map(\.id),
          at: grant.term.range
        )
      )
    }
  }
}

/// What brings a role near content: a relationship, a reach rule, or self-authorisation to patients.
private struct Way {
  let id: String
  let isHeld: (Holders) -> Bool
  /// The classes that it names; `nil` where it leads to whatever is about patients.
  let contentClasses: Set<ContentClassID>?
  let purposes: Set<PurposeID>?
  let condition: Condition
  let takes: SelfAuthorisationID?
  let relationship: CareRelationship?

  func leads(to id: ContentClassID, _ contentClass: ContentClass) -> Bool {
    contentClass.isAboutPatient
      ? contentClasses == nil : contentClasses.map { $0.contains(id) } ?? false
  }
}

extension LintSubject {
  fileprivate var ways: [Way] {
    let relationships = policy.careRelationships.map { id, rule in
      Way(
        id: id.text,
        isHeld: { $0.all(\.relationships).contains(id) },
        contentClasses: nil,
        purposes: rule.purposes,
        condition: rule.condition,
        takes: rule.takes,
        relationship: rule
      )
    }
    let reach = policy.reach.map { id, rule in
      Way(
        id: id.text,
        isHeld: { $0.all(\.reach).contains(id) },
        contentClasses: rule.contentClasses,
        purposes: rule.purposes,
        condition: rule.condition,
        takes: rule.takes,
        relationship: nil
      )
    }
    let selfAuthorised = policy.selfAuthorisation.filter { $0.entry.scope == .patient }.map {
      id,
      rule in
      Way(
        id: id.text,
        isHeld: { $0.all(\.selfAuthorisation).contains(id) },
        contentClasses: nil,
        purposes: rule.purposes,
        condition: rule.condition,
        takes: nil,
        relationship: nil
      )
    }
    return relationships + reach + selfAuthorised
  }

  /// Whether some request may let a grant and a way to its content apply both.
  fileprivate func mayMeet(
    _ way: Way,
    _ rule: LintRule,
    _ grant: FunctionGrant,
    on contentClass: ContentClassID
  ) -> Bool {
    var purposes = served(rule.purposes).intersection(rule.holders.all(\.purposes))
      .intersection(served(way.purposes))
    var conditions = [rule.condition, way.condition]
    for id in [rule.takes, way.takes].compactMap(\.self) {
      guard let taken = policy.selfAuthorisation[id],
        rule.holders.all(\.selfAuthorisation).contains(id)
      else { return false }
      purposes.formIntersection(served(taken.purposes))
      conditions.append(taken.condition)
    }
    guard !purposes.isEmpty else { return false }
    var assumed = assumed([contentClass], grant.actions)
    assumed.codes[.sessionPurpose] = policy.purposes.indices(of: purposes)
    if let relationship = way.relationship {
      guard hasLiveLinks(relationship) else { return false }
      assume(&assumed, linksOf: relationship)
    }
    return analysis.mayHold(conditions, given: assumed)
  }
}
