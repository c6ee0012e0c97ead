import AccessPolicy
import Foundation
import PolicyFiles
import PolicyScenarios
import Testing

/// What is said of a single record, over the shipped example.
@Suite struct `One record of a delivery` {
  private let report: ProvisioningReport
  private let policy: Policy

  init() throws {
    let folder = URL(filePath: #filePath)
      .appending(path: "../../../../policies/examples/staffed-clinic").standardized
    policy = try #require(PolicyCheck(path: folder.path).policy)
    var provisioning = StaffProvisioning(
      policy: policy,
      file: "staff.csv",
      clock: DayClock(zone: "Europe/Oslo"),
      ignoring: ["shoe size"]
    )
    provisioning.add(Array(try Data(contentsOf: folder.appending(path: "staff.csv"))))
    report = try provisioning.finish(inForce: nil, at: try #require(Instant("2026-03-02T10:00Z")))
  }

  @Test func `gives a holder who can be shown`() throws {
    let holder = DryRunHolder(try #require(report.authorisation(of: "E-101")))
    #expect(holder.template.text == "nurse")
    #expect(holder.subtemplates.map(\.text) == ["on-the-day-ward"])
    #expect(holder.providerRecord?.text == "nurse")
    #expect(holder.source?.record == "E-101")
    #expect(holder.source?.rules.map(\.text) == ["day-ward", "licensed-nurses", "nurses"])
    #expect(report.reasons(against: "E-101", in: .en).isEmpty)
    #expect(holder.until == nil)
    let temporary = DryRunHolder(try #require(report.authorisation(of: "E-102")))
    #expect(temporary.until == Instant("2026-06-30T22:00Z"))
    // A secretary has no licence.
    let secretary = try #require(report.authorisation(of: "E-104"))
    #expect(DryRunHolder(secretary).providerRecord == nil)
  }

  @Test func `that gives nothing says why, and what mends it`() {
    #expect(report.authorisation(of: "E-105") == nil)
    let refused = report.reasons(against: "E-105", in: .en)
    #expect(refused.count == 1)
    #expect(refused.first?.contains("no provisioning rule gives a role template; ") == true)
    #expect(
      report.reasons(against: "E-105", in: .nb).first?.contains("ingen tildelingsregel") == true
    )
    let unreadable = report.reasons(against: "E-109", in: .en)
    #expect(unreadable.first?.hasPrefix("staff.csv:10:21: ") == true)
  }

  @Test func `that is not there gives nothing, and no reason`() {
    #expect(report.authorisation(of: "E-999") == nil)
    #expect(report.reasons(against: "E-999", in: .en).isEmpty)
    #expect(report.records.count == 9)
    #expect(!report.records.contains("E-999"))
  }
}
