import AccessPolicy
import Testing

/// The table of tests in section 1 of docs/semantics.md, row by row, through the engine.
@Suite struct ConditionTableTests {
  static let equalityRows: [ConditionRow] = [
    .row("session.unit == east", "the same unit", is: .yes),
    .row("session.unit == west", "another unit", is: .no),
    .row("session.unit != west", "another unit", is: .yes),
    .row("session.unit == content.unit", "an unknown right", is: .unknown) {
      $0.content.unit = .unknown
    },
    .row("session.unit != content.unit", "an unknown left", is: .unknown) {
      $0.session.unit = .unknown
    },
    .row("session.unit == content.unit", "an absent right", is: .no) { $0.content.unit = .absent },
    .row("session.unit != content.unit", "an absent left", is: .yes) { $0.session.unit = .absent },
    .row("session.unit == content.unit", "both absent", is: .no) {
      $0.session.unit = .absent
      $0.content.unit = .absent
    },
    .row("session.unit != content.unit", "both absent", is: .yes) {
      $0.session.unit = .absent
      $0.content.unit = .absent
    },
    .row("session.unit == content.unit", "one absent, one unknown", is: .no) {
      $0.session.unit = .absent
      $0.content.unit = .unknown
    },
    .row("session.staff == \"Anna\"", "a key in another case", is: .no),
    .row("content.item == \"\u{E9}\"", "the same letter in other bytes", is: .no) {
      $0.content.id = .known("e\u{301}")
    },
    .row("content.item == \"\u{E9}\"", "the same bytes", is: .yes) {
      $0.content.id = .known("\u{E9}")
    },
    .row("session.authenticationLevel == 4", "the same number", is: .yes),
    .row("session.systemIsReadOnly == no", "the same truth", is: .yes),
    .row("patient.birthDate == 2008-03-02", "the same day", is: .yes),
  ]

  static let orderRows: [ConditionRow] = [
    .row("session.authenticationLevel < 5", "4", is: .yes),
    .row("session.authenticationLevel < 4", "4", is: .no),
    .row("session.authenticationLevel <= 4", "4", is: .yes),
    .row("session.authenticationLevel > 4", "4", is: .no),
    .row("session.authenticationLevel >= 4", "4", is: .yes),
    .row("session.authenticationLevel > 3", "an unknown level", is: .unknown) {
      $0.session.authenticationLevel = .unknown
    },
    .row("session.authenticationLevel > 3", "an absent level", is: .unknown) {
      $0.session.authenticationLevel = .absent
    },
    .row("not (session.authenticationLevel > 3)", "an absent level", is: .unknown) {
      $0.session.authenticationLevel = .absent
    },
    .row("now > content.recorded", "a past instant", is: .yes),
    .row("now < content.recorded + 1 day", "a day ago to the second", is: .no),
    .row("now <= content.recorded + 1 day", "a day ago to the second", is: .yes),
    .row("now - 1 day >= content.recorded", "a day ago to the second", is: .yes),
    .row("now > content.recorded", "an absent instant", is: .unknown) {
      $0.content.recorded = .absent
    },
    .row("now > 2026-03-02T09:00:00Z", "the same instant", is: .no),
    .row("patient.birthDate < 2008-03-03", "the day before", is: .yes),
  ]

  static let membershipRows: [ConditionRow] = [
    .row("session.unit in [east, west]", "one of them", is: .yes),
    .row("session.unit in [gp, west]", "none of them", is: .no),
    .row("session.unit not in [gp, west]", "none of them", is: .yes),
    .row("session.unit in [east]", "an unknown left", is: .unknown) { $0.session.unit = .unknown },
    .row("session.unit not in [east]", "an unknown left", is: .unknown) {
      $0.session.unit = .unknown
    },
    .row("session.unit in [east]", "an absent left", is: .no) { $0.session.unit = .absent },
    .row("session.unit not in [east]", "an absent left", is: .yes) { $0.session.unit = .absent },
    .row("\"g\" in session.groups", "an unknown set", is: .unknown) {
      $0.session.groups = .unknown
    },
    .row("\"g\" not in session.groups", "an unknown set", is: .unknown) {
      $0.session.groups = .unknown
    },
    .row("\"g\" in session.groups", "an absent set", is: .no) { $0.session.groups = .absent },
    .row("\"g\" not in session.groups", "an absent set", is: .yes) { $0.session.groups = .absent },
    .row("\"g\" in session.groups", "an empty set", is: .no) { $0.session.groups = .known([]) },
    .row("\"g\" in session.groups", "a set that has it", is: .yes) {
      $0.session.groups = .known(["f", "g"])
    },
    .row("\"\u{E9}\" in session.groups", "a set that has it in other bytes", is: .no) {
      $0.session.groups = .known(["e\u{301}"])
    },
    .row("content.author in content.team", "both absent", is: .no) {
      $0.content.author = .absent
      $0.content.contact = .absent
    },
    .row("content.author in content.team", "an unknown left, an empty set", is: .no) {
      $0.content.author = .unknown
      $0.content.contact = .absent
    },
  ]

  static let withinRows: [ConditionRow] = [
    .row("session.unit within east", "the unit itself", is: .yes),
    .row("session.unit within trust", "the unit above", is: .yes),
    .row("session.unit within west", "the unit beside", is: .no),
    .row("trust within session.unit", "the unit beneath", is: .no),
    .row("session.unit not within trust", "the unit above", is: .no),
    .row("session.unit not within west", "the unit beside", is: .yes),
    .row("session.unit within trust", "an unknown unit", is: .unknown) {
      $0.session.unit = .unknown
    },
    .row("session.unit not within trust", "an unknown unit", is: .unknown) {
      $0.session.unit = .unknown
    },
    .row("session.unit within trust", "an absent unit", is: .unknown) { $0.session.unit = .absent },
    .row("session.unit not within trust", "an absent unit", is: .unknown) {
      $0.session.unit = .absent
    },
    .row("session.unit within content.unit", "an absent right", is: .unknown) {
      $0.content.unit = .absent
    },
    .row("session.unit within trust", "a unit that there is not", is: .unknown) {
      $0.session.unit = .known(id("nowhere"))
    },
    .row("session.unit within [gp, trust]", "one above", is: .yes),
    .row("session.unit within [gp, west]", "none above", is: .no),
    .growing("session.unit within session.units", "one above", opens: true),
    .row("session.unit within session.set-of-unit", "an unknown set", is: .unknown),
    .value("session.unit within session.set-of-unit", .known(.set([])), of: "set-of-unit", is: .no),
    .value("session.unit within session.set-of-unit", .absent, of: "set-of-unit", is: .no),
    .value("session.unit not within session.set-of-unit", .absent, of: "set-of-unit", is: .yes),
    .value(
      "session.unit within session.set-of-unit",
      .known(.set([.unit(id("gp")), .unit(id("trust"))])),
      of: "set-of-unit",
      is: .yes
    ),
    .value(
      "session.unit within session.set-of-unit",
      .known(.set([.unit(id("gp")), .unit(id("nowhere"))])),
      of: "set-of-unit",
      is: .unknown
    ),
    .value(
      "session.unit within session.set-of-unit",
      .known(.set([.unit(id("nowhere")), .unit(id("trust"))])),
      of: "set-of-unit",
      is: .yes
    ),
  ]

  static let truthsAndPresenceRows: [ConditionRow] = [
    .row("session.systemIsReadOnly", "no", is: .no),
    .row("session.systemIsReadOnly", "yes", is: .yes) {
      $0.session.systemIsReadOnly = .known(true)
    },
    .row("session.systemIsReadOnly", "an unknown fact", is: .unknown) {
      $0.session.systemIsReadOnly = .unknown
    },
    .row("session.systemIsReadOnly", "an absent fact", is: .unknown) {
      $0.session.systemIsReadOnly = .absent
    },
    .row("has content.author", "a known fact", is: .yes),
    .row("has content.author", "an absent fact", is: .no) { $0.content.author = .absent },
    .row("has content.author", "an unknown fact", is: .unknown) { $0.content.author = .unknown },
    .row("has session.systemIsReadOnly", "a known no", is: .yes),
    .row("has session.groups", "an absent set", is: .no) { $0.session.groups = .absent },
    .row("has session.groups", "an empty set", is: .no) { $0.session.groups = .known([]) },
    .row("has session.groups", "a set of one", is: .yes) { $0.session.groups = .known(["g"]) },
    .row("has session.groups", "an unknown set", is: .unknown) { $0.session.groups = .unknown },
    .row("always", "anything", is: .yes),
    .row("never", "anything", is: .no),
  ]

  @Test(arguments: equalityRows) func `equality`(row: ConditionRow) throws { try row.check() }
  @Test(arguments: orderRows) func `order`(row: ConditionRow) throws { try row.check() }
  @Test(arguments: membershipRows) func `membership`(row: ConditionRow) throws { try row.check() }
  @Test(arguments: withinRows) func `within the organisation`(row: ConditionRow) throws {
    try row.check()
  }
  @Test(arguments: truthsAndPresenceRows)
  func `truths and presence`(row: ConditionRow) throws { try row.check() }
}
