/// Every mutant of a policy set, rule by rule.
package struct Mutants {
  let policy: Policy

  /// All mutants, in the order of the places that they change.
  package static func all(of policy: Policy) -> [Mutant] {
    let mutants = Mutants(policy: policy)
    let all =
      mutants.ofSessions + mutants.ofTerms + mutants.ofRoles + mutants.ofGrants
      + mutants.ofLicences + mutants.ofRelationships + mutants.ofReach + mutants.ofMarks
      + mutants.ofBlocks + mutants.ofSelfAuthorisation
    return all.enumerated().sorted {
      ($0.element.range, $0.offset) < ($1.element.range, $1.offset)
    }.map(\.element)
  }

  /// Whether the checker takes a mutant: it refuses conditions that are always or never true, and
  /// windows that never open.
  package static func refused(_ mutants: [Mutant], of policy: Policy) -> [Bool] {
    let analysis = ConditionAnalysis(policy, mostTrials: 10_000_000)
    var known: [Condition: Bool] = [:]
    return mutants.map { mutant in
      guard let condition = mutant.condition else { return false }
      if case .constant = condition { return false }
      if let answer = known[condition] { return answer }
      let answer = !analysis.constantParts(of: condition).isEmpty
      known[condition] = answer
      return answer
    }
  }
}

/// Makes mutants of one rule.
struct MutantMaker {
  let rule: MutatedRule
  let range: SourceRange
  let touches: MutantReach

  init(_ kind: MutatedRule.Kind, _ id: String, _ term: Term, touches: MutantReach) {
    rule = MutatedRule(kind: kind, id: id, title: term.title)
    range = term.range
    self.touches = touches
  }

  func callAsFunction(
    _ change: MutantChange,
    at range: SourceRange? = nil,
    touches: MutantReach? = nil,
    condition: Condition? = nil,
    _ edit: @escaping @Sendable (inout Policy) -> Void
  ) -> Mutant {
    Mutant(
      rule: rule,
      change: change,
      range: range ?? self.range,
      touches: touches ?? self.touches,
      condition: condition,
      edit: edit
    )
  }

  /// Each value taken out of a list; the last one stays.
  func losing<Kind>(
    _ ids: Set<Identifier<Kind>>,
    key: String,
    keepsLast: Bool = true,
    _ edit: @escaping @Sendable (inout Policy, Set<Identifier<Kind>>) -> Void
  ) -> [Mutant] {
    guard ids.count > (keepsLast ? 1 : 0) else { return [] }
    return ids.sorted().map { id in
      let left = ids.subtracting([id])
      return self(.lost(key: key, value: id.text)) { edit(&$0, left) }
    }
  }

  /// Each value taken out of a list that limits, and the limit taken away.
  func limiting<Kind>(
    _ ids: Set<Identifier<Kind>>?,
    key: String,
    _ edit: @escaping @Sendable (inout Policy, Set<Identifier<Kind>>?) -> Void
  ) -> [Mutant] {
    guard let ids else { return [] }
    return losing(ids, key: key) { edit(&$0, $1) } + [self(.freed(key: key)) { edit(&$0, nil) }]
  }

  func condition(
    _ condition: Condition,
    key: String,
    _ edit: @escaping @Sendable (inout Policy, Condition) -> Void
  ) -> [Mutant] {
    ConditionVariants.all(of: condition, at: range).map { variant in
      let changed = variant.condition
      return self(variant.change(key), at: variant.range, condition: changed) {
        edit(&$0, changed)
      }
    }
  }

  /// A condition that says when something is hidden: changed, or the other way round.
  func hiding(
    _ condition: Condition,
    _ edit: @escaping @Sendable (inout Policy, Condition) -> Void
  ) -> [Mutant] {
    let key = "hidesExistence"
    func constant(_ value: Bool) -> Mutant {
      let change = MutantChange.changed(
        key: key,
        from: condition.asWritten,
        to: Condition.constant(value).asWritten
      )
      return self(change) { edit(&$0, .constant(value)) }
    }
    if case .constant(let value) = condition { return [constant(!value)] }
    return [constant(true), constant(false)]
      + self.condition(condition, key: key, edit).filter { $0.change != .freed(key: key) }
  }

  /// What a number that must be reached can be otherwise.
  func least(
    _ least: Int64?,
    key: String,
    _ edit: @escaping @Sendable (inout Policy, Int64?) -> Void
  ) -> [Mutant] {
    guard let least else { return [] }
    let others: [Int64] = [least - 1, least + 1].filter { $0 >= 0 }
    return others.map { other in
      self(.changed(key: key, from: "\(least)", to: "\(other)")) { edit(&$0, other) }
    }
  }
}
