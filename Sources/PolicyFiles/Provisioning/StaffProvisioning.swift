public import AccessPolicy

/// Gives authorisations by a file of staff records, a part of the file at a time.
///
/// ```swift
/// var provisioning = StaffProvisioning(policy: policy, file: "staff.csv", clock: nil)
/// while let chunk = nextChunk() { provisioning.add(chunk) }
/// let report = try provisioning.finish(inForce: register, at: now)
/// print(report.text(in: .en))
/// ```
public struct StaffProvisioning {
  private let policy: Policy
  private let file: String
  private let clock: DayClock?
  private var reader: StaffRecordReader
  private var run: ProvisioningRun
  private var unreadable: [UnreadableStaffRecord] = []
  private var count = 0

  /// Begins with a file; `clock` says when the days begin that it names, and `ignoring` are columns
  /// that are there and not needed.
  public init(policy: Policy, file: String, clock: DayClock?, ignoring: Set<String> = []) {
    self.policy = policy
    self.file = file
    self.clock = clock
    reader = StaffRecordReader(policy: policy, file: file, clock: clock, ignoring: ignoring)
    run = ProvisioningRun(Provisioner(policy))
  }

  /// Takes more bytes of the file.
  public mutating func add(_ bytes: [UInt8]) {
    var lines: [StaffRecordLine] = []
    reader.add(bytes) { lines.append($0) }
    for line in lines { take(line) }
  }

  /// What came of all records, beside the register in force.
  ///
  /// - Throws: `StaffFileRejected` when the file is none of staff records, so that nothing can be
  ///   said of what it leaves out.
  public consuming func finish(
    inForce: AuthorisationRegister?,
    at now: Instant,
    dueWithin span: TimeSpan = .days(30)
  ) throws(StaffFileRejected) -> ProvisioningReport {
    var lines: [StaffRecordLine] = []
    reader.finish { lines.append($0) }
    for line in lines { take(line) }
    guard reader.mistakes.isEmpty else {
      throw StaffFileRejected(file: file, diagnostics: reader.mistakes, text: reader.shown)
    }
    guard count > 0 else {
      throw StaffFileRejected(file: file, diagnostics: [.noRecords(file)], text: nil)
    }
    let result = run.finish()
    let register =
      inForce ?? AuthorisationRegister(policySet: policy.identity.id, entries: [])
    let update = register.updated(by: result, at: now)
    return ProvisioningReport(
      policy: policy,
      file: file,
      now: now,
      clock: clock,
      hasRegister: inForce != nil,
      unreadable: unreadable,
      result: result,
      update: update,
      notices: update.register.deviationNotices(policy, at: now, dueWithin: span),
      authorisationNotices: update.register.authorisationNotices(policy)
    )
  }

  private mutating func take(_ line: StaffRecordLine) {
    count += 1
    switch line {
    case .record(let record): run.add(record)
    case .unreadable(let record):
      run.addUnreadable(
        record.id,
        at: SourceRange(file: record.file, line: record.line, column: 1)
      )
      unreadable.append(record)
    }
  }
}

/// A file was refused as a whole: it has no header, or a wrong one, or no records.
public struct StaffFileRejected: Error, Sendable {
  private let file: String

  /// What is wrong, in the order of the file.
  public let diagnostics: [Diagnostic]

  private let text: StaffFileLine?

  init(file: String, diagnostics: [Diagnostic], text: StaffFileLine?) {
    self.file = file
    self.diagnostics = diagnostics
    self.text = text
  }

  /// The mistakes as text, each with its line, and a summary at the end.
  public func text(isColoured: Bool = false) -> String {
    let lines = text.map { [(file: file, line: $0.number, text: $0.text)] } ?? []
    return DiagnosticRenderer(lines: lines, isColoured: isColoured).text(diagnostics)
  }
}

/// One line of a file of staff records, for excerpts.
struct StaffFileLine: Sendable {
  let number: Int
  let text: String
}
