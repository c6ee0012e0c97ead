import AccessPolicy
import Testing

/// Facts that follow from others: ages, contacts, patients, units; through the engine.
@Suite struct ConditionDerivedFactTests {
  static let agesRows: [ConditionRow] = [
    .row("patient.age == 18", "a birthday today", is: .yes),
    .row("patient.age == 17", "a birthday tomorrow", is: .yes) {
      $0.patient?.birthDate = .known(CivilDate("2008-03-03")!)
    },
    .row("patient.age == 18", "a birthday on the local clock, not in UTC", is: .yes) {
      $0.now = Moment("2026-03-02T00:30+01:00")!
    },
    .row("patient.age == 17", "no birthday on the local clock, but in UTC", is: .yes) {
      $0.now = Moment("2026-03-01T22:30-02:00")!
    },
    .row("patient.age == 17", "29 February in a common year, on the 28th", is: .yes) {
      $0.patient?.birthDate = .known(CivilDate("2008-02-29")!)
      $0.now = Moment("2026-02-28T23:59Z")!
    },
    .row("patient.age == 18", "29 February in a common year, on 1 March", is: .yes) {
      $0.patient?.birthDate = .known(CivilDate("2008-02-29")!)
      $0.now = Moment("2026-03-01T00:00Z")!
    },
    .row("patient.age == 0", "not born yet", is: .yes) {
      $0.patient?.birthDate = .known(CivilDate("2027-01-01")!)
    },
    .row("patient.age >= 0", "an unknown date of birth", is: .unknown) {
      $0.patient?.birthDate = .unknown
    },
    .row("has patient.age", "an unknown date of birth", is: .unknown) {
      $0.patient?.birthDate = .unknown
    },
    .row("has patient.age", "no date of birth", is: .no) { $0.patient?.birthDate = .absent },
  ]

  static let contactsRows: [ConditionRow] = [
    .row("has content.contactUnit", "no contact", is: .no),
    .row("has content.team", "no contact", is: .no),
    .row("has content.contactUnit", "an unknown contact", is: .unknown) {
      $0.content.contact = .unknown
    },
    .row("has content.team", "an unknown contact", is: .unknown) { $0.content.contact = .unknown },
    .row("content.contactUnit == west", "a contact there", is: .yes) {
      $0.content.contact = .known(Contact(id: "c", unit: .known(id("west")), marks: .absent))
    },
    .row("\"anna\" in content.team", "a contact with her", is: .yes) {
      $0.content.contact = .known(Contact(id: "c", team: .known(["anna"]), marks: .absent))
    },
    .row("content.contact == \"c\"", "that contact", is: .yes) {
      $0.content.contact = .known(Contact(id: "c", marks: .absent))
    },
  ]

  static let patientsRows: [ConditionRow] = [
    .row("has patient.id", "a patient", is: .yes),
    .row("has patient.id", "no patient, content about one", is: .unknown) { $0.patient = nil },
    .row("has patient.id", "no patient, content about none", is: .no) {
      $0.patient = nil
      $0.content.contentClass = TinyPolicy.report
    },
    .row("has patient.a-number", "no patient, content about one", is: .unknown) {
      $0.patient = nil
    },
    .row("has patient.a-number", "no patient, content about none", is: .no) {
      $0.patient = nil
      $0.content.contentClass = TinyPolicy.report
    },
    .growing("not has patient.marks", "no patient, content about one", opens: false) {
      $0.patient = nil
    },
    .growing("not has patient.marks", "no patient, content about none", opens: true) {
      $0.patient = nil
      $0.content.contentClass = TinyPolicy.report
    },
  ]

  static let unitsRows: [ConditionRow] = [
    .row("session.unit.kind == ward", "a ward", is: .yes),
    .row("session.unit.enterprise == trust", "the nearest above", is: .yes),
    .row("session.unit.enterprise.kind == hospital", "the nearest above", is: .yes),
    .row("session.unit.enterprise == gp", "the unit itself", is: .yes) {
      $0.session.unit = .known(id("gp"))
    },
    .row("has session.unit.enterprise", "none above", is: .no) {
      $0.session.unit = .known(id("alone"))
    },
    .row("has session.unit.enterprise.kind", "none above", is: .no) {
      $0.session.unit = .known(id("alone"))
    },
    .row("has session.unit.kind", "an absent unit", is: .no) { $0.session.unit = .absent },
    .row("has session.unit.enterprise", "an absent unit", is: .no) { $0.session.unit = .absent },
    .row("has session.unit.kind", "an unknown unit", is: .unknown) { $0.session.unit = .unknown },
    .row("has session.unit.enterprise.kind", "an unknown unit", is: .unknown) {
      $0.session.unit = .unknown
    },
    .row("has session.unit.kind", "a unit that there is not", is: .unknown) {
      $0.session.unit = .known(id("nowhere"))
    },
    .value("session.a-unit.enterprise == trust", .known(.unit(id("west"))), of: "a-unit", is: .yes),
  ]

  static let tagsRows: [ConditionRow] = [
    .row("genetic in content.tags", "a class with the tag", is: .yes),
    .row("has content.tags", "a class without tags", is: .no) {
      $0.content.contentClass = TinyPolicy.report
    },
    .row("content.class == note", "that class", is: .yes),
  ]

  static let linksRows: [ConditionRow] = [
    .link("link.unit within trust", "a unit there", is: .yes),
    .link("link.starts + 29 days <= now", "29 days ago to the second", is: .yes),
    .link("link.starts + 29 days < now", "29 days ago to the second", is: .no),
    .link("now < link.ends", "no end", is: .unknown),
    .link("has link.ends", "no end", is: .no),
    .link("link.staff == session.staff", "her", is: .yes) { $0.staff = .known("anna") },
    .link("\"anna\" in link.team", "an unknown team", is: .unknown) { $0.team = .unknown },
    .link("link.group == \"g\"", "that group", is: .yes) { $0.group = .known("g") },
    .link("has link.a-number", "nothing", is: .unknown),
    .link("link.a-number > 2", "3", is: .yes) {
      $0.attributes[id("a-number")] = .known(.number(3))
    },
  ]

  @Test(arguments: agesRows) func `ages`(row: ConditionRow) throws { try row.check() }
  @Test(arguments: contactsRows) func `contacts`(row: ConditionRow) throws { try row.check() }
  @Test(arguments: patientsRows) func `no patient`(row: ConditionRow) throws { try row.check() }
  @Test(arguments: unitsRows) func `units`(row: ConditionRow) throws { try row.check() }
  @Test(arguments: tagsRows) func `tags and classes`(row: ConditionRow) throws { try row.check() }
  @Test(arguments: linksRows) func `links`(row: ConditionRow) throws { try row.check() }
}
