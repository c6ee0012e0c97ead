@testable import AccessPolicy
import Testing

@Suite struct `Declared names` {
  private static let title = "title: { nb: a, en: b }"

  /// For every place that names something: what is written, with a mark before the wrong name.
  private static let undeclared: [MistakeCase] = [
    name("requirements", "actions:\n  x: { \(title), because: 1️⃣nix }"),
    name("requirements of a grant", grant("because: 1️⃣nix")),
    name("requirements of a circle entry", circle("when: always, because: [r1, 1️⃣nix]")),
    name(
      "requirements of attributes",
      "attributes:\n  link:\n    x: { \(title), type: text, because: 1️⃣nix }"
    ),
    name("kinds of units", "organisation:\n  x: { \(title), kind: 1️⃣nix }"),
    name("units above", "organisation:\n  x: { \(title), kind: ward, in: 1️⃣nix }"),
    name("marks of units", "organisation:\n  x: { \(title), kind: ward, marks: [secret, 1️⃣nix] }"),
    name("clinical actions", "contentClasses:\n  x: { \(title), clinical: [1️⃣nix, read] }"),
    name("tags", "contentClasses:\n  x: { \(title), tags: [1️⃣nix] }"),
    name(
      "actions of a grant",
      "securityClasses:\n  x:\n    \(title)\n    grants: { q: { do: [1️⃣nix], on: [note] } }"
    ),
    name(
      "classes of a grant",
      "securityClasses:\n  x:\n    \(title)\n    grants: { q: { do: [read], on: [1️⃣nix] } }"
    ),
    name("purposes of a grant", grant("purposes: [1️⃣nix]")),
    name("obligations of a grant", grant("obligations: [1️⃣nix]")),
    name("rules that a grant takes", grant("level: justify, takes: 1️⃣nix")),
    name(
      "actions of a licence",
      "providerRecords:\n  x:\n    \(title)\n    grants: { q: { do: [1️⃣nix], on: [note] } }"
    ),
    name(
      "classes of a licence",
      "providerRecords:\n  x:\n    \(title)\n    grants: { q: { do: [read], on: [1️⃣nix] } }"
    ),
    name("security classes of a role", role("securityClasses: [1️⃣nix]")),
    name("purposes of a role", role("purposes: [1️⃣nix]")),
    name("relationships of a role", role("relationships: [1️⃣nix]")),
    name("reach of a role", role("reach: [1️⃣nix]")),
    name("self-authorisation of a role", role("selfAuthorisation: [1️⃣nix]")),
    name("units of a role", role("units: [1️⃣nix]")),
    name("links of a relationship", "careRelationships:\n  x: { \(title), links: [1️⃣nix, stay] }"),
    name("statuses of a relationship", relationship("statuses: [1️⃣nix]")),
    name("purposes of a relationship", relationship("purposes: [1️⃣nix]")),
    name("rules that a relationship takes", relationship("level: justify, takes: 1️⃣nix")),
    name("classes of reach", "reach:\n  x: { \(title), on: [list, 1️⃣nix] }"),
    name("classes that a mark covers", mark("covers: { classes: [1️⃣nix, note] }")),
    name("tags that a mark covers", mark("covers: { tags: [1️⃣nix, place] }")),
    name("actions of a mark", mark("actions: [1️⃣nix]")),
    name("override of a mark", mark("override: 1️⃣nix")),
    name("obligations of a mark", mark("obligations: [1️⃣nix]")),
    name("relationships of a circle", circle("through: [staying, 1️⃣nix]")),
    name("actions of a block", "blocks:\n  x: { \(title), actions: [1️⃣nix] }"),
    name("override of a block", "blocks:\n  x: { \(title), override: 1️⃣nix }"),
    name("reasons", rule("reasons: [help, 1️⃣nix]")),
    name("reasons that take a text", rule("reasons: [help], textRequiredFor: [1️⃣nix]")),
    name("purposes of self-authorisation", rule("reasons: [help], purposes: [1️⃣nix]")),
    name("obligations of self-authorisation", rule("reasons: [help], obligations: [1️⃣nix]")),
  ]

  private static func name(_ name: String, _ text: String) -> MistakeCase {
    MistakeCase(name, text, "1 undeclared-name")
  }

  private static func grant(_ keys: String) -> String {
    "securityClasses:\n  x:\n    \(title)\n    grants: { q: { do: [read], on: [note], \(keys) } }"
  }

  private static func role(_ keys: String) -> String { "templates:\n  x: { \(title), \(keys) }" }

  private static func relationship(_ keys: String) -> String {
    "careRelationships:\n  x: { \(title), links: [stay], \(keys) }"
  }

  private static func mark(_ keys: String) -> String {
    "marks:\n  x: { \(title), opensTo: {}, \(keys) }"
  }

  private static func circle(_ keys: String) -> String {
    "marks:\n  x: { \(title), opensTo: { q: { \(keys) } } }"
  }

  private static func rule(_ keys: String) -> String {
    "selfAuthorisation:\n  x: { \(title), scope: item, leastText: 5, lifetime: 1 hour, \(keys) }"
  }

  @Test(arguments: undeclared)
  func `every name must be declared`(example: MistakeCase) {
    #expect(mistakes(example.text) == example.mistakes)
  }

  private static let help: [(String, String)] = [
    (role("purposes: [cars]"), "did you mean `care`?"),
    (role("purposes: [Care]"), "write `care`"),
    (role("purposes: [cåre]"), "write `care`"), (role("purposes: [cåree]"), "did you mean `care`?"),
    (role("purposes: [ønske]"), "write `onske`; other letters belong in `title`"),
    (role("purposes: [xyzzy]"), "declared are: `care`, `marketing`, `research`"),
  ]

  @Test(arguments: help)
  func `the nearest declared name is offered`(text: String, help: String) {
    #expect(diagnostics(of: text).map(\.help) == [help])
  }

  @Test func `where nothing of the kind is declared, that is said`() {
    let text = """
      policySet: { id: x, version: 1, title: { nb: a, en: b } }
      actions:
        read: { title: { nb: a, en: b }, because: r1 }
      """
    let found = PolicyPipeline.check([PolicyText(text).document]).diagnostics
    #expect(found.map(\.help) == ["the policy set declares no requirement at all"])
  }

  // MARK: Declared twice

  private static let sections = [
    ("requirements", "r1"), ("unitKinds", "ward"), ("actions", "read"), ("purposes", "care"),
    ("contentTags", "place"), ("contentClasses", "note"), ("reasons", "help"),
    ("obligations", "log"),
    ("patientLogistics", "stay"), ("blocks", "closed"), ("subtemplates", "extra"),
    ("templates", "ward-nurse"),
  ]

  @Test(arguments: sections)
  func `an id is declared once over all files`(section: String, id: String) throws {
    let file = PolicyText("\(section):\n  1️⃣\(id): { title: { nb: a, en: b } }")
    let found = diagnostics(of: [file.document])
    #expect(found.map(\.code) == [.declaredTwice])
    let mistake = try #require(found.first)
    #expect(mistake.range.map(file.mark) == "1")
    #expect(mistake.related.map(\.range.file) == ["base.yaml"])
    #expect(mistake.related.map(\.value) == ["first declared here"])
  }

  private static let bodies = [
    "organisation:\n  1️⃣x: { \(title), kind: ward }",
    "providerRecords:\n  1️⃣x: { \(title), grants: {} }",
    "securityClasses:\n  1️⃣x: { \(title), grants: {} }",
    "careRelationships:\n  1️⃣x: { \(title), links: [stay] }",
    "reach:\n  1️⃣x: { \(title), on: [list] }", "marks:\n  1️⃣x: { \(title), opensTo: {} }",
    "selfAuthorisation:\n  1️⃣x: { \(title), scope: item, leastText: 0, lifetime: 1 day, reasons: [help] }",
    "attributes:\n  link:\n    1️⃣x: { \(title), type: text }",
  ]

  @Test(arguments: bodies)
  func `and that holds for every section`(text: String) {
    #expect(mistakes(text) == [])
    #expect(mistakes(text, text.replacing("1️⃣", with: "2️⃣")) == ["2 declared-twice 1"])
    #expect(
      mistakes(text, text.replacing("1️⃣", with: "2️⃣"), text.replacing("1️⃣", with: "3️⃣"))
        == ["2 declared-twice 1", "3 declared-twice 1"]
    )
  }

  @Test func `the first is the first by place, whatever the order of the files`() {
    let files = ["z", "a"].map {
      PolicyText("actions:\n  1️⃣x: { title: { nb: a, en: b } }", file: "\($0).yaml")
    }
    let found = diagnostics(of: files.map(\.document))
    #expect(found.map(\.range?.file) == ["z.yaml"])
    #expect(found.flatMap(\.related).map(\.range.file) == ["a.yaml"])
  }

  @Test func `sections have names of their own`() {
    let text = """
      actions: { care: { title: { nb: a, en: b } } }
      purposes: { read: { title: { nb: a, en: b } } }
      subtemplates: { ward-nurse: { title: { nb: a, en: b } } }
      attributes:
        link: { x: { title: { nb: a, en: b }, type: text } }
        request: { x: { title: { nb: a, en: b }, type: text } }
      """
    #expect(mistakes(text) == [])
  }

  @Test func `a status is declared wherever it stands`() {
    let text = """
      patientLogistics:
        visit: { title: { nb: a, en: b }, counts: [active, planned], neverCounts: [cancelled] }
      careRelationships:
        visiting: { title: { nb: a, en: b }, links: [stay, visit], statuses: [planned] }
      """
    #expect(mistakes(text) == [])
  }

  @Test func `grants of one class, and entries of one circle, have ids of their own`() {
    let grants =
      "securityClasses:\n  x:\n    \(Self.title)\n    grants:\n"
      + "      q: { do: [read], on: [note] }\n      1️⃣q: { do: [write], on: [note] }"
    let circle =
      "marks:\n  x:\n    \(Self.title)\n    opensTo:\n"
      + "      q: { when: never }\n      1️⃣q: { when: always }"
    #expect(mistakes(grants) == ["1 duplicate-key 5:7"])
    #expect(mistakes(circle) == ["1 duplicate-key 5:7"])
  }
}
