@testable import AccessPolicy
import Testing

/// What a register says against the records: what somebody did by hand, what is lost, what is stale.
@Suite struct `What somebody has to see in a register of authorisations` {
  private typealias Ward = ProvisioningWard

  private static let provisioner = Result { Provisioner(try Ward.policy()) }

  private func result(_ records: [StaffRecord]) throws -> ProvisioningResult {
    var run = ProvisioningRun(try Self.provisioner.get())
    for record in records { run.add(record) }
    return run.finish()
  }

  /// A register after some records, with something done to each authorisation.
  private func register(
    _ records: [StaffRecord],
    _ change: (inout RegisteredAuthorisation) -> Void = { _ in }
  ) throws -> AuthorisationRegister {
    let made = AuthorisationRegister(policySet: .of("base"), entries: [])
      .updated(by: try result(records), at: Ward.now).register
    let entries = made.entries.map { entry in
      var entry = entry
      change(&entry)
      return entry
    }
    return AuthorisationRegister(policySet: made.policySet, entries: entries)
  }

  private static let anna = Ward.record("1")
  private static let moved = Ward.record("1") { $0.workplace = .known(Ward.west) }
  private static let other = Ward.record("1") { $0.staff = "cy" }
  private static let broken = Ward.record("1", function: Ward.code("wizard"))

  // MARK: Deactivated by hand

  @Test(arguments: [[anna], [moved], [other], [broken], []])
  func `stays deactivated until that is lifted in the register`(records: [StaffRecord]) throws {
    let before = try register([Self.anna]) { $0.authorisation.isActive = .known(false) }
    let update = before.updated(by: try result(records), at: Ward.now)
    let entry = try #require(update.register.entries.first)
    #expect(entry.authorisation.isActive == .known(false))
    #expect(entry.endedAt == nil)
    let notices = update.register.authorisationNotices(try Ward.policy())
    #expect(notices.map(\.kind).contains(.deactivated))
    // Nor does it come back by way of a delivery without its record.
    let back = update.register.updated(by: try result([Self.anna]), at: Ward.now)
    #expect(back.register.entries.map(\.authorisation.isActive) == [.known(false)])
  }

  // MARK: Lost

  private static let replacements: [(name: String, records: [StaffRecord], lost: Int)] = [
    ("the same", [anna], 0), ("another workplace", [moved], 0), ("refused", [broken], 0),
    ("gone", [], 1), ("another person", [other], 1),
    ("over", [Ward.record("1") { $0.until = .known(Ward.now) }], 1),
    ("not begun", [Ward.record("1") { $0.from = .known(Ward.now + TimeSpan(seconds: 60)) }], 1),
    ("refused and over", [Ward.record("1", function: .unknown) { $0.until = .known(Ward.now) }], 1),
  ]

  @Test(arguments: replacements.indices)
  func `counts everybody who could use an authorisation, and cannot now`(index: Int) throws {
    let (name, records, lost) = Self.replacements[index]
    let update = try register([Self.anna]).updated(by: try result(records), at: Ward.now)
    #expect(update.usable == 1, "\(name)")
    #expect(update.lost == lost, "\(name)")
  }

  @Test func `counts as lost what was to begin, and not what was over`() throws {
    let tomorrow = Ward.now + TimeSpan(seconds: 86_400)
    let later = try register([Self.anna]) { $0.authorisation.from = .known(tomorrow) }
    #expect(later.updated(by: try result([]), at: Ward.now).lost == 1)
    let over = try register([Self.anna]) { $0.authorisation.until = .known(Ward.now) }
    let update = over.updated(by: try result([]), at: Ward.now)
    #expect(update.usable == 0 && update.lost == 0)
  }

  // MARK: Stale or lacking

  @Test func `says what the policy set no longer has`() throws {
    let stale = try register([Self.anna]) {
      $0.authorisation.template = .of("gone")
      $0.authorisation.subtemplates.insert(.of("gone-too"))
      $0.authorisation.providerRecord = .known(.of("no-licence"))
      $0.units.append(.of("moon"))
    }
    let kept = stale.updated(by: try result([Self.broken]), at: Ward.now).register
    #expect(
      kept.authorisationNotices(try Ward.policy()).map(\.kind) == [
        .withoutTemplate(.of("gone")),
        .undeclared(["subtemplates: gone-too", "providerRecord: no-licence", "units: moon"]),
      ]
    )
    let ended = stale.updated(by: try result([]), at: Ward.now).register
    #expect(ended.authorisationNotices(try Ward.policy()) == [])
  }

  @Test func `says who is without clinical access where the role takes it`() throws {
    let tests = """
      contentClasses:
        test: { title: { nb: Prøve, en: Test }, clinical: [write] }
      securityClasses:
        testing:
          title: { nb: Prøver, en: Tests }
          grants:
            tests: { do: [read, write], on: [test] }
      templates:
        tester:
          title: { nb: Prøvetaker, en: Tester }
          purposes: [care]
          securityClasses: [testing]
      """
    let policy = try BasePolicy.policy(with: Ward.declarations, Ward.rules, tests)
    let assistant = try register([Ward.record("1", function: Ward.code("assistant"))])
    #expect(assistant.authorisationNotices(policy) == [])
    let tester = try register([Self.anna]) { $0.authorisation.template = .of("tester") }
    #expect(tester.authorisationNotices(policy) == [])
    let without = try register([Self.anna]) {
      $0.authorisation.template = .of("tester")
      $0.authorisation.providerRecord = .absent
    }
    #expect(without.authorisationNotices(policy).map(\.kind) == [.withoutClinicalAccess])
  }

  @Test func `says that a deviation ends before it begins`() throws {
    let register = try register([Self.anna]) {
      $0.authorisation.deviations = [
        Deviation(
          id: "d",
          adds: RoleParts(),
          removes: RoleParts(relationships: [.of("staying")]),
          reason: "cover for a colleague",
          approver: "leader",
          from: .known(Ward.now + TimeSpan(seconds: 172_800)),
          until: .known(Ward.now + TimeSpan(seconds: 86_400))
        )
      ]
    }
    let notices = register.deviationNotices(
      try Ward.policy(),
      at: Ward.now,
      dueWithin: TimeSpan(seconds: 60)
    )
    #expect(notices.map(\.kind) == [.neverInForce])
  }
}
