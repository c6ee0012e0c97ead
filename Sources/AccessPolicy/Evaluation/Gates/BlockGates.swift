/// Has a decision closed this to this reader? One gate for each block in force.
enum BlockGates {
  static func results(_ context: RequestContext) -> GateResults {
    guard context.isAboutPatient, let patient = context.request.patient else {
      return GateResults()
    }
    var notes = Notes(now: context.now)
    switch patient.blocks {
    case .absent: return GateResults()
    case .unknown:
      notes.missing("patient.blocks")
      // There may be a block of any kind.
      let mayHide = context.policy.blocks.contains { $0.entry.hidesExistence != .constant(false) }
      return GateResults(inForce: [
        GateResult(
          gate: .block(BlockRef("?")),
          answer: .deny,
          hidesExistence: mayHide,
          notes: notes
        )
      ])
    case .known(let blocks):
      // A block that is not in force now may begin, and one that is may end.
      for block in blocks where block.effectuated != .known(false) && !block.effectuated.isAbsent {
        notes.edges(block.from, block.until)
      }
      return GateResults(
        inForce: blocks.compactMap { result($0, context) }.sorted(by: comesFirst),
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

  /// `nil` when the block is not in force.
  private static func result(_ block: Block, _ context: RequestContext) -> GateResult? {
    var notes = Notes(now: context.now)
    let kind = context.policy.blocks[block.kind]
    let inForce = BlockMatch.truth(block, kind, context)
    guard inForce.truth != .no else { return nil }
    if inForce.truth == .unknown { notes.missing(inForce.missing) }
    let override = kind?.override
      .flatMap { context.policy.selfAuthorisation.index(of: $0) }
      .flatMap { AskedSelfAuthorisation.ask($0, context, &notes) }
    if kind == nil { notes.missing("block.kind") }
    return GateResult(
      override,
      hiding: context.policy.blocks.index(of: block.kind).map { context.compiled.blocksHide[$0] },
      context,
      at: .block(block.id),
      rule: kind.map { _ in block.kind.cast() },
      place: kind?.term.range,
      obligations: kind?.obligations ?? [],
      route: kind?.route,
      notes: notes
    )
  }
}
