import AccessPolicy

extension BasePolicy {
  /// A ward nurse reads a note of a patient who stays at her hospital; every gate allows.
  ///
  /// Attributes of the patient are given by name.
  static func request(_ attributes: [String: AttributeValue] = [:]) -> AccessRequest {
    AccessRequest(
      now: Moment("2026-03-02T10:00+01:00")!,
      session: Session(
        staff: "nurse-1",
        authorisation: Authorisation(
          template: TemplateID("ward-nurse")!,
          providerRecord: .absent,
          isActive: .known(true),
          from: .absent,
          until: .absent,
          deviations: []
        ),
        unit: .known(UnitID("east")!),
        purpose: .known(PurposeID("care")!),
        authenticationLevel: .known(4),
        systemIsReadOnly: .known(false)
      ),
      action: ActionID("read")!,
      content: ContentItem(
        contentClass: ContentClassID("note")!,
        contact: .absent,
        unit: .known(UnitID("east")!),
        marks: .absent
      ),
      patient: Patient(
        id: "patient-1",
        marks: .absent,
        links: [
          Link(
            id: "stay-1",
            kind: LogisticsKindID("stay")!,
            status: .known(LinkStatusID("active")!),
            starts: .absent,
            ends: .absent
          )
        ],
        blocks: .absent,
        attributes: Dictionary(
          uniqueKeysWithValues: attributes.map { (AttributeID($0.key)!, .known($0.value)) }
        )
      )
    )
  }

  /// What a condition of the care relationship makes of the request.
  static func decide(where condition: String, _ request: AccessRequest) throws -> Decision {
    let policy = try policy(
      with: """
        careRelationships:
          tested: { title: { nb: Prøvd, en: Tested }, links: [stay], where: \(quoted(condition)) }
        templates:
          tested:
            title: { nb: Prøvd, en: Tested }
            securityClasses: [nursing]
            purposes: [care]
            relationships: [tested]
            units: [general]
        """
    )
    var request = request
    request.session.authorisation.template = TemplateID("tested")!
    return PolicyEngine(policy).decide(request)
  }

  private static func quoted(_ text: String) -> String {
    "\"\(text.replacing("\"", with: "\\\""))\""
  }
}
