import AccessPolicy

// Section 3: one gate per mark in force.

extension ReferenceEvaluator {
  /// The gates of marks in force, and what was looked at for marks that turned out not to be.
  func markGates() -> (gates: [GateResult], lookedBeside: [Finding]) {
    var gates = undeclaredMarks().map { id in
      var gate = GateResult(.mark(id))
      gate.hidesExistence = true
      gate.looked = [.unknown("mark:\(id)")]
      return gate
    }
    let unsaid = unsaidMarkSources()
    if !unsaid.isEmpty {
      var gate = GateResult(.unnamedMark)
      gate.hidesExistence = true
      gate.looked = unsaid.map { .unknown($0) }
      gates.append(gate)
    }
    var lookedBeside: [Finding] = []
    for (id, mark) in policy.marks {
      let inForce = look(atForceOf: id, mark)
      if inForce.truth == .no {
        lookedBeside.append(inForce)
      } else {
        gates.append(gate(of: id, mark, inForce: inForce))
      }
    }
    return (gates, lookedBeside)
  }

  /// The sources of which nobody says which marks they hold.
  private func unsaidMarkSources() -> [String] {
    var names: [String] = []
    if case .unknown = request.content.marks { names.append("content.marks") }
    switch request.content.contact {
    case .unknown: names.append("content.contact")
    case .known(let contact):
      if case .unknown = contact.marks { names.append(ReferenceFactName.contactMarks) }
    case .absent: break
    }
    if countsAsAboutPatient {
      switch request.patient?.marks {
      case nil, .unknown: names.append("patient.marks")
      case .known, .absent: break
      }
    }
    return names
  }

  private func undeclaredMarks() -> Set<MarkID> {
    var named: Set<MarkID> = []
    if case .known(let marks) = request.content.marks { named.formUnion(marks) }
    if case .known(let contact) = request.content.contact, case .known(let marks) = contact.marks {
      named.formUnion(marks)
    }
    if countsAsAboutPatient, case .known(let marks)? = request.patient?.marks {
      named.formUnion(marks)
    }
    return named.filter { policy.marks[$0] == nil }
  }

  /// Whether a mark is in force.
  private func look(atForceOf id: MarkID, _ mark: Mark) -> Finding {
    let coversClass =
      mark.covers == nil || contentClass == nil
      || mark.covers?.contains(request.content.contentClass) == true
    let coversAction =
      mark.actions == nil || action == nil || mark.actions?.contains(request.action) == true
    return coversClass && coversAction ? look(atSettingOf: id, mark) : .no
  }

  /// Whether a mark is set, or its derived condition holds, whatever it covers.
  func look(atSettingOf id: MarkID, _ mark: Mark) -> Finding {
    let isSet = look(atSourcesOf: id)
    guard isSet.truth != .yes, let derived = mark.derived else { return isSet }
    return .any([isSet, look(at: derived, link: nil)])
  }

  /// Whether a mark is set by any of its sources.
  private func look(atSourcesOf id: MarkID) -> Finding {
    var sources = [
      source(request.content.marks, holds: id, name: "content.marks"),
      source(ofUnit: request.content.unit, holds: id, name: "content.unit"),
    ]
    switch request.content.contact {
    case .known(let contact):
      sources.append(source(contact.marks, holds: id, name: ReferenceFactName.contactMarks))
      sources.append(source(ofUnit: contact.unit, holds: id, name: "content.contactUnit"))
    case .absent: break
    case .unknown:
      sources.append(.unknown("content.contact"))
    }
    if countsAsAboutPatient {
      let marks = request.patient?.marks ?? .unknown
      sources.append(source(marks, holds: id, name: "patient.marks"))
    }
    return .any(sources)
  }

  private func source(_ marks: Fact<Set<MarkID>>, holds id: MarkID, name: String) -> Finding {
    switch marks {
    case .known(let marks): .sure(marks.contains(id))
    case .absent: .no
    case .unknown: .unknown(name)
    }
  }

  private func source(ofUnit unit: Fact<UnitID>, holds id: MarkID, name: String) -> Finding {
    let someUnitCarries = policy.organisation.contains { $0.entry.marks.contains(id) }
    switch unitFact(unit) {
    case .absent: return .no
    case .known(.unit(let unit)):
      let line = policy.lineage(of: unit)
      return .sure(line.contains { policy.organisation[$0]?.marks.contains(id) == true })
    case .known, .unknown: return someUnitCarries ? .unknown(name) : .no
    }
  }

  private func gate(of id: MarkID, _ mark: Mark, inForce: Finding) -> GateResult {
    var gate = GateResult(.mark(id))
    gate.route = mark.route
    gate.obligations = mark.obligations
    gate.looked = [inForce]
    for entry in mark.circle.sorted(by: { $0.id < $1.id }) {
      let (basis, looked) = look(at: entry)
      gate.looked += looked
      if let basis {
        gate.answer = .allow
        gate.decide(by: entry.id, at: entry.term.range)
        gate.basis = basis
        return gate
      }
    }
    gate.decide(by: RuleID(id.text), at: mark.term.range)
    askOverride(mark.override, of: &gate)
    hide(mark.hidesExistence, in: &gate)
    return gate
  }

  /// Lets the override of a mark or block settle its gate, which denies otherwise.
  func askOverride(_ override: SelfAuthorisationID?, of gate: inout GateResult) {
    guard let override else { return }
    let asked = ask(override)
    gate.looked.append(asked.finding)
    if let answer = asked.answer { take(answer, into: &gate) }
  }

  /// Hides what a gate keeps closed, unless the condition is known not to hold.
  func hide(_ condition: Condition, in gate: inout GateResult) {
    guard gate.answer != .allow else { return }
    let finding = look(at: condition, link: nil)
    gate.looked.append(finding)
    gate.hidesExistence = finding.truth != .no
  }

  /// What an entry of a circle rests on, if it applies, and what was looked at.
  private func look(at entry: CircleEntry) -> (basis: GateAnswer.Basis?, looked: [Finding]) {
    guard let through = entry.through else {
      let finding = look(at: entry.condition, link: nil)
      return (finding.truth == .yes ? .rule : nil, [finding])
    }
    var looked: [Finding] = []
    for id in through.sorted() where role.relationships.contains(id) {
      guard let rule = policy.careRelationships[id], rule.takes == nil, serves(rule.purposes)
      else { continue }
      for link in links(of: rule) {
        let finding = look(at: rule, link: link, and: entry.condition)
        looked.append(finding)
        if finding.truth == .yes { return (.link(link.id), looked) }
      }
    }
    return (nil, looked)
  }
}
