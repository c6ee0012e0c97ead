/// Finds situations: for one policy set or for two at once, a request that is decided as one wants.
///
/// What is found is decided by the engine before it is handed on; where the engine says otherwise, the
/// analysis has a defect, and says so.
package final class SituationSearch {
  let space: FactSpace
  let goalSearch: GoalSearch
  let policies: [Policy]
  package let engines: [PolicyEngine]
  private var sessions: [RoleKey: [GateForm]] = [:]
  private var forms: [RoleKey: CellForms] = [:]
  private var featureOfPlace: [SituationCell: Int] = [:]
  private var featureNumbers: [[CellFeatures]: Int] = [:]
  private var others: [GatesKey: [GateForm]] = [:]
  let renames: [RenamedParts]

  private struct RoleKey: Hashable {
    let side: Int
    let template: TemplateID
  }

  /// What came of a search.
  package enum Finding: Sendable {
    /// A request, one for each policy set, and what they decide.
    case found([DecidedRequest])
    /// There is none; proven, within what `docs/analysis.md` says.
    case none
    /// The search gave up.
    case gaveUp
    /// The engine decides the request otherwise than the analysis claims.
    case defect([DecidedRequest], claimed: [Outcome])
  }

  /// A request and its decision.
  package struct DecidedRequest: Sendable {
    /// The request.
    package let request: AccessRequest
    /// What the engine decides.
    package let decision: Decision
  }

  package convenience init(_ policies: [Policy]) { self.init(policies, leavingOut: nil) }

  /// The same with a cut left out, so that tests see that it is missed.
  package convenience init(_ policies: [Policy], leavingOut: SeededDefect?) {
    self.init(policies, engines: policies.map { PolicyEngine($0) }, leavingOut: leavingOut)
  }

  init(
    _ policies: [Policy],
    engines: [PolicyEngine],
    twins: FactTwins = .none,
    leavingOut: SeededDefect? = nil
  ) {
    self.policies = policies
    self.engines = engines
    space = FactSpace(policies, twins: twins, leavingOut: leavingOut)
    goalSearch = GoalSearch(space)
    renames = policies.map { RenamedParts(policies[0], $0) }
  }

  // MARK: Gates

  /// What a policy set calls a template.
  func template(_ template: TemplateID, _ side: Int) -> TemplateID {
    renames[side].templates[template] ?? template
  }

  func forms(_ template: TemplateID, _ side: Int) -> CellForms {
    let key = RoleKey(side: side, template: template)
    if let written = forms[key] { return written }
    let new = CellForms(
      space,
      side: side,
      template: self.template(template, side),
      names: renames[side].originalSubtemplates,
      asked: renames[side].originalSelfAuthorisation
    )
    forms[key] = new
    return new
  }

  func sessionGates(_ template: TemplateID, _ side: Int) -> [GateForm] {
    let key = RoleKey(side: side, template: template)
    if let written = sessions[key] { return written }
    let gates = forms(template, side).sessionGates()
    sessions[key] = gates
    return gates
  }

  /// The number of what the gates beside the function's look at of a cell.
  func feature(_ cell: SituationCell) -> Int {
    let place = Self.ofAnyTemplate(cell)
    if let known = featureOfPlace[place] { return known }
    let features = space.sides.map { CellFeatures(place, $0) }
    let number = featureNumbers[features] ?? featureNumbers.count
    featureNumbers[features] = number
    featureOfPlace[place] = number
    return number
  }

  /// The same action and class: templates share what these say.
  static func ofAnyTemplate(_ cell: SituationCell) -> SituationCell {
    SituationCell(
      template: TemplateID(unchecked: ""),
      action: cell.action,
      contentClass: cell.contentClass
    )
  }

  /// The gates of a cell beside those of the session and the function.
  func otherGates(_ cell: SituationCell, _ side: Int) -> [GateForm] {
    let key = GatesKey(side: side, template: cell.template, feature: feature(cell))
    if let written = others[key] { return written }
    let gates = forms(cell.template, side).otherGates(cell)
    others[key] = gates
    return gates
  }

  private struct GatesKey: Hashable {
    let side: Int
    let template: TemplateID
    let feature: Int
  }

  /// All gates of a cell, as one policy set has them.
  func gates(_ cell: SituationCell, _ side: Int) -> [GateForm] {
    sessionGates(cell.template, side) + [forms(cell.template, side).function(cell)]
      + otherGates(cell, side)
  }

  // MARK: Search

  /// Goals by which the gates make an outcome.
  static func goals(_ gates: [GateForm], _ outcome: Outcome, differing: Set<SituationGate>? = nil)
    -> [GoalSearch.Goal]
  {
    let cause = differing.map { some in gates.filter { some.contains($0.gate) } } ?? gates
    switch outcome {
    case .allow: return gates.map { .init($0.allows) }
    case .justify:
      // A gate that never asks for a reason is not the one that does.
      let asking = cause.filter { gate in gate.rules.contains { $0.asks != nil } }
      return gates.map { .init($0.answers) }
        + [.init(.every(asking.map(\.allows)), .notYes)]
    case .deny: return [.init(.every(cause.map(\.answers)), .notYes)]
    }
  }

  /// A request of a cell that each policy set decides as claimed, and that meets further goals.
  func find(_ cell: SituationCell, _ goals: [GoalSearch.Goal], claimed: [Outcome]) -> Finding {
    switch goalSearch.find(goals) {
    case .none: return .none
    case .gaveUp: return .gaveUp
    case .found(let found):
      let decided = policies.indices.map { side in decide(cell, found, side) }
      guard decided.map(\.decision.outcome) == claimed else {
        return .defect(decided, claimed: claimed)
      }
      return .found(decided)
    }
  }

  func decide(_ cell: SituationCell, _ found: [Int: Int], _ side: Int) -> DecidedRequest {
    let request = SituationRequest(
      space: space,
      found: found,
      cell: cell,
      forms: forms(cell.template, side)
    ).request()
    return DecidedRequest(request: request, decision: engines[side].decide(request))
  }
}

extension SituationSearch {
  /// A situation of a cell with an outcome, before anybody has given a reason.
  package func situation(_ cell: SituationCell, outcome: Outcome) -> Finding {
    let goals = policies.indices.flatMap { Self.goals(gates(cell, $0), outcome) }
    return find(cell, goals, claimed: policies.map { _ in outcome })
  }
}
