import AccessPolicy
import PolicyFiles
import PolicyScenarios

/// What holds for every scenario file that anybody can write.
public enum ScenarioInvariants {
  /// Reads bytes as a scenario file; ends the process when something does not hold.
  public static func hold(for bytes: [UInt8]) {
    let engine = ShippedSet.engine
    let read = YAMLReader.document(bytes: bytes, file: "scenario.yaml")
    let texts = read.document.map { ["scenario.yaml": $0.text] } ?? [:]
    DiagnosticInvariants.hold(
      for: read.diagnostics,
      texts: texts,
      atMost: ReadingLimits.standard.reports + 1
    )
    guard let document = read.document, !read.diagnostics.contains(where: { $0.severity == .error })
    else { return }
    // A world of its own, or one more file beside the shipped ones.
    let isAlone = bytes.starts(with: "# alone".utf8)
    let documents = isAlone ? [document] : ShippedSet.cast + [document]
    let result = ScenarioReader.read(documents, policy: engine.policy)
    DiagnosticInvariants.hold(
      for: result.diagnostics,
      texts: texts,
      atMost: ReadingLimits.standard.reports + 1
    )
    _ = DiagnosticRenderer(documents: [document]).text(result.diagnostics)
    guard let scenarios = result.scenarios else {
      invariant(result.diagnostics.contains { $0.severity == .error }, "scenarios, or an error")
      return
    }
    let report = ScenarioRunner(engine: engine).run(scenarios)
    let cells = scenarios.cases.reduce(0) { $0 + $1.cells.count }
    invariant(!report.hasPassed || cells > 0, "an empty run is no pass")
    for language in Language.allCases {
      let json = JSONReader.document(report.json(in: language), file: "report.json")
      let isTooLong = json.diagnostics.contains { $0.code == .tooLarge }
      invariant(json.diagnostics.isEmpty || isTooLong, "a report is JSON: \(json.diagnostics)")
      _ = report.text(in: language, colour: false, everyCell: true, coverage: true)
      _ = report.junit(in: language)
      _ = report.tap(in: language)
    }
  }
}
