public import AccessPolicy

extension ScenarioReport {
  /// The report as JSON: the same run gives the same bytes.
  ///
  /// - Parameter language: the language of the messages.
  public func json(in language: Language) -> String {
    ReportJSON(report: self, language: language).value.text() + "\n"
  }
}

private struct ReportJSON {
  let report: ScenarioReport
  let failures: FailureText

  init(report: ScenarioReport, language: Language) {
    self.report = report
    failures = FailureText(report, in: language)
  }

  var value: JSONValue {
    let cells = report.cells
    let failed = report.failures.count
    return .object([
      (
        "policy",
        .object([
          ("id", .string(report.policy.identity.id.text)),
          ("version", .string(report.policy.identity.version)),
          ("digest", .string(report.policy.identity.digest)),
        ])
      ),
      ("filter", .optional(report.filter)),
      ("passed", .bool(report.hasPassed)),
      (
        "counts",
        .object([
          ("cases", .number(report.cases.count)),
          ("cells", .number(cells.count)),
          ("passed", .number(cells.count - failed)),
          ("failed", .number(failed)),
        ])
      ),
      (
        "files",
        .array(
          report.files.map { file in
            .object([("file", .string(file.file)), ("cases", .array(file.cases.map(value)))])
          }
        )
      ),
      (
        "requirements",
        .object([
          ("covered", .strings(report.requirementsCovered.map(\.text))),
          ("withoutCase", .strings(report.requirementsWithoutCase.map(\.text))),
        ])
      ),
      ("rules", report.rules.value),
    ])
  }

  private func value(_ result: CaseResult) -> JSONValue {
    let item = result.case
    return .object([
      ("id", .optional(item.id)),
      ("name", .string(item.name)),
      ("for", .strings(item.requirements.map(\.text))),
      ("note", .optional(item.note)),
      ("place", .string("\(item.range)")),
      ("passed", .bool(result.hasPassed)),
      ("cells", .array(result.cells.map { value($0, item) })),
    ])
  }

  private func value(_ result: CellResult, _ item: Case) -> JSONValue {
    let cell = result.cell
    return .object([
      ("name", .string("\(cell)")),
      ("staff", .string(cell.staff)),
      ("patient", .optional(cell.patient)),
      ("action", .string(cell.request.action.text)),
      ("item", .string(cell.item)),
      ("now", .string("\(cell.request.now)")),
      ("place", .string("\(cell.range)")),
      ("passed", .bool(result.hasPassed)),
      ("decisions", .array(result.steps.map(value))),
      ("explanation", .strings(result.hasPassed ? [] : failures.lines(item, result))),
    ])
  }

  private func value(_ step: CellResult.Step) -> JSONValue {
    .object([
      ("reason", .optional(step.reason?.reason.text)),
      ("expected", .string("\(step.expectation.outcome)")),
      ("answered", .string("\(step.decision.outcome)")),
      ("gates", .array(step.decision.gates.map(value))),
      (
        "differences",
        .array(
          step.differences.map { difference in
            .object([
              ("part", .string(difference.part.rawValue)),
              ("expected", .strings(difference.expected)),
              ("actual", .strings(difference.actual)),
              ("place", .string("\(difference.range)")),
              (
                "message",
                .string(failures.words.difference(difference, outcome: step.decision.outcome))
              ),
            ])
          }
        )
      ),
    ])
  }

  private func value(_ gate: GateAnswer) -> JSONValue {
    .object([
      ("gate", .string("\(gate.gate)")),
      ("answer", .string("\(gate.answer)")),
      ("rule", .optional(gate.rule?.text)),
      ("place", .optional(gate.place.map { "\($0)" })),
    ])
  }
}
