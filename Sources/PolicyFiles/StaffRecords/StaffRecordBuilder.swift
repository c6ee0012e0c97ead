import AccessPolicy

/// Makes a staff record of what stands in its fields, and notes everything that is wrong with it.
struct StaffRecordBuilder {
  let policy: Policy
  let fields: StaffRecordFields
  /// When days begin; `nil` when nobody has said in which time zone.
  let clock: DayClock?
  let isJSON: Bool
  let sink: DiagnosticSink

  /// What could be read, whatever else is wrong.
  struct Reading {
    var id: StaffRecordRef?
    var staff: StaffRef?
    /// The record; `nil` when anything about it is wrong.
    var record: StaffRecord?
    /// What is wrong when a day stands there, and nobody has said in which time zone it begins.
    var needsZone: Diagnostic?
  }

  /// Reads a record; `value` says what stands in a field.
  func read(at place: SourceRange, _ value: (StaffRecordField) -> Fact<DocumentNode>) -> Reading {
    var reading = Reading()
    var facts = Facts()
    for field in fields.all {
      let node = value(field)
      switch field {
      case .part(.id): reading.id = required(node, field, at: place)
      case .part(.staff): reading.staff = required(node, field, at: place)
      case .part(.employer): facts.employer = fact(node, field, unit)
      case .part(.workplace): facts.workplace = fact(node, field, unit)
      case .part(.from), .part(.until):
        if let mistake = zoneIsMissing(node, field) { reading.needsZone = mistake }
        if case .part(.from) = field {
          facts.from = fact(node, field) { instant($0, $1, isEnd: false) }
        } else {
          facts.until = fact(node, field) { instant($0, $1, isEnd: true) }
        }
      case .attribute(let id, let declared):
        facts.attributes[id] = fact(node, field) { attribute($0, $1, declared) }
      }
    }
    guard let id = reading.id, let staff = reading.staff, !sink.hasErrors else { return reading }
    reading.record = StaffRecord(
      id: id,
      staff: staff,
      employer: facts.employer,
      workplace: facts.workplace,
      from: facts.from,
      until: facts.until,
      attributes: facts.attributes,
      place: place
    )
    return reading
  }

  private struct Facts {
    var employer = Fact<UnitID>.unknown
    var workplace = Fact<UnitID>.unknown
    var from = Fact<Instant>.unknown
    var until = Fact<Instant>.unknown
    var attributes: Attributes = [:]
  }

  private func what(_ field: StaffRecordField) -> String { "`\(field.name)` of the record" }

  private func fact<Value>(
    _ node: Fact<DocumentNode>,
    _ field: StaffRecordField,
    _ read: (DocumentNode, _ what: String) -> Value?
  ) -> Fact<Value> {
    switch node {
    case .known(let node): read(node, what(field)).map { .known($0) } ?? .unknown
    case .absent: .absent
    case .unknown: .unknown
    }
  }

  private func required<Kind>(
    _ node: Fact<DocumentNode>,
    _ field: StaffRecordField,
    at place: SourceRange
  ) -> Reference<Kind>? {
    guard case .known(let node) = node else {
      sink.report(.recordWithout(field.name, isJSON: isJSON, at: place))
      return nil
    }
    return key(node, what(field))
  }

  /// A key of a person or a record.
  private func key<Kind>(_ node: DocumentNode, _ what: String) -> Reference<Kind>? {
    guard let text = text(node, what), isSeen(text, what) else { return nil }
    guard !text.value.isEmpty else {
      sink.report(.emptyKey(what, at: text.range))
      return nil
    }
    return Reference(text.value)
  }

  private func text(_ node: DocumentNode, _ what: String) -> Located<String>? {
    AttributeValueReader.text(node, of: what, isJSON: isJSON, sink)
  }

  /// Whether a text is what a reader sees: one person must not become two by a space.
  private func isSeen(_ text: Located<String>, _ what: String) -> Bool {
    let scalars = text.value.unicodeScalars
    if let hidden = scalars.first(where: { HiddenCharacters.isHidden($0) || $0 == "\n" }) {
      sink.report(.hiddenInKey(hidden, of: what, at: text.range))
      return false
    }
    if scalars.first?.properties.isWhitespace == true
      || scalars.last?.properties.isWhitespace == true
    {
      sink.report(.spaceAroundKey(text.value, of: what, at: text.range))
      return false
    }
    return true
  }

  private func unit(_ node: DocumentNode, _ what: String) -> UnitID? {
    guard text(node, what) != nil else { return nil }
    return NodeReader.identifier(node, "unit", of: what, sink)?.value
  }

  /// What is wrong with a day where nobody has said in which time zone it begins.
  private func zoneIsMissing(_ node: Fact<DocumentNode>, _ field: StaffRecordField) -> Diagnostic? {
    guard clock == nil, case .known(let node) = node, case .scalar(let text, _) = node.content,
      CivilDate(text) != nil
    else { return nil }
    return .dayWithoutZone(text, of: what(field), at: node.range)
  }

  /// A point in time, or a day: its beginning, or for the last day of something its end.
  private func instant(_ node: DocumentNode, _ what: String, isEnd: Bool) -> Instant? {
    guard let text = text(node, what) else { return nil }
    if let moment = Moment(text.value) { return moment.instant }
    guard let day = CivilDate(text.value) else {
      sink.report(.neitherDayNorMoment(text.value, of: what, at: text.range))
      return nil
    }
    guard let clock else { return nil }
    return isEnd ? clock.end(of: day) : clock.start(of: day)
  }

  private func attribute(
    _ node: DocumentNode,
    _ what: String,
    _ declared: DeclaredAttribute
  ) -> AttributeValue? {
    let dialect = AttributeValueReader.Dialect(
      instant: { node, what, sink in NodeReader.moment(node, of: what, sink)?.value.instant },
      isJSON: isJSON,
      hasUnknown: false,
      unitsAreDeclared: false
    )
    return AttributeValueReader.value(node, declared, of: what, policy, dialect, sink)
  }
}
