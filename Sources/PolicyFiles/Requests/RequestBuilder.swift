import AccessPolicy

/// Makes a request of its JSON tree, and notes everything that is wrong with it.
struct RequestBuilder {
  let policy: Policy
  let sink: DiagnosticSink

  /// The id, wherever it can be read, and the request, if all that it must have is there.
  func request(_ root: DocumentNode) -> (id: String?, request: AccessRequest?) {
    guard var record = JSONRecord(root, owner: "the request", sink: sink) else { return (nil, nil) }
    let id = record.optional("id", JSONField.text)
    let now = record.required("now", JSONField.moment)
    let session = record.required("session", session)
    let action: ActionID? = record.required("action", JSONField.id("action"))
    let content = record.required("content", content)
    let patient = record.optional("patient", patient)
    let justifications = record.list("justifications", justification)
    let grants = record.list("grants", grant)
    let attributes = record.attributes(.request, policy)
    record.finish()
    guard let now, let session, let action, let content else { return (id, nil) }
    let request = AccessRequest(
      now: now,
      session: session,
      action: action,
      content: content,
      patient: patient,
      justifications: justifications,
      grants: grants,
      attributes: attributes
    )
    return (id, request)
  }

  private func justification(_ node: DocumentNode, _ what: String, _ sink: DiagnosticSink)
    -> Justification?
  {
    guard var record = JSONRecord(node, owner: what, sink: sink) else { return nil }
    let reason: ReasonID? = record.required("reason", JSONField.id("reason"))
    let text = record.required("text", JSONField.text)
    let rule: SelfAuthorisationID? = record.optional("rule", JSONField.id(Self.rule))
    record.finish()
    guard let reason, let text else { return nil }
    return Justification(reason: reason, text: text, rule: rule)
  }

  private func grant(_ node: DocumentNode, _ what: String, _ sink: DiagnosticSink) -> Grant? {
    guard var record = JSONRecord(node, owner: what, sink: sink) else { return nil }
    let id: GrantRef? = record.optional("id", JSONField.reference)
    let rule: SelfAuthorisationID? = record.required("rule", JSONField.id(Self.rule))
    let staff: StaffRef? = record.required("staff", JSONField.reference)
    let patient: PatientRef? = record.optional("patient", JSONField.reference)
    let scope = record.required("scope", Self.scope)
    let template: TemplateID? = record.required("template", JSONField.id("role template"))
    let enterprise: UnitID? = record.optional("enterprise", JSONField.id("unit"))
    let purpose: PurposeID? = record.required("purpose", JSONField.id("purpose"))
    let reason: ReasonID? = record.required("reason", JSONField.id("reason"))
    let from = record.required("from", JSONField.instant)
    let until = record.required("until", JSONField.instant)
    record.finish()
    guard let rule, let staff, let scope, let template, let purpose, let reason, let from, let until
    else { return nil }
    return Grant(
      id: id,
      rule: rule,
      staff: staff,
      patient: patient,
      scope: scope,
      template: template,
      enterprise: enterprise,
      purpose: purpose,
      reason: reason,
      from: from,
      until: until
    )
  }

  private static let rule = "self-authorisation rule"

  private static var scope: JSONField.Read<Grant.Scope> {
    JSONField.choice(
      word: "patient",
      .patient,
      or: [
        ("class", { JSONField.id("content class")($0, $1, $2).map { .contentClass($0) } }),
        ("contact", { JSONField.reference($0, $1, $2).map { .contact($0) } }),
        ("item", { JSONField.reference($0, $1, $2).map { .item($0) } }),
        ("attribute", attribute),
      ]
    )
  }

  /// The name of an attribute with its value: `{"content.course": "c-17"}`.
  private static func attribute(_ node: DocumentNode, _ what: String, _ sink: DiagnosticSink)
    -> Grant.Scope?
  {
    guard let entries = NodeReader.mapping(node, of: what, sink) else { return nil }
    guard entries.count == 1, let entry = entries.first else {
      let keys = ["content.…"]
      sink.report(.notOneKey(keys, of: what, found: entries.count, at: node.range))
      return nil
    }
    guard let id = AttributeID(contentAttribute: entry.key.value) else {
      sink.report(.notOneOf(entry.key.value, of: what, allowed: ["content.…"], at: entry.key.range))
      return nil
    }
    return JSONField.text(entry.value, "`\(entry.key.value)` of \(what)", sink)
      .map { .attribute(id, TextRef($0)) }
  }
}
