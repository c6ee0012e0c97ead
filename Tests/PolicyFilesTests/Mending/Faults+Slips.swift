import AccessPolicy

// Slips that look right on the page.
extension Fault {
  static let slips: [Fault] = writing + inConditions + misread

  private static let writing = [
    Fault(
      "a tab for spaces",
      in: "roles/home-care.yaml",
      "    name: HP OP KOMMUNAL SYKEPLEIER TEMPLATE\n",
      "▶\tname: HP OP KOMMUNAL SYKEPLEIER TEMPLATE\n",
      is: .tabIndentation,
      .told("replace it with spaces")
    ),
    Fault(
      "curly quotes around a title",
      in: "self-authorisation.yaml",
      "nb: \"Meldt pasient, ikke registrert\"",
      "nb: ▶“Meldt pasient, ikke registrert”",
      is: .smartQuotes
    ),
    Fault(
      "a Norwegian letter in an id",
      in: "roles/home-care.yaml",
      "purposes: [give-care, administer-care]",
      "purposes: [▶give-cåre, administer-care]",
      is: .letterOutsideASCII
    ),
    Fault(
      "capital letters, where an id is used",
      in: "roles/home-care.yaml",
      "relationships: [service-episode-at-my-office,",
      "relationships: [▶Service-episode-at-my-office,",
      is: .differsInCase
    ),
    Fault(
      "capital letters in a fact",
      in: "marks.yaml",
      "derived: patient.id == session.ownRecord",
      "derived: patient.id == ▶session.ownrecord",
      is: .differsInCase
    ),
    Fault(
      "an id that is another but for a capital letter",
      in: "content.yaml",
      "  phone: {",
      "  ▶Address: { title: { nb: Adr, en: Addr } }\n  phone: {",
      is: .differsInCase,
      .told("give one of them another name")
    ),
  ]

  private static let inConditions = [
    Fault(
      "a declared attribute misspelt",
      in: "relationships.yaml",
      "link.notified-municipality == session.unit.enterprise\n",
      "▶link.notified-municipalty == session.unit.enterprise\n",
      is: .unknownFact
    ),
    Fault(
      "a parenthesis that is not closed",
      in: "relationships.yaml",
      "and (request.action == create\n      or content.class == patient-identity\n      or (content.unit within session.unit\n      and content.starts >= link.starts - 30 days\n      and (not has link.ends or content.starts < link.ends)))",
      "and ▶(request.action == create\n      or content.class == patient-identity\n      or (content.unit within session.unit\n      and content.starts >= link.starts - 30 days\n      and (not has link.ends or content.starts < link.ends))",
      is: .missingParenthesis,
      .told("add `)`")
    ),
    Fault(
      "a step from a unit misspelt",
      in: "roles/shared.yaml",
      "when: content.unit.enterprise.kind == municipality",
      "when: ▶content.unit.enterprise.knd == municipality",
      is: .unknownFact
    ),
    Fault(
      "two things compared that cannot be equal",
      in: "marks.yaml",
      "author: { when: content.author == session.staff and content.unit within session.unit.enterprise, because: [A2, A26] }",
      "author: { when: ▶content.author == session.unit, because: [A2, A26] }",
      is: .cannotCompare,
      .told("member of staff")
    ),
    Fault(
      "a chain of comparisons",
      in: "self-authorisation.yaml",
      "when: patient.age < 20 and patient.residence within session.unit.enterprise",
      "when: ▶2 < patient.age < 20",
      is: .chainedComparison,
      .suggested(giving: "when: 2 < patient.age and patient.age < 20")
    ),
    Fault(
      "a parenthesis too many",
      in: "self-authorisation.yaml",
      "when: patient.age < 20",
      "when: patient.age < 20▶)",
      is: .missingParenthesis,
      .told("take it away")
    ),
    Fault(
      "one value where a set belongs",
      in: "self-authorisation.yaml",
      "when: patient.age < 20",
      "when: patient.age in ▶20",
      is: .wrongType,
      .suggested(giving: "when: patient.age in [20]")
    ),
    Fault(
      "a keyword in capitals",
      in: "relationships.yaml",
      "where: link.unit within session.unit.enterprise and patient.residence within session.unit.enterprise\n",
      "where: link.unit within session.unit.enterprise ▶AND patient.residence within session.unit.enterprise\n",
      is: .differsInCase
    ),
    Fault(
      "a sign of other languages",
      in: "self-authorisation.yaml",
      "when: patient.age < 20",
      "when: patient.age ▶=< 20",
      is: .conditionSyntax,
      .suggested(giving: "when: patient.age <= 20")
    ),
    Fault(
      "a number in quotes",
      in: "self-authorisation.yaml",
      "when: patient.age < 20",
      "when: patient.age < ▶\"20\"",
      is: .wrongType
    ),
  ]

  private static let misread = [
    Fault(
      "yes in quotes",
      in: "content.yaml",
      "edit: { title: { nb: Redigere, en: Edit }, writes: true }",
      "edit: { title: { nb: Redigere, en: Edit }, writes: ▶\"true\" }",
      is: .yesOrNoAsText,
      .suggested(giving: "edit: { title: { nb: Redigere, en: Edit }, writes: yes }")
    ),
    Fault(
      "the key no for Norwegian",
      in: "content.yaml",
      "edit: { title: { nb: Redigere, en: Edit }, writes: true }",
      "edit: { title: { ▶no: Redigere, en: Edit }, writes: true }",
      is: .yesOrNoAsText
    ),
    Fault(
      "a time on the clock for a duration",
      in: "self-authorisation.yaml",
      "\(window)24 hours",
      "\(window)▶24:00",
      is: .unquotedTime
    ),
  ]

  /// What stands before the lifetime of one rule.
  private static let window = """
    when: patient.age < 20 and patient.residence within session.unit.enterprise
        reasons: [participating, coordination, relocation, emergency, other]
        leastText: 10
        textRequiredFor: [participating, coordination, relocation, other]
        lifetime:\u{20}
    """
}
