import AccessPolicy

/// What one file of scenarios holds, with its parts still as nodes.
struct ScenarioFile {
  /// Members of staff.
  let staff: [DocumentNode.Entry]
  /// Patients.
  let patients: [DocumentNode.Entry]
  /// Shared items.
  let items: [DocumentNode.Entry]
  /// The clock of the cases; `nil` when there is none, or it could not be read.
  let clock: Clock?
  /// The cases.
  let cases: [DocumentNode]
  /// The standard situations, with the place of their key.
  let dryRun: Located<DocumentNode>?

  /// Reads the outermost keys of a file; `nil` for a file that holds nothing.
  init?(_ document: Document, _ sink: DiagnosticSink) {
    guard let root = document.root,
      var reader = RecordReader(root, as: .scenarioFile, owner: "a scenario file", sink: sink)
    else { return nil }
    staff = reader.mapping("staff")
    patients = reader.mapping("patients")
    items = reader.mapping("items")
    let now = reader.node("now")
    clock = now.flatMap { NodeReader.moment($0, of: reader.what("now"), sink) }
      .map { Clock(now: $0.value) }
    cases = reader.list("cases") ?? []
    dryRun = reader.node("dryRun").map { Located($0, at: reader.place(of: "dryRun")) }
    if now == nil, dryRun != nil {
      sink.report(.noClockForSituations(at: reader.place(of: "dryRun")))
    }
    if now == nil, reader.has("cases") { sink.report(.noClock(at: reader.place(of: "cases"))) }
    reader.finish()
  }
}
