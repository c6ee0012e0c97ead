import AccessPolicy
import PolicyFiles

/// Decides a few requests by a policy set that nobody has seen before.
enum PolicyProbe {
  static func decide(by policy: Policy) {
    let engine = PolicyEngine(policy)
    for template in policy.templates.prefix(2) {
      for content in policy.contentClasses.prefix(2) {
        for action in policy.actions.prefix(2) {
          let request = request(policy, template.id, action.id, content.id)
          guard let request else { continue }
          EngineInvariants.hold(for: request, engine)
        }
      }
    }
  }

  private static func request(
    _ policy: Policy,
    _ template: TemplateID,
    _ action: ActionID,
    _ contentClass: ContentClassID
  ) -> AccessRequest? {
    guard let now = Moment("2026-03-02T10:00+01:00"), let start = Instant("2026-03-01T08:00Z")
    else { return nil }
    let unit = policy.organisation.first?.id
    let marks = Set(policy.marks.prefix(3).map(\.id))
    let links = policy.patientLogistics.prefix(3).enumerated().map { index, kind in
      Link(
        id: LinkRef("link-\(index)"),
        kind: kind.id,
        unit: unit.map { .known($0) } ?? .absent,
        starts: .known(start),
        ends: .absent
      )
    }
    return AccessRequest(
      now: now,
      session: Session(
        staff: "reader",
        authorisation: Authorisation(
          template: template,
          isActive: .known(true),
          from: .absent,
          until: .absent,
          deviations: []
        ),
        unit: unit.map { .known($0) } ?? .absent,
        purpose: policy.purposes.first.map { .known($0.id) } ?? .absent,
        systemIsReadOnly: .known(false)
      ),
      action: action,
      content: ContentItem(
        contentClass: contentClass,
        contact: .absent,
        unit: unit.map { .known($0) } ?? .absent,
        author: .known("author"),
        marks: .known(marks)
      ),
      patient: Patient(id: "patient", marks: .absent, links: links, blocks: .absent)
    )
  }
}
