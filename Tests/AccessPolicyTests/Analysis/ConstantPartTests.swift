@testable import AccessPolicy
import Testing

/// What is found in conditions as people write them, and what is left in peace.
@Suite struct ConstantPartTests {
  /// A condition, and each part that is found, as `kind: part | part`.
  struct Row: Sendable, CustomTestStringConvertible {
    let condition: String
    let found: [String]

    init(_ condition: String, _ found: String...) {
      self.condition = condition
      self.found = found
    }

    var testDescription: String { condition }
  }

  private static let neverHold: [Row] = [
    Row("patient.age < 0", "never: patient.age < 0"),
    Row("patient.age == -5", "never: patient.age == -5"),
    Row(
      "content.starts == 2026-03-02T10:00Z and content.starts + 1 day in [2026-03-02T10:00Z]",
      "never: content.starts == 2026-03-02T10:00Z | content.starts + 1 day in [2026-03-02T10:00Z]"
    ),
    Row(
      "patient.age >= 18 and patient.age < 18",
      "never: patient.age >= 18 | patient.age < 18"
    ),
    Row(
      "has session.unit and patient.age > 18 and patient.age < 19",
      "never: patient.age > 18 | patient.age < 19"
    ),
    Row(
      "patient.age in [16, 17] and not (patient.age < 18)",
      "never: patient.age in [16, 17] | not (patient.age < 18)"
    ),
    Row(
      "content.class == note and content.class == report",
      "never: content.class == note | content.class == report"
    ),
    Row(
      "content.class in [note] and content.class not in [note]",
      "never: content.class in [note] | content.class not in [note]"
    ),
    Row(
      "content.class == report and genetic in content.tags",
      "never: content.class == report | genetic in content.tags"
    ),
    Row(
      "content.unit within gp and content.unit within east",
      "never: content.unit within gp | content.unit within east"
    ),
    Row(
      "content.unit == west and content.unit.kind == office",
      "never: content.unit == west | content.unit.kind == office"
    ),
    Row(
      "content.unit.enterprise == gp and content.unit within trust",
      "never: content.unit.enterprise == gp | content.unit within trust"
    ),
    Row("content.unit.enterprise == east", "never: content.unit.enterprise == east"),
    Row("content.unit.enterprise.kind == ward", "never: content.unit.enterprise.kind == ward"),
    Row(
      "content.unit == session.unit and session.unit == east and content.unit within gp",
      "never: content.unit == session.unit | session.unit == east | content.unit within gp"
    ),
    Row(
      "content.unit within session.unit and session.unit == east and content.unit == trust",
      "never: content.unit within session.unit | session.unit == east | content.unit == trust"
    ),
    Row(
      "content.author == session.staff and content.author != session.staff",
      "never: content.author == session.staff | content.author != session.staff"
    ),
    Row(
      "content.author == \"anna\" and content.author == \"bo\"",
      "never: content.author == \"anna\" | content.author == \"bo\""
    ),
    Row(
      "not has content.author and content.author == \"anna\"",
      "never: not (has content.author) | content.author == \"anna\""
    ),
    Row(
      "not has patient.birthDate and patient.age < 18",
      "never: not (has patient.birthDate) | patient.age < 18"
    ),
    Row(
      "not has content.contact and content.contactUnit == east",
      "never: not (has content.contact) | content.contactUnit == east"
    ),
    Row(
      "session.systemIsReadOnly and session.systemIsReadOnly == no",
      "never: session.systemIsReadOnly | session.systemIsReadOnly == no"
    ),
    Row(
      "content.recorded < 2026-01-01T00:00Z and content.recorded > 2026-02-01T00:00Z",
      "never: content.recorded < 2026-01-01T00:00Z | content.recorded > 2026-02-01T00:00Z"
    ),
    Row(
      "content.starts >= content.recorded - 7 days and content.starts < content.recorded - 10 days",
      "never: content.starts >= content.recorded - 7 days | content.starts < content.recorded - 10 days"
    ),
    Row(
      "now < content.starts and content.starts < content.ends and content.ends < now",
      "never: now < content.starts | content.starts < content.ends | content.ends < now"
    ),
    Row(
      "patient.birthDate > 2010-01-01 and patient.birthDate <= 2010-01-01",
      "never: patient.birthDate > 2010-01-01 | patient.birthDate <= 2010-01-01"
    ),
    Row(
      "has session.groups and not has session.groups",
      "never: has session.groups | not (has session.groups)"
    ),
    Row(
      "\"a\" in session.groups and not has session.groups",
      "never: \"a\" in session.groups | not (has session.groups)"
    ),
    Row(
      "content.class == note and (content.class == report or patient.age < 0)",
      "never: patient.age < 0"
    ),
    Row(
      "patient.age < 18 and (patient.age > 20 or patient.age == 19)",
      "never: patient.age < 18 | patient.age > 20 or patient.age == 19"
    ),
    Row(
      "has content.author and (now < content.ends or (patient.age < 5 and patient.age > 6))",
      "never: patient.age < 5 | patient.age > 6"
    ),
    Row(
      "content.a-code == low and content.a-code == high",
      "never: content.a-code == low | content.a-code == high"
    ),
  ]

  private static let alwaysHold: [Row] = [
    Row("patient.age >= 0", "always: patient.age >= 0"),
    Row("not (patient.age >= 0)", "always: patient.age >= 0"),
    Row("patient.age > -5", "always: patient.age > -5"),
    Row("patient.age != -5", "always: patient.age != -5"),
    Row("has content.class", "always: has content.class"),
    Row(
      "patient.age < 18 or patient.age >= 16",
      "always: patient.age < 18 | patient.age >= 16"
    ),
    Row(
      "content.class != note or content.class != report",
      "always: content.class != note | content.class != report"
    ),
    Row(
      "content.unit == east or content.unit != east",
      "always: content.unit == east | content.unit != east"
    ),
    Row(
      "content.unit not within gp or content.unit not within east",
      "always: content.unit not within gp | content.unit not within east"
    ),
    Row(
      "session.systemIsReadOnly or not session.systemIsReadOnly",
      "always: session.systemIsReadOnly | not (session.systemIsReadOnly)"
    ),
  ]

  private static let comparedWithThemselves: [Row] = [
    Row("session.unit == session.unit", "comparesWithItself: session.unit == session.unit"),
    Row("session.unit != session.unit", "comparesWithItself: session.unit != session.unit"),
    Row("content.unit within content.unit", "comparesWithItself: content.unit within content.unit"),
    Row(
      "content.starts < content.starts + 1 day",
      "comparesWithItself: content.starts < content.starts + 1 day"
    ),
  ]

  private static let leftInPeace: [Row] = [
    // Written so.
    Row("always"), Row("never"), Row("never and has session.unit"),
    Row("always or has session.unit"),
    // Said twice, or more than is needed.
    Row("has session.unit and has session.unit"), Row("patient.age >= 18 and patient.age >= 16"),
    // All that is declared today.
    Row("content.class in [note, report]"), Row("content.class not in [note, report]"),
    Row("content.a-code == low or content.a-code == high"),
    Row("has session.unit and content.a-code not in [low, high]"),
    Row("content.unit.kind in [hospital, ward, office]"),
    // What can be, though not at first sight.
    Row("content.unit within trust and content.unit within east"),
    Row("content.unit.kind == office and not has content.unit.enterprise"),
    Row("patient.age > 18 and patient.age < 20"), Row("patient.age > 120"),
    Row("content.author != session.staff and not has content.author"),
    Row("content.unit != session.unit and not has session.unit"),
    Row("\"a\" in session.groups and \"b\" in session.groups"),
    Row("\"a\" in session.groups and \"b\" not in session.groups"),
    Row("content.starts < content.recorded or content.starts > content.recorded"),
    Row(
      "content.starts >= content.recorded - 10 days and content.starts < content.recorded - 7 days"
    ),
    Row("content.starts + 1 day in [2026-03-02T10:00+01:00]"),
    Row("content.starts - 1 day not in [2026-03-02T10:00+01:00, 2026-03-04T10:00+01:00]"),
    Row("content.starts + 1 day == 2026-03-02T10:00+01:00"),
    Row(
      "content.starts in [2026-03-01T10:00+01:00] and content.starts + 1 day in [2026-03-02T10:00+01:00]"
    ),
    Row("east within session.unit and session.unit != east"),
    Row("session.unit within content.unit and content.unit within session.unit"),
    Row("patient.id == session.ownRecord"), Row("content.author == \"anna\""),
    Row("session.staff in content.team and content.author == session.staff"),
    Row("content.unit within session.units and content.unit == east"),
    Row("patient.residence within session.unit.enterprise"),
    Row("session.authenticationLevel < 0"), Row("session.authenticationLevel >= 0"),
  ]

  @Test(arguments: neverHold + alwaysHold + comparedWithThemselves + leftInPeace)
  func `finds the smallest part`(row: Row) throws {
    let policy = try TinyPolicy.policy(changing: [
      "securityClasses": [
        "all": [
          "title": .title("all"),
          "grants": ["all": ["do": ["read"], "on": ["note"], "when": .text(row.condition)]],
        ]
      ]
    ])
    let condition = try #require(policy.everyCondition.first)
    let found = ConditionAnalysis(policy).constantParts(of: condition).map { part in
      "\(part.kind): \(part.parts.map(\.words).joined(separator: " | "))"
    }
    #expect(found == row.found)
  }

  /// What is offered in its place, by the condition.
  static let offers: [(condition: String, offer: String?)] = [
    ("content.state == draft and content.state == signed", "content.state in [draft, signed]"),
    (
      "patient.nickname != 'a b' or patient.nickname != 'c'",
      "patient.nickname not in ['a b', 'c']"
    ),
    ("content.unit within east and content.unit within west", "content.unit within [east, west]"),
    (
      "content.unit not within east or content.unit not within west",
      "content.unit not within [east, west]"
    ),
    ("draft == content.state and signed == content.state", nil),
    ("patient.weight > 5 and patient.weight < 4", nil),
    ("patient.weight == 5 and patient.weight != 5", nil),
  ]

  @Test(arguments: offers)
  func `offers a list where it says what was meant`(condition: String, offer: String?) throws {
    let text = condition.replacing("'", with: "\\\"")
    let found = diagnostics(
      of: """
        careRelationships:
          one: { title: { nb: Ett, en: One }, links: [stay], where: "\(text)" }
        """
    )
    let help = try #require(found.first { $0.code == .constantCondition }?.help)
    let offered = offer.map { "did you mean `\($0.replacing("'", with: "\""))`?" }
    #expect(help == offered ?? "change one of them; if nothing shall apply here, write `never`")
  }

  /// A condition may be as long as a file: the search gives up rather than take long.
  @Test(arguments: ["and", "or"])
  func `long conditions are read in a moment`(word: String) throws {
    let tests = (0..<400).map {
      "(content.author == \"\($0)\" or session.authenticationLevel == \($0))"
    }
    let joined = tests.joined(separator: " \(word) ")
    let found = diagnostics(
      of: """
        careRelationships:
          long: { title: { nb: Lang, en: Long }, links: [stay], where: '\(joined)' }
        """
    )
    #expect(found.filter { $0.code == .constantCondition } == [])
  }

  @Test func `conditions are judged beside other mistakes, with less trust in what is declared`() {
    let found = mistakes(
      """
      careRelationships:
        one: { title: { nb: En, en: One }, links: [stay], where: "1️⃣link.wrong == no and patient.age < 18" }
        two: { title: { nb: To, en: Two }, links: [stay], where: "2️⃣patient.age > 18 and 3️⃣patient.age < 18" }
        three: { title: { nb: Tre, en: Three }, links: [stay], where: content.unit.kind == ward and content.unit.kind == hospital }
      """
    )
    #expect(found == ["1 unknown-fact", "3 constant-condition 2"])
  }
}
