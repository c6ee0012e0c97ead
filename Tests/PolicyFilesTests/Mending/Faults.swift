import AccessPolicy

extension Fault {
  /// Every slip that one file shows.
  static let all: [Fault] = names + conditions + constants + values + texts + slips

  private static let names = [
    Fault(
      "a fact misspelt",
      in: "marks.yaml",
      "derived: patient.id == session.ownRecord",
      "derived: patient.id == ▶session.ownRecords",
      is: .unknownFact
    ),
    Fault(
      "a tag misspelt",
      in: "content.yaml",
      "address: { title: { nb: Adresse, en: Address }, tags: [reveals-location] }",
      "address: { title: { nb: Adresse, en: Address }, tags: [▶reveal-location] }",
      is: .undeclaredName
    ),
    Fault(
      "a key misspelt",
      in: "marks.yaml",
      "hidesExistence: true\n    because: R10.4",
      "▶hideExistence: true\n    because: R10.4",
      is: .unknownKey
    ),
    Fault(
      "a key that stands twice",
      in: "roles/home-care.yaml",
      "name: HP OP KOMMUNAL SYKEPLEIER TEMPLATE\n",
      "name: HP OP KOMMUNAL SYKEPLEIER TEMPLATE\n    ▶name: HP OP SYKEPLEIER\n",
      is: .duplicateKey,
      .told("delete one of them")
    ),
    Fault(
      "a key left out",
      in: "marks.yaml",
      "  own-record:\n    title: { nb: Egen journal, en: One's own record }\n    derived: patient.id == session.ownRecord\n    opensTo: {}\n",
      "  ▶own-record:\n    title: { nb: Egen journal, en: One's own record }\n    derived: patient.id == session.ownRecord\n",
      is: .missingKey,
      .told("add `opensTo:`")
    ),
    Fault(
      "an id declared in two files",
      in: "roles/school-and-shelter.yaml",
      "subtemplates:\n",
      "subtemplates:\n  ▶at-home-care-east: { title: { nb: Øst, en: East }, units: [school-x], because: R2.7 }\n",
      is: .declaredTwice,
      .told("rename one of them")
    ),
  ]

  private static let conditions = [
    Fault(
      "and beside or",
      in: "roles/nursing-home.yaml",
      "when: content.author == session.staff and content.signature == unsigned",
      "when: content.author == session.staff and content.signature == unsigned ▶or has content.unit",
      is: .mixedAndOr,
      .told(
        "put parentheses around",
        giving:
          "when: content.author == session.staff and (content.signature == unsigned or has content.unit)"
      )
    ),
    Fault(
      "signs for a word",
      in: "relationships.yaml",
      "where: link.unit within session.unit.enterprise and patient.residence within session.unit.enterprise\n",
      "where: link.unit within session.unit.enterprise ▶&& patient.residence within session.unit.enterprise\n",
      is: .conditionSyntax
    ),
    Fault(
      "a link where none is in view",
      in: "marks.yaml",
      "author: { when: content.author == session.staff and content.unit within session.unit.enterprise, because: [A2, A26] }",
      "author: { when: ▶link.staff == session.staff, because: [A2, A26] }",
      is: .factNotInView,
      .told("links are in view")
    ),
  ]

  private static let constants = [
    Fault(
      "a condition that is never true",
      in: "self-authorisation.yaml",
      "when: patient.age < 20",
      "when: patient.age < 20 and ▶patient.age > 60",
      is: .constantCondition,
      .told("change one of them", giving: "when: patient.age < 20 and patient.age > 6")
    ),
    Fault(
      "a condition that is always true",
      in: "self-authorisation.yaml",
      "when: patient.age < 20 and patient.residence within session.unit.enterprise",
      "when: patient.age < 20 or ▶patient.age >= 20",
      is: .constantCondition,
      .told("write `has patient.age`", giving: "when: has patient.age")
    ),
    Fault(
      "a test that nothing makes false",
      in: "self-authorisation.yaml",
      "when: patient.age < 20",
      "when: ▶patient.age >= 0",
      is: .constantCondition,
      .suggested(giving: "when: has patient.age")
    ),
  ]

  private static let values = [
    Fault(
      "an edge in months",
      in: "relationships.yaml",
      "closes: 24 hours after end",
      "closes: ▶1 month after end",
      is: .wrongValue,
      .told("count in days")
    ),
    Fault(
      "a word for a number",
      in: "policy-set.yaml",
      "leastAuthentication: 4 ",
      "leastAuthentication: ▶four ",
      is: .wrongValue,
      .told("digits")
    ),
  ]

  private static let texts = [
    Fault(
      "a NUL byte",
      in: "marks.yaml",
      "nb: Egen journal",
      "nb: Egen▶\0 journal",
      is: .notText,
      .told("delete it")
    ),
    Fault(
      "a character that turns the writing round",
      in: "marks.yaml",
      "nb: Egen journal",
      "nb: Egen ▶\u{202E}journal",
      is: .notText,
      .told("delete it")
    ),
    Fault(
      "a character without width",
      in: "marks.yaml",
      "nb: Egen journal",
      "nb: Egen▶\u{200B} journal",
      is: .notText,
      .told("delete it")
    ),
    Fault(
      "a space that does not break",
      in: "marks.yaml",
      "nb: Egen journal",
      "nb: Egen▶\u{A0}journal",
      is: .notText,
      .told("write an ordinary space instead")
    ),
    Fault(
      "lists inside each other without end",
      in: "marks.yaml",
      "derived: patient.id == session.ownRecord",
      "derived: [▶\(String(repeating: "[", count: 100_000))",
      is: .tooLarge,
      .told("close")
    ),
    Fault(
      "an alias that grows tenfold, and again, and again",
      in: "marks.yaml",
      "derived: patient.id == session.ownRecord",
      "derived: \(bomb)",
      is: .tooLarge,
      .told("an alias (`*name`) counts as all that it stands for")
    ),
  ]

  /// Seven lists, each of ten times the one before; the million is full within the sixth.
  private static let bomb: String = {
    let levels = (1...7).map { level in
      var parts = Array(repeating: "*a\(level - 1)", count: 10)
      if level == 6 { parts[7] = "▶" + parts[7] }
      return "&a\(level) [\(parts.joined(separator: ", "))]"
    }
    return "[&a0 x, \(levels.joined(separator: ", "))]"
  }()
}
