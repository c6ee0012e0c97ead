/// Looks, for each principle of a policy set, for a situation in which it does not hold.
///
/// ```swift
/// for result in PrincipleVerification(policy).results() where result.verdict == .broken {
///   … // result.counterexamples show it
/// }
/// ```
///
/// What it says that is broken, is: the engine has decided the counterexample. That a principle holds is
/// proven, within what `docs/analysis.md` says.
public struct PrincipleVerification {
  private let policy: Policy
  private let cells: CellGroups
  private let engine: PolicyEngine

  /// Prepares to verify a policy set.
  public init(_ policy: Policy) {
    self.policy = policy
    engine = PolicyEngine(policy)
    cells = CellGroups(SituationSearch([policy], engines: [engine]))
  }

  /// What came of each principle, in order.
  public func results() -> [PrincipleResult] { policy.principles.map { result($0, $1) } }

  /// What came of one principle; `nil` where there is none of that name.
  public func result(of id: PrincipleID) -> PrincipleResult? {
    policy.principles[id].map { result(id, $0) }
  }

  private func result(_ id: PrincipleID, _ principle: Principle) -> PrincipleResult {
    var checking = PrincipleChecking(id, principle, cells)
    if !principle.demandsOfOneSituation.isEmpty || principle.independentOf.isEmpty {
      checking.checkEachSituation()
    }
    guard !principle.independentOf.isEmpty else { return checking.result }
    var pairs = PrincipleChecking(
      id,
      principle,
      CellGroups(
        SituationSearch(
          [policy, policy],
          engines: [engine, engine],
          twins: FactTwins(principle.independentOf)
        )
      )
    )
    pairs.checkPairs()
    return principle.demandsOfOneSituation.isEmpty
      ? pairs.result : checking.result.joined(pairs.result)
  }
}

extension Principle {
  /// What it demands that one situation can break, by name.
  var demandsOfOneSituation: [String] {
    (never.isEmpty ? [] : ["never"]) + (reasons == nil ? [] : ["reasons"])
      + (obligations.isEmpty ? [] : ["obligations"])
  }
}

extension PrincipleResult {
  /// What two ways of looking at one principle found.
  fileprivate func joined(_ other: Self) -> Self {
    PrincipleResult(
      id: id,
      principle: principle,
      cells: max(cells, other.cells),
      broken: Set(broken + other.broken).sorted(),
      counterexamples: counterexamples + other.counterexamples,
      undecided: Set(undecided + other.undecided).sorted(),
      defects: Set(defects + other.defects).sorted()
    )
  }
}

/// The cells of a policy set, those together whose gates are alike.
///
/// It is a class because it remembers what it has written.
final class CellGroups {
  let search: SituationSearch
  private var groups: [TemplateID: [CellGroup]] = [:]

  init(_ search: SituationSearch) { self.search = search }

  /// Cells of one template with the same gates.
  struct CellGroup {
    let feature: Int
    let function: GateForm
    var cells: [SituationCell]
  }

  func groups(_ template: TemplateID) -> [CellGroup] {
    if let known = groups[template] { return known }
    let policy = search.policies[0]
    var found: [CellGroup] = []
    var places: [Key: Int] = [:]
    let forms = search.forms(template, 0)
    for action in policy.actions.map(\.id) {
      for contentClass in policy.contentClasses.map(\.id) {
        let cell = SituationCell(template: template, action: action, contentClass: contentClass)
        let key = Key(feature: search.feature(cell), function: forms.function(cell))
        if let place = places[key] {
          found[place].cells.append(cell)
        } else {
          places[key] = found.count
          found.append(CellGroup(feature: key.feature, function: key.function, cells: [cell]))
        }
      }
    }
    groups[template] = found
    return found
  }

  private struct Key: Hashable {
    let feature: Int
    let function: GateForm
  }
}
