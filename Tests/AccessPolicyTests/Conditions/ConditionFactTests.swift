import AccessPolicy
import Testing

/// What facts are in conditions, after section 1 of docs/semantics.md, through the engine.
@Suite struct ConditionFactTests {
  static let undeclaredRows: [ConditionRow] = [
    .row("session.unit == east", "a unit that there is not", is: .unknown) {
      $0.session.unit = .known(id("nowhere"))
    },
    .row("has session.unit", "a unit that there is not", is: .unknown) {
      $0.session.unit = .known(id("nowhere"))
    },
    .row("session.purpose == care", "an undeclared code", is: .unknown) {
      $0.session.purpose = .known(id("strange"))
    },
    .row("has session.providerRecord", "an undeclared code", is: .unknown) {
      $0.session.authorisation.providerRecord = .known(id("strange"))
    },
    .row("has session.providerRecord", "none", is: .no),
    .growing("has session.subtemplates", "an undeclared code alone", opens: false) {
      $0.session.authorisation.subtemplates = [id("strange")]
    },
    .growing("night in session.subtemplates", "an undeclared code beside", opens: true) {
      $0.session.authorisation.subtemplates = [id("strange"), id("night")]
    },
    .growing("sensitive not in content.marks", "an undeclared code alone", opens: true) {
      $0.content.marks = .known([id("strange")])
    },
    .growing("not has patient.marks", "an undeclared code alone", opens: true) {
      $0.patient?.marks = .known([id("strange")])
    },
    .growing("trust in session.units", "a listed unit", opens: true),
    .growing("east in session.units", "a unit beneath a listed one", opens: false),
    .link("link.status == open", "an undeclared code", is: .unknown) {
      $0.status = .known(id("strange"))
    },
    .link("link.kind == episode", "a declared kind", is: .yes),
  ]

  static let declaredRows: [ConditionRow] = [
    .value("session.a-number == 3", .known(.number(3)), of: "a-number", is: .yes),
    .value("session.a-number == 3", nil, of: "a-number", is: .unknown),
    .value("session.a-number == 3", .unknown, of: "a-number", is: .unknown),
    .value("session.a-number == 3", .absent, of: "a-number", is: .no),
    .value("session.a-number == 3", .known(.text("3")), of: "a-number", is: .unknown),
    .value("has session.a-number", .known(.boolean(true)), of: "a-number", is: .unknown),
    .value("has session.a-number", .known(.set([])), of: "a-number", is: .unknown),
    .value("has session.a-number", .known(.set([.number(3)])), of: "a-number", is: .unknown),
    .value("has session.a-unit", .known(.set([])), of: "a-unit", is: .unknown),
    .value("session.a-yes-or-no", .known(.boolean(true)), of: "a-yes-or-no", is: .yes),
    .value("session.a-yes-or-no", .known(.number(1)), of: "a-yes-or-no", is: .unknown),
    .value("session.a-code == low", .known(.code(id("low"))), of: "a-code", is: .yes),
    .value("session.a-code == low", .known(.code(id("strange"))), of: "a-code", is: .unknown),
    .value("session.a-staff == session.staff", .known(.staff("anna")), of: "a-staff", is: .yes),
    .value("session.a-patient == patient.id", .known(.patient("p1")), of: "a-patient", is: .yes),
    .value(
      "session.a-date == 2026-03-02",
      .known(.date(CivilDate("2026-03-02")!)),
      of: "a-date",
      is: .yes
    ),
    .value(
      "session.a-instant <= now",
      .known(.instant(Instant(secondsSince1970: 0))),
      of: "a-instant",
      is: .yes
    ),
    .value("session.a-text == \"a b\"", .known(.text("a b")), of: "a-text", is: .yes),
    .value("session.a-unit within trust", .known(.unit(id("east"))), of: "a-unit", is: .yes),
    .value("session.a-unit within trust", .known(.unit(id("nowhere"))), of: "a-unit", is: .unknown),
  ]

  /// A set of each type, with the literal that stands for one of its elements.
  private static let elements: [(type: String, literal: String, values: [AttributeValue])] = [
    ("number", "1", [.number(1), .number(2)]),
    ("text", "\"a\"", [.text("a"), .text("b")]),
    ("date", "2026-03-02", [.date(CivilDate("2026-03-02")!), .date(CivilDate("2026-03-03")!)]),
    (
      "instant", "1970-01-01T00:00Z",
      [.instant(Instant(secondsSince1970: 0)), .instant(Instant(secondsSince1970: 1))]
    ),
    ("unit", "east", [.unit(id("east")), .unit(id("west"))]),
    ("staff", "\"anna\"", [.staff("anna"), .staff("bo")]),
    ("patient", "\"p1\"", [.patient("p1"), .patient("p2")]),
    ("code", "low", [.code(id("low")), .code(id("high"))]),
  ]

  static let setsRows: [ConditionRow] = elements.flatMap { element -> [ConditionRow] in
    let attribute = "set-of-\(element.type)"
    let condition = "\(element.literal) in session.\(attribute)"
    let (one, other) = (element.values[0], element.values[1])
    func row(_ value: Fact<AttributeValue>?, _ truth: Truth) -> ConditionRow {
      .value(condition, value, of: attribute, is: truth)
    }
    return [
      row(.known(.set([one])), .yes), row(.known(.set([other, one, other])), .yes),
      row(.known(.set([other])), .no), row(.known(.set([])), .no), row(.absent, .no),
      row(.unknown, .unknown), row(nil, .unknown), row(.known(one), .unknown),
      row(.known(.set([one, .boolean(true)])), .unknown),
      row(.known(.set([.set([one])])), .unknown),
    ]
  }

  static let setsOfUnitsAndCodesRows: [ConditionRow] = [
    .value(
      "east in session.set-of-unit",
      .known(.set([.unit(id("nowhere"))])),
      of: "set-of-unit",
      is: .unknown
    ),
    .value(
      "east not in session.set-of-unit",
      .known(.set([.unit(id("nowhere"))])),
      of: "set-of-unit",
      is: .unknown
    ),
    .value(
      "east in session.set-of-unit",
      .known(.set([.unit(id("nowhere")), .unit(id("east"))])),
      of: "set-of-unit",
      is: .yes
    ),
    .value(
      "has session.set-of-unit",
      .known(.set([.unit(id("nowhere"))])),
      of: "set-of-unit",
      is: .yes
    ),
    .value(
      "low in session.set-of-code",
      .known(.set([.code(id("low")), .code(id("strange"))])),
      of: "set-of-code",
      is: .unknown
    ),
  ]

  @Test(arguments: undeclaredRows) func `undeclared names`(row: ConditionRow) throws {
    try row.check()
  }
  @Test(arguments: declaredRows) func `declared attributes`(row: ConditionRow) throws {
    try row.check()
  }
  @Test(arguments: setsRows) func `declared sets`(row: ConditionRow) throws { try row.check() }
  @Test(arguments: setsOfUnitsAndCodesRows)
  func `sets of units and codes`(row: ConditionRow) throws { try row.check() }
}
