// Requirements: what an entry may say of itself beside its title.

extension RecordShape {
  static let requirement = entry(
    "requirement",
    "A requirement that rules can rest on.",
    [
      .optional(
        "kind",
        .list(of: .word(words(Requirement.Kind.self)), atLeastOne: true, orOne: true),
        "What it asks for: one or several."
      ),
      .optional("source", .text, "The place in the texts that it is from."),
      .optional("answered", .record(answers), "What answers it beside rules."),
      .optional("lacks", .record(lacks), "Why it has cases on one side alone."),
      .optional("reading", .record(reading), "The reading taken where the texts leave it open."),
    ]
  )

  private static let answers = RecordShape(
    "answered",
    "What answers a requirement beside rules.",
    keys: [
      .optional("engine", .record(localizedText), "What the engine guarantees, by which law."),
      .optional("tool", .record(localizedText), "Which command serves it."),
      .optional("outside", .record(localizedText), "Why it is for others."),
      .optional("notYet", .record(localizedText), "What it would take."),
    ],
    rules: [.atLeastOne(words(Requirement.Means.self))]
  )

  private static let lacks = RecordShape(
    "lacks",
    "The side on which a requirement has no case, with the reason why.",
    keys: [
      .optional("opens", .record(localizedText), "Why no case for it opens anything."),
      .optional("shut", .record(localizedText), "Why no case for it stays shut."),
    ],
    rules: [.atLeastOne(words(Requirement.Side.self))]
  )

  private static let reading = RecordShape(
    "reading",
    "A reading that is taken where the texts leave something open.",
    keys: [
      .required("question", .record(localizedText), "What the texts leave open."),
      .required("takes", .record(localizedText), "The reading that the rules take."),
      .required("instead", .record(localizedText), "Another reading."),
      .required(
        "change",
        .record(localizedText),
        "What one would change for it, and what then comes out otherwise."
      ),
    ]
  )

  private static func words<Word: RawRepresentable & CaseIterable>(_: Word.Type) -> [String]
  where Word.RawValue == String {
    Word.allCases.map(\.rawValue)
  }
}
