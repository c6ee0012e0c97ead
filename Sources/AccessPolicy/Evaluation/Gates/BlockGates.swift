/// Has a decision closed this to this reader? One gate for each block in force.
enum BlockGates {
  /// What the gate of a block answers; `nil` when it is not in force.
  static func answer<Listener: NoteTaking>(
    _ block: Block,
    _ question: Question,
    _ request: AccessRequest,
    _ notes: inout Listener
  ) -> MarkGates.Answer? {
    let compiled = question.compiled
    let index = compiled.policy.blocks.index(of: block.kind)
    let inForce = BlockMatch.truth(
      block,
      index.map { compiled.policy.blocks[$0].entry },
      question,
      request
    )
    guard inForce.truth != .no else { return nil }
    if inForce.truth == .unknown { notes.missing(inForce.missing) }
    if index == nil { notes.missing("block.kind") }
    return MarkGates.Answer(
      index.map { Int(compiled.lookups.blockOverrides[$0]) } ?? -1,
      hides: index.map { compiled.blocksHide[$0] },
      question,
      request,
      &notes
    )
  }

  static func results(_ question: Question, _ request: AccessRequest) -> GateResults {
    guard question.isAboutPatient, let patient = request.patient else { return GateResults() }
    var notes = Notes(now: question.now)
    switch patient.blocks {
    case .absent: return GateResults()
    case .unknown:
      notes.missing("patient.blocks")
      return GateResults(inForce: [
        GateResult(
          gate: .block(BlockRef("?")),
          answer: .deny,
          // There may be a block of any kind.
          hidesExistence: question.compiled.lookups.blocksMayHide,
          notes: notes
        )
      ])
    case .known(let blocks):
      if blocks.isEmpty { return GateResults() }
      // A block that is not in force now may begin, and one that is may end.
      for block in blocks where block.effectuated != .known(false) && !block.effectuated.isAbsent {
        notes.edges(block.from, block.until)
      }
      return GateResults(
        inForce: blocks.compactMap { result($0, question, request) }.sorted(by: comesFirst),
        changes: notes.nextChange.map { [$0] } ?? []
      )
    }
  }

  /// By key; blocks that share one, by answer, then rule, so that their order does not show.
  private static func comesFirst(_ a: GateResult, _ b: GateResult) -> Bool {
    if a.gate != b.gate { return a.gate < b.gate }
    if a.answer != b.answer { return a.answer < b.answer }
    return (a.rule?.text ?? "") < (b.rule?.text ?? "")
  }

  private static func result(_ block: Block, _ question: Question, _ request: AccessRequest)
    -> GateResult?
  {
    var notes = Notes(now: question.now)
    guard let answer = answer(block, question, request, &notes) else { return nil }
    let kind = question.compiled.policy.blocks[block.kind]
    return GateResult(
      answer,
      question,
      request,
      at: .block(block.id),
      rule: kind.map { _ in block.kind.cast() },
      place: kind?.term.range,
      obligations: kind?.obligations ?? [],
      route: kind?.route,
      notes: notes
    )
  }
}
