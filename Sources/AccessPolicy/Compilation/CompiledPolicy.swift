/// A policy set made ready for deciding: names are dense indices, rights are bits, conditions a table.
///
/// Made once, immutable, and never looked at by people: explanations go back to ``policy``. It is a
/// class so that passing it on copies one reference, not some hundred.
final class CompiledPolicy: Sendable {
  let policy: Policy
  /// The beginning of the policy set's digest: equal for policy sets with the same dense indices.
  let fingerprint: UInt64
  let organisation: OrganisationIndex
  let conditions: ConditionTable
  let names: RequestNames
  /// Rules that open, in the order in which they are tried.
  let grants: OpeningRules<Names.SecurityClass>
  let relationships: OpeningRules<Names.Relationship>
  let reach: OpeningRules<Names.Reach>
  /// For each action and class, the numbers of the grants that name both, in order.
  let grantsOfCell: [[Int]]
  let relationshipFacts: [RelationshipFacts]
  /// For each reach rule, by its place in ``reach``, the classes it opens.
  let reachClasses: [BitSet]
  let selfAuthorisations: [CompiledSelfAuthorisation]
  let marks: [CompiledMark]
  /// For each kind of block, when it hides what it closes.
  let blocksHide: [ConditionTable.Entry]
  /// For each purpose, whether a rule that names no purposes serves it.
  let isOrdinaryPurpose: [Bool]
  /// The rules that verdicts can rest on.
  let ruleNumbers: RuleNumbers
  let lookups: LookupTables
  /// What gates ask of rules, roles and links, in numbers.
  let grantBriefs: RuleBriefs
  let relationshipBriefs: RuleBriefs
  let reachBriefs: RuleBriefs
  let selfAuthorisationsServe: ServedPurposes
  let takingOpeners: TakingOpeners
  let grantCells: CellIndex
  let roles: RoleTable
  /// For each kind of patient logistics, the statuses in which a link is over.
  let endedStatuses: [BitSet]
  let linkTable: LinkTable
  /// The marks that can be in force without being set, as words of bits.
  let derivedMarks: BitSet

  init(_ policy: Policy) {
    var conditions = ConditionTable()
    self.policy = policy
    fingerprint = UInt64(policy.identity.digest.prefix(16), radix: 16) ?? 0
    organisation = OrganisationIndex(policy)
    names = RequestNames(policy)
    isOrdinaryPurpose = policy.purposes.map { !$0.entry.onlyWhereNamed }

    var grants: [OpeningRule] = []
    for (owner, securityClass) in policy.securityClasses.enumerated() {
      for grant in securityClass.entry.grants {
        grants.append(OpeningRule(grant, owner: owner, policy, &conditions))
      }
    }
    self.grants = OpeningRules(grants)
    grantsOfCell = Self.grantsOfCell(self.grants.rules, policy)

    relationships = OpeningRules(
      policy.careRelationships.enumerated().map { index, relationship in
        OpeningRule(relationship.id, relationship.entry, owner: index, policy, &conditions)
      }
    )
    relationshipFacts = policy.careRelationships.map { RelationshipFacts($0.entry, policy) }
    reach = OpeningRules(
      policy.reach.enumerated().map { index, reach in
        OpeningRule(reach.id, reach.entry, owner: index, policy, &conditions)
      }
    )
    reachClasses = policy.reach.map {
      BitSet(
        capacity: policy.contentClasses.count,
        $0.entry.contentClasses.compactMap { policy.contentClasses.index(of: $0) }
      )
    }
    selfAuthorisations = policy.selfAuthorisation.map {
      CompiledSelfAuthorisation($0.id, $0.entry, policy, &conditions)
    }
    marks = policy.marks.map { CompiledMark($0.id, $0.entry, policy, &conditions) }
    blocksHide = policy.blocks.map { conditions.add($0.entry.hidesExistence, policy) }
    self.conditions = conditions
    ruleNumbers = RuleNumbers(
      grants: self.grants.rules,
      relationships: relationships.rules,
      reach: reach.rules,
      selfAuthorisations: selfAuthorisations
    )
    lookups = LookupTables(
      policy,
      conditions,
      grants: self.grants.rules,
      relationships: relationships.rules,
      reach: reach.rules,
      selfAuthorisations
    )
    grantBriefs = RuleBriefs(self.grants.rules, ordinary: isOrdinaryPurpose)
    relationshipBriefs = RuleBriefs(relationships.rules, ordinary: isOrdinaryPurpose)
    reachBriefs = RuleBriefs(reach.rules, ordinary: isOrdinaryPurpose)
    selfAuthorisationsServe = ServedPurposes(
      selfAuthorisations.map(\.purposes),
      ordinary: isOrdinaryPurpose
    )
    takingOpeners = TakingOpeners(relationships.rules, selfAuthorisations)
    grantCells = CellIndex(
      lookups.grantsOfClass,
      cellCount: policy.actions.count * policy.contentClasses.count
    )
    roles = RoleTable(policy, relationships: relationships.rules, reach: reach.rules)
    let statuses = policy.linkStatuses
    endedStatuses = policy.patientLogistics.map { kind in
      BitSet(
        capacity: statuses.count,
        kind.entry.ended.compactMap { statuses.index(of: $0) }
      )
    }
    linkTable = LinkTable(relationships.rules, relationshipFacts, statusCount: statuses.count)
    derivedMarks = BitSet(
      capacity: policy.marks.count,
      marks.indices.filter { policy.marks[$0].entry.derived != nil }
    )
  }

  private static func grantsOfCell(_ grants: [OpeningRule], _ policy: Policy) -> [[Int]] {
    let classCount = policy.contentClasses.count
    var cells = Array(repeating: [Int](), count: policy.actions.count * classCount)
    for (number, rule) in grants.enumerated() {
      guard let grant = rule.grant else { continue }
      for action in grant.actions {
        for contentClass in grant.contentClasses {
          guard let row = policy.actions.index(of: action),
            let column = policy.contentClasses.index(of: contentClass)
          else { continue }
          cells[row * classCount + column].append(number)
        }
      }
    }
    return cells
  }
}

/// Rules of one gate in the order in which they are tried.
///
/// Standard rules come first: by number of obligations, then id. Those that take a self-authorisation
/// rule follow, by id.
struct OpeningRules<Kind>: Sendable {
  let rules: [OpeningRule]

  init(_ rules: [OpeningRule]) {
    self.rules = rules.sorted { a, b in
      switch (a.takes, b.takes) {
      case (nil, _?): true
      case (_?, nil): false
      case (nil, nil): (a.obligations.count, a.id) < (b.obligations.count, b.id)
      case (_?, _?): a.id < b.id
      }
    }
  }
}

/// A rule that opens: a grant, a care relationship, or reach.
struct OpeningRule: Sendable {
  let id: RuleID
  let place: SourceRange
  /// The dense index of the security class, relationship or reach rule that a role has or has not.
  let owner: Int
  /// The purposes that it names, as dense indices; `nil` for every ordinary one.
  let purposes: BitSet?
  let condition: ConditionTable.Entry
  /// The dense index of the self-authorisation rule it takes.
  let takes: Int?
  let obligations: Set<ObligationID>
  /// The grant itself, where it is one.
  let grant: FunctionGrant?

  init(_ grant: FunctionGrant, owner: Int, _ policy: Policy, _ table: inout ConditionTable) {
    self.init(
      id: grant.id,
      term: grant.term,
      owner: owner,
      purposes: grant.purposes,
      condition: grant.condition,
      takes: grant.takes,
      obligations: grant.obligations,
      grant: grant,
      policy,
      &table
    )
  }

  init(
    _ id: RelationshipID,
    _ rule: CareRelationship,
    owner: Int,
    _ policy: Policy,
    _ table: inout ConditionTable
  ) {
    self.init(
      id: id.cast(),
      term: rule.term,
      owner: owner,
      purposes: rule.purposes,
      condition: rule.condition,
      takes: rule.takes,
      obligations: rule.obligations,
      grant: nil,
      policy,
      &table
    )
  }

  init(_ id: ReachID, _ rule: Reach, owner: Int, _ policy: Policy, _ table: inout ConditionTable) {
    self.init(
      id: id.cast(),
      term: rule.term,
      owner: owner,
      purposes: rule.purposes,
      condition: rule.condition,
      takes: rule.takes,
      obligations: rule.obligations,
      grant: nil,
      policy,
      &table
    )
  }

  private init(
    id: RuleID,
    term: Term,
    owner: Int,
    purposes: Set<PurposeID>?,
    condition: Condition,
    takes: SelfAuthorisationID?,
    obligations: Set<ObligationID>,
    grant: FunctionGrant?,
    _ policy: Policy,
    _ table: inout ConditionTable
  ) {
    self.id = id
    place = term.range
    self.owner = owner
    self.purposes = PurposeBits.of(purposes, policy)
    self.condition = table.add(condition, policy)
    self.takes = takes.flatMap { policy.selfAuthorisation.index(of: $0) }
    self.obligations = obligations
    self.grant = grant
  }
}

/// Purposes as bits.
enum PurposeBits {
  static func of(_ purposes: Set<PurposeID>?, _ policy: Policy) -> BitSet? {
    purposes.map {
      BitSet(capacity: policy.purposes.count, $0.compactMap { policy.purposes.index(of: $0) })
    }
  }
}

/// What a care relationship asks of a link, beside its condition.
struct RelationshipFacts: Sendable {
  let window: Window
  /// For each kind of logistics, `nil` where the relationship does not take it.
  let statuses: [LinkStatuses?]

  /// Which statuses of one kind count.
  enum LinkStatuses: Sendable {
    /// The kind has no statuses.
    case any
    /// These, out of those that the policy set declares.
    case some(BitSet)
  }

  init(_ rule: CareRelationship, _ policy: Policy) {
    window = rule.window
    let declared = policy.linkStatuses
    statuses = policy.patientLogistics.map { kind in
      guard rule.links.contains(kind.id) else { return nil }
      if kind.entry.counts.isEmpty, kind.entry.neverCounts.isEmpty { return .any }
      let counting = kind.entry.counts.filter { rule.statuses?.contains($0) ?? true }
      return .some(BitSet(capacity: declared.count, counting.compactMap { declared.index(of: $0) }))
    }
  }
}

/// A self-authorisation rule with its condition and purposes in compiled form.
struct CompiledSelfAuthorisation: Sendable {
  let id: SelfAuthorisationID
  let rule: SelfAuthorisation
  let purposes: BitSet?
  let condition: ConditionTable.Entry

  init(
    _ id: SelfAuthorisationID,
    _ rule: SelfAuthorisation,
    _ policy: Policy,
    _ table: inout ConditionTable
  ) {
    self.id = id
    self.rule = rule
    purposes = PurposeBits.of(rule.purposes, policy)
    condition = table.add(rule.condition, policy)
  }
}

/// A mark with its conditions in compiled form.
struct CompiledMark: Sendable {
  let id: MarkID
  let mark: Mark
  let derived: ConditionTable.Entry?
  let circle: [Entry]
  let override: Int?
  let hides: ConditionTable.Entry

  struct Entry: Sendable {
    let entry: CircleEntry
    /// Dense indices of the relationships, in order of their ids; `nil` when none is asked for.
    let through: [Int]?
    let condition: ConditionTable.Entry
  }

  init(_ id: MarkID, _ mark: Mark, _ policy: Policy, _ table: inout ConditionTable) {
    self.id = id
    self.mark = mark
    derived = mark.derived.map { table.add($0, policy) }
    var circle: [Entry] = []
    for entry in mark.circle {
      circle.append(
        Entry(
          entry: entry,
          through: entry.through.map {
            $0.compactMap { policy.careRelationships.index(of: $0) }.sorted()
          },
          condition: table.add(entry.condition, policy)
        )
      )
    }
    self.circle = circle
    override = mark.override.flatMap { policy.selfAuthorisation.index(of: $0) }
    hides = table.add(mark.hidesExistence, policy)
  }
}
