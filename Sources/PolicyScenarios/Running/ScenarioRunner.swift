public import AccessPolicy

/// Decides every cell of a set of scenarios, and holds the decisions against what is expected.
///
/// ```swift
/// let report = ScenarioRunner(engine: engine).run(scenarios)
/// guard report.hasPassed else { … }   // also false when nothing ran
/// ```
public struct ScenarioRunner: Sendable {
  /// What decides.
  public let engine: PolicyEngine

  /// Makes a runner for one policy set.
  public init(engine: PolicyEngine) { self.engine = engine }

  /// Runs the cases that a filter picks, all without one.
  ///
  /// - Parameter filter: a part of the id, name, file or requirement of the cases to run.
  public func run(_ scenarios: ScenarioSet, filter: String? = nil) -> ScenarioReport {
    let picked = scenarios.cases.filter { item in filter.map { item.matches($0) } ?? true }
    var files: [ScenarioReport.FileResult] = []
    var tally = RuleTally(engine)
    for item in picked {
      let result = CaseResult(case: item, cells: item.cells.map(run))
      for step in result.cells.flatMap(\.steps) { tally.note(step.request) }
      if let last = files.indices.last, files[last].file == item.range.file {
        files[last].cases.append(result)
      } else {
        files.append(ScenarioReport.FileResult(file: item.range.file, cases: [result]))
      }
    }
    let covered = Set(picked.flatMap(\.requirements))
    return ScenarioReport(
      policy: engine.policy,
      filter: filter,
      files: files,
      rules: RuleCoverage(tally),
      requirementsCovered: scenarios.requirements.filter(covered.contains),
      requirementsWithoutCase: scenarios.requirements.filter { !covered.contains($0) }
    )
  }

  /// Decides one cell; a cell that expects what a reason gives is decided once more with it.
  public func run(_ cell: Cell) -> CellResult {
    var steps: [CellResult.Step] = []
    var request = cell.request
    var expectation: Expectation? = cell.expectation
    var reason: Justification?
    while let expected = expectation {
      let decision = engine.decide(request)
      let differences = Judge.differences(decision, expected)
      steps.append(
        CellResult.Step(
          reason: reason,
          request: request,
          expectation: expected,
          decision: decision,
          differences: differences,
          explanation: differences.isEmpty ? nil : engine.explain(request)
        )
      )
      expectation = nil
      guard decision.outcome == expected.outcome, let then = expected.then else { break }
      request.justifications.append(then.reason)
      reason = then.reason
      expectation = then.gives
    }
    return CellResult(cell: cell, steps: steps)
  }
}

extension Expectation {
  /// The reason that is given next, and what it must give.
  var then: (reason: Justification, gives: Expectation)? {
    for part in parts {
      if case .then(let reason, let gives) = part.value { return (reason, gives) }
    }
    return nil
  }
}

extension Case {
  /// Whether a filter picks the case.
  package func matches(_ filter: String) -> Bool {
    ([id ?? "", name, range.file] + requirements.map(\.text)).contains { $0.contains(filter) }
  }
}
