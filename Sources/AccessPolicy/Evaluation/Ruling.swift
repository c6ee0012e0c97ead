/// What the gates answer together, in numbers: all that a verdict says.
struct Ruling {
  private(set) var outcome = Outcome.allow
  var hidesExistence = false
  /// The first of the gates that give the outcome; `nil` when every gate allows.
  private(set) var closedBy: GateKind?
  /// The dense index of the mark, or the position of the block; -1 for none.
  private(set) var shield = -1
  /// The numbers of the rules that opened these gates, and the position of the link; -1 for none.
  private(set) var functionRule = -1
  private(set) var relationshipRule = -1
  private(set) var link = -1
  var obligations = ObligationBits()

  /// Hears one gate; in order.
  mutating func hear(_ answer: Outcome, of gate: GateKind, shield: Int = -1) {
    guard answer > outcome else { return }
    outcome = answer
    closedBy = gate
    self.shield = shield
  }
}

/// A block that closes, while the blocks are gone through.
private struct ClosingBlock {
  let outcome: Outcome
  let position: Int
}

extension Ruling {
  mutating func hearSession(_ question: Question, _ request: AccessRequest) {
    var notes = NoNotes()
    hear(SessionGates.authorisation(question, request, &notes), of: .authorisation)
    hear(SessionGates.workplace(question, request, &notes), of: .workplace)
    hear(SessionGates.authentication(question, request, &notes), of: .authentication)
    hear(SessionGates.purpose(question, request, &notes), of: .purpose)
    hear(SessionGates.readOnly(question, request, &notes), of: .readOnly)
  }

  /// Nothing of these is looked at once it is denied: they say no more than the first gate that denies.
  mutating func hearRights(_ question: Question, _ request: AccessRequest) {
    var notes = NoNotes()
    if outcome == .deny { return }
    let function = FunctionGate.opening(question, request, &notes)
    functionRule = function.rule
    hear(function.answer, of: .function)
    if outcome == .deny { return }
    hear(LicenceGate.answer(question, request, &notes), of: .licence)
    if outcome == .deny { return }
    let relationship = RelationshipGate.opening(question, request, &notes)
    (relationshipRule, link) = (relationship.rule, relationship.link)
    hear(relationship.answer, of: .relationship)
    obligations = function.obligations(question.compiled)
    obligations.formUnion(relationship.obligations(question.compiled))
  }

  mutating func hearMarks(
    _ sources: MarkSources,
    _ question: Question,
    _ request: AccessRequest
  ) {
    let compiled = question.compiled
    MarkGates.forEachCandidate(sources, question, request) { mark in
      var notes = NoNotes()
      guard MarkGates.isInForce(mark, sources, question, request, &notes) != .no else { return }
      let answer = MarkGates.answer(mark, question, request, &notes)
      hear(answer.outcome, of: .mark, shield: mark)
      if answer.hidesExistence { hidesExistence = true }
      obligations.formUnion(answer.obligations(compiled.lookups.markObligations[mark], compiled))
    }
    if sources.hasUnknownSources {
      hear(.deny, of: .unnamedMark)
      hidesExistence = true
    }
  }

  mutating func hearBlocks(_ question: Question, _ request: AccessRequest) {
    guard question.isAboutPatient, let patient = request.patient else { return }
    switch patient.blocks {
    case .absent: return
    case .unknown:
      hear(.deny, of: .block)
      if question.compiled.lookups.blocksMayHide { hidesExistence = true }
    case .known(let blocks):
      if !blocks.isEmpty { hear(blocks, question, request) }
    }
  }

  private mutating func hear(_ blocks: [Block], _ question: Question, _ request: AccessRequest) {
    let compiled = question.compiled
    var notes = NoNotes()
    var closing: ClosingBlock?
    for (position, block) in blocks.enumerated() {
      guard let answer = BlockGates.answer(block, question, request, &notes) else { continue }
      if answer.hidesExistence { hidesExistence = true }
      let kind = compiled.policy.blocks.index(of: block.kind)
      let own = kind.map { compiled.lookups.blockObligations[$0] } ?? ObligationBits()
      obligations.formUnion(answer.obligations(own, compiled))
      // Of those that answer alike, the first by key is the one that is named.
      if let known = closing {
        let isStricter = answer.outcome > known.outcome
        let isFirst = answer.outcome == known.outcome && block.id < blocks[known.position].id
        guard isStricter || isFirst else { continue }
      }
      closing = ClosingBlock(outcome: answer.outcome, position: position)
    }
    if let closing {
      hear(closing.outcome, of: .block, shield: closing.position)
    }
  }
}
