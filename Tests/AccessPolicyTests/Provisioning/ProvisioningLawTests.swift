import PolicyTestSupport

@testable import AccessPolicy
import Testing

/// What holds of every policy set and every staff record, tried on generated ones.
@Suite struct `Provisioning over generated worlds` {
  private static let recordsPerWorld = 60

  /// Other worlds than the laws have, of those with provisioning rules.
  private static let worlds: Result<[World], any Error> = Result {
    try (2_000_000..<2_000_040).map { try World(seed: TestRun.seed, number: $0) }
      .filter { !$0.policy.provisioning.isEmpty }
  }

  private func check(_ law: (World, Provisioner, StaffRecord) throws -> String?) throws {
    for world in try Self.worlds.get() {
      let provisioner = Provisioner(world.policy)
      for number in 0..<Self.recordsPerWorld {
        let record = world.staffRecord(number)
        guard let breach = try law(world, provisioner, record) else { continue }
        Issue.record(
          "\(breach)\nseed \(world.seed), world \(world.number), record \(number)\n\(record)\n\(world.yaml)"
        )
        return
      }
    }
  }

  @Test func `agrees with the slow reading of the document`() throws {
    var tally = Tally()
    try check { world, provisioner, record in
      let outcome = provisioner.outcome(of: record)
      let expected = ReferenceProvisioner(policy: world.policy, record: record).outcome
      switch (outcome.result, expected) {
      case (.given(let given, _), .given(let authorisation, let units)):
        tally.count("given")
        return given.authorisation == authorisation && Set(given.units) == units
          ? nil : "gave \(given), expected \(expected)"
      case (.refused(let refusals), .refused(let reasons)):
        for reason in reasons { tally.count(reason) }
        return Self.agree(refusals, reasons) ? nil : "refused \(refusals), expected \(reasons)"
      default: return "\(outcome.result), expected \(expected)"
      }
    }
    for what in [
      "given", "missing", "unit", "value", "period", "undetermined", "no template", "templates",
      "licences", "login unit", "elsewhere",
    ] {
      #expect((tally.counts[what] ?? 0) > 0, "never met: \(what) in \(tally.counts)")
    }
  }

  /// Whether the same is said: that a rule is undetermined may follow from a field that is named.
  private static func agree(_ refusals: [ProvisioningRefusal], _ reasons: Set<String>) -> Bool {
    let said = Set(refusals.map(word))
    var expected = reasons
    if expected.remove("unit or value") != nil {
      guard !said.isDisjoint(with: ["unit", "value"]) else { return false }
      return said.subtracting(["unit", "value"]).isSubset(of: reasons)
    }
    if expected.count > 1, !said.contains("undetermined") { expected.remove("undetermined") }
    return said == expected
  }

  private static func word(_ refusal: ProvisioningRefusal) -> String {
    switch refusal {
    case .missing: "missing"
    case .unknownUnit: "unit"
    case .wrongValue: "value"
    case .neverInForce: "period"
    case .undetermined: "undetermined"
    case .noTemplate: "no template"
    case .severalTemplates: "templates"
    case .severalProviderRecords: "licences"
    case .noLoginUnit: "login unit"
    case .loginUnitElsewhere: "elsewhere"
    case .repeatedKey: "repeated"
    }
  }

  @Test func `gives no more when a field is left out, and never something else`() throws {
    try check { _, provisioner, record in
      guard let given = provisioner.outcome(of: record).authorisation else { return nil }
      var changes: [(inout StaffRecord) -> Void] = [
        { $0.employer = .unknown }, { $0.workplace = .unknown }, { $0.from = .unknown },
        { $0.until = .unknown },
      ]
      for id in record.attributes.keys { changes.append { $0.attributes[id] = nil } }
      for change in changes {
        var lacking = record
        change(&lacking)
        let outcome = provisioner.outcome(of: lacking)
        guard outcome.authorisation == nil || outcome.authorisation == given else {
          return "without a field: \(outcome.result)"
        }
      }
      return nil
    }
  }

  @Test func `gives no login unit away from the workplace but where a rule says so`() throws {
    try check { world, provisioner, record in
      guard case .given(let given, let grounds) = provisioner.outcome(of: record).result,
        case .known(let workplace) = record.workplace
      else { return nil }
      let mayBeElsewhere = grounds.rules.contains {
        world.policy.provisioning[$0]?.givesElsewhere ?? false
      }
      let isThere = given.units.allSatisfy { world.policy.isWithin($0, workplace) }
      return isThere || mayBeElsewhere ? nil : "\(given.units) at \(workplace)"
    }
  }

  // MARK: Registers

  private func run(_ records: [StaffRecord], _ policy: Policy) -> ProvisioningResult {
    var run = ProvisioningRun(Provisioner(policy))
    for record in records { run.add(record) }
    return run.finish()
  }

  @Test func `makes one register of records in any order, and the same again`() throws {
    let now = try #require(Instant("2026-03-02T10:00+01:00"))
    let later = now + TimeSpan(seconds: 3600)
    for world in try Self.worlds.get() {
      var dice = Dice(seed: world.seed, 5, UInt64(world.number))
      let empty = AuthorisationRegister(policySet: world.policy.identity.id, entries: [])
      let before = (0..<40).map { world.staffRecord($0) }
      let after = (20..<60).map { world.staffRecord($0) }
      let inForce = empty.updated(by: run(before, world.policy), at: now).register
      let result = run(after, world.policy)
      let update = inForce.updated(by: result, at: now)
      for _ in 0..<3 {
        let shuffled = run(dice.shuffled(after), world.policy)
        #expect(shuffled == result)
        let turned = AuthorisationRegister(
          policySet: inForce.policySet,
          entries: dice.shuffled(inForce.entries)
        )
        #expect(turned.updated(by: shuffled, at: now) == update)
      }
      let again = update.register.updated(by: result, at: later)
      #expect(again.register == update.register)
      #expect(again.differences.allSatisfy { $0.kind == .unchanged || $0.kind == .kept([]) })
    }
  }

  @Test func `loses no record and no authorisation`() throws {
    let now = try #require(Instant("2026-03-02T10:00+01:00"))
    for world in try Self.worlds.get() {
      let records = (0..<60).map { world.staffRecord($0) }
      let result = run(records, world.policy)
      #expect(result.outcomes.count == records.count)
      #expect(Set(result.outcomes.map(\.place)) == Set(records.map(\.place)))
      let given = result.outcomes.compactMap(\.authorisation)
      let register = AuthorisationRegister(policySet: result.policySet, entries: [])
        .updated(by: result, at: now).register
      #expect(register.entries.count == given.count)
      #expect(Set(register.entries) == Set(given))
      let gone = register.updated(by: run([], world.policy), at: now)
      #expect(gone.register.entries.count == given.count)
      #expect(gone.register.entries.allSatisfy { $0.authorisation.isActive == .known(false) })
    }
  }
}
