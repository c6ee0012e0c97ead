extension Verdict {
  /// What a decision says, as a verdict.
  init(_ decision: Decision, of request: AccessRequest, _ compiled: CompiledPolicy) {
    let isOpen = decision.outcome != .deny
    let closing =
      decision.outcome == .allow ? nil : decision.gates.first { $0.answer == decision.outcome }
    let relationship = decision.gates.first { $0.gate == .relationship }
    let rules = compiled.ruleNumbers
    var obligations = ObligationBits()
    for id in decision.obligations {
      compiled.policy.obligations.index(of: id).map { obligations.insert($0) }
    }
    self.init(
      outcome: decision.outcome,
      hidesExistence: decision.hidesExistence,
      closedBy: closing.map { Gate($0.gate) },
      shield: closing.map { Self.shield($0.gate, request, compiled) } ?? -1,
      functionRule: isOpen
        ? rules.grant(decision.gates.first { $0.gate == .function }?.rule) : -1,
      relationshipRule: isOpen ? rules.opener(relationship?.rule) : -1,
      link: isOpen ? Self.link(relationship?.basis, request) : -1,
      obligations: obligations
    )
  }

  private static func shield(_ gate: GateID, _ request: AccessRequest, _ compiled: CompiledPolicy)
    -> Int32
  {
    switch gate {
    case .mark(let id): Int32(compiled.policy.marks.index(of: id) ?? -1)
    case .block(let id):
      Int32(request.patient?.blocks.value?.firstIndex { $0.id == id } ?? -1)
    default: -1
    }
  }

  private static func link(_ basis: GateAnswer.Basis?, _ request: AccessRequest) -> Int32 {
    guard case .link(let id) = basis else { return -1 }
    return Int32(request.patient?.links.firstIndex { $0.id == id } ?? -1)
  }
}

extension Verdict {
  /// What the gates answer together, as a verdict.
  init(_ ruling: Ruling) {
    let isOpen = ruling.outcome != .deny
    self.init(
      outcome: ruling.outcome,
      hidesExistence: ruling.hidesExistence,
      closedBy: ruling.closedBy,
      shield: Int32(clamping: ruling.shield),
      functionRule: isOpen ? Int32(clamping: ruling.functionRule) : -1,
      relationshipRule: isOpen ? Int32(clamping: ruling.relationshipRule) : -1,
      link: isOpen ? Int32(clamping: ruling.link) : -1,
      obligations: isOpen ? ruling.obligations : ObligationBits()
    )
  }
}
