@testable import AccessPolicy
import Testing

@Suite struct `Checking a policy set` {
  private static let title = "title: { nb: a, en: b }"

  private static let wholes: [MistakeCase] = [
    MistakeCase(
      "two policy sets",
      "1️⃣policySet: { id: x, version: 1, \(title) }",
      "1 declared-twice base.yaml:1:1"
    ),
    MistakeCase(
      "an id of the set that is none",
      "1️⃣policySet: { id: 2️⃣my set, version: 1, \(title) }",
      "1 declared-twice base.yaml:1:1",
      "2 not-an-identifier"
    ),
    MistakeCase("one session", "session: { leastAuthentication: 3 }"),
    MistakeCase("an empty session", "session: {}"),
    MistakeCase("a session that asks for more", "session: { 1️⃣purposes: [care] }", "1 unknown-key"),
  ]

  @Test(arguments: [(100, 0), (200, 1)])
  func `a verdict has room for every obligation`(count: Int, expected: Int) {
    let lines = (0..<count).map { "  duty-\($0): { \(Self.title) }" }
    let found = mistakes("obligations:\n" + lines.joined(separator: "\n"))
    #expect(found.filter { $0.contains("too-large") }.count == expected)
    #expect(found.count == expected)
  }

  private static let organisations: [MistakeCase] = [
    MistakeCase(
      "a unit in itself",
      "organisation:\n  1️⃣x: { \(title), kind: ward, in: x }",
      "1 organisation-cycle"
    ),
    MistakeCase(
      "a ring of three, and a tail",
      """
      organisation:
        tail: { \(title), kind: ward, in: b }
        b: { \(title), kind: ward, in: c }
        c: { \(title), kind: ward, in: a }
        1️⃣a: { \(title), kind: ward, in: b }
      """,
      "1 organisation-cycle"
    ),
    MistakeCase(
      "two rings",
      """
      organisation:
        1️⃣a: { \(title), kind: ward, in: b }
        b: { \(title), kind: ward, in: a }
        2️⃣c: { \(title), kind: ward, in: d }
        d: { \(title), kind: ward, in: c }
      """,
      "1 organisation-cycle",
      "2 organisation-cycle"
    ),
    MistakeCase("a unit without a kind", "organisation:\n  1️⃣x: { \(title) }", "1 missing-key"),
  ]

  private static let roles: [MistakeCase] = [
    MistakeCase(
      "a refused purpose in a template",
      "templates:\n  x: { \(title), purposes: [care, 1️⃣marketing] }",
      "1 refused-purpose"
    ),
    MistakeCase(
      "a refused purpose in a subtemplate",
      "subtemplates:\n  x: { \(title), purposes: [1️⃣marketing] }",
      "1 refused-purpose"
    ),
    MistakeCase(
      "a grant that names nothing",
      "securityClasses:\n  x:\n    \(title)\n    grants: { q: { do: 1️⃣[], on: 2️⃣[], purposes: 3️⃣[] } }",
      "1 wrong-value",
      "2 wrong-value",
      "3 wrong-value"
    ),
    MistakeCase(
      "a grant without do and on",
      "securityClasses:\n  x:\n    \(title)\n    grants: { 1️⃣q: {} }",
      "1 missing-key",
      "1 missing-key"
    ),
    MistakeCase(
      "a licence with a condition",
      "providerRecords:\n  x:\n    \(title)\n    grants: { q: { do: [read], on: [note], 1️⃣when: always } }",
      "1 unknown-key"
    ),
    MistakeCase("a class without grants", "securityClasses:\n  1️⃣x: { \(title) }", "1 missing-key"),
  ]

  private static let openings: [MistakeCase] = [
    MistakeCase("a level without a rule", relationship("level: 1️⃣justify"), "1 conflicting-keys"),
    MistakeCase("a rule without a level", relationship("1️⃣takes: ask"), "1 conflicting-keys"),
    MistakeCase(
      "a rule at standard access",
      relationship("level: 1️⃣allow, takes: ask"),
      "1 conflicting-keys"
    ),
    MistakeCase("standard access", relationship("level: allow")),
    MistakeCase("a level that there is not", relationship("level: 1️⃣deny"), "1 wrong-value"),
    MistakeCase("no links", "careRelationships:\n  x: { \(title), links: 1️⃣[] }", "1 wrong-value"),
    MistakeCase(
      "no statuses",
      "careRelationships:\n  x: { \(title), links: [stay], statuses: 1️⃣[] }",
      "1 wrong-value"
    ),
    MistakeCase(
      "reach to patients",
      "reach:\n  x: { \(title), on: [1️⃣note, list] }",
      "1 wrong-subject"
    ),
    MistakeCase("reach to nothing", "reach:\n  x: { \(title), on: 1️⃣[] }", "1 wrong-value"),
    MistakeCase(
      "reach by facts of a patient",
      "reach:\n  x: { \(title), on: [list], where: 1️⃣patient.age > 5 and 2️⃣link.unit == east }",
      "1 fact-not-in-view",
      "2 fact-not-in-view"
    ),
  ]

  private static func relationship(_ keys: String) -> String {
    "careRelationships:\n  x: { \(title), links: [stay], \(keys) }"
  }

  private static let logistics: [MistakeCase] = [
    MistakeCase("a kind without statuses", "patientLogistics:\n  x: { \(title) }"),
    MistakeCase(
      "statuses that count alone",
      "patientLogistics:\n  1️⃣x: { \(title), counts: [open] }",
      "1 conflicting-keys"
    ),
    MistakeCase(
      "statuses that never count alone",
      "patientLogistics:\n  1️⃣x: { \(title), neverCounts: [shut] }",
      "1 conflicting-keys"
    ),
    MistakeCase(
      "a status both ways",
      "patientLogistics:\n  x: { \(title), counts: [1️⃣open, shut], neverCounts: [2️⃣open] }",
      "2 conflicting-keys 1"
    ),
  ]

  private static let attributes: [MistakeCase] = [
    MistakeCase("a type that there is not", attribute("type: 1️⃣word"), "1 wrong-value"),
    MistakeCase("a set of sets", attribute("type: 1️⃣set of set of text"), "1 wrong-value"),
    MistakeCase("a set of truth values", attribute("type: 1️⃣set of yes-or-no"), "1 wrong-value"),
    MistakeCase("no type", "attributes:\n  link:\n    1️⃣x: { \(title) }", "1 missing-key"),
    MistakeCase("a code without codes", attribute("type: 1️⃣code"), "1 conflicting-keys"),
    MistakeCase("codes without a code", attribute("type: 1️⃣text, codes: [a]"), "1 conflicting-keys"),
    MistakeCase(
      "a dot in the name",
      "attributes:\n  link:\n    1️⃣a.b: { \(title), type: text }",
      "1 not-an-identifier"
    ),
    MistakeCase(
      "a name of the engine",
      "attributes:\n  link:\n    1️⃣unit: { \(title), type: text }",
      "1 declared-twice"
    ),
    MistakeCase(
      "a name of the engine elsewhere",
      "attributes:\n  request:\n    unit: { \(title), type: text }"
    ),
  ]

  private static func attribute(_ keys: String) -> String {
    "attributes:\n  link:\n    x: { \(title), \(keys) }"
  }

  private static let shields: [MistakeCase] = [
    MistakeCase("a mark without a circle", "marks:\n  1️⃣x: { \(title) }", "1 missing-key"),
    MistakeCase(
      "an entry that lets everybody in",
      mark("opensTo: { 1️⃣q: {} }"),
      "1 conflicting-keys"
    ),
    MistakeCase(
      "an entry through a relationship that takes a reason",
      mark("opensTo: { q: { through: [staying, 1️⃣asking] } }"),
      "1 wrong-subject"
    ),
    MistakeCase(
      "an entry through nothing",
      mark("opensTo: { q: { through: 1️⃣[] } }"),
      "1 wrong-value"
    ),
    MistakeCase(
      "a link where no relationship is named",
      mark("opensTo: { q: { when: 1️⃣link.unit == session.unit } }"),
      "1 fact-not-in-view"
    ),
    MistakeCase(
      "a link where one is",
      mark("opensTo: { q: { through: [staying], when: link.unit == session.unit } }")
    ),
    MistakeCase(
      "a link in derived",
      mark("opensTo: {}, derived: has 1️⃣link.unit"),
      "1 fact-not-in-view"
    ),
    MistakeCase(
      "coverage of nothing",
      mark("opensTo: {}, 1️⃣covers: { classes: [] }"),
      "1 conflicting-keys"
    ),
    MistakeCase("coverage without names", mark("opensTo: {}, 1️⃣covers: {}"), "1 conflicting-keys"),
    MistakeCase(
      "no actions",
      "marks:\n  x: { \(title), opensTo: {}, actions: 1️⃣[] }",
      "1 wrong-value"
    ),
    MistakeCase(
      "a block of no actions",
      "blocks:\n  x: { \(title), actions: 1️⃣[] }",
      "1 wrong-value"
    ),
    MistakeCase("half a route", "blocks:\n  x: { \(title), 1️⃣route: { nb: a } }", "1 missing-key"),
  ]

  private static func mark(_ keys: String) -> String { "marks:\n  x: { \(title), \(keys) }" }

  private static let rules: [MistakeCase] = [
    MistakeCase("a scope that there is not", rule("scope: 1️⃣ward"), "1 wrong-value"),
    MistakeCase("no least text", rule("leastText: 1️⃣-1"), "1 wrong-value"),
    MistakeCase("a book", rule("leastText: 1️⃣10001"), "1 wrong-value"),
    MistakeCase("a lifetime of nothing", rule("lifetime: 1️⃣0 days"), "1 wrong-value"),
    MistakeCase("a lifetime of months", rule("lifetime: 1️⃣3 months"), "1 wrong-value"),
    MistakeCase("a negative lifetime", rule("lifetime: 1️⃣-1 hour"), "1 wrong-value"),
    MistakeCase(
      "a lifetime beyond any life",
      rule("lifetime: 1️⃣9223372036854775807 weeks"),
      "1 wrong-value"
    ),
    MistakeCase(
      "no reasons",
      rule("reasons: 1️⃣[]"),
      "1 wrong-value"
    ),
    MistakeCase("a link", rule("when: has 1️⃣link.unit"), "1 fact-not-in-view"),
    MistakeCase(
      "nothing at all",
      "selfAuthorisation:\n  1️⃣x: { \(title) }",
      "1 missing-key",
      "1 missing-key",
      "1 missing-key",
      "1 missing-key"
    ),
  ]

  /// A complete rule in which some keys are written otherwise.
  private static func rule(_ key: String) -> String {
    let keys = ["scope: item", "leastText: 5", "lifetime: 1 hour", "reasons: [help]"]
    let name = key.prefix { $0 != ":" } + ":"
    let rest = keys.filter { !$0.hasPrefix(name) }.joined(separator: ", ")
    return "selfAuthorisation:\n  x: { \(title), \(rest), \(key) }"
  }

  @Test(
    arguments: [
      wholes, organisations, roles, openings, logistics, attributes, shields, rules,
    ].flatMap { $0 }
  )
  func `every check finds its mistake, at its place`(example: MistakeCase) {
    #expect(mistakes(example.text) == example.mistakes)
  }

  @Test func `all mistakes come at once, in the order of files and lines`() {
    let first = """
      templates:
        x: { \(Self.title), purposes: [1️⃣marketing, 2️⃣nix], units: [3️⃣nowhere] }
      organisation:
        4️⃣q: { \(Self.title), kind: ward, in: q }
      """
    let second = """
      careRelationships:
        x:
          \(Self.title)
          links: [5️⃣nix]
          where: 6️⃣link.unt == 7️⃣nowhere
      8️⃣sessoin: {}
      """
    let expected = [
      "1 refused-purpose", "2 undeclared-name", "3 undeclared-name", "4 organisation-cycle",
      "5 undeclared-name",
      "6 unknown-fact", "8 unknown-key",
    ]
    #expect(mistakes(first, second) == expected)
  }

  @Test func `a mistake is told once`() {
    let text =
      "securityClasses:\n  x:\n    \(Self.title)\n    because: 1️⃣nix\n"
      + "    grants: { q: { do: [read], on: [note] }, z: { do: [read], on: [note] } }"
    #expect(mistakes(text) == ["1 undeclared-name"])
  }

  @Test func `a deep organisation does no harm`() throws {
    let units = (0..<20_000).map { number in
      "  u\(number): { \(Self.title), kind: ward, in: \(number == 0 ? "general" : "u\(number - 1)") }"
    }
    let text = "organisation:\n" + units.joined(separator: "\n")
    let engine = PolicyEngine(try BasePolicy.policy(with: text))
    var request = BasePolicy.request()
    request.session.unit = .known(UnitID("u19999")!)
    #expect(engine.decide(request).outcome == .allow)
    let ring = text.replacing("in: general", with: "in: u19999")
    #expect(diagnostics(of: ring).map(\.code) == [.organisationCycle])
  }

  // MARK: Rules that would do nothing

  @Test func `a mark that covers a tag of no class shields nothing`() {
    let text = """
      contentTags:
        unused: { \(Self.title) }
      marks:
        x: { \(Self.title), opensTo: {}, covers: { tags: [unused] } }
      """
    #expect(!mistakes(text).isEmpty)
  }

  @Test func `a text can only be required for reasons that the rule accepts`() {
    let text = """
      reasons:
        other: { \(Self.title) }
      selfAuthorisation:
        x: { \(Self.title), scope: item, leastText: 5, lifetime: 1 hour, reasons: [help], textRequiredFor: [other] }
      """
    #expect(!mistakes(text).isEmpty)
  }

  @Test func `a code has codes`() {
    let text = "attributes:\n  link:\n    x: { \(Self.title), type: code, codes: [] }"
    #expect(!mistakes(text).isEmpty)
  }
}
