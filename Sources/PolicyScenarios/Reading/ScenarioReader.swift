public import AccessPolicy

/// Reads the scenario files of a policy set; the whole way stands on this page.
///
/// ```swift
/// let (scenarios, mistakes) = ScenarioReader.read(documents, policy: policy)
/// ```
public enum ScenarioReader {
  /// Reads scenarios; `nil` when they hold an error.
  ///
  /// - Returns: the scenarios, and all mistakes that were found, in the order of their places.
  public static func read(_ documents: [Document], policy: Policy)
    -> (scenarios: ScenarioSet?, diagnostics: [Diagnostic])
  {
    let sink = DiagnosticSink()
    let files = documents.sorted { $0.file < $1.file }.compactMap { ScenarioFile($0, sink) }
    let cast = Cast(files, policy: policy, sink: sink)
    cast.check()
    let names = RuleNames(policy)
    let cases = files.flatMap { file in
      file.cases.compactMap { node in
        CaseReader(cast: cast, names: names, fileClock: file.clock).read(node)
      }
    }
    checkIDs(files.flatMap(\.cases), sink)
    let situations = standardSituations(files, policy, sink)
    if files.allSatisfy(\.cases.isEmpty) { sink.report(.noCases()) }
    guard !sink.hasErrors else { return (nil, sink.sorted) }
    let set = ScenarioSet(
      cases: cases,
      rules: PolicyRule.all(of: policy),
      requirements: policy.requirements.map(\.id),
      standardSituations: situations
    )
    return (set, sink.sorted)
  }

  /// The standard situations, which are declared once in all files.
  private static func standardSituations(
    _ files: [ScenarioFile],
    _ policy: Policy,
    _ sink: DiagnosticSink
  ) -> StandardSituations? {
    let written = files.filter { $0.dryRun != nil }
    guard let file = written.first, let node = file.dryRun else { return nil }
    for other in written.dropFirst().compactMap(\.dryRun) {
      sink.report(.situationsTwice(at: other.range, first: node.range))
    }
    return StandardSituationsReader(policy: policy, clock: file.clock ?? .standIn, sink: sink)
      .read(node.value, at: node.range)
  }

  /// Reports ids that two cases have.
  private static func checkIDs(_ cases: [DocumentNode], _ sink: DiagnosticSink) {
    var first: [TextRef: SourceRange] = [:]
    for node in cases {
      guard case .mapping(let entries) = node.content,
        let id = entries.first(where: { $0.key.value == "id" })?.value,
        case .scalar(let text, _) = id.content
      else { continue }
      if let earlier = first[TextRef(text)] {
        sink.report(.declaredTwice("case", text, at: id.range, first: earlier))
      } else {
        first[TextRef(text)] = id.range
      }
    }
  }
}
