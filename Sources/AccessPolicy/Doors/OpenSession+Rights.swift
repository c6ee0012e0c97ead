extension CellPool {
  mutating func openUnits(_ role: RoleInForce, _ organisation: OrganisationIndex)
    -> FactCell
  {
    let listed = role.units.members
    let removed = role.removedUnits.members
    let open = listed.filter { unit in !removed.contains { organisation.isWithin(unit, $0) } }
    let start = elements.count
    elements += [Int64(removed.count), Int64(listed.count)]
    elements += (removed + open + listed).map { Int64($0) }
    return .openUnits(start: start, open: open.count, isNoneListed: listed.isEmpty)
  }
}

/// The grants of a role, by cell.
struct RoleRights {
  private(set) var starts: [Int32] = []
  private(set) var rights: [OpenSession.Right] = []
  private(set) var conditions: [ConditionTable.Entry] = []

  init(_ context: RequestContext, _ folding: inout ConditionFolding) {
    let compiled = context.compiled
    let lookups = compiled.lookups
    let cells = compiled.policy.actions.count * lookups.classCount
    var found: [(cell: Int32, right: OpenSession.Right)] = []
    // Grants that hold, by number; each is asked once, however many cells it has.
    var states: [Int32: Int32?] = [:]
    for owner in context.role.securityClasses.members {
      for entry in lookups.grantsOfClass[owner] {
        let grant = compiled.grants.rules[Int(entry.grant)]
        if states[entry.grant] == nil {
          states[entry.grant] = .some(state(of: grant, context, &folding))
        }
        guard let state = states[entry.grant] ?? nil else { continue }
        let takes = grant.takes.map { Int32($0) } ?? -1
        found.append(
          (entry.cell, OpenSession.Right(rule: entry.grant, condition: state, takes: takes))
        )
      }
    }
    found.sort { ($0.cell, $0.right.rule) < ($1.cell, $1.right.rule) }
    starts = Array(repeating: 0, count: cells + 1)
    for entry in found { starts[Int(entry.cell) + 1] += 1 }
    for cell in 0..<cells { starts[cell + 1] += starts[cell] }
    rights = found.map(\.right)
  }

  /// Where the condition of a grant stands, -1 for one that holds; `nil` for one that cannot open.
  private mutating func state(
    of grant: OpeningRule,
    _ context: RequestContext,
    _ folding: inout ConditionFolding
  ) -> Int32? {
    guard context.serves(grant.purposes) else { return nil }
    let residual = folding.fold(grant.condition)
    if residual == .yes { return -1 }
    guard residual.canHold else { return nil }
    conditions.append(grant.condition)
    return Int32(conditions.count - 1)
  }
}
