import AccessPolicy

/// Reads one case, in any of its three forms.
struct CaseReader {
  let cast: Cast
  let names: RuleNames
  /// The clock of the file; `nil` when it has none, which has been reported.
  let fileClock: Clock?

  private var policy: Policy { cast.policy }
  private var sink: DiagnosticSink { cast.sink }

  func read(_ node: DocumentNode) -> Case? {
    guard var reader = RecordReader(node, as: .scenario, owner: "this case", sink: sink) else {
      return nil
    }
    let id = reader.text("id")
    let name = reader.text("name")
    let requirements = requirements(&reader)
    let note = reader.text("note")
    let clock = clock(&reader)
    let values = ValueReader(policy: policy, clock: clock, sink: sink)
    let situation = SituationReader(cast: cast, values: values).situation(&reader)
    let expectations = ExpectationReader(
      values: values,
      names: names,
      blocks: situation.hasPatient ? situation.patient?.blockNames : []
    )
    let cells = CellReader(cast: cast, situation: situation, expectations: expectations)
      .cells(&reader)
    reader.finish()
    return Case(
      id: id?.value,
      name: name?.value ?? "",
      requirements: requirements,
      note: note?.value,
      range: node.range,
      cells: cells
    )
  }

  private func requirements(_ reader: inout RecordReader) -> [RequirementID] {
    let ids = reader.identifiers("for", as: Names.Requirement.self)
    let values = ValueReader(policy: policy, clock: .standIn, sink: sink)
    return (ids ?? []).compactMap { values.declared($0, "requirement", in: policy.requirements) }
  }

  /// The case's own clock, else that of the file.
  private func clock(_ reader: inout RecordReader) -> Clock {
    let own = reader.node("now").flatMap { NodeReader.moment($0, of: reader.what("now"), sink) }
    return own.map { Clock(now: $0.value) } ?? fileClock ?? .standIn
  }
}
