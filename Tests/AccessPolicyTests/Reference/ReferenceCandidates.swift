import AccessPolicy

/// A rule that may open the function or relationship gate, with the link that it looks at.
struct Candidate {
  let rule: RuleID
  let place: SourceRange
  let obligations: Set<ObligationID>
  let takes: SelfAuthorisationID?
  let link: Link?
  /// Whether it applies.
  let finding: Finding

  var basis: GateAnswer.Basis { link.map { .link($0.id) } ?? .rule }
}

// Section 4: which rule decides.

extension ReferenceEvaluator {
  /// The answer of a gate to its candidates.
  func answer(of gate: GateID, to candidates: [Candidate]) -> GateResult {
    var result = GateResult(gate)

    // First round: standard access.
    for candidate in candidates.filter({ $0.takes == nil }).sorted(by: standardOrder) {
      result.looked.append(candidate.finding)
      guard candidate.finding.truth == .yes else { continue }
      result.answer = .allow
      take(candidate, into: &result)
      return result
    }

    // Second round: self-authorised.
    var answering: [(candidate: Candidate, answer: SelfAuthorised)] = []
    for candidate in candidates.filter({ $0.takes != nil }).sorted(by: selfAuthorisedOrder) {
      result.looked.append(candidate.finding)
      guard candidate.finding.truth == .yes, let rule = candidate.takes else { continue }
      let asked = ask(rule)
      result.looked.append(asked.finding)
      if let answer = asked.answer { answering.append((candidate, answer)) }
    }
    let best =
      answering.first { $0.answer.isGrant } ?? answering.first { $0.answer.isJustification }
      ?? answering.first
    guard let best else { return result }
    take(best.candidate, into: &result)
    take(best.answer, into: &result)
    if result.answer == .justify { result.offers = Set(answering.map(\.answer.rule)) }
    return result
  }

  private func take(_ candidate: Candidate, into result: inout GateResult) {
    result.decide(by: candidate.rule, at: candidate.place)
    result.basis = candidate.basis
    result.obligations.formUnion(candidate.obligations)
  }

  /// By number of obligations, then id, then link.
  private func standardOrder(_ a: Candidate, _ b: Candidate) -> Bool {
    if a.obligations.count != b.obligations.count {
      return a.obligations.count < b.obligations.count
    }
    return selfAuthorisedOrder(a, b)
  }

  /// By id, then link.
  private func selfAuthorisedOrder(_ a: Candidate, _ b: Candidate) -> Bool {
    if a.rule != b.rule { return a.rule < b.rule }
    switch (a.link, b.link) {
    case (let a?, let b?): return Self.linkOrder(a, b)
    case (nil, _?): return true
    default: return false
    }
  }

  /// By key; links that share a key by start, end, kind and unit.
  static func linkOrder(_ a: Link, _ b: Link) -> Bool {
    if a.id != b.id { return a.id < b.id }
    if a.starts != b.starts { return precedes(a.starts, b.starts) }
    if a.ends != b.ends { return precedes(a.ends, b.ends) }
    if a.kind != b.kind { return a.kind < b.kind }
    return precedes(a.unit, b.unit)
  }

  /// Known values in their order, then absent, then unknown.
  private static func precedes<Value: Comparable>(_ a: Fact<Value>, _ b: Fact<Value>) -> Bool {
    switch (a, b) {
    case (.known(let a), .known(let b)): a < b
    case (.known, _): true
    case (.absent, .unknown): true
    default: false
    }
  }
}
