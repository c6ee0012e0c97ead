import AccessPolicy
import PolicyFiles

/// What holds for every file that anybody can give to `provision`.
public enum StaffInvariants {
  private static let policy = ShippedSet.staffedClinic
  private static let clock = DayClock(zone: "Europe/Oslo")
  private static let now = Instant(secondsSince1970: 1_772_442_000)

  /// Reads bytes as staff records and as a register; ends the process when something does not hold.
  public static func hold(for bytes: [UInt8]) {
    if let report = report(bytes, cutAt: bytes.count, inForce: nil) {
      holdReport(report, bytes)
    }
    let read = RegisterReader.read(bytes, file: "register", policySet: policy.identity.id)
    let hasErrors = read.diagnostics.contains { $0.severity == .error }
    invariant((read.register == nil) == hasErrors, "there is a register, or an error")
    DiagnosticInvariants.hold(
      for: read.diagnostics,
      texts: read.document.map { ["register": $0.text] } ?? [:],
      atMost: ReadingLimits.standard.reports + 2
    )
    if let register = read.register { holdRegister(register) }
  }

  private static func holdReport(_ report: ProvisioningReport, _ bytes: [UInt8]) {
    let json = text(report)
    let read = JSONReader.document(json, file: "report.json")
    invariant(read.diagnostics.isEmpty, "the report is JSON: \(json)")
    invariant(!report.text(in: .nb).isEmpty, "the report says something")
    holdRegister(report.register)
    for cut in [1, bytes.count / 2] where cut > 0 {
      let other = self.report(bytes, cutAt: cut, inForce: nil)
      invariant(other.map(text) == json, "where the file is cut means nothing")
    }
    let again = self.report(bytes, cutAt: bytes.count, inForce: report.register)
    invariant(again?.register == report.register, "the same records once more change nothing")
  }

  private static func holdRegister(_ register: AuthorisationRegister) {
    for form in RegisterWriter.Form.allCases {
      let text = RegisterWriter(form).text(register)
      let read = RegisterReader.read(
        Array(text.utf8),
        file: "register",
        policySet: policy.identity.id
      )
      invariant(read.register == register, "what is written is read the same: \(text)")
    }
  }

  private static func report(
    _ bytes: [UInt8],
    cutAt cut: Int,
    inForce: AuthorisationRegister?
  ) -> ProvisioningReport? {
    var provisioning = StaffProvisioning(policy: policy, file: "staff", clock: clock)
    provisioning.add(Array(bytes[..<cut]))
    provisioning.add(Array(bytes[cut...]))
    do {
      return try provisioning.finish(inForce: inForce, at: now)
    } catch {
      invariant(!error.diagnostics.isEmpty, "a refused file says why")
      return nil
    }
  }

  private static func text(_ report: ProvisioningReport) -> String {
    var text = ""
    report.writeJSON(in: .en, writtenTo: nil) { text += $0 }
    return text
  }
}
