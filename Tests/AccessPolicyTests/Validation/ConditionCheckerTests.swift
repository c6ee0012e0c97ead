@testable import AccessPolicy
import Testing

@Suite struct `Checking conditions` {
  /// The mistakes of a condition, marked, of a care relationship: everything is in view.
  private func check(_ condition: String) -> [String] {
    mistakes(
      "careRelationships:\n  x:\n    title: { nb: a, en: b }\n    links: [stay]\n    where: \(condition)"
    )
  }

  private static let right = [
    "patient.consents", "not patient.consents", "patient.consents == yes", "has patient.age",
    "patient.age < 20",
    "-5 < patient.weight", "patient.birthDate < 2026-03-02", "patient.moved == patient.birthDate",
    "content.recorded >= 2026-03-02T10:00+01:00", "content.recorded >= link.starts - 7 days",
    "now - 1 hour < content.recorded", "content.recorded > now - 2 weeks",
    "link.unit == session.unit",
    "link.unit within session.unit", "link.unit within [east, west]", "east within link.unit",
    "link.unit within session.units", "link.unit in session.units", "link.unit in [east, west]",
    "east in session.units", "has session.units", "extra in session.subtemplates",
    "link.unit.enterprise == session.unit.enterprise", "content.unit.enterprise.kind == hospital",
    "patient.home.kind in [ward, hospital]", "content.contactUnit.kind == ward",
    "patient.residence.enterprise within general", "session.staff in content.team",
    "content.author == session.staff",
    "content.author == \"nurse-1\"", "content.author == \"Ola Nordmann\"",
    "patient.id == session.ownRecord",
    "patient.id == \"0101\"", "link.group in session.groups", "not (\"ward 4\" in session.groups)",
    "content.item == \"x\"", "patient.nickname != \"\"", "link.status == active",
    "link.kind == stay",
    "session.template == ward-nurse", "session.providerRecord == nurse",
    "session.purpose in [care, research]",
    "content.class == note", "place in content.tags", "content.state == signed",
    "red in patient.colours",
    "request.action == read", "session.authenticationLevel >= 4", "session.systemIsReadOnly",
    "secret not in patient.marks", "not (secret in content.marks)", "not has content.marks",
    "session.systemIsReadOnly == patient.consents", "always", "never",
  ]

  @Test(arguments: right)
  func `what fits is taken`(condition: String) {
    #expect(check(condition) == [])
  }

  private static let wrong: [(String, String)] = [
    // Facts that there are not.
    ("1️⃣patient.wieght > 5", "unknown-fact"), ("has 1️⃣patient", "unknown-fact"),
    ("has 1️⃣patient.", "unknown-fact"),
    ("1️⃣foo", "unknown-fact"), ("1️⃣content.unit.colour == red", "unknown-fact"),
    ("1️⃣content.unit.enterprise.enterprise == general", "unknown-fact"),
    ("1️⃣content.author.kind == ward", "unknown-fact"),
    ("1️⃣session.units.kind == ward", "unknown-fact"),
    ("1️⃣patient.state == signed", "unknown-fact"), ("1️⃣Patient.age > 5", "differs-in-case"),
    ("content.unit == 1️⃣session.unt", "unknown-fact"), ("link.unit in 1️⃣units", "unknown-fact"),
    ("content.recorded > 1️⃣2026-03-02 - 7 days", "unknown-fact"),
    // What stands alone must be yes or no.
    ("1️⃣patient.age", "wrong-type"), ("1️⃣content.unit", "wrong-type"),
    ("1️⃣now", "wrong-type"),
    ("not 1️⃣patient.colours", "wrong-type"),
    // Values of another type.
    ("patient.id == 1️⃣\"session.ownRecord\"", "wrong-type"),
    ("content.author == 1️⃣\"session.staff\"", "wrong-type"),
    ("link.group == 1️⃣\"link.group\"", "wrong-type"),
    ("patient.age > 1️⃣old", "wrong-type"), ("patient.age > 1️⃣\"5\"", "wrong-type"),
    ("patient.age > 1️⃣05", "wrong-type"),
    ("patient.weight == 1️⃣99999999999999999999", "wrong-type"),
    ("patient.consents == 1️⃣maybe", "wrong-type"),
    ("patient.moved == 1️⃣2026-02-29", "wrong-type"),
    ("patient.moved == 1️⃣2026-03-02T10:00Z", "wrong-type"),
    ("content.recorded > 1️⃣2026-03-02", "wrong-type"),
    ("content.recorded > 1️⃣2026-03-02T10:00", "wrong-type"),
    ("patient.nickname == 1️⃣Ola", "wrong-type"),
    ("content.unit == 1️⃣\"east\"", "wrong-type"), ("content.unit == 1️⃣10:00", "unquoted-time"),
    ("content.state == 1️⃣\"signed\"", "wrong-type"),
    // Names that nothing declares.
    ("content.unit == 1️⃣nowhere", "undeclared-name"),
    ("content.unit within [east, 1️⃣nowhere]", "undeclared-name"),
    ("content.state == 1️⃣lost", "undeclared-name"), ("content.class == 1️⃣notes", "undeclared-name"),
    ("link.status == 1️⃣gone", "undeclared-name"), ("1️⃣grey in patient.colours", "undeclared-name"),
    ("content.unit.kind == 1️⃣east", "undeclared-name"), ("content.unit == 1️⃣ward", "undeclared-name"),
    // Two facts of two types.
    ("1️⃣content.unit == session.staff", "cannot-compare"),
    ("1️⃣patient.age == patient.birthDate", "cannot-compare"),
    ("1️⃣patient.birthDate < content.recorded", "cannot-compare"),
    ("1️⃣link.status == link.kind", "cannot-compare"),
    ("1️⃣content.state == content.class", "cannot-compare"),
    ("1️⃣patient.id == session.staff", "cannot-compare"),
    ("1️⃣content.item == content.author", "cannot-compare"),
    ("1️⃣content.unit == content.unit.kind", "cannot-compare"),
    // Order.
    ("1️⃣content.unit < session.unit", "cannot-compare"),
    ("1️⃣patient.nickname < \"b\"", "cannot-compare"),
    ("1️⃣content.state > draft", "cannot-compare"), ("1️⃣patient.consents >= no", "cannot-compare"),
    ("1️⃣content.author < session.staff", "cannot-compare"),
    // Sets.
    ("content.unit in 1️⃣session.unit", "wrong-type"),
    ("1️⃣content.author in session.units", "cannot-compare"),
    ("1️⃣patient.colours in patient.colours", "cannot-compare"),
    ("1️⃣patient.colours == content.tags", "cannot-compare"),
    ("1️⃣content.team == link.team", "cannot-compare"),
    ("patient.age in [1, 1️⃣two]", "wrong-type"),
    // Units.
    ("1️⃣content.author within general", "wrong-type"),
    ("content.unit within 1️⃣content.team", "wrong-type"),
    ("1️⃣session.units within general", "wrong-type"),
    ("content.unit within 1️⃣\"general\"", "wrong-type"),
    // Durations and now.
    ("1️⃣patient.moved + 3 days < now", "wrong-type"),
    ("1️⃣patient.age + 3 days > 5", "wrong-type"),
    ("1️⃣now == content.recorded", "cannot-compare"), ("1️⃣content.recorded != now", "cannot-compare"),
    ("1️⃣now in [2026-03-02T10:00Z]", "cannot-compare"),
    // No fact at all.
    ("1️⃣5 < 6", "cannot-compare"), ("1️⃣east within general", "cannot-compare"),
    ("1️⃣east in [east]", "cannot-compare"),
    ("1️⃣pasient.ålder > 5", "letter-outside-ascii"),
    ("1️⃣lin\u{212A}.unit == east", "letter-outside-ascii"),
    ("content.unit == 1️⃣øst", "letter-outside-ascii"),
    ("content.state == 1️⃣sigñed", "letter-outside-ascii"),
    ("patient.nickname == 1️⃣Åse", "wrong-type"), ("content.unit == 1️⃣East", "differs-in-case"),
    ("content.state == 1️⃣Signed", "differs-in-case"),
    ("patient.consents == 1️⃣\"yes\"", "yes-or-no-as-text"),
    ("patient.age > 5 and 1️⃣no", "yes-or-no-as-text"), ("patient.age > 1️⃣10:30", "unquoted-time"),
    ("patient.nickname == 1️⃣10:30", "unquoted-time"),
    ("1️⃣x == \"a\"", "cannot-compare"), ("1️⃣ptient.age == 5", "unknown-fact"),
  ]

  @Test(arguments: wrong)
  func `what does not fit is refused at its place`(condition: String, code: String) {
    #expect(check(condition) == ["1 \(code)"])
  }

  @Test func `both sides of a test are looked at`() {
    #expect(check("1️⃣patient.unt == 2️⃣session.unt") == ["1 unknown-fact", "2 unknown-fact"])
    #expect(check("1️⃣patient.unt within 2️⃣nowhere") == ["1 unknown-fact", "2 undeclared-name"])
  }

  @Test func `every part of a condition is looked at`() {
    let condition = "(1️⃣a.b or not 2️⃣patient.age) and content.unit == 3️⃣nowhere"
    #expect(check(condition) == ["1 unknown-fact", "2 wrong-type", "3 undeclared-name"])
  }

  @Test func `now is there at all times`() {
    #expect(check("has 1️⃣now") == ["1 cannot-compare"])
  }

  @Test func `a set cannot be equal to a value, and the help says what can be asked`() {
    let text =
      "careRelationships:\n  x:\n    title: { nb: a, en: b }\n    links: [stay]\n    where: "
    let found = diagnostics(of: text + "content.team == nurse-1")
    #expect(found.map(\.code) == [.cannotCompare])
    #expect(found.first?.help?.contains("`in`") == true)
  }

  // MARK: What the rule sees

  private static let places: [(String, String, [AttributeGroup])] = [
    (
      "a grant",
      "securityClasses:\n  x:\n    TITLE\n    grants:\n      q: { do: [read], on: [note], when: has FACT }",
      [.link, .record]
    ),
    (
      "a relationship", "careRelationships:\n  x: { TITLE, links: [stay], where: has FACT }",
      [.record]
    ),
    ("reach", "reach:\n  x: { TITLE, on: [list], where: has FACT }", [.link, .patient, .record]),
    ("derived", "marks:\n  x: { TITLE, opensTo: {}, derived: has FACT }", [.link, .record]),
    ("a circle", "marks:\n  x: { TITLE, opensTo: { q: { when: has FACT } } }", [.link, .record]),
    (
      "a circle with a link",
      "marks:\n  x: { TITLE, opensTo: { q: { through: [staying], when: has FACT } } }", [.record]
    ),
    (
      "self-authorisation",
      "selfAuthorisation:\n  x: { TITLE, scope: item, reasons: [help], leastText: 5, lifetime: 1 day, when: has FACT }",
      [.link, .record]
    ),
    (
      "provisioning",
      "provisioning:\n  x: { TITLE, gives: { template: ward-nurse }, when: has FACT }",
      [.session, .patient, .link, .content, .request]
    ),
  ]

  private static func written(_ text: String, _ fact: String) -> String {
    text.replacing("TITLE", with: "title: { nb: a, en: b }").replacing("FACT", with: "1️⃣\(fact)")
  }

  @Test(arguments: places.indices, BuiltInAttribute.allCases)
  func `a fact is in view or refused`(index: Int, fact: BuiltInAttribute) {
    let (_, text, hidden) = Self.places[index]
    // `now` is in view but for provisioning; the others take a polarity, and are looked at below.
    guard ![.now, .sessionUnits, .sessionSubtemplates, .patientMarks, .contentMarks].contains(fact)
    else {
      return
    }
    let written = Self.written(text, fact.rawValue)
    let isHidden = fact.group.map(hidden.contains) ?? false
    // Some facts are always there, which is another matter.
    let found = mistakes(written).filter { !$0.hasSuffix(" constant-condition") }
    #expect(found == (isHidden ? ["1 fact-not-in-view"] : []))
  }

  // MARK: More may not take away

  /// Each test of a fact of which there can be more, and whether more of it makes the test true.
  private static let growing: [(String, Bool)] = [
    ("has F", true), ("V in F", true), ("V not in F", false),
  ]

  private static let onUnits: [(String, Bool)] = [
    ("content.unit within F", true), ("content.unit not within F", false),
  ]

  private static let facts: [(String, String, Bool)] = [
    ("session.units", "east", true), ("session.subtemplates", "extra", true),
    ("patient.marks", "secret", false),
    ("content.marks", "secret", false),
  ]

  /// Ways to write a condition around a test, and whether they turn it round.
  private static let around: [(String, Bool)] = [
    ("C", false), ("not C", true), ("not not C", false), ("not (not (not C))", true),
    ("always and C", false), ("never or not C", true), ("not (always and (never or C))", true),
    ("not (always and not C)", false),
  ]

  @Test(arguments: facts, [true, false])
  func `more of a fact may only open, or only close`(fact: (String, String, Bool), opens: Bool) {
    let (name, value, moreMustOpen) = fact
    for (test, moreIsTrue) in Self.growing + (name == "session.units" ? Self.onUnits : []) {
      for (form, turns) in Self.around {
        let written = test.replacing("F", with: "1️⃣\(name)").replacing("V", with: value)
        let condition = form.replacing("C", with: written)
        // A condition that opens gives access when it is true; one that restricts takes it.
        let moreGives = (moreIsTrue != turns) == opens
        let text = opens ? rule(where: condition) : mark(derived: condition)
        let expected = moreGives == moreMustOpen ? [] : ["1 not-monotone"]
        #expect(mistakes(text) == expected, "\(condition), which \(opens ? "opens" : "closes")")
      }
    }
  }

  private func rule(where condition: String) -> String {
    "careRelationships:\n  x:\n    title: { nb: a, en: b }\n    links: [stay]\n    where: \(condition)"
  }

  private func mark(derived condition: String) -> String {
    "marks:\n  x:\n    title: { nb: a, en: b }\n    opensTo: {}\n    derived: \(condition)"
  }

  @Test func `it holds in every rule that opens`() {
    for (name, text, hidden) in Self.places where name != "derived" && !hidden.contains(.session) {
      for (fact, isRight) in [("session.units", true), ("content.marks", false)] {
        let written = Self.written(text, fact)
        #expect(mistakes(written) == (isRight ? [] : ["1 not-monotone"]), "\(name)")
      }
    }
  }
}
