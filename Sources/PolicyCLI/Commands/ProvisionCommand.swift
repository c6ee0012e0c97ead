import AccessPolicy
import ArgumentParser
import Foundation
import PolicyFiles

/// `provision`: staff records in, an authorisation register out, and a report of what came of each.
struct ProvisionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "provision",
    abstract: "Give authorisations by staff records, as the policy set's provisioning rules say.",
    discussion: """
      Reads staff records as CSV with a header or as NDJSON, and reports who gets what and by which \
      rule, which records give nothing and why, what is different from the register in force, and \
      which deviations are to be looked at. With --output it writes the new register, whole or not \
      at all. A record that is refused gets nothing; what it gave before is kept, and listed. See \
      docs/provisioning.md.

      Exit status: 0 when every record gave an authorisation, 1 when one did not, or when so many \
      authorisations would end that nothing was written, 2 when something that was read is invalid.
      """
  )

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  @Argument(help: "The staff records; `-` is standard input.", completion: .file())
  var records: String

  @Option(help: "The folder of a policy set, or a single policy file.", completion: .directory)
  var policy: String

  @Option(help: "The register in force, as JSON or YAML.", completion: .file())
  var register: String?

  @Option(
    help: "Where the new register is written: YAML if the name ends so, else JSON.",
    completion: .file()
  )
  var output: String?

  @Flag(help: "Begin a new register, also where the file of --output is there already.")
  var new = false

  @Option(help: "The time, such as 2026-03-02T10:00+01:00; default is now.")
  var at: Moment?

  @Option(help: "The time zone in which days begin that the records name, such as Europe/Oslo.")
  var timeZone: String?

  @Option(help: "A column that is there and not needed; can be given several times.")
  var ignoreColumn: [String] = []

  @Option(help: "How long before its end a deviation is listed.")
  var dueWithin = TimeSpan.days(30)

  @Option(help: "How many of the authorisations in force may end at once, such as 10%.")
  var mostEnded = Share(percent: 10)

  @Option(help: "How the report is shown.")
  var format = Format.text

  @Flag(help: "Show every authorisation, and not only their numbers.")
  var showAll = false

  @OptionGroup var colour: ColourOptions
  @OptionGroup var language: LanguageOptions

  func validate() throws {
    if let timeZone, DayClock(zone: timeZone) == nil {
      throw ValidationError("there is no time zone `\(timeZone)`; they are named as `Europe/Oslo`")
    }
  }

  func run() throws {
    let target = try output.map {
      try RegisterFile.target($0, mayReplace: register != nil || new)
    }
    let checked = try PolicyInput.read(policy, colour).policy
    let inForce = try register.map { try RegisterFile.read($0, checked, colour) }
    let report = try report(checked, inForce)
    let stops = report.endsTooMany(mostEnded: mostEnded.percent)
    if !stops, let target, let output {
      try RegisterFile.write(report.register, to: target, named: output)
    }
    try show(report, writtenTo: stops ? nil : output)
    if stops {
      Terminal.error(
        line: report.whyStopped(in: language.language, mostEnded: mostEnded.percent)
      )
    }
    if stops || !report.isComplete { throw ExitStatus.failed }
  }

  private func report(_ policy: Policy, _ inForce: AuthorisationRegister?) throws
    -> ProvisioningReport
  {
    let now = at?.instant ?? Instant(secondsSince1970: Int64(Date().timeIntervalSince1970))
    var provisioning = StaffProvisioning(
      policy: policy,
      file: ByteInput.name(of: records),
      clock: timeZone.flatMap { DayClock(zone: $0) },
      ignoring: Set(ignoreColumn)
    )
    try ByteInput.forEachChunk(in: records, what: "a file of staff records") {
      provisioning.add($0)
    }
    do throws(StaffFileRejected) {
      return try provisioning.finish(inForce: inForce, at: now, dueWithin: dueWithin)
    } catch {
      Terminal.error(error.text(isColoured: colour.isOn(isTerminal: Terminal.errorIsTerminal)))
      throw ExitStatus.invalid
    }
  }

  private func show(_ report: ProvisioningReport, writtenTo path: String?) throws {
    switch format {
    case .text:
      let isColoured = colour.isOn(isTerminal: Terminal.outputIsTerminal)
      try Terminal.out(
        report.text(
          in: language.language,
          writtenTo: path,
          showsAll: showAll,
          isColoured: isColoured
        )
      )
    case .json:
      var buffer = ""
      try report.writeJSON(in: language.language, writtenTo: path) { (part: String) in
        buffer += part
        guard buffer.utf8.count > 1 << 16 else { return }
        try Terminal.out(buffer)
        buffer = ""
      }
      try Terminal.out(buffer)
    }
  }
}
