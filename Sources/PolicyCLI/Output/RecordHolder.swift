import AccessPolicy
import PolicyFiles
import PolicyScenarios

/// Whom a staff record makes, as the provisioning rules of a policy set say.
struct RecordHolder {
  let file: String
  let record: StaffRecordRef
  let clock: DayClock?
  let ignoring: Set<String>

  func holder(in policy: Policy, _ colour: ColourOptions, _ language: Language) throws
    -> DryRunHolder
  {
    let report = try report(policy, colour)
    if let given = report.authorisation(of: record) { return DryRunHolder(given) }
    let reasons = report.reasons(against: record, in: language)
    if reasons.isEmpty {
      let nearest = NearestName.of(record.text, among: report.records.map(\.text))
      let help = nearest.map { "did you mean `\($0)`?" } ?? "name one by what stands under `id`"
      Terminal.error(
        line: "error: the file has no record `\(VisibleText.of(record.text))`\n  help: \(help)"
      )
    } else {
      let lines = reasons.map { "  - \(VisibleText.of($0))\n" }.joined()
      Terminal.error("error: the record `\(VisibleText.of(record.text))` gives nothing:\n\(lines)")
    }
    throw ExitStatus.invalid
  }

  private func report(_ policy: Policy, _ colour: ColourOptions) throws -> ProvisioningReport {
    var provisioning = StaffProvisioning(
      policy: policy,
      file: ByteInput.name(of: file),
      clock: clock,
      ignoring: ignoring
    )
    try ByteInput.forEachChunk(in: file, what: "a file of staff records") { provisioning.add($0) }
    do throws(StaffFileRejected) {
      return try provisioning.finish(inForce: nil, at: Instant(secondsSince1970: 0))
    } catch {
      Terminal.error(error.text(isColoured: colour.isOn(isTerminal: Terminal.errorIsTerminal)))
      throw ExitStatus.invalid
    }
  }
}
