import AccessPolicy

// Who asks.
extension RequestBuilder {
  func session(_ node: DocumentNode, _ what: String, _ sink: DiagnosticSink) -> Session? {
    guard var record = JSONRecord(node, owner: what, sink: sink) else { return nil }
    let staff: StaffRef? = record.required("staff", JSONField.reference)
    let ownRecord: Fact<PatientRef> = record.fact("ownRecord", JSONField.reference)
    let authorisation = record.required("authorisation", authorisation)
    let unit: Fact<UnitID> = record.fact("unit", JSONField.id("unit"))
    let purpose: Fact<PurposeID> = record.fact("purpose", JSONField.id("purpose"))
    let level = record.fact("authenticationLevel", JSONField.number)
    let isReadOnly = record.fact("systemIsReadOnly", JSONField.boolean)
    let groups: Fact<Set<GroupRef>> = record.fact("groups", JSONField.set(JSONField.reference))
    let attributes = record.attributes(.session, policy)
    record.finish()
    guard let staff, let authorisation else { return nil }
    return Session(
      staff: staff,
      ownRecord: ownRecord,
      authorisation: authorisation,
      unit: unit,
      purpose: purpose,
      authenticationLevel: level,
      systemIsReadOnly: isReadOnly,
      groups: groups,
      attributes: attributes
    )
  }

  private func authorisation(_ node: DocumentNode, _ what: String, _ sink: DiagnosticSink)
    -> Authorisation?
  {
    guard var record = JSONRecord(node, owner: what, sink: sink) else { return nil }
    let template: TemplateID? = record.required("template", JSONField.id("role template"))
    let subtemplates: Set<SubtemplateID>? = record.optional(
      "subtemplates",
      JSONField.set(JSONField.id("subtemplate"))
    )
    let providerRecord: Fact<ProviderRecordID> = record.fact(
      "providerRecord",
      JSONField.id("provider record")
    )
    let isActive = record.fact("isActive", JSONField.boolean)
    let from = record.fact("from", JSONField.instant)
    let until = record.fact("until", JSONField.instant)
    let deviations = record.requiredList("deviations", deviation)
    record.finish()
    guard let template else { return nil }
    return Authorisation(
      template: template,
      subtemplates: subtemplates ?? [],
      providerRecord: providerRecord,
      isActive: isActive,
      from: from,
      until: until,
      deviations: deviations
    )
  }

  private func deviation(_ node: DocumentNode, _ what: String, _ sink: DiagnosticSink)
    -> Deviation?
  {
    guard var record = JSONRecord(node, owner: what, sink: sink) else { return nil }
    let id: DeviationRef? = record.required("id", JSONField.reference)
    let adds = record.optional("adds", Self.parts)
    let removes = record.optional("removes", Self.parts)
    let reason = record.optional("reason", JSONField.text)
    let approver: StaffRef? = record.optional("approver", JSONField.reference)
    let from = record.fact("from", JSONField.instant)
    let until = record.fact("until", JSONField.instant)
    record.finish()
    guard let id else { return nil }
    return Deviation(
      id: id,
      adds: adds ?? RoleParts(),
      removes: removes ?? RoleParts(),
      reason: reason ?? "",
      approver: approver,
      from: from,
      until: until
    )
  }

  private static func parts(_ node: DocumentNode, _ what: String, _ sink: DiagnosticSink)
    -> RoleParts?
  {
    guard var record = JSONRecord(node, owner: what, sink: sink) else { return nil }
    func names<Kind>(_ key: String, _ kind: String) -> Set<Identifier<Kind>> {
      record.optional(key, JSONField.set(JSONField.id(kind))) ?? []
    }
    let parts = RoleParts(
      securityClasses: names("securityClasses", "security class"),
      relationships: names("relationships", "care relationship"),
      reach: names("reach", "reach rule"),
      selfAuthorisation: names("selfAuthorisation", "self-authorisation rule"),
      units: names("units", "unit")
    )
    record.finish()
    return parts
  }
}
