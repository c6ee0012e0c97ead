import AccessPolicy

/// Who is there, and what the case says of the request beside what is asked.
struct Situation {
  /// The clock of the case.
  let clock: Clock
  /// Who asks; `nil` where the case does not say.
  let staff: Located<String>?
  /// The patient's name as the case writes it.
  let patientName: String?
  /// Whether the case names a patient, be it one of the cast or not.
  let hasPatient: Bool
  /// The patient; `nil` when there is none, or it could not be read.
  let patient: CastPatient?
  /// What the case says of the session.
  let overrides: Overrides
  /// Attributes of the request.
  let attributes: Attributes
  /// Reasons given.
  let justifications: [Justification]
  /// Grants that are held.
  let grants: [GrantTemplate]

  /// What a case says of the session, instead of what the cast says.
  struct Overrides {
    var unit: Fact<UnitID>?
    var purpose: Fact<PurposeID>?
    var authenticationLevel: Fact<Int64>?
    var systemIsReadOnly: Fact<Bool>?

    func apply(to session: Session) -> Session {
      var session = session
      if let unit { session.unit = unit }
      if let purpose { session.purpose = purpose }
      if let authenticationLevel { session.authenticationLevel = authenticationLevel }
      if let systemIsReadOnly { session.systemIsReadOnly = systemIsReadOnly }
      return session
    }
  }
}

/// Reads the situation of a case.
struct SituationReader {
  let cast: Cast
  let values: ValueReader

  private var policy: Policy { values.policy }
  private var sink: DiagnosticSink { values.sink }

  func situation(_ reader: inout RecordReader) -> Situation {
    let staff = reader.text("staff")
    let patientName = reader.text("patient")
    let patient = patientName.flatMap { cast.patient($0, values.clock) }
    let overrides = overrides(&reader)
    let attributes = values.attributes(
      reader.node("attributes"),
      group: .request,
      of: reader.what("attributes")
    )
    let justifications = (reader.list("justifications") ?? [])
      .compactMap { JustificationReader(values: values).justification($0) }
    let grantReader = GrantReader(cast: cast, values: values, patient: patient)
    let hasPatient = reader.has("patient")
    let grants = (reader.list("grants") ?? [])
      .compactMap { grantReader.grant($0, hasPatient: hasPatient) }
    return Situation(
      clock: values.clock,
      staff: staff,
      patientName: patientName?.value,
      hasPatient: hasPatient,
      patient: patient,
      overrides: overrides,
      attributes: attributes,
      justifications: justifications,
      grants: grants
    )
  }

  private func overrides(_ reader: inout RecordReader) -> Situation.Overrides {
    let unit = reader.fact("unit") { values.declared($0, "unit", in: policy.organisation, of: $1) }
    let purpose = reader.fact("purpose") {
      values.declared($0, "purpose", in: policy.purposes, of: $1)
    }
    let level = reader.fact("authenticationLevel") { NodeReader.number($0, of: $1, sink)?.value }
    let isReadOnly = reader.fact("systemIsReadOnly") { NodeReader.boolean($0, of: $1, sink)?.value }
    return Situation.Overrides(
      unit: reader.has("unit") ? unit : nil,
      purpose: reader.has("purpose") ? purpose : nil,
      authenticationLevel: reader.has("authenticationLevel") ? level : nil,
      systemIsReadOnly: reader.has("systemIsReadOnly") ? isReadOnly : nil
    )
  }
}
