@testable import AccessPolicy
import Testing

/// What one staff record gives, and why it gives nothing.
@Suite struct `The provisioner` {
  private typealias Ward = ProvisioningWard

  private func outcome(
    of record: StaffRecord,
    by rules: String = Ward.rules
  ) throws -> ProvisioningOutcome {
    Provisioner(try Ward.policy(rules)).outcome(of: record)
  }

  // MARK: Given

  @Test func `gives template, subtemplates and licence by the rules that apply`() throws {
    let outcome = try outcome(of: Ward.record())
    let given = try #require(outcome.authorisation)
    #expect(given.staff == "anna")
    #expect(given.authorisation.template == .of("ward-nurse"))
    #expect(given.authorisation.subtemplates == [.of("at-east")])
    #expect(given.authorisation.providerRecord == .known(.of("nurse")))
    #expect(given.authorisation.isActive == .known(true))
    #expect(given.authorisation.from == .known(Ward.start))
    #expect(given.authorisation.until == .absent)
    #expect(given.authorisation.deviations == [])
    #expect(given.units == [.of("east"), .of("general")])
    #expect(given.endedAt == nil)
    #expect(
      given.source == AuthorisationSource(record: "1", rules: [.of("at-east"), .of("nurses")])
    )
    let grounds = try #require(outcome.grounds)
    #expect(grounds.template == .of("nurses"))
    #expect(grounds.subtemplates == [.of("at-east"): [.of("at-east")]])
    #expect(grounds.providerRecord == .of("nurses"))
  }

  @Test func `adds up subtemplates`() throws {
    let record = Ward.record {
      $0.attributes[.of("in-charge")] = .known(.boolean(true))
    }
    let given = try #require(try outcome(of: record).authorisation)
    #expect(given.authorisation.subtemplates == [.of("at-east"), .of("in-charge")])
  }

  @Test func `gives no licence where no rule does`() throws {
    let given = try #require(
      try outcome(of: Ward.record(function: Ward.code("assistant"))).authorisation
    )
    #expect(given.authorisation.providerRecord == .absent)
    #expect(given.units == [.of("east")])
  }

  @Test func `does not mind a field that no rule looks at`() throws {
    let record = Ward.record { $0.attributes[.of("share")] = nil }
    #expect(try outcome(of: record) == outcome(of: Ward.record()))
  }

  @Test func `gives what a session can be opened with`() throws {
    let policy = try Ward.policy()
    let given = try #require(Provisioner(policy).outcome(of: Ward.record()).authorisation)
    var request = BasePolicy.request()
    request.session.authorisation = given.authorisation
    request.session.unit = .known(Ward.east)
    let gates = PolicyEngine(policy).decide(request).gates
    #expect(gates.prefix(2).map(\.answer) == [.allow, .allow])
  }

  // MARK: Refused

  private static let refused:
    [(
      name: String, change: @Sendable (inout StaffRecord) -> Void,
      refusals: [ProvisioningRefusal]
    )] = [
      ("no rule for it", { $0.attributes[.of("function")] = Ward.code("doctor") }, [.noTemplate]),
      (
        "a code that is there and empty",
        { $0.attributes[.of("function")] = .absent },
        [.noTemplate]
      ),
      (
        "a code that is not there",
        { $0.attributes[.of("function")] = nil },
        [.undetermined([.of("assistants"), .of("nurses")], missing: ["record.function"])]
      ),
      (
        "an answer that is there and empty, where yes or no is asked for",
        { $0.attributes[.of("in-charge")] = .absent },
        [.undetermined([.of("in-charge")], missing: ["record.in-charge"])]
      ),
      (
        "several fields that are not there",
        { $0.attributes = [:] },
        [
          .undetermined(
            [.of("assistants"), .of("in-charge"), .of("nurses")],
            missing: ["record.function", "record.in-charge"]
          )
        ]
      ),
      (
        "a code that the policy set does not declare",
        { $0.attributes[.of("function")] = Ward.code("wizard") },
        [
          .wrongValue(
            field: "record.function",
            .code(.of("wizard")),
            expected: .code(.declared(.record, .of("function")))
          )
        ]
      ),
      (
        "a value of another type, in a field that no rule looks at",
        { $0.attributes[.of("share")] = .known(.text("half")) },
        [.wrongValue(field: "record.share", .text("half"), expected: .number)]
      ),
      (
        "a unit that the organisation does not have, in a set",
        { $0.attributes[.of("also-at")] = .known(.set([.unit(.of("west")), .unit(.of("moon"))])) },
        [.unknownUnit(field: "record.also-at", .of("moon"))]
      ),
      (
        "a workplace that the organisation does not have",
        { $0.workplace = .known(.of("moon")) },
        [.unknownUnit(field: "record.workplace", .of("moon"))]
      ),
      (
        "an employer that the organisation does not have",
        { $0.employer = .known(.of("moon")) },
        [.unknownUnit(field: "record.employer", .of("moon"))]
      ),
      ("no workplace", { $0.workplace = .absent }, [.missing(field: "record.workplace")]),
      (
        "no word of the workplace",
        { $0.workplace = .unknown },
        [.missing(field: "record.workplace")]
      ),
      ("no word of the beginning", { $0.from = .unknown }, [.missing(field: "record.from")]),
      ("no word of the end", { $0.until = .unknown }, [.missing(field: "record.until")]),
      (
        "an end with the beginning",
        { $0.until = .known(Ward.start) },
        [.neverInForce(from: Ward.start, until: Ward.start)]
      ),
      (
        "no login unit at the workplace",
        {
          $0.attributes[.of("function")] = Ward.code("assistant")
          $0.workplace = .known(.of("elsewhere"))
        },
        [.noLoginUnit(workplace: .of("elsewhere"))]
      ),
      (
        "several mistakes at once",
        {
          $0.workplace = .absent
          $0.from = .unknown
          $0.attributes[.of("function")] = nil
        },
        [
          .missing(field: "record.workplace"), .missing(field: "record.from"),
          .undetermined(
            [.of("assistants"), .of("at-east"), .of("at-west"), .of("nurses")],
            missing: ["record.function"]
          ),
        ]
      ),
    ]

  @Test(arguments: refused.indices)
  func `refuses, and says why`(index: Int) throws {
    let (name, change, refusals) = Self.refused[index]
    let policy = try BasePolicy.policy(
      with: Ward.declarations,
      Ward.rules,
      "organisation:\n  elsewhere: { title: { nb: Om E, en: On E }, kind: ward, in: general }"
    )
    let outcome = Provisioner(policy).outcome(of: Ward.record { change(&$0) })
    #expect(outcome.refusals == refusals, "\(name)")
    #expect(outcome.authorisation == nil)
  }

  private static func twice(_ gives: String) -> String {
    """
    provisioning:
      first: { title: { nb: Om F, en: On F }, when: record.workplace within general, gives: { \(gives), elsewhere: yes } }
      second: { title: { nb: Om A, en: On S }, when: record.function == nurse, gives: { \(gives), elsewhere: yes } }
      third: { title: { nb: Om T, en: On T }, when: record.function == clerk, gives: { template: assistant } }
    """
  }

  @Test func `refuses two templates, even if they are the same`() throws {
    let outcome = try outcome(of: Ward.record(), by: Self.twice("template: ward-nurse"))
    #expect(outcome.refusals == [.severalTemplates([.of("first"), .of("second")])])
  }

  @Test func `refuses two licences, even if they are the same`() throws {
    let rules = Self.twice("template: ward-nurse, providerRecord: nurse")
    #expect(
      try outcome(of: Ward.record(), by: rules).refusals == [
        .severalTemplates([.of("first"), .of("second")]),
        .severalProviderRecords([.of("first"), .of("second")]),
      ]
    )
  }

  @Test func `takes a rule that holds whatever a missing field is`() throws {
    let rules = """
      provisioning:
        ward:
          title: { nb: Om P, en: On W }
          when: record.function == nurse or record.workplace within general
          gives: { template: ward-nurse, elsewhere: yes }
      """
    let record = Ward.record { $0.attributes = [:] }
    #expect(try outcome(of: record, by: rules).authorisation != nil)
  }

  // MARK: Where one works

  private static func night(elsewhere: String) -> String {
    """
    provisioning:
      assistants: { title: { nb: Om A, en: On A }, gives: { template: assistant } }
      nights: { title: { nb: Om N, en: On N }, gives: { subtemplates: [nights]\(elsewhere) } }
    """
  }

  @Test func `gives no login unit outside the workplace unless the rule says so`() throws {
    let record = Ward.record()
    #expect(
      try outcome(of: record, by: Self.night(elsewhere: "")).refusals == [
        .loginUnitElsewhere(Ward.west, workplace: Ward.east, by: [.of("nights")])
      ]
    )
    let given = try outcome(of: record, by: Self.night(elsewhere: ", elsewhere: yes"))
    #expect(given.authorisation?.units == [Ward.east, Ward.west])
  }

  @Test func `counts a unit above the workplace as elsewhere`() throws {
    let rules = """
      provisioning:
        nurses: { title: { nb: Om S, en: On N }, gives: { template: ward-nurse } }
      """
    #expect(
      try outcome(of: Ward.record(), by: rules).refusals == [
        .loginUnitElsewhere(.of("general"), workplace: Ward.east, by: [.of("nurses")])
      ]
    )
  }

  @Test func `counts a unit beneath the workplace as there`() throws {
    let record = Ward.record { $0.workplace = .known(.of("general")) }
    let given = try outcome(of: record, by: Self.night(elsewhere: ""))
    #expect(given.authorisation?.units == [Ward.east, Ward.west])
  }

  // MARK: What rules can say

  @Test func `sees staff records alone, and requests see none`() {
    let rule =
      "provisioning:\n  x:\n    title: { nb: Om a, en: On b }\n    gives: { template: ward-nurse }\n"
    #expect(mistakes(rule + "    when: has 1️⃣session.unit") == ["1 fact-not-in-view"])
    #expect(mistakes(rule + "    when: record.until > 1️⃣now") == ["1 fact-not-in-view"])
    #expect(mistakes(rule + "    when: has record.until") == [])
    let grant =
      "reach:\n  x: { title: { nb: Om a, en: On b }, on: [list], where: has 1️⃣record.from }"
    #expect(mistakes(grant) == ["1 fact-not-in-view"])
  }

  private static let names = [
    MistakeCase(
      "names that nothing declares",
      """
      provisioning:
        x:
          title: { nb: Om a, en: On b }
          gives: { template: 1️⃣nobody, subtemplates: [2️⃣nothing], providerRecord: 3️⃣none }
      """,
      "1 undeclared-name",
      "2 undeclared-name",
      "3 undeclared-name"
    ),
    MistakeCase(
      "nothing at all",
      "provisioning:\n  x:\n    title: { nb: Om a, en: On b }\n    1️⃣gives: {}",
      "1 conflicting-keys"
    ),
    MistakeCase(
      "no list of subtemplates",
      "provisioning:\n  x:\n    title: { nb: Om a, en: On b }\n    gives: { subtemplates: 1️⃣[] }",
      "1 wrong-value"
    ),
    MistakeCase(
      "units elsewhere of a licence alone",
      "provisioning:\n  x:\n    title: { nb: Om a, en: On b }\n    gives: { providerRecord: nurse, 1️⃣elsewhere: yes }",
      "1 conflicting-keys"
    ),
    MistakeCase(
      "one id twice",
      "provisioning:\n  1️⃣x: { title: { nb: Om a, en: On b }, gives: { template: ward-nurse } }\n"
        + "  2️⃣x: { title: { nb: Om a, en: On b }, gives: { template: ward-nurse } }",
      "2 declared-twice 1"
    ),
  ]

  @Test(arguments: names)
  func `is told by rules that are right`(example: MistakeCase) {
    let found = mistakes(example.text).filter { !$0.hasSuffix("duplicate-key") }
    #expect(found == example.mistakes)
  }

  @Test func `rules are part of what the digest covers`() throws {
    let (one, other) = (try Ward.policy(), try Ward.policy(Self.night(elsewhere: "")))
    #expect(one.identity.digest != other.identity.digest)
  }
}
