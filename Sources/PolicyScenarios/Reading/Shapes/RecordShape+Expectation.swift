import AccessPolicy

// What a decision must be: an outcome alone, or with more that must hold.

extension ValueShape {
  /// `allow`, or `{ allow: { … } }`; it can hold another one, under `then`.
  static let expectation: ValueShape = .named("expectation") {
    .choice(
      words: Outcome.allCases.map(\.description),
      keys: Outcome.allCases.map {
        .optional($0.description, .record(.parts(of: $0)), "This outcome, and more that must hold.")
      }
    )
  }
}

extension RecordShape {
  /// What more can be expected; ``parts(of:)`` says what of one outcome.
  static let allParts: RecordShape = .init(
    "parts",
    "What must hold beside the outcome.",
    keys: [
      .optional(
        "by",
        .list(of: .text, atLeastOne: true, orOne: true),
        "Gates or rules that have this outcome; a list: all of them."
      ),
      .optional(
        "notBy",
        .list(of: .text, atLeastOne: true, orOne: true),
        "Gates or rules that do not have it; a list: none of them."
      ),
      .optional("obligations", .ids(of: "obligation"), "Exactly these obligations."),
      .optional("reasons", .ids(of: "reason"), "The reasons offered are exactly these."),
      .optional(
        "rules",
        .ids(of: "self-authorisation rule"),
        "The self-authorisation rules offered are exactly these."
      ),
      .optional(
        "grants",
        .ids(of: "self-authorisation rule"),
        "The rules under which grants are issued are exactly these."
      ),
      .optional(
        "routes",
        .ids(of: "purpose, mark or block with a route", orOne: true),
        "Whose routes are given: exactly these."
      ),
      .optional("hidden", .boolean, "Whether existence is hidden."),
      .optional("undetermined", .list(of: .text), "Exactly these facts were missing."),
      .optional(
        "validUntil",
        .either([.word(["never"]), .instant]),
        "When the decision ceases to hold; or `never`."
      ),
      .optional("then", .record(thenGiven), "What the answer becomes once a reason is given."),
    ]
  )

  /// The parts that make sense of one outcome alone.
  static let partsOfOneOutcome: [(key: String, outcome: Outcome)] = [
    ("reasons", .justify), ("rules", .justify), ("then", .justify), ("grants", .allow),
    ("routes", .deny),
  ]

  /// What more can be expected of this outcome.
  static func parts(of outcome: Outcome) -> RecordShape {
    let others = partsOfOneOutcome.filter { $0.outcome != outcome }.map(\.key)
    return RecordShape(
      outcome.description,
      allParts.meaning,
      keys: allParts.keys.filter { !others.contains($0.name) }
    )
  }

  static let thenGiven: RecordShape = .init(
    "then",
    "A reason, and what the answer becomes with it.",
    keys: justificationKeys + [.required("gives", .expectation, "What must come out then.")]
  )
}
