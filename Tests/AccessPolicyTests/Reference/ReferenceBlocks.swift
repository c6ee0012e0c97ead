import AccessPolicy

// Section 3: one gate per block in force.

extension ReferenceEvaluator {
  func blockGates() -> [GateResult] {
    if countsAsAboutPatient, let patient = request.patient, patient.blocks.isUnknown {
      var gate = GateResult(.block("?"))
      gate.looked = [.unknown(ReferenceFactName.blocks)]
      gate.hidesExistence = policy.blocks.contains { $0.entry.hidesExistence != .constant(false) }
      return [gate]
    }
    return blocks.compactMap { block in
      let inForce = look(atForceOf: block)
      return inForce.truth == .no ? nil : gate(of: block, inForce: inForce)
    }
  }

  /// The blocks that are looked at: those that are known, for content about a patient.
  var blocks: [Block] {
    guard countsAsAboutPatient, case .known(let blocks)? = request.patient?.blocks else {
      return []
    }
    return blocks
  }

  private func gate(of block: Block, inForce: Finding) -> GateResult {
    var gate = GateResult(.block(block.id))
    gate.looked = [inForce]
    guard let kind = policy.blocks[block.kind] else {
      gate.looked.append(.unknown("block.kind"))
      return gate
    }
    gate.decide(by: RuleID(block.kind.text), at: kind.term.range)
    gate.route = kind.route
    gate.obligations = kind.obligations
    askOverride(kind.override, of: &gate)
    hide(kind.hidesExistence, in: &gate)
    return gate
  }

  private func look(atForceOf block: Block) -> Finding {
    let instant = request.now.instant
    let closesAction: Bool =
      if action != nil, let actions = policy.blocks[block.kind]?.actions {
        actions.contains(request.action)
      } else { true }
    return .all([
      isEffectuated(block),
      named(ReferenceFactName.blockFrom, block.from.hasCome(by: instant, ifAbsent: .yes)),
      named(
        ReferenceFactName.blockUntil,
        Ternary.not(block.until.hasCome(by: instant, ifAbsent: .no))
      ),
      .sure(closesAction),
      covers(block),
      reachesBack(block),
      isAgainstReader(block),
    ])
  }

  func isEffectuated(_ block: Block) -> Finding {
    switch block.effectuated {
    case .known(let value): .sure(value)
    case .absent: .no
    case .unknown: .unknown(ReferenceFactName.blockEffectuated)
    }
  }

  /// Whether it covers the item.
  private func covers(_ block: Block) -> Finding {
    let content = request.content
    switch block.coverage {
    case .absent, .known(.whole): return .yes
    case .unknown: return .unknown(ReferenceFactName.blockCoverage)
    case .known(.classes(let classes)):
      if classes.contains(content.contentClass) { return .yes }
      let undeclared = classes.filter { policy.contentClasses[$0] == nil }
      return undeclared.isEmpty && !classes.isEmpty
        ? .no : .unknown(ReferenceFactName.blockCoverage)
    case .known(.contact(let contact)):
      switch content.contact {
      case .known(let known): return .sure(known.id == contact)
      case .absent: return .no
      case .unknown: return .unknown("content.contact")
      }
    case .known(.item(let item)):
      switch content.id {
      case .known(let known): return .sure(known == item)
      case .absent: return .no
      case .unknown: return .unknown("content.item")
      }
    }
  }

  /// Whether the item was recorded at or after `entriesFrom`.
  private func reachesBack(_ block: Block) -> Finding {
    switch (block.entriesFrom, request.content.recorded) {
    case (.absent, _), (_, .absent): return .yes
    case (.known(let from), .known(let recorded)):
      return .sure(from.secondsSince1970 <= recorded.secondsSince1970)
    case (let from, let recorded):
      var missing: Set<String> = []
      if from.isUnknown { missing.insert(ReferenceFactName.blockEntriesFrom) }
      if recorded.isUnknown { missing.insert("content.recorded") }
      return Finding(truth: .unknown, missing: missing)
    }
  }

  private func isAgainstReader(_ block: Block) -> Finding {
    let session = request.session
    switch block.against {
    case .absent, .known(.everyone): return .yes
    case .unknown: return .unknown(ReferenceFactName.blockAgainst)
    case .known(.unit(let unit)):
      var finding = sessionIsWithin(unit)
      if policy.organisation[unit] == nil { finding.missing.insert(ReferenceFactName.blockAgainst) }
      return finding
    case .known(.template(let template)):
      if session.authorisation.template == template { return .yes }
      return policy.templates[template] == nil ? .unknown(ReferenceFactName.blockAgainst) : .no
    case .known(.staff(let staff)): return .sure(session.staff == staff)
    }
  }
}
