import AccessPolicy

/// A small policy set and a request that it allows, for tests of one thing at a time.
enum TinyPolicy {
  static let read = ActionID("read")!
  static let write = ActionID("write")!
  static let note = ContentClassID("note")!
  static let report = ContentClassID("report")!

  /// The policy set with some sections put in the place of others.
  static func policy(changing changes: Tree = [:]) throws -> Policy {
    var sections = sections
    for change in changes.keys { sections[change.name] = change.value }
    do throws(PolicyRejected) {
      return try PolicyPipeline.policyWithAnyCondition(
        from: [sections.document(file: "tiny.yaml")]
      )
    } catch {
      throw Rejected(description: error.diagnostics.map { "\($0)" }.joined(separator: "\n"))
    }
  }

  struct Rejected: Error, CustomStringConvertible { let description: String }

  static func request() -> AccessRequest {
    AccessRequest(
      now: Moment("2026-03-02T10:00+01:00")!,
      session: Session(
        staff: "anna",
        ownRecord: .absent,
        authorisation: Authorisation(
          template: TemplateID("nurse")!,
          providerRecord: .absent,
          isActive: .known(true),
          from: .absent,
          until: .absent,
          deviations: []
        ),
        unit: .known(UnitID("east")!),
        purpose: .known(PurposeID("care")!),
        authenticationLevel: .known(4),
        systemIsReadOnly: .known(false),
        groups: .absent
      ),
      action: read,
      content: ContentItem(
        contentClass: note,
        id: .known("item-1"),
        contact: .absent,
        unit: .known(UnitID("east")!),
        author: .known("bo"),
        recorded: .known(Instant("2026-03-01T10:00+01:00")!),
        starts: .absent,
        ends: .absent,
        marks: .absent
      ),
      patient: Patient(
        id: "p1",
        birthDate: .known(CivilDate("2008-03-02")!),
        residence: .known(UnitID("west")!),
        marks: .absent,
        links: [
          Link(
            id: "link-1",
            kind: LogisticsKindID("episode")!,
            unit: .known(UnitID("east")!),
            staff: .absent,
            team: .absent,
            group: .absent,
            starts: .known(Instant("2026-02-01T10:00+01:00")!),
            ends: .absent
          )
        ],
        blocks: .absent
      )
    )
  }

  private static let titled: Tree = ["title": .title("title")]

  private static let sections: Tree = [
    "policySet": ["id": "tiny", "version": "1", "title": .title("tiny")],
    "unitKinds": ["hospital": titled, "ward": titled, "office": titled],
    "organisation": [
      "trust": ["title": .title("trust"), "kind": "hospital", "enterprise": "yes"],
      "east": ["title": .title("east"), "kind": "ward", "in": "trust"],
      "west": ["title": .title("west"), "kind": "ward", "in": "trust"],
      "gp": ["title": .title("gp"), "kind": "office", "enterprise": "yes"],
      "alone": ["title": .title("alone"), "kind": "office"],
    ],
    "actions": ["read": titled, "write": titled],
    "purposes": ["care": titled],
    "contentTags": ["genetic": titled],
    "contentClasses": [
      "note": ["title": .title("note"), "tags": ["genetic"]],
      "report": ["title": .title("report"), "aboutPatient": "no"],
    ],
    "attributes": .keys(
      AttributeGroup.allCases.map { Tree.Entry(name: $0.rawValue, value: declaredAttributes) }
    ),
    "securityClasses": [
      "all": [
        "title": .title("all"),
        "grants": ["all": ["do": ["read", "write"], "on": ["note", "report"]]],
      ]
    ],
    "providerRecords": ["nurse": ["title": .title("nurse"), "grants": [:]]],
    "templates": [
      "nurse": [
        "title": .title("nurse"), "securityClasses": ["all"], "purposes": ["care"],
        "relationships": ["any", "opposite"], "reach": ["reports"],
        "units": ["trust", "gp", "alone"],
      ]
    ],
    "subtemplates": ["night": titled],
    "patientLogistics": [
      "episode": titled,
      "referral": ["title": .title("referral"), "counts": ["open"], "neverCounts": ["cancelled"]],
    ],
    "careRelationships": [
      "any": ["title": .title("any"), "links": ["episode"]],
      "opposite": ["title": .title("opposite"), "links": ["episode"], "where": "never"],
    ],
    "reach": ["reports": ["title": .title("reports"), "on": ["report"]]],
    "marks": ["sensitive": ["title": .title("sensitive"), "opensTo": [:]]],
  ]

  private static let declaredAttributes: Tree = {
    let types = [
      "yes-or-no", "number", "text", "date", "instant", "unit", "staff", "patient", "code",
    ]
    var attributes: Tree = [:]
    for type in types {
      var attribute: Tree = ["title": .title(type), "type": .text(type)]
      if type == "code" { attribute["codes"] = ["low", "high"] }
      attributes["a-\(type)"] = attribute
      if type == "yes-or-no" { continue }
      attribute["type"] = .text("set of \(type)")
      attributes["set-of-\(type)"] = attribute
    }
    return attributes
  }()
}
