@testable import AccessPolicy
import Testing

/// What each lint finds in a policy set that is right but for one thing, and what it passes over.
@Suite struct `Lints` {
  @Test func `give every warning that can be silenced, but for those of scenarios`() {
    let ofScenarios: Set<DiagnosticCode> = [
      .deviationWithoutReason, .deviationWithoutApprover, .deviationWithoutEnd,
    ]
    #expect(Set(Lint.all.map(\.code)) == DiagnosticCode.silenceable.subtracting(ofScenarios))
    #expect(ofScenarios.isSubset(of: DiagnosticCode.silenceable))
  }

  @Test(arguments: DiagnosticCode.allCases)
  func `give warnings, and everything else is an error`(code: DiagnosticCode) {
    let others: Set<DiagnosticCode> = [.unusedSilence, .notRead, .emptyFile]
    let isWarning = DiagnosticCode.silenceable.contains(code) || others.contains(code)
    #expect(code.severity == (isWarning ? .warning : .error))
    #expect(Diagnostic(code, "something", at: nil).severity == code.severity)
  }

  @Test func `find nothing in a policy set that says all that it should`() throws {
    #expect(try LintCase("clean").report() == LintReport.empty)
  }

  @Test(arguments: LintCase.all)
  func `find what is lacking`(lint: LintCase) throws {
    #expect(try lint.warnings() == lint.expected)
    for warning in try lint.report().warnings {
      #expect(warning.severity == .warning)
      #expect(warning.help != nil)
    }
  }

  @Test func `speak of what is silenced only in the list of the silenced`() throws {
    let silenced = LintCase(
      "silenced",
      ["because: r1 # of nurse": "silence: { template-without-basis: \"it comes\" }"]
    )
    let report = try silenced.report()
    #expect(report.warnings == [])
    #expect(report.silenced.map(\.warning.code) == [.templateWithoutBasis])
    #expect(report.silenced.map(\.silence.reason) == ["it comes"])
  }

  @Test func `silences are part of what the digest covers`() throws {
    let plain = try LintCase("plain", ["    owner: ward # of nurse\n": ""]).policy()
    let silenced = try LintCase(
      "silenced",
      ["owner: ward # of nurse": "silence: { template-without-owner: nobody yet }"]
    ).policy()
    #expect(plain.identity.digest != silenced.identity.digest)
  }
}

/// A policy set that is clean, with some of its text replaced, and a file beside it.
struct LintCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let replaced: [String: String]
  let added: String
  let expected: [String]

  init(
    _ name: String,
    _ replaced: [String: String] = [:],
    added: String = "",
    _ expected: String...
  ) {
    testDescription = name
    self.replaced = replaced
    self.added = added
    self.expected = expected
  }

  private var files: [PolicyText] {
    var text = Self.clean
    for (old, new) in replaced {
      #expect(text.contains(old), "\(old)")
      text = text.replacing(old, with: new)
    }
    // The small reader of these tests knows comments on lines of their own alone.
    text = text.replacing(#/ # .*/#, with: "")
    let beside = added.isEmpty ? [] : [PolicyText(added, file: "beside.yaml")]
    return [PolicyText(text, file: "clean.yaml")] + beside
  }

  func policy() throws -> Policy { try PolicyPipeline.policy(from: files.map(\.document)) }

  func report() throws -> LintReport { PolicyPipeline.lint(try policy()) }

  /// Each warning as its mark and code, in order; those about what rules do stand in ``DeadRuleTests``.
  func warnings() throws -> [String] {
    named(try report().warnings.filter { !Self.aboutMeaning.contains($0.code) }, in: files)
  }

  /// Each warning about what rules do, as its mark and code with the marks of other places, in order.
  func warningsAboutMeaning() throws -> [String] {
    named(try report().warnings.filter { Self.aboutMeaning.contains($0.code) }, in: files)
  }

  private static let aboutMeaning: Set<DiagnosticCode> = [
    .neverApplies, .shadowedRule, .markForNobody, .markForEverybody, .unreachableClass,
    .grantWithoutLicence, .equalEntries, .overlappingProvisioning,
  ]

  private static let clean = """
    policySet: { id: clean, version: 1.0.0, title: { nb: Ren, en: Clean } }
    requirements:
      r1: { title: { nb: Krav, en: Requirement } }
    unitKinds:
      ward: { title: { nb: Post, en: Ward } }
    organisation:
      east: { title: { nb: Øst, en: East }, kind: ward }
    actions:
      read: { title: { nb: Lese, en: Read } }
      write: { title: { nb: Skrive, en: Write }, writes: yes }
    purposes:
      care: { title: { nb: Helsehjelp, en: Care } }
      marketing: { title: { nb: Reklame, en: Marketing }, refused: { nb: Ingen, en: Nobody } }
    contentClasses:
      note: { title: { nb: Notat, en: Note } }
      list: { title: { nb: Liste, en: List }, aboutPatient: no }
    reasons:
      help: { title: { nb: Hjelp, en: Help } }
    obligations:
      log: { title: { nb: Logg, en: Log } }
    securityClasses:
      nursing:
        title: { nb: Pleie, en: Nursing }
        grants:
          notes: { do: [read, write], on: [note], obligations: [log] }
          lists: { do: [read], on: [list] }
        because: r1 # of nursing
    patientLogistics:
      stay: { title: { nb: Opphold, en: Stay } }
    careRelationships:
      staying:
        title: { nb: Innlagt, en: Staying }
        links: [stay]
        where: always # of staying
        opens: at start # of staying
        closes: at end # of staying
        because: r1 # of staying
    reach:
      lists: { title: { nb: Lister, en: Lists }, on: [list], because: r1, where: always }
    marks:
      secret: { title: { nb: Hemmelig, en: Secret }, opensTo: {}, because: r1, override: open }
    blocks:
      closed: { title: { nb: Sperret, en: Closed }, because: r1 }
    selfAuthorisation:
      ask:
        title: { nb: Spør, en: Ask }
        because: r1
        scope: patient
        reasons: [help]
        leastText: 5
        lifetime: 1 hour
      open:
        title: { nb: Åpne, en: Open }
        because: r1
        scope: item
        reasons: [help]
        leastText: 5
        lifetime: 1 hour
    templates:
      1️⃣nurse:
        title: { nb: Sykepleier, en: Nurse }
        owner: ward # of nurse
        approved: [{ by: ward, on: 2026-03-02 }] # of nurse
        because: r1 # of nurse
        securityClasses: [nursing] # of nurse
        purposes: [care]
        relationships: [staying]
        reach: [lists] # of nurse
        selfAuthorisation: [ask, open] # of nurse
        units: [east]
    subtemplates:
      at-east: { title: { nb: Øst, en: East }, units: [east], because: r1 }
    """
}

extension LintCase {
  static let all: [LintCase] = roles + windows + rights + shields + words

  private static let roles = [
    LintCase(
      "a template without owner",
      ["    owner: ward # of nurse\n": ""],
      "1 template-without-owner"
    ),
    LintCase(
      "a template without approval",
      ["    approved: [{ by: ward, on: 2026-03-02 }] # of nurse\n": ""],
      "1 template-without-approval"
    ),
    LintCase(
      "a template without basis",
      ["    because: r1 # of nurse\n": ""],
      "1 template-without-basis"
    ),
    LintCase(
      "rules without basis",
      [
        "    because: r1 # of nursing\n": "", "  staying:\n": "  4️⃣staying:\n",
        "      notes: { do": "      1️⃣notes: { do",
        "      lists: { do: [read], on: [list] }":
          "      lists: { do: [read], on: [list], because: r1 }",
        "    because: r1 # of staying\n": "",
      ],
      added: """
        marks:
          2️⃣hidden: { title: { nb: S, en: H }, opensTo: { staff: { when: has session.unit, because: r1 } } }
        blocks:
          3️⃣shut: { title: { nb: S, en: S } }
        """,
      "2 rule-without-basis",
      "3 rule-without-basis",
      "1 rule-without-basis",
      "4 rule-without-basis"
    ),
    LintCase(
      "subtemplates that give rights need an owner and an approval",
      added: """
        subtemplates:
          1️⃣night: { title: { nb: Natt, en: Night }, relationships: [staying], because: r1 }
          2️⃣study: { title: { nb: Studie, en: Study }, purposes: [care], because: r1 }
        """,
      "1 template-without-approval",
      "1 template-without-owner",
      "2 template-without-approval",
      "2 template-without-owner"
    ),
    LintCase(
      "a subtemplate for login needs a basis alone",
      added: "subtemplates:\n  1️⃣bare: { title: { nb: Bar, en: Bare }, units: [east] }",
      "1 template-without-basis"
    ),
  ]

  private static let windows = [
    LintCase(
      "no edge written",
      [
        "  staying:\n": "  1️⃣staying:\n", "    opens: at start # of staying\n": "",
        "    closes: at end # of staying\n": "",
      ],
      "1 unwritten-edge",
      "1 unwritten-edge"
    ),
    LintCase(
      "edges that are never reached",
      [
        "  staying:\n": "  1️⃣staying:\n", "at start # of staying": "always",
        "at end # of staying": "never",
      ],
      "1 window-without-edge",
      "1 window-without-edge"
    ),
    LintCase("an edge that is written is enough", ["at end # of staying": "9 weeks after start"]),
  ]

  private static let rights = [
    LintCase(
      "a security class in no role",
      added: """
        securityClasses:
          1️⃣extra: { title: { nb: E, en: E }, because: r1, grants: { notes: { do: [read], on: [note] } } }
        """,
      "1 unused-entry"
    ),
    LintCase(
      "a relationship in a circle alone",
      added: """
        careRelationships:
          1️⃣asked: { title: { nb: S, en: A }, links: [stay], where: always, opens: at start, closes: at end, because: r1 }
        marks:
          hidden: { title: { nb: S, en: H }, because: r1, opensTo: { asked: { through: [asked] } } }
        """,
      "1 unused-entry"
    ),
    LintCase(
      "a reach rule in no role",
      ["    reach: [lists] # of nurse\n": "", "  lists: { title": "  1️⃣lists: { title"],
      "1 unused-entry"
    ),
    LintCase(
      "self-authorisation rules in no role",
      [
        "    selfAuthorisation: [ask, open] # of nurse\n": "", "  ask:\n": "  1️⃣ask:\n",
        "  open:\n": "  2️⃣open:\n",
      ],
      "1 unused-entry",
      "2 unused-entry"
    ),
    LintCase(
      "a self-authorisation rule that nothing takes",
      [", override: open": "", "  open:\n": "  1️⃣open:\n"],
      "1 unused-entry"
    ),
    LintCase(
      "a self-authorisation rule that a grant takes",
      [
        ", override: open": "",
        "obligations: [log]": "obligations: [log], level: justify, takes: open",
      ]
    ),
    LintCase(
      "a purpose that no role has, and is not refused",
      added: "purposes:\n  1️⃣research: { title: { nb: Forskning, en: Research } }",
      "1 unused-entry"
    ),
    LintCase(
      "what a subtemplate has is used",
      ["    reach: [lists] # of nurse\n": ""],
      added: """
        subtemplates:
          lists:
            title: { nb: Lister, en: Lists }
            owner: ward
            approved: [{ by: ward, on: 2026-03-02 }]
            because: r1
            reach: [lists]
        """
    ),
  ]

  private static let shields = [
    LintCase(
      "a mark on what no role is granted",
      ["do: [read, write], on: [note]": "do: [read], on: [note]"],
      added: """
        securityClasses:
          1️⃣writing: { title: { nb: S, en: W }, because: r1, grants: { notes: { do: [write], on: [note] } } }
        marks:
          2️⃣unchanged: { title: { nb: U, en: U }, actions: [write], because: r1, opensTo: {} }
        """,
      "1 unused-entry",
      "2 unused-entry"
    ),
    LintCase(
      "a mark on an action and a class that only come apart",
      added: """
        marks:
          1️⃣apart: { title: { nb: U, en: U }, because: r1, actions: [write], covers: { classes: [list] }, opensTo: {} }
          together: { title: { nb: S, en: T }, because: r1, actions: [write], covers: { classes: [note] }, opensTo: {} }
        """,
      "1 unused-entry"
    ),
    LintCase(
      "a block on what is not about patients",
      [
        "do: [read, write], on: [note]": "do: [read], on: [note]",
        "do: [read], on: [list]": "do: [write], on: [list]",
      ],
      added: "blocks:\n  1️⃣unchanged: { title: { nb: U, en: U }, actions: [write], because: r1 }",
      "1 unused-entry"
    ),
  ]

  private static let words = [
    LintCase(
      "words that no rule uses",
      added: """
        actions:
          1️⃣print: { title: { nb: Skrive ut, en: Print } }
        contentClasses:
          2️⃣letter: { title: { nb: Brev, en: Letter } }
        patientLogistics:
          3️⃣referral: { title: { nb: Henvisning, en: Referral } }
        reasons:
          4️⃣other: { title: { nb: Annet, en: Other } }
        obligations:
          5️⃣review: { title: { nb: Gjennomgang, en: Review } }
        """,
      "1 unused-entry",
      "2 unused-entry",
      "3 unused-entry",
      "4 unused-entry",
      "5 unused-entry"
    ),
    LintCase(
      "a licence for what takes none",
      added: """
        contentClasses:
          test: { title: { nb: Prøve, en: Test }, clinical: [write] }
        providerRecords:
          doctor:
            title: { nb: Lege, en: Doctor }
            because: r1
            grants:
              1️⃣notes: { do: [read, write], on: [note] }
              2️⃣reading: { do: [read], on: [note, test] }
              tests: { do: [read, write], on: [note, test] }
        securityClasses:
          testing: { title: { nb: P, en: T }, because: r1, grants: { tests: { do: [write], on: [test] } } }
        subtemplates:
          tester:
            title: { nb: P, en: T }
            owner: ward
            approved: [{ by: ward, on: 2026-03-02 }]
            because: r1
            securityClasses: [testing]
        """,
      "1 unused-entry",
      "2 unused-entry"
    ),
    LintCase(
      "attributes that no condition looks at",
      [
        "opensTo: {}, because: r1, override":
          "derived: patient.e, opensTo: { x: { when: session.f }, z: { when: content.g == 1 } }, because: r1, override",
        "where: always # of staying":
          "where: has link.h and (not request.i or 2026-03-02 in patient.j)",
      ],
      added: """
        attributes:
          session:
            1️⃣a: { title: { nb: A, en: A }, type: text }
            f: { title: { nb: A, en: A }, type: yes-or-no }
          patient:
            2️⃣a: { title: { nb: A, en: A }, type: text }
            e: { title: { nb: A, en: A }, type: yes-or-no }
            j: { title: { nb: A, en: A }, type: set of date }
          link:
            h: { title: { nb: A, en: A }, type: text }
          content:
            g: { title: { nb: A, en: A }, type: number }
          request:
            i: { title: { nb: A, en: A }, type: yes-or-no }
        """,
      "1 unused-entry",
      "2 unused-entry"
    ),
  ]
}
