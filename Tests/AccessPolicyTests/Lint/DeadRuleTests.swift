@testable import AccessPolicy
import Testing

/// What is found of rules that do nothing, and what is left in peace though it looks like it.
///
/// What each warning says is in the gallery; here are the edges.
@Suite struct DeadRuleTests {
  @Test(arguments: all)
  func `finds rules that do nothing, and no others`(lint: LintCase) throws {
    #expect(try lint.warningsAboutMeaning() == lint.expected)
  }

  private static let all = never + shadowed + marks + reached + equal

  private static let never = [
    LintCase(
      "a purpose that a subtemplate gives is had by every template",
      ["obligations: [log]": "obligations: [log], purposes: [teaching]"],
      added: """
        purposes:
          teaching: { title: { nb: U, en: T } }
        subtemplates:
          teacher: { title: { nb: L, en: T }, purposes: [teaching], because: r1 }
        """
    ),
    LintCase(
      "a purpose that the role does not have",
      [
        "      notes:": "      1️⃣notes:",
        "obligations: [log]": "obligations: [log], purposes: [study]",
      ],
      added: "purposes:\n  study: { title: { nb: S, en: S }, onlyWhereNamed: yes }",
      "1 never-applies"
    ),
    LintCase(
      "a condition against the actions",
      ["notes: { do: [read, write]": "1️⃣notes: { when: request.action == print, do: [read, write]"],
      added: "actions:\n  print: { title: { nb: S, en: P } }",
      "1 never-applies"
    ),
    LintCase(
      "a condition that chooses among the actions",
      ["notes: { do: [read, write]": "notes: { when: request.action == write, do: [read, write]"]
    ),
    LintCase(
      "a status that counts for one of two kinds",
      ["links: [stay]": "links: [stay, visit]\n    statuses: [planned]"],
      added: """
        patientLogistics:
          visit: { title: { nb: B, en: V }, counts: [planned], neverCounts: [cancelled] }
        """
    ),
    LintCase(
      "a condition on a status that counts for another rule",
      [
        "links: [stay]": "links: [visit]",
        "where: always # of staying": "where: link.status == cancelled",
        "  staying:": "  1️⃣staying:",
      ],
      added: """
        patientLogistics:
          visit: { title: { nb: B, en: V }, counts: [planned], neverCounts: [cancelled] }
        """,
      "1 never-applies"
    ),
    LintCase(
      "a way into a circle whose relationship is on other links",
      added: """
        careRelationships:
          mine: { title: { nb: M, en: M }, links: [stay], where: link.staff == session.staff }
        subtemplates:
          mine: { title: { nb: M, en: M }, relationships: [mine], because: r1 }
        marks:
          hidden:
            title: { nb: S, en: H }
            opensTo:
              author: { when: content.author == session.staff }
              1️⃣not-mine: { through: [mine], when: not has link.staff }
              here: { through: [mine, staying], when: not has link.staff }
        """,
      "1 never-applies"
    ),
  ]

  private static let shadowed = [
    LintCase(
      "of two that take the same, the second, which has fewer obligations",
      [
        "      notes: {":
          "      a-first: { level: justify, takes: ask, do: [read, write], on: [note], obligations: [log] }\n      notes: { level: justify, takes: ask,",
        ", obligations: [log] }\n      lists": " }\n      lists",
      ]
    ),
    LintCase(
      "of two that take the same, the second, with the same obligations",
      [
        "      notes: {":
          "      2️⃣asked: { level: justify, takes: ask, do: [read, write], on: [note] }\n      1️⃣notes: { level: justify, takes: ask,",
        ", obligations: [log]": "",
      ],
      "1 shadowed-rule 2"
    ),
    LintCase(
      "of two that take the same, the first, narrower, which a third one may stand behind",
      [
        "      notes: {":
          "      asked: { level: justify, takes: ask, do: [read], on: [note], when: patient.age > 3 }\n      notes: { level: justify, takes: ask,",
        ", obligations: [log]": "",
      ]
    ),
    LintCase(
      "grants of two classes that are equal, which are one slip",
      ["  nursing:\n": "  2️⃣nursing:\n"],
      added: """
        securityClasses:
          1️⃣same:
            title: { nb: S, en: S }
            grants:
              notes: { do: [read, write], on: [note], obligations: [log] }
              lists: { do: [read], on: [list] }
        subtemplates:
          both: { title: { nb: B, en: B }, securityClasses: [nursing, same], because: r1 }
        """,
      "1 equal-entries 2"
    ),
    LintCase(
      "the same grant in a class that another role has alone",
      added: """
        securityClasses:
          reading: { title: { nb: L, en: R }, grants: { notes: { do: [read], on: [note], when: patient.age > 3 } } }
        templates:
          reader:
            title: { nb: L, en: R }
            securityClasses: [reading]
            purposes: [care]
            relationships: [staying]
        """
    ),
    LintCase(
      "the same grant in a class that every role has beside a greater one",
      ["      notes:": "      1️⃣notes:"],
      added: """
        securityClasses:
          reading:
            title: { nb: L, en: R }
            grants: { 2️⃣notes: { do: [read], on: [note], obligations: [log] } }
        subtemplates:
          reader: { title: { nb: L, en: R }, securityClasses: [reading, nursing], because: r1 }
        """,
      "2 shadowed-rule 1"
    ),
    LintCase(
      "a grant with fewer obligations",
      added: """
        securityClasses:
          reading: { title: { nb: L, en: R }, grants: { notes: { do: [read], on: [note] } } }
        subtemplates:
          reader: { title: { nb: L, en: R }, securityClasses: [reading, nursing], because: r1 }
        """
    ),
    LintCase(
      "of two that are equal, the second",
      [
        "lists: { do: [read], on: [list] }":
          "lists: { do: [read], on: [list] }\n      1️⃣other: { do: [read], on: [list] }",
        "      lists: {": "      2️⃣lists: {",
      ],
      "1 shadowed-rule 2"
    ),
    LintCase(
      "for a purpose that the other does not serve",
      [
        "lists: { do: [read], on: [list] }":
          "lists: { do: [read], on: [list] }\n      other: { do: [read], on: [list], purposes: [study] }",
        "on: [list], because": "on: [list], purposes: [care, study], because",
        "    purposes: [care]": "    purposes: [care, study]",
      ],
      added: "purposes:\n  study: { title: { nb: S, en: S }, onlyWhereNamed: yes }"
    ),
    LintCase(
      "a longer window",
      added: """
        careRelationships:
          longer: { title: { nb: L, en: L }, links: [stay], where: always, opens: at start, closes: 1 day after end }
          1️⃣shorter: { title: { nb: K, en: S }, links: [stay], where: always, opens: 1 hour after start, closes: at end }
        subtemplates:
          longer: { title: { nb: L, en: L }, relationships: [longer, staying, shorter], because: r1 }
        """,
      "1 shadowed-rule 2:3"
    ),
    LintCase(
      "a relationship that a circle tells from the other",
      added: """
        careRelationships:
          mine: { title: { nb: M, en: M }, links: [stay], where: link.staff == session.staff }
        subtemplates:
          mine: { title: { nb: M, en: M }, relationships: [mine, staying], because: r1 }
        marks:
          hidden: { title: { nb: S, en: H }, opensTo: { mine: { through: [mine] } } }
        """
    ),
  ]

  private static let marks = [
    LintCase(
      "a circle of two entries that leave out nobody",
      added: """
        marks:
          hidden:
            title: { nb: S, en: H }
            opensTo:
              1️⃣author: { when: content.author == session.staff }
              nurse: { when: session.template == nurse and session.authenticationLevel >= 3 }
              others: { when: content.author != session.staff }
        """,
      "1 mark-for-everybody"
    ),
    LintCase(
      "a circle that only some are inside",
      added: """
        marks:
          hidden: { title: { nb: S, en: H }, opensTo: { strong: { when: session.authenticationLevel >= 0 } } }
        """
    ),
    LintCase(
      "a circle that holds who can be named",
      added:
        "marks:\n  hidden: { title: { nb: S, en: H }, opensTo: { nurse: { when: session.template == nurse } } }"
    ),
    LintCase(
      "an override against what the mark covers",
      added: """
        selfAuthorisation:
          never-here: { title: { nb: Aldri, en: Never }, scope: item, when: content.class == list, reasons: [help], leastText: 5, lifetime: 1 hour }
        subtemplates:
          never-here: { title: { nb: Aldri, en: Never }, selfAuthorisation: [never-here], because: r1 }
        marks:
          1️⃣hidden: { title: { nb: S, en: H }, covers: { classes: [note] }, opensTo: {}, override: never-here }
        """,
      "1 mark-for-nobody"
    ),
  ]

  private static let reached = [
    LintCase(
      "patients that self-authorisation brings near",
      ["    relationships: [staying]\n": ""]
    ),
    LintCase(
      "patients that nothing brings near",
      [
        "    relationships: [staying]\n": "",
        "selfAuthorisation: [ask, open]": "selfAuthorisation: [open]",
        "      notes:": "      1️⃣notes:",
      ],
      "1 unreachable-class"
    ),
    LintCase(
      "patients for another purpose alone",
      [
        "    relationships: [staying]\n": "    relationships: [teaching]\n",
        "selfAuthorisation: [ask, open]": "selfAuthorisation: [open]",
        "    purposes: [care]": "    purposes: [care, teaching]",
        "      notes:": "      1️⃣notes:",
        "obligations: [log]": "purposes: [care]",
      ],
      added: """
        purposes:
          teaching: { title: { nb: U, en: T } }
        careRelationships:
          teaching: { title: { nb: U, en: T }, links: [stay], where: always, purposes: [teaching], opens: at start, closes: at end }
        """,
      "1 unreachable-class"
    ),
    LintCase(
      "patients by a relationship for other content",
      [
        "selfAuthorisation: [ask, open]": "selfAuthorisation: [open]",
        "where: always # of staying": "where: content.class == list",
        "      notes:": "      1️⃣notes:",
      ],
      "1 unreachable-class"
    ),
    LintCase(
      "patients by a relationship that never applies",
      [
        "selfAuthorisation: [ask, open]": "selfAuthorisation: [open]",
        "where: always # of staying": "where: never",
        "      notes:": "      1️⃣notes:",
        "  staying:": "  2️⃣staying:",
      ],
      "1 unreachable-class",
      "2 never-applies"
    ),
    LintCase(
      "lists for what the grant does not serve",
      [
        "because: r1, where: always": "because: r1, where: request.action == write",
        "      lists: {": "      1️⃣lists: {",
      ],
      "1 unreachable-class"
    ),
    LintCase(
      "lists that a subtemplate brings near",
      ["    reach: [lists] # of nurse\n": ""],
      added: "subtemplates:\n  lists: { title: { nb: L, en: L }, reach: [lists], because: r1 }"
    ),
    LintCase(
      "an action that takes no licence on this class",
      [
        "note: { title: { nb: Notat, en: Note } }":
          "note: { title: { nb: Notat, en: Note }, clinical: [print] }"
      ],
      added: "actions:\n  print: { title: { nb: S, en: P } }"
    ),
    LintCase(
      "licences of two provider records, of which none has both",
      [
        "note: { title: { nb: Notat, en: Note } }":
          "note: { title: { nb: Notat, en: Note }, clinical: [read, write] }"
      ],
      added: """
        providerRecords:
          reader: { title: { nb: L, en: R }, grants: { notes: { do: [read], on: [note] } } }
          writer: { title: { nb: S, en: W }, grants: { notes: { do: [write], on: [note] } } }
        """
    ),
    LintCase(
      "what takes a licence that nobody has",
      [
        "note: { title: { nb: Notat, en: Note } }":
          "note: { title: { nb: Notat, en: Note }, clinical: [read, write] }",
        "      notes:": "      1️⃣notes:",
      ],
      "1 grant-without-licence"
    ),
  ]

  private static let equal = [
    LintCase(
      "subtemplates and provider records of which conditions name one",
      [
        "because: r1, where: always":
          "because: r1, where: s1 in session.subtemplates or session.providerRecord == p2"
      ],
      added: """
        subtemplates:
          s1: { title: { nb: E, en: O }, securityClasses: [nursing], because: r1 }
          s2: { title: { nb: T, en: T }, securityClasses: [nursing], because: r1 }
        providerRecords:
          p1: { title: { nb: L, en: R }, grants: { notes: { do: [read], on: [note] } } }
          p2: { title: { nb: S, en: W }, grants: { notes: { do: [read], on: [note] } } }
        """
    ),
    LintCase(
      "subtemplates and provider records that no condition names",
      added: """
        subtemplates:
          2️⃣s1: { title: { nb: E, en: O }, securityClasses: [nursing], because: r1 }
          1️⃣s2: { title: { nb: T, en: T }, securityClasses: [nursing], because: r1 }
        """,
      "1 equal-entries 2"
    ),
    LintCase(
      "templates that differ in the least level alone",
      added: """
        templates:
          strong:
            title: { nb: S, en: S }
            securityClasses: [nursing]
            purposes: [care]
            relationships: [staying]
            reach: [lists]
            selfAuthorisation: [ask, open]
            units: [east]
            leastAuthentication: 4
        """
    ),
    LintCase(
      "subtemplates that give nothing",
      added: """
        subtemplates:
          one: { title: { nb: E, en: O }, because: r1 }
          two: { title: { nb: T, en: T }, because: r1 }
        """
    ),
    LintCase(
      "a subtemplate that gives what a template does",
      added: """
        subtemplates:
          same:
            title: { nb: S, en: S }
            securityClasses: [nursing]
            purposes: [care]
            relationships: [staying]
            reach: [lists]
            selfAuthorisation: [ask, open]
            units: [east]
        """
    ),
  ]
}
