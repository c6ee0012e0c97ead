/// What the member of staff who asked reads: why, why not, and what would be otherwise, in plain words.
///
/// Titles stand without ids. Where the decision hides what was asked for, one sentence is all, the same as
/// for something that does not exist.
struct StaffText {
  private let text: ExplanationText
  private let names: PolicyNames
  private let words: ExplanationWords

  init(_ text: ExplanationText) {
    self.text = text
    names = text.names.plain
    words = ExplanationWords(names: names)
  }

  private var decision: Decision { text.decision }
  private var request: AccessRequest { text.explanation.request }
  private var policy: Policy { text.policy }

  var lines: [String] {
    guard !decision.hidesExistence else { return [words.nothingThere] }
    var lines = [words.staffOutcome(decision.outcome)]
    var reasons = [words.staffAsked(request)]
    if decision.outcome == .allow {
      reasons += text.explanation.gates.flatMap(whyOpen)
    } else {
      for gate in text.explanation.gates where gate.answer.answer == decision.outcome {
        reasons += whyNot(gate)
      }
    }
    reasons += text.demands(words.staffDemand)
    // What comes with the access is said before as well as after: nobody is taken by surprise.
    let asked = decision.demands.flatMap(\.anyOf).flatMap(\.obligations)
    let obligations = text.titles(decision.obligations + asked)
    if !obligations.isEmpty {
      let isAsked = decision.outcome == .justify
      reasons.append(
        isAsked ? words.comesWithReason(obligations) : words.obligations(obligations)
      )
    }
    reasons += decision.routes.map { $0[words.language] }
    lines += reasons.map { "  " + $0 }
    return lines + changes
  }

  private var changes: [String] {
    guard let changes = text.changes, changes.audience == .staff else { return [] }
    if decision.outcome == .allow {
      // What would close an access is for auditors and machines; a person asks how long it lasts.
      return changes.changes.compactMap(\.end).map { "  " + words.accessEnds(clock($0)) }
    }
    // What a reason does has been said; what is left is what else would open it.
    let rest = changes.changes.filter { $0.steps.count > 1 || !$0.steps[0].isReason }
    if rest.isEmpty, !changes.changes.isEmpty { return [] }
    return ChangeText(words: words, request: request, isForStaff: true)
      .lines(NearestChanges(changes: rest, audience: .staff), of: decision.outcome)
      .map { "  " + $0 }
  }

  // MARK: Why

  private func whyOpen(_ gate: ExplainedGate) -> [String] {
    let answer = gate.answer
    switch answer.basis {
    case .grant(let rule, let id):
      let grant = request.grants.first { $0.rule == rule && $0.id == id }
      let end = grant.map { min($0.until, $0.from + lifetime(rule)) }
      return [words.openBy(grantOf: names.selfAuthorisation(rule), until: end.map(clock))]
    case .justification(let rule, let reason):
      let end = decision.issuedGrants.first { $0.rule == rule }?.until
      return [
        words.openBy(
          reason: names.reason(reason),
          names.selfAuthorisation(rule),
          until: end.map(clock)
        )
      ]
    case .rule, .link: break
    }
    guard let rule = answer.rule else { return [] }
    let title = names.rule(rule, at: answer.gate)
    switch answer.gate {
    case .function: return [words.openBy(role: title)]
    case .relationship:
      guard case .link(let id) = answer.basis else { return [words.openBy(reach: title)] }
      let link = request.patient?.links.first { $0.id == id }
      let closes = gate.considered.first { $0.finding == .decides && $0.link == id }?.window?.closes
      return [
        words.openBy(
          relationship: title,
          link.map(words.kindAndUnit),
          closes: closes.map(clock)
        )
      ]
    case .mark(let mark): return [words.insideMark(names.mark(mark), title)]
    case .authorisation, .workplace, .authentication, .purpose, .readOnly, .licence, .unnamedMark,
      .block:
      return []
    }
  }

  private func lifetime(_ rule: SelfAuthorisationID) -> TimeSpan {
    policy.selfAuthorisation[rule]?.lifetime ?? .zero
  }

  private func clock(_ instant: Instant) -> String { words.clock(instant, request.now) }

  // MARK: Why not

  private func whyNot(_ gate: ExplainedGate) -> [String] {
    let answer = gate.answer
    if answer.answer == .justify {
      let asks = words.gateAsks(answer.gate, title: title(of: answer))
      return [asks] + (answer.gate == .relationship ? ownTies(gate) : [])
    }
    let session = request.session
    switch answer.gate {
    case .authorisation: return [words.notInForce(session.authorisation, request.now)]
    case .workplace:
      return [words.otherWorkplace(session.unit, units(gate.facts))]
    case .authentication:
      return [
        words.weakLogin(
          session.authenticationLevel,
          asked: number("role.leastAuthentication", gate.facts)
        )
      ]
    case .purpose:
      let isRefused = answer.rule != nil
      return [
        isRefused
          ? words.refusedPurpose(session.purpose)
          : words.otherPurpose(session.purpose, codes("role.purposes", gate.facts))
      ]
    case .function: return [whyNoFunction(gate)]
    case .licence: return [words.noLicence(request)]
    case .relationship: return whyNoTie(gate)
    case .mark(let id): return whyShielded(id, answer)
    case .readOnly, .unnamedMark, .block:
      return [words.gateClosed(answer.gate, title: title(of: answer))]
    }
  }

  /// What a mark is called; of a block, not even that: its name may tell what the patient decided, and against
  /// whom.
  private func title(of gate: GateAnswer) -> String? {
    switch gate.gate {
    case .mark(let id): policy.marks[id]?.term.title[words.language]
    default: nil
    }
  }

  private func whyNoFunction(_ gate: ExplainedGate) -> String {
    if gate.considered.contains(where: { $0.finding == .otherPurpose }) {
      return words.notForPurpose(request)
    }
    // What the role may do with the content, where it is something else.
    let grants = policy.securityClasses.flatMap(\.entry.grants)
    let others = Set(
      gate.considered.filter { $0.finding == .otherAction }
        .flatMap { considered in
          grants.first { $0.id == considered.rule }?.actions ?? []
        }
    )
    return words.noFunction(request, others: others.sorted().map { names.action($0) })
  }

  private func whyNoTie(_ gate: ExplainedGate) -> [String] {
    let isAboutPatient = policy.contentClasses[request.content.contentClass]?.isAboutPatient ?? true
    guard isAboutPatient else { return [words.noReach] }
    guard request.patient != nil else { return [words.noPatient] }
    let own = ownTies(gate)
    let ties = relationshipsOfRole.map { names.relationship($0) }
    return [words.gateClosed(.relationship, title: nil)] + own
      + (own.isEmpty && !ties.isEmpty ? [words.tiesOfRole(ties)] : [])
  }

  /// The care relationships that the role knows, in the order in which they are tried.
  private var relationshipsOfRole: [RelationshipID] {
    let gate = text.explanation.gates.first { $0.answer.gate == .relationship }
    var seen: Set<RelationshipID> = []
    return (gate?.considered ?? []).map { $0.rule.cast() }
      .filter { policy.careRelationships[$0] != nil && seen.insert($0).inserted }
  }

  /// The patient's logistics that is the reader's own, and why it gives nothing now.
  ///
  /// Of the rest, staff read nothing.
  private func ownTies(_ gate: ExplainedGate) -> [String] {
    var lines: [String] = []
    for considered in gate.considered where considered.concernsReader {
      guard let link = request.patient?.links.first(where: { $0.id == considered.link }) else {
        continue
      }
      let name = words.kindAndUnit(link)
      let line: String? =
        switch considered.finding {
        case .notYetOpen(let opens?): words.ownTie(name, opens: clock(opens))
        case .alreadyClosed(let closed?): words.ownTie(name, closed: clock(closed))
        case .statusDoesNotCount(let status):
          words.ownTie(name, status: status.map { names.status($0) })
        default: nil
        }
      if let line, !lines.contains(line) { lines.append(line) }
    }
    return lines
  }

  private func whyShielded(_ id: MarkID, _ answer: GateAnswer) -> [String] {
    let mark = policy.marks[id]
    let own = mark?.term.title
    let circle = mark?.circle ?? []
    let inside = circle.map(\.term.title).filter { $0 != own }.map { $0[words.language] }
    let through = Set(circle.flatMap { $0.through ?? [] })
    let ties = relationshipsOfRole.filter { through.contains($0) }.map { names.relationship($0) }
    return [words.gateClosed(answer.gate, title: own?[words.language])]
      + (inside.isEmpty ? [] : [words.insideAre(inside)])
      + (ties.isEmpty ? [] : [words.insideBy(ties)])
  }

  // MARK: Facts

  private func units(_ facts: [SeenFact]) -> [String] {
    elements("role.units", facts).compactMap {
      if case .unit(let id) = $0 { names.unit(id) } else { nil }
    }
  }

  private func codes(_ name: String, _ facts: [SeenFact]) -> [String] {
    elements(name, facts).compactMap {
      if case .code(let code) = $0 { names.purpose(code.cast()) } else { nil }
    }
  }

  private func elements(_ name: String, _ facts: [SeenFact]) -> [AttributeValue] {
    guard case .known(.set(let values))? = facts.first(where: { $0.name == name })?.value else {
      return []
    }
    return values
  }

  private func number(_ name: String, _ facts: [SeenFact]) -> Int64? {
    guard case .known(.number(let number))? = facts.first(where: { $0.name == name })?.value else {
      return nil
    }
    return number
  }
}

extension NearestChange {
  /// When an access ends, where time alone ends it.
  fileprivate var end: Instant? {
    if steps.count == 1, case .from(let instant) = steps[0] { instant } else { nil }
  }
}

extension ChangeStep {
  fileprivate var isReason: Bool { if case .reason = self { true } else { false } }
}
