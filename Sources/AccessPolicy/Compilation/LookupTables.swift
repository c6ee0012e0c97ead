/// What look-ups need of a policy set beside what decisions need, as flat tables of numbers.
///
/// A *cell* is an action and a class: `action × classes + class`. It is a class so that a look-up copies
/// nothing of it.
final class LookupTables: Sendable {
  let classCount: Int
  let slots: LookupSlots
  /// For each node of the condition table, its test; only the places of tests count.
  let tests: [LookupTest?]
  /// Values that the policy set writes, and their texts.
  let literals: CellPool
  /// For each class, its tags as a set.
  let tagsOfClass: [FactCell]
  /// For each class, whether it is about a patient.
  let isAboutPatient: [Bool]
  /// For each action, whether it writes.
  let writes: [Bool]
  /// For each cell, whether it takes a licence.
  let takesLicence: BitSet
  /// For each provider record, the cells that it permits.
  let licensed: [BitSet]
  /// How many words the marks of an item take.
  let markWords: Int
  /// For each cell, in `markWords` words, the marks that cover it.
  let coveringMarks: [UInt64]
  /// The marks that units carry, and all marks.
  let carriedMarks: [UInt64]
  let allMarks: [UInt64]
  /// The marks that can be in force without being set.
  let derivedMarks: [Int]
  /// Obligations by rule number, mark, self-authorisation rule and kind of block.
  let ruleObligations: [ObligationBits]
  let markObligations: [ObligationBits]
  let selfObligations: [ObligationBits]
  let blockObligations: [ObligationBits]
  /// For each kind of block and action, whether it closes that.
  let blockCloses: [Bool]
  /// For each kind of block, the self-authorisation rule that opens it; -1 for none.
  let blockOverrides: [Int32]
  /// The grants of each security class: cells with numbers of grants, by cell, then number.
  let grantsOfClass: [[CellGrant]]
  /// Whether there is a kind of block that can hide what it closes.
  let blocksMayHide: Bool
  /// Declared text attributes of content that bound what a reason covers.
  let scopeAttributes: [AttributeID]

  /// For each self-authorisation rule, what one reason covers.
  let scopes: [Scope]
  /// For each reach rule, in its place, and class, whether it opens that.
  let reachOpens: [Bool]
  let actionCount: Int

  /// What one accepted reason covers.
  struct Scope: Sendable {
    enum Kind: UInt8, Sendable { case patient, contentClass, contact, item, attribute }
    let kind: Kind
    /// The place among ``scopeAttributes``; -1 for what is no attribute.
    let column: Int32
  }

  /// A grant at a cell.
  struct CellGrant: Sendable {
    let cell: Int32
    let grant: Int32
  }

  init(
    _ policy: Policy,
    _ conditions: ConditionTable,
    grants: [OpeningRule],
    relationships: [OpeningRule],
    reach: [OpeningRule],
    _ selfAuthorisations: [CompiledSelfAuthorisation]
  ) {
    let classes = policy.contentClasses
    let cells = policy.actions.count * classes.count
    classCount = classes.count
    slots = LookupSlots(conditions.attributes.attributes)
    var literals = CellPool(.policySet)
    tests = conditions.nodes.map { node in
      if case .test(let test) = node { LookupTest(test, &literals) } else { nil }
    }
    tagsOfClass = classes.map { element in
      literals.cell(
        .integers(
          element.entry.tags.compactMap { policy.contentTags.index(of: $0) }.sorted()
            .map { Int64($0) },
          hasUnknown: false
        )
      )
    }
    self.literals = literals
    isAboutPatient = classes.map(\.entry.isAboutPatient)
    writes = policy.actions.map(\.entry.writes)

    func cell(_ action: ActionID, _ contentClass: ContentClassID) -> Int? {
      guard let row = policy.actions.index(of: action), let column = classes.index(of: contentClass)
      else { return nil }
      return row * classes.count + column
    }
    takesLicence = BitSet(
      capacity: cells,
      classes.flatMap { element in
        element.entry.clinicalActions.compactMap { cell($0, element.id) }
      }
    )
    licensed = policy.providerRecords.map { record in
      BitSet(
        capacity: cells,
        record.entry.grants.flatMap { grant in
          grant.actions.flatMap { action in grant.contentClasses.compactMap { cell(action, $0) } }
        }
      )
    }

    let words = (policy.marks.count + 63) / 64
    markWords = words
    var covering = Array(repeating: UInt64(0), count: cells * words)
    var all = Array(repeating: UInt64(0), count: words)
    for (index, mark) in policy.marks.enumerated() {
      let bit = UInt64(1) << UInt64(index & 63)
      all[index >> 6] |= bit
      for (row, action) in policy.actions.enumerated()
      where mark.entry.actions?.contains(action.id) ?? true {
        for (column, contentClass) in classes.enumerated()
        where mark.entry.covers?.contains(contentClass.id) ?? true {
          covering[(row * classes.count + column) * words + index >> 6] |= bit
        }
      }
    }
    coveringMarks = covering
    allMarks = all
    var carried = Array(repeating: UInt64(0), count: words)
    for unit in policy.organisation {
      for mark in unit.entry.marks {
        guard let index = policy.marks.index(of: mark) else { continue }
        carried[index >> 6] |= 1 << UInt64(index & 63)
      }
    }
    carriedMarks = carried
    derivedMarks = policy.marks.indices.filter { policy.marks[$0].entry.derived != nil }

    func bits(_ ids: Set<ObligationID>) -> ObligationBits {
      var bits = ObligationBits()
      for id in ids { policy.obligations.index(of: id).map { bits.insert($0) } }
      return bits
    }
    selfObligations = selfAuthorisations.map { bits($0.rule.obligations) }
    // A self-authorisation rule that opens a patient's record has none as the rule that opens; its
    // own come with the reason.
    ruleObligations =
      (grants + relationships + reach).map { bits($0.obligations) }
      + selfAuthorisations.map { _ in bits([]) }
    markObligations = policy.marks.map { bits($0.entry.obligations) }
    blockObligations = policy.blocks.map { bits($0.entry.obligations) }
    blockCloses = policy.blocks.flatMap { block in
      policy.actions.map { block.entry.actions?.contains($0.id) ?? true }
    }
    blockOverrides = policy.blocks.map { block in
      Int32(block.entry.override.flatMap { policy.selfAuthorisation.index(of: $0) } ?? -1)
    }
    blocksMayHide = policy.blocks.contains { $0.entry.hidesExistence != .constant(false) }

    var ofClass = Array(repeating: [CellGrant](), count: policy.securityClasses.count)
    for (number, rule) in grants.enumerated() {
      guard let grant = rule.grant else { continue }
      for action in grant.actions {
        for contentClass in grant.contentClasses {
          guard let cell = cell(action, contentClass) else { continue }
          ofClass[rule.owner].append(CellGrant(cell: Int32(cell), grant: Int32(number)))
        }
      }
    }
    grantsOfClass = ofClass.map { $0.sorted { ($0.cell, $0.grant) < ($1.cell, $1.grant) } }
    let scopeAttributes = Set(
      selfAuthorisations.compactMap {
        if case .attribute(let id) = $0.rule.scope { id } else { nil }
      }
    ).sorted()
    self.scopeAttributes = scopeAttributes
    scopes = selfAuthorisations.map {
      switch $0.rule.scope {
      case .patient: Scope(kind: .patient, column: -1)
      case .contentClass: Scope(kind: .contentClass, column: -1)
      case .contact: Scope(kind: .contact, column: -1)
      case .item: Scope(kind: .item, column: -1)
      case .attribute(let id):
        Scope(kind: .attribute, column: Int32(scopeAttributes.firstIndex(of: id) ?? -1))
      }
    }
    reachOpens = reach.flatMap { rule in
      classes.map { policy.reach[rule.owner].entry.contentClasses.contains($0.id) }
    }
    actionCount = policy.actions.count
  }
}
