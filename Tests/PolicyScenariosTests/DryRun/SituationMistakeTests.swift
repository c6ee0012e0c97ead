import AccessPolicy
import PolicyScenarios
import Testing

@Suite struct `Mistakes in situations` {
  private static let one = "situations: { s: { title: { nb: En, en: One } } }"
  private static let content = "content: { c: { title: { nb: En, en: One } } }"

  @Test(arguments: [
    Mistake.inCast("no situations", .missingKey, "lacks `situations`", "▶dryRun: { \(content) }"),
    .inCast("no content", .missingKey, "lacks `content`", "▶dryRun: { \(one) }"),
    .inCast(
      "an empty set of situations",
      .wrongValue,
      "has no entry",
      helps: "add one",
      "dryRun: { situations: ▶{}, \(content) }"
    ),
    .inCast(
      "a situation without a title",
      .missingKey,
      "lacks `title`",
      "dryRun: { situations: { ▶s: {} }, \(content) }"
    ),
    .inCast(
      "a key that means nothing",
      .unknownKey,
      "no key `links`",
      helps: "`link`",
      "dryRun: { situations: { s: { title: { nb: En, en: One }, ▶links: {} } }, \(content) }"
    ),
    .inCast(
      "a link with a kind",
      .unknownKey,
      "no key `kind`",
      "dryRun: { link: { ▶kind: stay }, \(one), \(content) }"
    ),
    .inCast(
      "a status that nothing declares",
      .undeclaredName,
      "declared as `activ`",
      helps: "`active`",
      "dryRun: { link: { status: [▶activ] }, \(one), \(content) }"
    ),
    .inCast(
      "a unit that nothing declares",
      .undeclaredName,
      "declared as `holders-unit`",
      helps: "`holder-unit`",
      "dryRun: { item: { unit: ▶holders-unit }, \(one), \(content) }"
    ),
    .inCast(
      "a mark that nothing declares, beneath another",
      .undeclaredName,
      "declared as `sensitiv`",
      """
      dryRun:
        item: { marks: [▶sensitiv] }
        \(one)
        content: { c: { title: { nb: En, en: One }, item: { marks: [secret] } } }
      """
    ),
    .inCast(
      "a purpose that nothing declares",
      .undeclaredName,
      "declared as `give-cars`",
      helps: "`give-care`",
      "dryRun: { holder: { purposes: [▶give-cars] }, \(one), \(content) }"
    ),
    .inCast(
      "a declared fact of another type",
      .wrongValue,
      "objects",
      "dryRun: { patient: { attributes: { objects: ▶maybe } }, \(one), \(content) }"
    ),
    .inCast(
      "a contact that the patient does not have",
      .undeclaredName,
      "no contact `c9`",
      """
      dryRun:
        patient: { contacts: { c1: { unit: holder-unit } } }
        item: { contact: ▶c9 }
        \(one)
        \(content)
      """
    ),
    .inCast(
      "an id that is none",
      .notAnIdentifier,
      "own patient",
      "dryRun: { situations: { ▶own patient: { title: { nb: En, en: One } } }, \(content) }"
    ),
  ])
  func `are shown where they stand`(mistake: Mistake) { mistake.check() }

  @Test func `need a clock`() throws {
    let text = "dryRun: { \(Self.one), \(Self.content) }"
    let read = World.read([("a.yaml", text)])
    #expect(read.diagnostics.contains { $0.message.contains("`dryRun` and lacks `now`") })
  }

  @Test func `stand once in all files`() throws {
    let text = "now: 2026-03-02T10:00+01:00\ndryRun: { \(Self.one), \(Self.content) }"
    let read = World.read([("a.yaml", text), ("b.yaml", text)])
    #expect(read.diagnostics.map(\.code).contains(.declaredTwice))
    #expect(read.diagnostics.first { $0.code == .declaredTwice }?.range?.file == "b.yaml")
  }

  @Test func `may use the contact of another layer`() throws {
    let standard = try World.scenarios(
      """
      now: 2026-03-02T10:00+01:00
      cases: [ { name: right, staff: anne, expect: { read: { capacity: allow } } } ]
      dryRun:
        patient: { contacts: { c1: { unit: holder-unit, marks: [sensitive] } } }
        situations: { s: { title: { nb: En, en: One }, item: { contact: c1 } } }
        \(Self.content)
      """
    ).standardSituations
    #expect(standard?.situations.map(\.id.text) == ["s"])
  }
}
