// Principles: what an entry of the section may hold.

extension RecordShape {
  static let principle = entry(
    "principle",
    "A statement that must hold in every situation of which it speaks. It decides nothing.",
    [
      .optional(
        "when",
        .condition,
        "The situations of which it speaks; where it looks at `link.…`, the patient has such a link.",
        otherwise: "all"
      ),
      noneOrSome(
        "links",
        of: "kind of patient logistics",
        "Patient logistics that the patient has."
      ),
      noneOrSome("marks", of: "mark", "Marks in force."),
      noneOrSome("blocks", of: "kind of block", "Blocks in force."),
      .optional(
        "never",
        .list(of: .word(Principle.Answer.words), atLeastOne: true, orOne: true),
        "What must not come out: `allow` (without a reason), `justify` (for a reason), `deny`, or "
          + "`reveal` (no access, and one learns that there is something)."
      ),
      .optional("reasons", .record(reasonTerms), "What every reason that is asked for must take."),
      .optional(
        "obligations",
        .ids(of: "obligation", atLeastOne: true),
        "What must come with access for which no reason is asked."
      ),
      .optional(
        "independentOf",
        .ids(of: "fact", atLeastOne: true, orOne: true),
        "Facts that must change no answer."
      ),
    ],
    rules: [.atLeastOne(demands)]
  )

  /// The keys of which a principle must have at least one.
  static let demands = ["never", "reasons", "obligations", "independentOf"]

  private static func noneOrSome(_ name: String, of kind: String, _ meaning: String) -> KeyShape {
    .optional(
      name,
      .either([.word([RecordReader.none]), .ids(of: kind, atLeastOne: true)]),
      meaning + " One of these, or `none`.",
      otherwise: "whatever there is"
    )
  }

  private static let reasonTerms = RecordShape(
    "reasonTerms",
    "What every self-authorisation rule that is offered must have.",
    keys: [
      .optional("obligations", .ids(of: "obligation", atLeastOne: true), "What it must bring."),
      .optional("longest", .duration, "How long access by it may last at most."),
      .optional(
        "leastText",
        .number(1...10_000),
        "How many visible characters it must ask for at least, of the reasons that take a text."
      ),
    ],
    rules: [.atLeastOne(terms)]
  )

  /// The keys of which the terms of reasons must have at least one.
  static let terms = ["obligations", "longest", "leastText"]
}

extension Principle.Answer {
  /// The words for them, in the order in which they are offered.
  static let words = allCases.map(\.rawValue)
}
