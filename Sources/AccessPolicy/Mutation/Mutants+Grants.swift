// What roles may do, and what licences permit.

extension Mutants {
  var ofGrants: [Mutant] {
    let widening = Widening(policy)
    return policy.securityClasses.flatMap { owner, securityClass in
      securityClass.grants.flatMap { of($0, owner: owner, widening) }
    }
  }

  private func of(_ grant: FunctionGrant, owner: SecurityClassID, _ widening: Widening)
    -> [Mutant]
  {
    let id = grant.id
    let maker = MutantMaker(
      .grant,
      id.text,
      grant.term,
      touches: .grant(owner, grant.actions, grant.contentClasses)
    )
    let change: @Sendable (inout Policy, (inout FunctionGrant) -> Void) -> Void = {
      (policy, edit) in
      policy.securityClasses.change(owner) { securityClass in
        for index in securityClass.grants.indices where securityClass.grants[index].id == id {
          edit(&securityClass.grants[index])
        }
      }
    }
    var mutants = [
      maker(.removed) {
        $0.securityClasses.change(owner) { $0.grants.removeAll { $0.id == id } }
      }
    ]
    mutants += maker.losing(grant.actions, key: "do") { policy, left in
      change(&policy) { $0.actions = left }
    }
    mutants += maker.losing(grant.contentClasses, key: "on") { policy, left in
      change(&policy) { $0.contentClasses = left }
    }
    if let action = widening.action(for: grant, of: owner) {
      mutants.append(
        maker(
          .gained(key: "do", value: action.text),
          touches: .grant(owner, [action], grant.contentClasses)
        ) { change(&$0) { $0.actions.insert(action) } }
      )
    }
    if let contentClass = widening.contentClass(for: grant, of: owner) {
      mutants.append(
        maker(
          .gained(key: "on", value: contentClass.text),
          touches: .grant(owner, grant.actions, [contentClass])
        ) { change(&$0) { $0.contentClasses.insert(contentClass) } }
      )
    }
    mutants += maker.condition(grant.condition, key: "when") { policy, condition in
      change(&policy) { $0.condition = condition }
    }
    mutants += maker.limiting(grant.purposes, key: "purposes") { policy, left in
      change(&policy) { $0.purposes = left }
    }
    mutants += level(grant.takes, holders: { $0.securityClasses.contains(owner) }, maker) {
      policy,
      takes in
      change(&policy) { $0.takes = takes }
    }
    return mutants
      + maker.losing(grant.obligations, key: "obligations", keepsLast: false) { policy, left in
        change(&policy) { $0.obligations = left }
      }
  }

  /// Standard access where a reason was taken, and a reason where it was not.
  func level(
    _ takes: SelfAuthorisationID?,
    holders: (RoleTemplate) -> Bool,
    _ maker: MutantMaker,
    _ edit: @escaping @Sendable (inout Policy, SelfAuthorisationID?) -> Void
  ) -> [Mutant] {
    guard takes == nil else { return [maker(.takesNoReason) { edit(&$0, nil) }] }
    let ofContent = policy.selfAuthorisation.filter { $0.entry.scope != .patient }.map(\.id)
    let roles = policy.templates.map(\.entry) + policy.subtemplates.map(\.entry)
    let held = roles.filter(holders).reduce(into: Set<SelfAuthorisationID>()) {
      $0.formUnion($1.selfAuthorisation)
    }
    guard let rule = ofContent.first(where: held.contains) ?? ofContent.first else { return [] }
    return [maker(.takesReason(rule.text)) { edit(&$0, rule) }]
  }

  var ofLicences: [Mutant] {
    policy.providerRecords.flatMap { owner, record in
      record.grants.flatMap { of($0, owner: owner) }
    }
  }

  private func of(_ grant: LicenceGrant, owner: ProviderRecordID) -> [Mutant] {
    let id = grant.id
    let maker = MutantMaker(
      .licence,
      id.text,
      grant.term,
      touches: .licence(owner, grant.actions, grant.contentClasses)
    )
    let change: @Sendable (inout Policy, (inout LicenceGrant) -> Void) -> Void = {
      (policy, edit) in
      policy.providerRecords.change(owner) { record in
        for index in record.grants.indices where record.grants[index].id == id {
          edit(&record.grants[index])
        }
      }
    }
    let removed = maker(.removed) {
      $0.providerRecords.change(owner) { $0.grants.removeAll { $0.id == id } }
    }
    return [removed]
      + maker.losing(grant.actions, key: "do") { policy, left in
        change(&policy) { $0.actions = left }
      }
      + maker.losing(grant.contentClasses, key: "on") { policy, left in
        change(&policy) { $0.contentClasses = left }
      }
  }
}

/// Finds the action and the class by which a grant is widened: the nearest that some role which has
/// the grant is not given already.
struct Widening {
  private let policy: Policy
  private let actions: [ActionID]
  private let classes: [ContentClassID]
  /// What each role with a security class is given, be it on whatever condition.
  private let given: [SecurityClassID: [Set<Pair>]]
  /// What some role is given.
  private let all: Set<Pair>

  private struct Pair: Hashable {
    let action: ActionID
    let contentClass: ContentClassID
  }

  init(_ policy: Policy) {
    self.policy = policy
    actions = policy.actions.sorted { $0.entry.term.range < $1.entry.term.range }.map(\.id)
    classes = policy.contentClasses.sorted { $0.entry.term.range < $1.entry.term.range }
      .map(\.id)
    let pairs = Dictionary(
      uniqueKeysWithValues: policy.securityClasses.map { id, securityClass in
        (id, Set(securityClass.grants.flatMap(Self.pairs)))
      }
    )
    let roles = policy.templates.map(\.entry) + policy.subtemplates.map(\.entry)
    var given: [SecurityClassID: [Set<Pair>]] = [:]
    for role in roles {
      let ofRole = role.securityClasses.reduce(into: Set<Pair>()) { $0.formUnion(pairs[$1] ?? []) }
      for id in role.securityClasses { given[id, default: []].append(ofRole) }
    }
    self.given = given
    all = pairs.values.reduce(into: []) { $0.formUnion($1) }
  }

  private static func pairs(_ grant: FunctionGrant) -> [Pair] {
    grant.actions.flatMap { action in
      grant.contentClasses.map { Pair(action: action, contentClass: $0) }
    }
  }

  func action(for grant: FunctionGrant, of owner: SecurityClassID) -> ActionID? {
    nearest(in: actions, to: grant.actions) { action in
      isNew(grant.contentClasses.map { Pair(action: action, contentClass: $0) }, owner)
    }
  }

  func contentClass(for grant: FunctionGrant, of owner: SecurityClassID) -> ContentClassID? {
    nearest(in: classes, to: grant.contentClasses) { contentClass in
      isNew(grant.actions.map { Pair(action: $0, contentClass: contentClass) }, owner)
    }
  }

  /// Whether one of the pairs is given to some role, and not to some role with the security class.
  private func isNew(_ pairs: [Pair], _ owner: SecurityClassID) -> Bool {
    pairs.contains { pair in
      all.contains(pair) && (given[owner] ?? []).contains { !$0.contains(pair) }
    }
  }

  /// The nearest to what is there already, in the order of declaration.
  private func nearest<ID: Hashable>(
    in all: [ID],
    to there: Set<ID>,
    _ isMeant: (ID) -> Bool
  ) -> ID? {
    let places = all.indices.filter { there.contains(all[$0]) }
    func distance(_ index: Int) -> Int { places.map { abs($0 - index) }.min() ?? 0 }
    return all.indices.filter { !there.contains(all[$0]) && isMeant(all[$0]) }
      .min { distance($0) < distance($1) }.map { all[$0] }
  }
}
