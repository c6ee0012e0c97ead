@testable import AccessPolicy
import Testing

@Suite struct `Reading records` {
  private static let shapes: [MistakeCase] = [
    MistakeCase("a key that nobody knows", "1️⃣sectoins: {}", "1 unknown-key"),
    MistakeCase("a file that is a list", "1️⃣- a", "1 wrong-form"),
    MistakeCase("a section that is a list", "marks: 1️⃣[]", "1 wrong-form"),
    MistakeCase("a section that is nothing", "marks:", "1:7 wrong-form"),
    MistakeCase("a section that is a word", "marks: 1️⃣none", "1 wrong-form"),
    MistakeCase("an entry that is a word", "actions:\n  print: 1️⃣Print", "1 wrong-form"),
    MistakeCase("an entry that is nothing", "actions:\n  print:", "2:9 wrong-form"),
    MistakeCase("an entry without a title", "actions:\n  1️⃣print: {}", "1 missing-key"),
    MistakeCase(
      "a title in one language",
      "actions:\n  print: { 1️⃣title: { nb: Skrive ut } }",
      "1 missing-key"
    ),
    MistakeCase(
      "a title in neither",
      "actions:\n  print: { 1️⃣title: {} }",
      "1 missing-key",
      "1 missing-key"
    ),
    MistakeCase(
      "a title in a third",
      "actions:\n  print: { title: { nb: a, en: b, 1️⃣se: c } }",
      "1 unknown-key"
    ),
    MistakeCase(
      "a title without languages",
      "actions:\n  print: { title: 1️⃣Print }",
      "1 wrong-form"
    ),
    MistakeCase(
      "an id with a space",
      "actions:\n  1️⃣print out: { title: { nb: a, en: b } }",
      "1 not-an-identifier"
    ),
    MistakeCase(
      "an id in other letters",
      "actions:\n  1️⃣lås: { title: { nb: a, en: b } }",
      "1 letter-outside-ascii"
    ),
    MistakeCase("no id", "actions:\n  1️⃣\"\": { title: { nb: a, en: b } }", "1 not-an-identifier"),
    MistakeCase(
      "a word for yes or no",
      "actions:\n  print: { title: { nb: a, en: b }, writes: 1️⃣maybe }",
      "1 wrong-value"
    ),
    MistakeCase(
      "yes in quotes",
      "actions:\n  print: { title: { nb: a, en: b }, writes: 1️⃣\"yes\" }",
      "1 yes-or-no-as-text"
    ),
    MistakeCase("a number in words", "session: { leastAuthentication: 1️⃣four }", "1 wrong-value"),
    MistakeCase("a number in quotes", "session: { leastAuthentication: 1️⃣\"4\" }", "1 wrong-value"),
    MistakeCase(
      "a list where one is named",
      "organisation:\n  o: { title: { nb: a, en: b }, kind: 1️⃣[ward] }",
      "1 wrong-form"
    ),
    MistakeCase(
      "one where a list is named",
      "subtemplates:\n  s: { title: { nb: a, en: b }, purposes: 1️⃣care }",
      "1 wrong-form"
    ),
    MistakeCase(
      "a list with a list",
      "subtemplates:\n  s: { title: { nb: a, en: b }, purposes: [1️⃣[care]] }",
      "1 wrong-form"
    ),
    MistakeCase(
      "a list with an empty place",
      "subtemplates:\n  s: { title: { nb: a, en: b }, purposes: [care, 1️⃣~] }",
      "1 wrong-form"
    ),
    MistakeCase(
      "a name that is no id",
      "subtemplates:\n  s: { title: { nb: a, en: b }, purposes: [1️⃣take care] }",
      "1 not-an-identifier"
    ),
    MistakeCase(
      "a name twice in one list",
      "subtemplates:\n  s: { title: { nb: a, en: b }, purposes: [1️⃣care, research, 2️⃣care, 3️⃣care] }",
      "2 named-twice 1",
      "3 named-twice 1"
    ),
    MistakeCase(
      "an approval without a day, and one without a body",
      "subtemplates:\n  s:\n    title: { nb: a, en: b }\n    approved: [1️⃣{ by: Board }, 2️⃣{ on: 2026-03-02 }]",
      "1 missing-key",
      "2 missing-key"
    ),
    MistakeCase(
      "an approval on no day",
      "subtemplates:\n  s:\n    title: { nb: a, en: b }\n    approved: [{ by: Board, on: 1️⃣2026-02-29 }]",
      "1 wrong-value"
    ),
    MistakeCase(
      "a requirement without a list",
      "actions:\n  p: { title: { nb: a, en: b }, because: r1 }"
    ),
    MistakeCase(
      "requirements in a list",
      "actions:\n  p: { title: { nb: a, en: b }, because: [r1] }"
    ),
    MistakeCase(
      "requirements in a mapping",
      "actions:\n  p: { title: { nb: a, en: b }, because: 1️⃣{ r1: yes } }",
      "1 wrong-form"
    ),
    MistakeCase(
      "a group of facts that there is not",
      "attributes: { 1️⃣patients: {} }",
      "1 unknown-key"
    ),
    MistakeCase(
      "subtemplates have no say in authentication",
      "subtemplates:\n  s: { title: { nb: a, en: b }, 1️⃣leastAuthentication: 4 }",
      "1 unknown-key"
    ),
  ]

  @Test(arguments: shapes)
  func `every mistake of shape, at its place`(shape: MistakeCase) {
    #expect(mistakes(shape.text) == shape.mistakes)
  }

  private static let help: [(String, String)] = [
    ("sesion: {}", "did you mean `session`?"),
    ("securityclasses: {}", "did you mean `securityClasses`?"),
    ("actions:\n  p: { titel: { nb: a, en: b } }", "did you mean `title`?"),
    ("xyzzy: {}", "the keys are: `policySet`, `session`, `requirements`"),
  ]

  @Test(arguments: help)
  func `an unknown key is helped with the nearest`(text: String, help: String) {
    #expect(diagnostics(of: text).contains { $0.help?.contains(help) == true })
  }

  @Test func `all mistakes of a file come at once, in the order of the text`() {
    let text = """
      actions:
        print: { 2️⃣titel: { nb: a, en: b }, writes: 3️⃣maybe }
        4️⃣se ut: {}
      5️⃣purpose: {}
      session: { leastAuthentication: 6️⃣high }
      """
    let expected = [
      "2 unknown-key", "3 wrong-value", "4 not-an-identifier", "5 unknown-key",
      "6 wrong-value",
    ]
    #expect(mistakes(text) == expected)
  }

  @Test func `a key that stands twice is never skipped`() {
    let text = "actions:\n  p: { title: { nb: a, en: b }, writes: yes, 1️⃣writes: no }"
    #expect(mistakes(text) == ["1 duplicate-key 2:33"])
  }

  @Test func `an entry that is wrong is still declared`() {
    #expect(
      mistakes(
        "marks:\n  m: 1️⃣[]\norganisation:\n  o: { title: { nb: a, en: b }, kind: ward, marks: [m] }"
      )
        == ["1 wrong-form"]
    )
  }
}
