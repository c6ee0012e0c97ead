import AccessPolicy
import Testing

@Suite struct `Reading requirements` {
  private static let title = "title: { nb: a, en: b }"

  private func requirement(_ keys: String) throws -> Requirement {
    let text = PolicyText(
      """
      policySet: { id: x, version: 1, \(Self.title) }
      requirements:
        R1: { \(Self.title)\(keys) }
      """
    )
    let policy = try PolicyPipeline.policy(from: [text.document])
    return try #require(policy.requirements.first?.entry)
  }

  @Test func `a title is enough`() throws {
    let requirement = try requirement("")
    #expect(requirement.kinds.isEmpty)
    #expect(requirement.source == nil)
    #expect(requirement.answers.isEmpty)
    #expect(requirement.lacks.isEmpty)
    #expect(requirement.reading == nil)
  }

  @Test func `kinds and answers come in one order, however they were written`() throws {
    let requirement = try requirement(
      """
      , kind: [process, decision], source: "annex 7.2", \
      answered: { tool: { nb: v, en: t }, engine: { nb: m, en: e } }, \
      lacks: { shut: { nb: l, en: s } }
      """
    )
    #expect(requirement.kinds == [.decision, .process])
    #expect(requirement.source == "annex 7.2")
    #expect(requirement.answers.map(\.means) == [.engine, .tool])
    #expect(requirement.answers.first?.how == LocalizedText(nb: "m", en: "e"))
    #expect(requirement.lacks == [.shut: LocalizedText(nb: "l", en: "s")])
  }

  @Test func `one kind needs no list`() throws {
    #expect(try requirement(", kind: logging").kinds == [.logging])
  }

  @Test func `a reading says what it takes, what else there is, and what one would change`() throws
  {
    let reading = try #require(
      try requirement(
        """
        , reading: { question: { nb: a, en: q }, takes: { nb: b, en: t }, \
        instead: { nb: c, en: i }, change: { nb: d, en: c } }
        """
      ).reading
    )
    #expect(
      [reading.question, reading.takes, reading.instead, reading.change].map(\.en)
        == ["q", "t", "i", "c"]
    )
  }

  @Test func `what is said of a requirement is a part of the digest`() throws {
    func digest(_ keys: String) throws -> String {
      let text =
        "policySet: { id: x, version: 1, \(Self.title) }\nrequirements:\n  R1: { \(Self.title)\(keys) }"
      return try PolicyPipeline.policy(from: [PolicyText(text).document]).identity.digest
    }
    #expect(try digest("") != digest(", kind: data"))
  }

  private static let wrong: [MistakeCase] = [
    MistakeCase("no such kind", entry("kind: [data, 1️⃣rule]"), "1 wrong-value"),
    MistakeCase("a kind that is no word", entry("kind: 1️⃣{ a: b }"), "1 wrong-form"),
    MistakeCase("a kind twice", entry("kind: [data, 1️⃣data]"), "1 named-twice 2:41"),
    MistakeCase("no kinds", entry("kind: 1️⃣[]"), "1 wrong-value"),
    MistakeCase("an empty source", entry("source: 1️⃣\" \""), "1 wrong-value"),
    MistakeCase("answered by nothing", entry("1️⃣answered: {}"), "1 conflicting-keys"),
    MistakeCase("answered by nobody knows what", entry("answered: { 1️⃣robot: a }"), "1 unknown-key"),
    MistakeCase("lacking nothing", entry("1️⃣lacks: {}"), "1 conflicting-keys"),
    MistakeCase(
      "an answer in one language",
      entry("answered: { 1️⃣tool: { en: a } }"),
      "1 missing-key"
    ),
    MistakeCase(
      "a reading without an alternative",
      entry("1️⃣reading: { question: { nb: a, en: b }, takes: { nb: a, en: b } }"),
      "1 missing-key",
      "1 missing-key"
    ),
  ]

  private static func entry(_ keys: String) -> String {
    "requirements:\n  R9: { \(title), \(keys) }"
  }

  @Test(arguments: wrong) func `mistakes in them are reported`(mistake: MistakeCase) {
    #expect(mistakes(mistake.text) == mistake.mistakes)
  }
}
