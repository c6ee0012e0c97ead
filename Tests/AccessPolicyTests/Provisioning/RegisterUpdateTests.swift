@testable import AccessPolicy
import Testing

/// What becomes of authorisations when staff records change, go, or cannot be trusted.
@Suite struct `The register of authorisations` {
  private typealias Ward = ProvisioningWard

  private static let provisioner = Result { Provisioner(try Ward.policy()) }

  private func result(
    _ records: [StaffRecord],
    unreadable: [StaffRecordRef?] = []
  ) throws -> ProvisioningResult {
    var run = ProvisioningRun(try Self.provisioner.get())
    for record in records { run.add(record) }
    for key in unreadable { run.addUnreadable(key) }
    return run.finish()
  }

  private static let empty = AuthorisationRegister(policySet: .of("base"), entries: [])

  /// A register after some records, with deviations given to each authorisation.
  private func register(_ records: [StaffRecord], deviations: [Deviation] = []) throws
    -> AuthorisationRegister
  {
    let made = Self.empty.updated(by: try result(records), at: Ward.now).register
    let entries = made.entries.map { entry in
      var entry = entry
      entry.authorisation.deviations = deviations
      return entry
    }
    return AuthorisationRegister(policySet: made.policySet, entries: entries)
  }

  private static func deviation(
    _ id: DeviationRef,
    adds: RoleParts = RoleParts(),
    removes: RoleParts = RoleParts(),
    reason: String = "cover for a colleague",
    approver: StaffRef? = "leader",
    until: Fact<Instant> = .known(Ward.now + TimeSpan(seconds: 90 * 86_400))
  ) -> Deviation {
    Deviation(
      id: id,
      adds: adds,
      removes: removes,
      reason: reason,
      approver: approver,
      from: .absent,
      until: until
    )
  }

  private static let anna = Ward.record("1")
  private static let bo = Ward.record("2", function: Ward.code("assistant")) { $0.staff = "bo" }
  private static let broken = Ward.record("1", function: Ward.code("wizard"))

  // MARK: Created, changed, ended

  @Test func `begins with every record as created`() throws {
    let update = Self.empty.updated(by: try result([Self.bo, Self.anna]), at: Ward.now)
    #expect(update.differences.map(\.kind) == [.created, .created])
    #expect(update.register.entries.map(\.staff) == ["anna", "bo"])
    #expect(update.register.policySet == .of("base"))
  }

  @Test func `says what is different`() throws {
    let moved = Ward.record("1", function: Ward.code("assistant")) {
      $0.workplace = .known(Ward.west)
      $0.until = .known(Ward.now)
    }
    let update = try register([Self.anna]).updated(by: try result([moved]), at: Ward.now)
    #expect(
      update.differences == [
        RegisterDifference(
          staff: "anna",
          record: "1",
          kind: .changed([
            RegisterChange(part: .template, before: ["ward-nurse"], after: ["assistant"]),
            RegisterChange(part: .subtemplates, before: ["at-east"], after: ["at-west"]),
            RegisterChange(part: .providerRecord, before: ["nurse"], after: []),
            RegisterChange(part: .units, before: ["east", "general"], after: ["west"]),
            RegisterChange(part: .until, before: [], after: ["2026-03-02T09:00:00Z"]),
            RegisterChange(
              part: .rules,
              before: ["at-east", "nurses"],
              after: ["assistants", "at-west"]
            ),
          ])
        )
      ]
    )
  }

  @Test func `deactivates what no record gives any more, and its deviations`() throws {
    let before = try register(
      [Self.anna, Self.bo],
      deviations: [Self.deviation("d", removes: RoleParts(units: [Ward.east]))]
    )
    let update = before.updated(by: try result([Self.bo]), at: Ward.now)
    #expect(update.differences.map(\.kind) == [.ended, .unchanged])
    let anna = try #require(update.register.entries.first)
    #expect(anna.endedAt == Ward.now)
    #expect(anna.authorisation.isActive == .known(false))
    #expect(anna.authorisation.deviations == [])
  }

  @Test func `opens nothing by what has ended`() throws {
    let update = try register([Self.anna]).updated(by: try result([]), at: Ward.now)
    var request = BasePolicy.request()
    request.session.authorisation = try #require(update.register.entries.first).authorisation
    let decision = PolicyEngine(try Ward.policy()).decide(request)
    #expect(decision.gates.first?.answer == .deny)
  }

  @Test func `takes up again what comes back, without the deviations of then`() throws {
    let ended = try register([Self.anna], deviations: [Self.deviation("d")])
      .updated(by: try result([]), at: Ward.now).register
    let update = ended.updated(by: try result([Self.anna]), at: Ward.now)
    #expect(update.differences.map(\.kind) == [.resumed([])])
    #expect(update.register == (try register([Self.anna])))
  }

  // MARK: Records that cannot be trusted

  @Test func `keeps what a refused record gave`() throws {
    let before = try register([Self.anna])
    let update = before.updated(by: try result([Self.broken]), at: Ward.now)
    #expect(update.differences.map(\.kind) == [.kept([])])
    #expect(update.register == before)
  }

  @Test func `ends it with the record all the same`() throws {
    let broken = Ward.record("1", function: Ward.code("wizard")) { $0.until = .known(Ward.now) }
    let before = try register([Self.anna])
    let update = before.updated(by: try result([broken]), at: Ward.now)
    let until = RegisterChange(part: .until, before: [], after: ["2026-03-02T09:00:00Z"])
    #expect(update.differences.map(\.kind) == [.kept([until])])
    // A later end of a refused record gives nothing.
    let again = update.register.updated(by: try result([Self.broken]), at: Ward.now)
    #expect(again.register == update.register)
  }

  @Test func `keeps what a refused record gave that names another, not by their end`() throws {
    let other = Ward.record("1", function: Ward.code("wizard")) {
      $0.staff = "cy"
      $0.until = .known(Ward.now)
    }
    let before = try register([Self.anna])
    let update = before.updated(by: try result([other]), at: Ward.now)
    #expect(update.differences.map(\.kind) == [.kept([])])
    #expect(update.register == before)
  }

  @Test func `takes no end that is itself what is wrong`() throws {
    let wrong = Ward.record("1") { $0.until = .known(Ward.start + TimeSpan(seconds: -1)) }
    let before = try register([Self.anna])
    let update = before.updated(by: try result([wrong]), at: Ward.now)
    #expect(update.differences.map(\.kind) == [.kept([])])
    #expect(update.register == before)
  }

  @Test func `keeps what was given when two records have its key, and one cannot be read`() throws {
    let other = Ward.record("1") { $0.staff = "cy" }
    let before = try register([Self.anna])
    let update = before.updated(by: try result([other], unreadable: ["1"]), at: Ward.now)
    #expect(update.differences.map(\.kind) == [.kept([])])
    #expect(update.register == before)
  }

  @Test func `gives no deviation of one person to another`() throws {
    let other = Ward.record("1") { $0.staff = "cy" }
    let before = try register([Self.anna], deviations: [Self.deviation("d")])
    let entry = try #require(
      before.updated(by: try result([other]), at: Ward.now).register.entries.first
    )
    #expect(entry.staff == "cy")
    #expect(entry.authorisation.deviations == [])
  }

  @Test func `gives nothing by a refused record that is new`() throws {
    let update = Self.empty.updated(by: try result([Self.broken]), at: Ward.now)
    #expect(update.register == Self.empty)
    #expect(update.differences == [])
  }

  @Test func `keeps what an unreadable record gave`() throws {
    let before = try register([Self.anna, Self.bo])
    let update = before.updated(by: try result([], unreadable: ["1"]), at: Ward.now)
    #expect(update.differences.map(\.kind) == [.kept([]), .ended])
  }

  @Test func `ends nothing while a record cannot be told from another`() throws {
    let before = try register([Self.anna, Self.bo])
    let update = before.updated(by: try result([Self.bo], unreadable: [nil]), at: Ward.now)
    #expect(update.differences.map(\.kind) == [.kept([]), .unchanged])
    #expect(update.register == before)
  }

  @Test func `refuses every record with a key that others have`() throws {
    var second = Self.bo
    second.id = "1"
    second.place = SourceRange(file: "staff.csv", line: 3, column: 1)
    let result = try result([Self.anna, second])
    #expect(
      result.outcomes.map(\.refusals) == [
        [.repeatedKey(others: [second.place!])], [.repeatedKey(others: [Self.anna.place!])],
      ]
    )
    let unread = try self.result([Self.anna], unreadable: ["1"])
    #expect(unread.outcomes.map(\.refusals) == [[.repeatedKey(others: [])]])
  }

  // MARK: Deviations

  private static let added = RoleParts(securityClasses: [.of("nursing")], units: [Ward.west])
  private static let removed = RoleParts(relationships: [.of("staying")])

  @Test func `carries deviations over while the authorisation goes on`() throws {
    let deviations = [
      Self.deviation("a", adds: Self.added), Self.deviation("r", removes: Self.removed),
    ]
    let before = try register([Self.anna], deviations: deviations)
    let later = Ward.record("1") { $0.until = .known(Ward.now) }
    let update = before.updated(by: try result([later]), at: Ward.now)
    #expect(update.register.entries.first?.authorisation.deviations == deviations)
  }

  @Test func `lets deviations take away and no longer add once the template is another`() throws {
    let both = Self.deviation("b", adds: Self.added, removes: Self.removed)
    let before = try register(
      [Self.anna],
      deviations: [Self.deviation("a", adds: Self.added), both]
    )
    let assistant = Ward.record("1", function: Ward.code("assistant"))
    let update = before.updated(by: try result([assistant]), at: Ward.now)
    #expect(
      update.register.entries.first?.authorisation.deviations == [
        Self.deviation("b", removes: Self.removed)
      ]
    )
    guard case .changed(let changes) = update.differences.first?.kind else {
      Issue.record("nothing changed")
      return
    }
    #expect(
      changes.contains(
        RegisterChange(part: .deviations, before: ["+a", "+b", "-b"], after: ["-b"])
      )
    )
  }

  private static let noticed:
    [(name: String, deviation: Deviation, kinds: [DeviationNotice.Kind])] =
      [
        ("in order", deviation("d", adds: RoleParts(reach: [.of("lists")]), removes: removed), []),
        (
          "due",
          deviation("d", removes: removed, until: .known(Ward.now + TimeSpan(seconds: 86_400))),
          [.due(Ward.now + TimeSpan(seconds: 86_400))]
        ),
        (
          "expired",
          deviation("d", removes: removed, until: .known(Ward.now)),
          [.expired(Ward.now)]
        ),
        ("changing nothing", deviation("d"), [.changesNothing]),
        (
          "approved by whom it is for",
          deviation("d", removes: removed, approver: "anna"),
          [.approvedBySelf]
        ),
        ("without end", deviation("d", removes: removed, until: .absent), [.withoutEnd]),
        ("of unknown end", deviation("d", removes: removed, until: .unknown), [.withoutEnd]),
        ("without reason", deviation("d", removes: removed, reason: " \u{200B}"), [.withoutReason]),
        ("without approver", deviation("d", removes: removed, approver: nil), [.withoutApprover]),
        (
          "approved by an empty key",
          deviation("d", removes: removed, approver: ""),
          [.withoutApprover]
        ),
        (
          "adding what the role has, a unit by one above it",
          deviation("d", adds: added),
          [.addsWhatRoleHas(["securityClasses: nursing", "units: west"])]
        ),
        (
          "removing what the role lacks",
          deviation("d", removes: RoleParts(relationships: [.of("asking")])),
          [.removesWhatRoleLacks(["relationships: asking"])]
        ),
        (
          "removing a unit beneath a listed one",
          deviation("d", removes: RoleParts(units: [Ward.west])),
          []
        ),
        (
          "naming what is not declared",
          deviation(
            "d",
            adds: RoleParts(reach: [.of("gone")]),
            removes: RoleParts(units: [.of("moon")])
          ),
          [.undeclared(["reach: gone", "units: moon"])]
        ),
      ]

  @Test(arguments: noticed.indices)
  func `says what somebody has to look at`(index: Int) throws {
    let (name, deviation, kinds) = Self.noticed[index]
    var register = try register([Self.anna], deviations: [deviation])
    if name == "in order" {
      // A role without the list, to which it can be added.
      let entries = register.entries.map { entry in
        var entry = entry
        entry.authorisation.deviations[0].adds = RoleParts()
        return entry
      }
      register = AuthorisationRegister(policySet: register.policySet, entries: entries)
    }
    let notices = register.deviationNotices(
      try Ward.policy(),
      at: Ward.now,
      dueWithin: TimeSpan(seconds: 30 * 86_400)
    )
    #expect(notices.map(\.kind) == kinds, "\(name)")
    #expect(notices.allSatisfy { $0.staff == "anna" && $0.record == "1" && $0.deviation == "d" })
  }

  // MARK: Words

  @Test(arguments: Language.allCases)
  func `has words for everything`(language: Language) {
    let refusals: [ProvisioningRefusal] = [
      .missing(field: "record.from"), .unknownUnit(field: "record.workplace", .of("moon")),
      .wrongValue(
        field: "record.x",
        .set([.number(1), .text("a"), .boolean(true), .code(.of("c")), .unit(.of("u"))]),
        expected: .number
      ),
      .neverInForce(from: Ward.now, until: Ward.start),
      .undetermined([.of("a"), .of("b"), .of("c")], missing: ["record.x"]), .noTemplate,
      .severalTemplates([.of("a"), .of("b")]), .severalProviderRecords([.of("a"), .of("b")]),
      .noLoginUnit(workplace: Ward.east),
      .loginUnitElsewhere(Ward.west, workplace: Ward.east, by: [.of("a")]),
      .repeatedKey(others: [SourceRange(file: "staff.csv", line: 3, column: 1)]),
    ]
    let texts =
      refusals.flatMap { [$0.text(language), $0.help(language)] }
      + Self.noticed.flatMap(\.kinds).map { $0.text(language) }
      + [DeviationNotice.Kind.neverInForce.text(language)]
      + [
        AuthorisationNotice.Kind.deactivated, .withoutTemplate(.of("a")), .undeclared(["a", "b"]),
        .withoutClinicalAccess,
      ].map { $0.text(language) }
      + RegisterChange.Part.allCases.map { $0.title[language] }
    for text in texts {
      #expect(!text.isEmpty)
      #expect(!text.hasSuffix(".") && !text.contains("  "), "\(text)")
    }
    #expect(
      refusals[4].text(.en)
        == "whether `a`, `b` and `c` apply cannot be told, because `record.x` is missing"
    )
    #expect(
      refusals[10].text(.nb) == "flere linjer har samme nøkkel: staff.csv:3"
    )
    #expect(
      refusals[2].text(.en)
        == "`record.x` is `1, a, yes, c, u`, which is no value that the field can have"
    )
  }
}
