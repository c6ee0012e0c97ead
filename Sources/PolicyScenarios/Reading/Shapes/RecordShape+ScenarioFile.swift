package import AccessPolicy

extension RecordShape {
  /// A file of scenarios: cases, or a cast, or both.
  package static let scenarioFile = RecordShape(
    "scenarioFile",
    "A file of scenarios: cases, or a cast, or both.",
    keys: [
      .optional("staff", .cast("member of staff", staff), "Members of staff, by their keys."),
      .optional("patients", .cast("patient", patient), "Patients, by their keys."),
      .optional(
        "items",
        .cast("item", item),
        "Content without a patient, and items that every patient has."
      ),
      .optional("now", .moment, "The clock of the cases, with its zone."),
      .optional("cases", .list(of: .record(scenario)), "The cases."),
      .optional(
        "dryRun",
        .record(dryRun),
        "The standard situations in which `dry-run` shows a role; once in the set of scenarios."
      ),
    ],
    rules: [.needs("cases", "now"), .needs("dryRun", "now")]
  )

  static let scenario = RecordShape(
    "case",
    "Who asks for what in which situation, and what must come out.",
    keys: [
      .optional("id", .key, "Its id; unique in the set of scenarios."),
      .required("name", .text, "What it shows, in one sentence."),
      .optional("for", .ids(of: "requirement", orOne: true), "The requirements that it shows."),
      .optional("note", .text, "What else a reader should know."),
      .optional("now", .moment, "The clock of this case.", otherwise: "the clock of the file"),
      .optional("staff", .key, "Who asks; needed but with `people`."),
      .optional("patient", .key, "The patient; left out for content without one."),
      .optional("unit", .fact(.id(of: "unit")), "Where the person is logged in this time."),
      .optional("purpose", .fact(.id(of: "purpose")), "The purpose this time."),
      .optional("authenticationLevel", .fact(.anyNumber), "The authentication level this time."),
      .optional("systemIsReadOnly", .fact(.boolean), "Whether the system takes no changes now."),
      attributes("the request"),
      .optional(
        "justifications",
        .list(of: .record(justification)),
        "Reasons that the person gives."
      ),
      .optional("grants", .list(of: .record(heldGrant)), "Access that reasons have opened before."),
      .optional(
        "expect",
        .cells(of: "action", .cells(of: "item", .expectation)),
        "Action, item, and what must come out."
      ),
      .optional(
        "people",
        .cells(of: "member of staff", .expectation),
        "Many people who ask for the same, and what must come out for each."
      ),
      .optional("boundary", .record(boundary), "When a care relationship opens and closes."),
      .optional("action", .id(of: "action"), "What all of `people` do."),
      .optional("item", .key, "What all of `people` ask for."),
    ],
    rules: [
      .exactlyOne(["expect", "people", "boundary"]),
      .needs("expect", "staff"), .needs("boundary", "staff"), .needs("boundary", "patient"),
      .needs("people", "action"), .needs("people", "item"), .excludes("people", "staff"),
      .needs("action", "people"), .needs("item", "people"),
    ]
  )

  static let justification = RecordShape(
    "justification",
    "A reason that the person gives.",
    keys: justificationKeys
  )

  static let justificationKeys: [KeyShape] = [
    .required("reason", .id(of: "reason"), "The reason."),
    .optional("text", .text, "It in the person's own words.", otherwise: "no text"),
    .optional(
      "rule",
      .id(of: "self-authorisation rule"),
      "The rule that it is meant for.",
      otherwise: "every rule that offers the reason"
    ),
  ]

  static let heldGrant = RecordShape(
    "heldGrant",
    "Access that a reason has opened before.",
    keys: [
      .optional("id", .key, "The key under which it is stored."),
      .required("rule", .id(of: "self-authorisation rule"), "The rule that it was issued under."),
      .required(
        "scope",
        .choice(
          words: ["patient"],
          keys: [
            .optional("class", .id(of: "content class"), "One content class of the patient."),
            .optional("contact", .key, "One contact of the patient."),
            .optional("item", .key, "One item."),
            .optional(
              "attribute",
              .entries(
                EntriesShape(
                  kind: "content attribute",
                  keysAreIDs: true,
                  atLeastOne: true,
                  value: .text
                )
              ),
              "Content with one value of an attribute: `{ content.course: c1 }`."
            ),
          ]
        ),
        "What it opens."
      ),
      .required("from", .instant, "From when it holds."),
      .required("until", .instant, "Until when it holds."),
      .required("reason", .id(of: "reason"), "The reason that was given."),
      .optional("staff", .key, "To whom it was issued.", otherwise: "who asks"),
      .optional(
        "patient",
        .orNothing(.key),
        "For whose record; `null` for nobody's.",
        otherwise: "the case's patient"
      ),
      .optional("template", .id(of: "role template"), "In which role.", otherwise: "the present"),
      .optional("purpose", .id(of: "purpose"), "For which purpose.", otherwise: "the present"),
      .optional(
        "enterprise",
        .orNothing(.id(of: "unit")),
        "At which enterprise; `null` for none.",
        otherwise: "the present"
      ),
    ]
  )

  static let boundary = RecordShape(
    "boundary",
    "When a care relationship opens and closes: one second before, at, and one second after.",
    keys: [
      .required("relationship", .id(of: "care relationship"), "The care relationship."),
      .required("link", .key, "The patient's link that makes it."),
      .required("action", .id(of: "action"), "What is asked."),
      .required("item", .key, "For which item."),
    ]
      + Cell.Edge.allCases.map {
        .optional($0.rawValue, .record(edge), "What must come out around the edge.")
      },
    rules: [.atLeastOne(Cell.Edge.allCases.map(\.rawValue))]
  )

  static let edge = RecordShape(
    "edge",
    "Where an edge should be, and what must come out around it.",
    keys: [.required("edge", .wholeEdge, "Where it should be, counted from the link.")]
      + Cell.Side.allCases.map {
        .required($0.rawValue, .expectation, "What must come out on this side.")
      }
  )
}

extension ValueShape {
  /// Entries of the cast, by names that are any text.
  static func cast(_ kind: String, _ record: RecordShape) -> ValueShape {
    .entries(EntriesShape(kind: kind, keysAreIDs: false, value: .record(record)))
  }

  /// A row of cells, each under the name of what is asked.
  static func cells(of kind: String, _ value: ValueShape) -> ValueShape {
    .entries(
      EntriesShape(kind: kind, keysAreIDs: kind == "action", atLeastOne: true, value: value)
    )
  }

  static let anyNumber = ValueShape.number(Int64.min...Int64.max)
}
