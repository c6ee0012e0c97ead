import AccessPolicy

/// A grant as a case writes it: what it does not say is taken from the session and the patient.
struct GrantTemplate {
  let id: GrantRef?
  let rule: SelfAuthorisationID
  let scope: Grant.Scope
  let from: Instant
  let until: Instant
  let reason: ReasonID
  let staff: StaffRef?
  /// Whose record, where it is not that of the case's patient: that of nobody, or of another one.
  let patient: PatientRef??
  let template: TemplateID?
  let purpose: PurposeID?
  /// The enterprise, where it is not that of the session: none, or another one.
  let enterprise: UnitID??
  let range: SourceRange

  /// The grant of this session; `nil`, and a report, when nobody says for which purpose.
  func grant(
    session: Session,
    patient: PatientRef?,
    policy: Policy,
    _ sink: DiagnosticSink
  ) -> Grant? {
    guard let purpose = purpose ?? session.purpose.value else {
      sink.report(.grantWithoutPurpose(at: range))
      return nil
    }
    return Grant(
      id: id,
      rule: rule,
      staff: staff ?? session.staff,
      patient: self.patient ?? patient,
      scope: scope,
      template: template ?? session.authorisation.template,
      enterprise: enterprise ?? session.unit.value.flatMap(policy.enterprise),
      purpose: purpose,
      reason: reason,
      from: from,
      until: until
    )
  }
}

extension Policy {
  /// The nearest unit, at or above, that is an enterprise.
  func enterprise(of unit: UnitID) -> UnitID? {
    var next: UnitID? = unit
    // A checked organisation has no cycle; the limit keeps a defect from hanging a run.
    for _ in organisation {
      guard let id = next, let entry = organisation[id] else { return nil }
      if entry.isEnterprise { return id }
      next = entry.parent
    }
    return nil
  }
}

/// Reads the grants of a case.
struct GrantReader {
  let cast: Cast
  let values: ValueReader
  let patient: CastPatient?

  private var policy: Policy { values.policy }
  private var sink: DiagnosticSink { values.sink }

  func grant(_ node: DocumentNode, hasPatient: Bool) -> GrantTemplate? {
    guard var reader = RecordReader(node, as: .heldGrant, owner: "this grant", sink: sink)
    else { return nil }
    let id = reader.text("id")
    let rule = reader.declared("rule", in: policy.selfAuthorisation, values)
    let scope = reader.node("scope")
      .flatMap { self.scope($0, of: reader.what("scope"), hasPatient: hasPatient) }
    let from = instant("from", &reader)
    let until = instant("until", &reader)
    let reason = reader.declared("reason", in: policy.reasons, values)
    let staff = reader.text("staff")
    let template = reader.declared("template", in: policy.templates, values)
    let purpose = reader.declared("purpose", in: policy.purposes, values)
    let patient = orNothing("patient", &reader) { (reader) -> PatientRef? in
      reader.text("patient").map { PatientRef($0.value) }
    }
    let enterprise = orNothing("enterprise", &reader) { (reader) -> UnitID? in
      reader.node("enterprise").flatMap {
        values.declared($0, "unit", in: policy.organisation, of: reader.what("enterprise"))
      }
    }
    reader.finish()
    guard let rule, let scope, let from, let until, let reason else { return nil }
    return GrantTemplate(
      id: id.map { GrantRef($0.value) },
      rule: rule,
      scope: scope,
      from: from,
      until: until,
      reason: reason,
      staff: staff.map { StaffRef($0.value) },
      patient: patient,
      template: template,
      purpose: purpose,
      enterprise: enterprise,
      range: node.range
    )
  }

  /// A value that can also be nothing; `nil` where the key is not there, or its value is wrong.
  private func orNothing<Value>(
    _ key: String,
    _ reader: inout RecordReader,
    _ read: (inout RecordReader) -> Value?
  ) -> Value?? {
    guard let node = reader.node(key) else { return nil }
    return NodeReader.isNothing(node) ? .some(nil) : read(&reader).map { .some($0) }
  }

  private func instant(_ key: String, _ reader: inout RecordReader) -> Instant? {
    guard let node = reader.node(key) else { return nil }
    return values.instant(node, of: reader.what(key))
  }

  private func scope(_ node: DocumentNode, of what: String, hasPatient: Bool) -> Grant.Scope? {
    let keys = ["class", "contact", "item", "attribute"]
    switch Choice(node, of: what, words: ["patient"], keys: keys, sink) {
    case .word:
      if !hasPatient { sink.report(.grantWithoutPatient(at: node.range)) }
      return .patient
    case .key("class", let node, let what):
      return values.declared(node, "content class", in: policy.contentClasses, of: what)
        .map { .contentClass($0) }
    case .key("contact", let node, let what):
      guard let text = NodeReader.text(node, of: what, sink) else { return nil }
      guard hasPatient else {
        sink.report(.grantWithoutPatient(at: node.range))
        return nil
      }
      if let patient, !patient.contactNames.contains(where: { TextRef($0) == TextRef(text.value) })
      {
        sink.report(
          .notOfPatient(
            "contact",
            text.value,
            patient: patient.patient.id.text,
            among: patient.contactNames,
            at: text.range
          )
        )
      }
      return .contact(ContactRef(text.value))
    case .key("attribute", let node, let what): return attribute(node, of: what)
    case .key(_, let node, let what):
      guard let text = NodeReader.text(node, of: what, sink) else { return nil }
      if hasPatient, patient == nil { return nil }
      _ = cast.item(text, of: patient, values.clock)
      return .item(ItemRef(text.value))
    case nil: return nil
    }
  }

  /// The name of an attribute with its value: `{ content.course: c1 }`.
  private func attribute(_ node: DocumentNode, of what: String) -> Grant.Scope? {
    guard let entries = NodeReader.mapping(node, of: what, sink) else { return nil }
    let declared = policy.attributes[.content].map { $0.filter { $0.entry.type == .text } } ?? []
    let names = declared.map { "content.\($0.id)" }
    let strangers = entries.filter { !names.contains($0.key.value) }
    for entry in strangers {
      let kind = "content attribute"
      sink.report(.undeclared(kind, entry.key.value, among: names, at: entry.key.range))
    }
    guard strangers.isEmpty else { return nil }
    guard entries.count == 1, let entry = entries.first,
      let id = AttributeID(contentAttribute: entry.key.value)
    else {
      sink.report(.notAChoice(node, of: what, words: [], keys: names))
      return nil
    }
    return NodeReader.text(entry.value, of: "`\(entry.key.value)` of \(what)", sink)
      .map { .attribute(id, TextRef($0.value)) }
  }
}
