import AccessPolicy

/// Reads members of staff: a person in one role at one place.
struct StaffReader {
  let values: ValueReader

  private var policy: Policy { values.policy }
  private var sink: DiagnosticSink { values.sink }

  /// The session of a member of staff; `nil` when the role cannot be read.
  func session(_ entry: CastEntry) -> Session? {
    guard
      var reader = RecordReader(
        entry.node,
        as: .staff,
        owner: "this member of staff",
        at: entry.origin,
        sink: sink
      )
    else { return nil }
    _ = reader.node("like")
    _ = reader.localized("title")
    let authorisation = authorisation(&reader)
    let ownRecord: Fact<PatientRef> = reader.fact("ownRecord") { values.reference($0, of: $1) }
    let unit = reader.fact("unit") { values.declared($0, "unit", in: policy.organisation, of: $1) }
    let purpose = reader.fact("purpose") {
      values.declared($0, "purpose", in: policy.purposes, of: $1)
    }
    let level = reader.fact("authenticationLevel") { NodeReader.number($0, of: $1, sink)?.value }
    let isReadOnly =
      reader.has("systemIsReadOnly")
      ? reader.fact("systemIsReadOnly") { NodeReader.boolean($0, of: $1, sink)?.value }
      : .known(false)
    let groups: Fact<Set<GroupRef>> = reader.fact("groups") { values.references($0, of: $1) }
    let attributes = values.attributes(
      reader.node("attributes"),
      group: .session,
      of: reader.what("attributes")
    )
    _ = reader.node("systemIsReadOnly")
    reader.finish()
    return authorisation.map {
      Session(
        staff: StaffRef(entry.name.value),
        ownRecord: ownRecord,
        authorisation: $0,
        unit: unit,
        purpose: purpose,
        authenticationLevel: level,
        systemIsReadOnly: isReadOnly,
        groups: groups,
        attributes: attributes
      )
    }
  }

  private func authorisation(_ reader: inout RecordReader) -> Authorisation? {
    let template = reader.declared("template", in: policy.templates, values)
    let subtemplates = reader.declaredSet("subtemplates", in: policy.subtemplates, values)
    let providerRecord = reader.fact("providerRecord") {
      values.declared($0, "provider record", in: policy.providerRecords, of: $1)
    }
    let isActive =
      reader.has("active")
      ? reader.fact("active") { NodeReader.boolean($0, of: $1, sink)?.value }
      : .known(true)
    _ = reader.node("active")
    let from = reader.fact("from") { values.instant($0, of: $1) }
    let until = reader.fact("until") { values.instant($0, of: $1) }
    let deviations = (reader.list("deviations") ?? []).compactMap(deviation)
    return template.map {
      Authorisation(
        template: $0,
        subtemplates: subtemplates,
        providerRecord: providerRecord,
        isActive: isActive,
        from: from,
        until: until,
        deviations: deviations
      )
    }
  }

  private func deviation(_ node: DocumentNode) -> Deviation? {
    guard var reader = RecordReader(node, as: .deviation, owner: "this deviation", sink: sink)
    else { return nil }
    let id = reader.text("id")
    let adds = parts("adds", &reader)
    let removes = parts("removes", &reader)
    let reason = reader.text("reason")
    let approver = reader.text("approver")
    // No decision depends on silences; whoever lints the scenarios reads them.
    _ = reader.silences()
    let from = reader.fact("from") { values.instant($0, of: $1) }
    let until = reader.fact("until") { values.instant($0, of: $1) }
    reader.finish()
    return id.map {
      Deviation(
        id: DeviationRef($0.value),
        adds: adds,
        removes: removes,
        reason: reason?.value ?? "",
        approver: approver.map { StaffRef($0.value) },
        from: from,
        until: until
      )
    }
  }

  private func parts(_ key: String, _ reader: inout RecordReader) -> RoleParts {
    guard var parts = reader.record(key) else { return RoleParts() }
    let read = RoleParts(
      securityClasses: parts.declaredSet("securityClasses", in: policy.securityClasses, values),
      relationships: parts.declaredSet("relationships", in: policy.careRelationships, values),
      reach: parts.declaredSet("reach", in: policy.reach, values),
      selfAuthorisation: parts.declaredSet(
        "selfAuthorisation",
        in: policy.selfAuthorisation,
        values
      ),
      units: parts.declaredSet("units", in: policy.organisation, values)
    )
    parts.finish()
    return read
  }
}
