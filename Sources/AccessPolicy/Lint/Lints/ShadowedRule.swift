extension Lint {
  /// A rule beside another that gives at least as much, wherever it applies, to whoever has it.
  static let shadowedRule = Lint(code: .shadowedRule) { subject in
    subject.shadowed(subject.grantScopes) + subject.shadowed(subject.relationshipScopes)
      + subject.shadowed(subject.reachScopes)
  }

  /// A grant of a provider record beside another one of the same record that permits all of it.
  static let shadowedLicence = Lint(code: .shadowedRule) { subject in
    subject.policy.providerRecords.flatMap { $0.entry.grants.shadowed }
  }
}

/// A rule with what it is about, so far as this can be compared with another of its sort.
private struct RuleScope {
  let rule: LintRule
  /// What it is about, piece by piece: another rule includes it only if it has each of these.
  let pieces: [String]
  /// Whether all that another one is about, this one is about too.
  let includes: (Int) -> Bool
  /// The number of its security class; and another, that classes which give the same have in common.
  var securityClass: (number: Int, content: Int)?

  /// Whether both stand in security classes that give the same, which is said of the classes.
  func isTwin(of other: Self) -> Bool {
    guard let mine = securityClass, let its = other.securityClass else { return false }
    return mine.number != its.number && mine.content == its.content
  }
}

extension LintSubject {
  /// How many pairs of conditions are compared: hundreds in a policy set of a hospital.
  private static let mostComparisons = 20_000

  fileprivate var grantScopes: [RuleScope] {
    let grants = policy.securityClasses.flatMap { $0.entry.grants }
    var contents: [Set<GrantContent>: Int] = [:]
    let classes = policy.securityClasses.enumerated().flatMap { number, entry in
      let content = Set(entry.entry.grants.map { GrantContent($0) })
      let first = contents[content] ?? number
      contents[content] = first
      return entry.entry.grants.map { _ in (number: number, content: first) }
    }
    return zip(zip(grantRules, grants), classes).map { ruled, securityClass in
      let (rule, grant) = ruled
      let pieces = grant.actions.flatMap { action in
        grant.contentClasses.map { "\(action) \($0)" }
      }
      let includes = { (other: Int) in
        grants[other].actions.isSubset(of: grant.actions)
          && grants[other].contentClasses.isSubset(of: grant.contentClasses)
      }
      return RuleScope(
        rule: rule,
        pieces: pieces,
        includes: includes,
        securityClass: securityClass
      )
    }
  }

  fileprivate var reachScopes: [RuleScope] {
    let rules = policy.reach.map(\.entry)
    return zip(reachRules, rules).map { rule, reach in
      RuleScope(
        rule: rule,
        pieces: reach.contentClasses.map(\.text),
        includes: { rules[$0].contentClasses.isSubset(of: reach.contentClasses) }
      )
    }
  }

  fileprivate var relationshipScopes: [RuleScope] {
    let relationships = Array(policy.careRelationships)
    let ways = policy.marks.flatMap { $0.entry.circle }.compactMap(\.through)
    return zip(relationshipRules, relationships).map { rule, relationship in
      let includes = { (other: Int) -> Bool in
        let (id, smaller) = relationships[other]
        // A circle may be open through the one and not through the other.
        return ways.allSatisfy { !$0.contains(id) || $0.contains(relationship.id) }
          && takes(relationship.entry, all: smaller)
          && relationship.entry.window.includes(smaller.window)
      }
      return RuleScope(
        rule: rule,
        pieces: relationship.entry.links.map(\.text),
        includes: includes
      )
    }
  }

  /// Whether every link that makes one relationship counts for another.
  private func takes(_ relationship: CareRelationship, all smaller: CareRelationship) -> Bool {
    smaller.links.isSubset(of: relationship.links) && hasLiveLinks(smaller)
      && smaller.links.compactMap { policy.patientLogistics[$0] }.allSatisfy { kind in
        kind.counting(smaller.statuses).isSubset(of: kind.counting(relationship.statuses))
      }
  }

  /// Each rule that stands beside one which gives at least as much.
  fileprivate func shadowed(_ scopes: [RuleScope]) -> [LintFinding] {
    let holders = scopes.map { Set($0.rule.holders.roles.map { "\($0.kind) \($0.id)" }) }
    var withPiece: [String: [Int]] = [:]
    for (number, scope) in scopes.enumerated() {
      for piece in scope.pieces { withPiece[piece, default: []].append(number) }
    }
    let isDead = scopes.map { $0.rule.holders.roles.isEmpty || whyNever($0.rule) != nil }
    var comparisons = 0
    func covers(_ greater: Int, _ smaller: Int) -> Bool {
      guard holders[smaller].isSubset(of: holders[greater]),
        !scopes[greater].isTwin(of: scopes[smaller]), scopes[greater].includes(smaller)
      else { return false }
      comparisons += 1
      return comparisons <= Self.mostComparisons
        && gives(scopes[greater].rule, asMuchAs: scopes[smaller].rule)
    }
    // A rule that never applies is another matter.
    return scopes.indices.filter { !isDead[$0] }.compactMap { smaller in
      // Of two that give the same, the first by id stays.
      let candidates = scopes[smaller].pieces.min().flatMap { withPiece[$0] } ?? []
      let greater = candidates.first {
        $0 != smaller && covers($0, smaller) && ($0 < smaller || !covers(smaller, $0))
      }
      guard let greater else { return nil }
      let (rule, other) = (scopes[smaller].rule, scopes[greater].rule)
      return LintFinding(
        about: rule.term,
        .shadowedRule(
          rule.name,
          by: other.id,
          losesReason: rule.takes != nil && other.takes == nil,
          at: rule.term.range,
          other: other.term.range
        )
      )
    }
  }

  private func gives(_ rule: LintRule, asMuchAs other: LintRule) -> Bool {
    guard served(other.purposes).isSubset(of: served(rule.purposes)) else { return false }
    let isAsGenerous =
      switch (rule.takes, other.takes) {
      // Standard access is tried first, so nobody is ever asked for a reason.
      case (nil, _?): true
      case (nil, nil): rule.obligations.isSubset(of: other.obligations)
      // Of those that take one, the first by id decides, however few its obligations; and a third one
      // between the two would decide in the place of the first.
      case (let mine, let its):
        mine == its && rule.id < other.id && rule.obligations == other.obligations
      }
    return isAsGenerous
      && analysis.implies(other.condition, rule.condition, given: other.assumed)
  }
}

extension Window {
  /// Whether it is open whenever another one is, of any link.
  fileprivate func includes(_ other: Window) -> Bool {
    opens.isNoLater(than: other.opens) && other.closes.isNoLater(than: closes, isEnd: true)
  }
}

extension Window.Edge {
  /// Whether it comes first, or at the same time; without bound is since ever, or for ever.
  fileprivate func isNoLater(than other: Self, isEnd: Bool = false) -> Bool {
    switch (self, other) {
    case (_, .unbounded) where isEnd: true
    case (.unbounded, _) where !isEnd: true
    case (.relative(let anchor, let span), .relative(let otherAnchor, let otherSpan)):
      anchor == otherAnchor && span <= otherSpan
    default: false
    }
  }
}

extension [LicenceGrant] {
  fileprivate var shadowed: [LintFinding] {
    indices.compactMap { index in
      let grant = self[index]
      func covers(_ a: LicenceGrant, _ b: LicenceGrant) -> Bool {
        b.actions.isSubset(of: a.actions) && b.contentClasses.isSubset(of: a.contentClasses)
      }
      let other = indices.first {
        $0 != index && covers(self[$0], grant) && ($0 < index || !covers(grant, self[$0]))
      }
      return other.map { self[$0] }.map { other in
        LintFinding(
          about: grant.term,
          .shadowedRule(
            "the grant `\(grant.id)`",
            by: other.id.text,
            losesReason: false,
            at: grant.term.range,
            other: other.term.range
          )
        )
      }
    }
  }
}
