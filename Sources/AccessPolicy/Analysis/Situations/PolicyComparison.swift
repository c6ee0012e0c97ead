/// What two policy sets decide differently: every situation in which they do, with a request that shows it.
///
/// ```swift
/// switch PolicyComparison(old, new).firstDifference() {
/// case .equal: …                 // no request is decided otherwise
/// case .differs(let difference): // difference.witness shows it
/// case .undecided: …             // the search gave up
/// }
/// ```
///
/// What it says that differs, differs: both engines have decided the request. That nothing differs is
/// proven, within what `docs/analysis.md` says. Roles, subtemplates and rules that are called otherwise and
/// mean the same are no difference.
public struct PolicyComparison {
  let search: SituationSearch

  /// Compares two policy sets.
  ///
  /// Principles decide nothing, so what they mention cuts nothing here.
  public init(_ old: Policy, _ new: Policy) {
    search = SituationSearch([old.withoutPrinciples, new.withoutPrinciples])
  }

  /// The same with a cut left out, so that tests see that it is missed.
  package init(_ old: Policy, _ new: Policy, leavingOut: SeededDefect) {
    search = SituationSearch(
      [old.withoutPrinciples, new.withoutPrinciples],
      leavingOut: leavingOut
    )
  }

  /// Whether two policy sets decide alike.
  public enum Equivalence: Sendable {
    /// No request is decided otherwise.
    case equal
    /// Some request is.
    case differs(SituationDifference)
    /// The search gave up before it was sure, or has found a defect of its own.
    case undecided(SituationCell)
  }

  /// The first difference that is found.
  public func firstDifference() -> Equivalence {
    var first: SituationDifference?
    let rest = forEachDifference {
      first = $0
      return false
    }
    if let first { return .differs(first) }
    return (rest.undecided + rest.defects).first.map { .undecided($0) } ?? .equal
  }

  /// All differences: one for each cell, changed rule and change of the outcome.
  public func differences() -> PolicyDifferences {
    var differences: [SituationDifference] = []
    let rest = forEachDifference {
      differences.append($0)
      return true
    }
    return PolicyDifferences(
      differences: differences,
      undecided: rest.undecided,
      defects: rest.defects,
      renamed: renamed
    )
  }

  /// Templates and subtemplates that are called otherwise and mean the same.
  private var renamed: [PolicyDifferences.Renamed] {
    let templates = search.renames[1].templates.map {
      PolicyDifferences.Renamed(old: $0.key.text, new: $0.value.text)
    }
    let subtemplates = search.renames[1].originalSubtemplates.map {
      PolicyDifferences.Renamed(old: $0.value.text, new: $0.key.text)
    }
    return (templates + subtemplates).sorted { $0.old < $1.old }
  }

  struct Rest {
    var undecided: [SituationCell] = []
    var defects: [SituationCell] = []
  }

  /// Calls for each difference, until it is told to stop.
  func forEachDifference(_ body: (SituationDifference) -> Bool) -> Rest {
    var rest = Rest()
    var hints: CellComparing.Hints = [:]
    for template in templates {
      var groups: [GroupKey: [SituationCell]] = [:]
      var order: [GroupKey] = []
      var isAlike: [Int: Bool] = [:]
      let isSessionAlike = search.sessionGates(template, 0) == search.sessionGates(template, 1)
      for cell in cells(template) {
        let feature = search.feature(cell)
        let functions = [0, 1].map { search.forms(template, $0).function(cell) }
        let others = isAlike[feature] ?? areOthersAlike(cell)
        isAlike[feature] = others
        guard !isSessionAlike || !others || functions[0] != functions[1] else { continue }
        // Rules that are not the same in both are named, so cells with others of the same form stand apart.
        let named =
          functions[0] == functions[1] ? [] : functions.map { $0.rules.map(\.id) }
        let key = GroupKey(functions: functions, named: named, feature: feature)
        if groups[key] == nil { order.append(key) }
        groups[key, default: []].append(cell)
      }
      for key in order {
        guard let cells = groups[key], let first = cells.first else { continue }
        let pair = GatePair(search.gates(first, 0), search.gates(first, 1))
        var comparison = CellComparing(search, pair, template, cells)
        guard comparison.run(&rest, hints: &hints, body) else { return rest }
      }
    }
    return rest
  }

  /// Cells that can be looked at together.
  private struct GroupKey: Hashable {
    let functions: [GateForm]
    let named: [[RuleID?]]
    let feature: Int
  }

  /// Whether the gates beside those of the session and the function mean the same.
  private func areOthersAlike(_ cell: SituationCell) -> Bool {
    GatePair(search.otherGates(cell, 0), search.otherGates(cell, 1)).differing.isEmpty
  }

  /// The templates of both, by the names that the old policy set gives them.
  private var templates: [TemplateID] {
    let old = search.policies[0].templates.map(\.id)
    let renamed = Set(search.renames[1].templates.values)
    let new = search.policies[1].templates.map(\.id)
      .filter { search.policies[0].templates[$0] == nil && !renamed.contains($0) }
    return old + new
  }

  /// The cells in which the role may do something by some policy set.
  private func cells(_ template: TemplateID) -> [SituationCell] {
    let places = search.space.sides.reduce(into: Set<SituationCell>()) { cells, side in
      cells.formUnion(side.cells(template))
    }
    return places.sorted().filter { cell in
      search.policies.indices.contains { side in
        !search.forms(template, side).function(cell).rules.isEmpty
      }
    }
  }
}

/// The gates of one cell by two policy sets.
struct GatePair: Hashable {
  let old: [GateForm]
  let new: [GateForm]

  init(_ old: [GateForm], _ new: [GateForm]) {
    // A gate that only one of them has is open by the other.
    func completed(_ gates: [GateForm], by others: [GateForm]) -> [GateForm] {
      let named = Set(gates.map(\.gate))
      let open = GateRule(id: nil, place: nil, formula: .yes, asks: nil, obligations: [])
      return gates
        + others.filter { !named.contains($0.gate) }.map { GateForm(gate: $0.gate, rules: [open]) }
    }
    self.old = completed(old, by: new)
    self.new = completed(new, by: old)
  }

  /// The gates that do not mean the same.
  var differing: [(old: GateForm, new: GateForm)] {
    old.compactMap { gate in
      guard let other = new.first(where: { $0.gate == gate.gate }), other != gate else {
        return nil
      }
      return (gate, other)
    }
  }
}
