import AccessPolicy

/// Reads the cells of a case: what is asked, and what must come out.
struct CellReader {
  let cast: Cast
  let situation: Situation
  let expectations: ExpectationReader

  private var policy: Policy { cast.policy }
  private var sink: DiagnosticSink { cast.sink }

  func cells(_ reader: inout RecordReader) -> [Cell] {
    let forms = ["expect", "people", "boundary"].filter(reader.has)
      .map { Located($0, at: reader.place(of: $0)) }
      .sorted { $0.range < $1.range }
    for other in forms.dropFirst() { sink.report(.severalForms(forms[0], other)) }
    if forms.isEmpty { sink.report(.noForm(at: reader.range)) }
    let expected = reader.node("expect")
    let people = reader.node("people")
    let boundary = reader.node("boundary")
    checkKeys(&reader, isPeople: people != nil)
    var cells: [Cell] = []
    if let expected { cells += table(expected) }
    if let people { cells += self.people(people, &reader) }
    if let boundary {
      cells += BoundaryReader(cells: self).cells(boundary, at: reader.place(of: "boundary"))
    }
    return cells
  }

  /// `action` and `item` go with `people`, and `staff` with the other forms.
  private func checkKeys(_ reader: inout RecordReader, isPeople: Bool) {
    for key in ["action", "item"] {
      guard reader.node(key) != nil, !isPeople else { continue }
      let help = "`\(key)` says what all of `people` ask for; elsewhere it stands further in"
      let place = Located(key, at: reader.place(of: key))
      sink.report(.misplaced(place, form: "expect` or `boundary", help: help))
    }
    if isPeople, reader.has("staff") {
      let help = "the keys of `people` are the staff: take `staff` out"
      let place = Located("staff", at: reader.place(of: "staff"))
      sink.report(.misplaced(place, form: "people", help: help))
    }
    if !isPeople, !reader.has("staff") { reader.reportMissing("staff") }
  }

  /// `expect`: actions, and under each the items.
  private func table(_ node: DocumentNode) -> [Cell] {
    guard let rows = NodeReader.mapping(node, of: "`expect`", sink) else { return [] }
    if rows.isEmpty { sink.report(.noCells(in: "`expect`", at: node.range)) }
    let session = situation.staff.flatMap { self.session($0) }
    var cells: [Cell] = []
    for row in rows {
      let action = self.action(row.key)
      let what = "`\(row.key.value)` of `expect`"
      guard let columns = NodeReader.mapping(row.value, of: what, sink) else { continue }
      if columns.isEmpty { sink.report(.noCells(in: what, at: row.key.range)) }
      for column in columns {
        let item = self.item(column.key)
        let expectation = expectations.expectation(column.value)
        guard let staff = situation.staff, let session, let action, let item, let expectation
        else { continue }
        cells.append(
          cell(
            .expect,
            staff: staff.value,
            session,
            action,
            (column.key.value, item),
            expectation,
            at: column.key.range
          )
        )
      }
    }
    return cells
  }

  /// `people`: many staff, one action on one item.
  private func people(_ node: DocumentNode, _ reader: inout RecordReader) -> [Cell] {
    for key in ["action", "item"] where !reader.has(key) { reader.reportMissing(key) }
    let action = reader.text("action").flatMap { self.action($0) }
    let itemName = reader.text("item")
    let item = itemName.flatMap { self.item($0) }
    guard let rows = NodeReader.mapping(node, of: "`people`", sink) else { return [] }
    if rows.isEmpty { sink.report(.noCells(in: "`people`", at: node.range)) }
    return rows.compactMap { row in
      let session = self.session(row.key)
      let expectation = expectations.expectation(row.value)
      guard let session, let expectation, let action, let itemName, let item else { return nil }
      return cell(
        .people,
        staff: row.key.value,
        session,
        action,
        (itemName.value, item),
        expectation,
        at: row.key.range
      )
    }
  }

  func session(_ name: Located<String>) -> Session? {
    cast.session(name, situation.clock).map(situation.overrides.apply)
  }

  func action(_ name: Located<String>) -> ActionID? {
    let values = expectations.values
    return NodeReader.identifier(key: name, "action", sink, as: Names.Action.self)
      .flatMap { values.declared($0, "action", in: policy.actions) }
  }

  /// An item; not looked for when the case names a patient that could not be read.
  func item(_ name: Located<String>) -> ContentItem? {
    guard !situation.hasPatient || situation.patient != nil else { return nil }
    return cast.item(name, of: situation.patient, situation.clock)
  }

  func cell(
    _ form: Cell.Form,
    staff: String,
    _ session: Session,
    _ action: ActionID,
    _ item: (name: String, content: ContentItem),
    _ expectation: Expectation,
    now: Instant? = nil,
    at range: SourceRange
  ) -> Cell {
    let patient = situation.patient?.patient
    let grants = situation.grants.compactMap {
      $0.grant(session: session, patient: patient?.id, policy: policy, sink)
    }
    let clock = situation.clock.now
    return Cell(
      form: form,
      staff: staff,
      patient: situation.patientName,
      item: item.name,
      request: AccessRequest(
        now: now.map(clock.at) ?? clock,
        session: session,
        action: action,
        content: item.content,
        patient: patient,
        justifications: situation.justifications,
        grants: grants,
        attributes: situation.attributes
      ),
      expectation: expectation,
      range: range
    )
  }
}
