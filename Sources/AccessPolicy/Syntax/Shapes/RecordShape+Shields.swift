// Marks and blocks: what an entry of each section may hold.

extension RecordShape {
  /// What a shield says of itself, beside whom it keeps out.
  private static let shield: [KeyShape] = [
    .optional(
      "override",
      .id(of: "self-authorisation rule"),
      "The self-authorisation rule that opens it.",
      otherwise: "none does"
    ),
    .optional(
      "hidesExistence",
      .either([.boolean, .condition]),
      "Whether, or when, staff outside never learn that there is anything.",
      otherwise: "no"
    ),
    .optional("route", .record(localizedText), "Where somebody goes who is kept out."),
    .optional("obligations", .ids(of: "obligation"), "What comes with access to what it shields."),
  ]

  private static var actions: KeyShape {
    .optional(
      "actions",
      .ids(of: "action", atLeastOne: true),
      "The actions that it keeps people from.",
      otherwise: "every action"
    )
  }

  static let mark = entry(
    "mark",
    "A mark that shields content from all but a circle.",
    [
      .optional("covers", .record(covers), "What it shields.", otherwise: "every content class"),
      actions,
      .optional(
        "derived",
        .condition,
        "When it is in force without having been set.",
        otherwise: "never"
      ),
      .required(
        "opensTo",
        .declarations(of: "circle entry", circleEntry),
        "The circle: who is inside. `{}` for nobody."
      ),
    ] + shield
  )

  static let covers = RecordShape(
    "covers",
    "What a mark shields.",
    keys: [
      .optional("classes", .ids(of: "content class"), "These content classes."),
      .optional("tags", .ids(of: "content tag"), "Every content class with one of these tags."),
    ],
    rules: [.atLeastOne(["classes", "tags"])]
  )

  static let circleEntry = RecordShape(
    "circleEntry",
    "Somebody who is inside the circle.",
    keys: [
      .optional(
        "through",
        .ids(of: "care relationship", atLeastOne: true),
        "Who has one of these care relationships to the patient."
      ),
      .optional("when", .condition, "Whoever this holds for."),
      ownTitle("the mark"), because, silence,
    ],
    rules: [.atLeastOne(["through", "when"])]
  )

  static let blockKind = entry(
    "block",
    "A kind of block: what a patient can close, and what opens it.",
    [actions] + shield
  )
}
