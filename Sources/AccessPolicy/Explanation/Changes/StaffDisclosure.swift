/// What of the changes staff may be told: nothing that they could not know of their own role, by their
/// own doing, or from logistics that names them or their unit.
///
/// What of a patient's logistics would tie others to her, which marks and blocks there are and when they
/// begin and end, is not theirs to learn from an explanation.
struct StaffDisclosure {
  private let engine: PolicyEngine
  private let request: AccessRequest
  private let decision: Decision

  private var policy: Policy { engine.policy }

  init(_ engine: PolicyEngine, _ request: AccessRequest, _ decision: Decision) {
    self.engine = engine
    self.request = request
    self.decision = decision
  }

  func tells(_ trial: ChangeSearch.Trial) -> Bool {
    trial.steps.allSatisfy { tells($0, trial) }
  }

  private func tells(_ step: ChangeStep, _ trial: ChangeSearch.Trial) -> Bool {
    let changed = trial.decision
    switch step {
    case .reason, .withoutReasons, .authenticationLevel, .unit, .purpose, .systemTakesChanges,
      .providerRecord, .activeAuthorisation:
      return true
    case .from, .before:
      return changedGates(changed).allSatisfy { isOwn($0, trial) || isNewBlock($0) }
    case .subtemplate, .withoutSubtemplate:
      return changedGates(changed).allSatisfy {
        $0 == .workplace || $0 == .purpose || $0 == .function
      }
    case .link(let link, _): return isOfReader(link, trial.request.session)
    case .status, .withoutLink:
      return changedGates(changed).allSatisfy { $0 == .relationship && isOwn($0, trial) }
    case .withoutMark, .withoutBlock: return false
    }
  }

  /// The gates that answer otherwise, or are there in one of the two alone.
  private func changedGates(_ changed: Decision) -> Set<GateID> {
    func answers(_ decision: Decision) -> [GateID: Outcome] {
      Dictionary(decision.gates.map { ($0.gate, $0.answer) }, uniquingKeysWith: max)
    }
    let (before, after) = (answers(decision), answers(changed))
    return Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
  }

  /// Whether a gate is that of a block which is not in force now: what it does then is not told, and what is
  /// told of the others must not depend on it.
  private func isNewBlock(_ gate: GateID) -> Bool {
    guard case .block = gate else { return false }
    return decision.outcome == .allow && !decision.gates.contains { $0.gate == gate }
  }

  /// Whether a gate answers by something of the person who asks, where it is open.
  private func isOwn(_ gate: GateID, _ trial: ChangeSearch.Trial) -> Bool {
    switch gate {
    case .authorisation, .workplace, .authentication, .purpose, .readOnly: return true
    case .function, .licence, .relationship, .mark, .unnamedMark, .block: break
    }
    func answer(_ decision: Decision) -> GateAnswer? {
      decision.gates.filter { $0.gate == gate }.min { $0.answer < $1.answer }
    }
    let (before, after) = (answer(decision), answer(trial.decision))
    let isOpenBefore = (before?.answer ?? .deny) <= (after?.answer ?? .deny)
    guard let open = isOpenBefore ? before : after else { return false }
    // Of an access that stands, the person may know when it ends.
    if decision.outcome == .allow, gate == .relationship { return true }
    switch open.basis {
    case .grant, .justification:
      // A reason that a care relationship takes opens it by a link, and the answer does not say by which.
      return gate != .relationship
        || open.rule.flatMap { policy.careRelationships[$0.cast()] } == nil
    case .link(let id):
      return isTied(by: id, open.rule, isOpenBefore ? request : trial.request)
    case .rule: return gate == .function
    }
  }

  /// Whether the link by which a care relationship is open ties this reader.
  private func isTied(by id: LinkRef, _ rule: RuleID?, _ request: AccessRequest) -> Bool {
    guard let rule, let relationship = policy.careRelationships.index(of: rule.cast()),
      let link = request.patient?.links.first(where: { $0.id == id })
    else { return false }
    return ReaderTie(RequestContext(request, engine.compiled)).holds(relationship, link)
  }

  /// Whether a link that is not there says nothing but what the session says.
  private func isOfReader(_ link: Link, _ session: Session) -> Bool {
    let unit = link.unit.value.map { isAbove($0, session.unit.value) } ?? true
    let staff = link.staff.value.map { $0 == session.staff } ?? true
    let attributes = link.attributes.allSatisfy { _, value in
      switch value {
      case .known(.boolean), .known(.code), .absent, .unknown: true
      case .known(.unit(let unit)): isAbove(unit, session.unit.value)
      case .known(.staff(let staff)): staff == session.staff
      case .known: false
      }
    }
    return unit && staff && attributes
  }

  /// Whether a unit is another, or stands above it.
  private func isAbove(_ unit: UnitID, _ other: UnitID?) -> Bool {
    var step = other
    for _ in 0..<policy.organisation.count {
      if step == unit { return true }
      step = step.flatMap { policy.organisation[$0]?.parent }
    }
    return false
  }
}
