import AccessPolicy
import PolicyScenarios

/// Writes dry-runs for machines: complete, and the same bytes for the same report.
struct DryRunJSON {
  let language: Language

  func value(_ report: DryRunReport) -> JSONValue {
    let names = DryRunNames(report, language)
    return .object(
      header(report)
        + [
          .init("cells", .array(report.cells.map { value($0, names) }))
        ]
    )
  }

  func value(_ comparison: DryRunComparison) -> JSONValue {
    let first = DryRunNames(comparison.first, language)
    let second = DryRunNames(comparison.second, language)
    return [
      "first": .object(header(comparison.first)),
      "second": .object(header(comparison.second)),
      "notCompared": .strings(comparison.notCompared.map(\.text)),
      "differences": .array(
        comparison.differences.map { difference in
          [
            "first": difference.first.map { value($0, first) } ?? .null,
            "second": difference.second.map { value($0, second) } ?? .null,
          ]
        }
      ),
    ]
  }

  private func header(_ report: DryRunReport) -> [JSONValue.Entry] {
    let role = report.role
    let identity = report.policy.identity
    let zone = report.standard.now.utcOffsetMinutes
    let time = { (instant: Instant) in "\(Moment(instant, utcOffsetMinutes: zone))" }
    return [
      .init(
        "policy",
        .identity(identity)
      ),
      .init("now", .string("\(report.standard.now)")),
      .init(
        "role",
        [
          "template": .string(role.holder.template.text),
          "subtemplates": .strings(role.holder.subtemplates.sorted().map(\.text)),
          "providerRecord": .optional(role.holder.providerRecord?.text),
          "record": .optional(role.holder.source?.record.text),
          "from": .optional(role.holder.from.map(time)),
          "until": .optional(role.holder.until.map(time)),
          "provisioningRules": .strings((role.holder.source?.rules ?? []).map(\.text)),
          "unit": .optional(role.unit?.text),
          "otherUnit": .optional(role.otherUnit?.text),
          "purpose": .optional(role.purpose?.text),
          "units": .strings(role.units.map(\.text)),
          "purposes": .strings(role.purposes.map(\.text)),
          "relationships": .strings(role.relationships.map(\.text)),
          "selfAuthorisation": .strings(role.selfAuthorisation.map(\.text)),
        ]
      ),
      .init("closedSessionGates", .strings(report.sessionGates.map { "\($0.gate)" })),
      .init("situations", titles(report.standard.situations)),
      .init("content", titles(report.standard.content)),
      .init("withoutPatient", titles(report.standard.withoutPatient)),
    ]
  }

  private func titles(_ entries: [StandardSituations.Entry]) -> JSONValue {
    .array(
      entries.map {
        ["id": .string($0.id.text), "title": .string($0.title[language])]
      }
    )
  }

  private func value(_ cell: DryRunCell, _ names: DryRunNames) -> JSONValue {
    [
      "action": .string(cell.action.text),
      "class": .string(cell.contentClass.text),
      "content": .optional(cell.content?.text),
      "situation": .string(cell.situation.text),
      "relationship": .optional(cell.relationship?.text),
      "outcome": .string("\(cell.decision.outcome)"),
      "hidesExistence": .bool(cell.decision.hidesExistence),
      "gates": .array(cell.deciding.map(value)),
      "demands": .array(cell.sign.demands.map { .strings($0.map(\.text)) }),
      "obligations": .strings(cell.decision.obligations.map(\.text)),
    ]
  }

  private func value(_ gate: GateAnswer) -> JSONValue {
    [
      "gate": .string("\(gate.gate)"), "rule": .optional(gate.rule?.text),
      "place": .optional(gate.place?.description),
    ]
  }
}

/// Writes dry-runs as a table that spreadsheets read: one line for each answer.
struct DryRunCSV {
  let language: Language

  func text(_ report: DryRunReport) -> String {
    let names = DryRunNames(report, language)
    return Self.lines([Self.question + Self.answer("")])
      + Self.lines(report.cells.map { question($0, names) + answer($0) })
  }

  func text(_ comparison: DryRunComparison) -> String {
    let first = DryRunNames(comparison.first, language)
    let second = DryRunNames(comparison.second, language)
    let head = Self.question + Self.answer("A ") + Self.answer("B ")
    let rows = comparison.differences.map { difference in
      (difference.first.map { question($0, first) } ?? difference.second.map {
        question($0, second)
      }
        ?? [])
        + answer(difference.first) + answer(difference.second)
    }
    return Self.lines([head]) + Self.lines(rows)
  }

  private static let question = [
    "action", "action title", "class", "class title", "content", "content title", "situation",
    "situation title", "by relationship",
  ]

  private static func answer(_ side: String) -> [String] {
    ["outcome", "hides existence", "rules", "places", "takes a reason under", "obligations"]
      .map { side + $0 }
  }

  private func question(_ cell: DryRunCell, _ names: DryRunNames) -> [String] {
    let situation =
      cell.content == nil ? names.place(cell.situation) : names.situation(cell.situation)
    return [
      cell.action.text, names.title(cell.action), cell.contentClass.text,
      names.title(cell.contentClass), cell.content?.text ?? "",
      cell.content.map(names.content) ?? "", cell.situation.text, situation,
      cell.relationship?.text ?? "",
    ]
  }

  private func answer(_ cell: DryRunCell?) -> [String] {
    guard let cell else { return ["deny", "no", "", "", "", ""] }
    return [
      "\(cell.decision.outcome)", cell.decision.hidesExistence ? "yes" : "no",
      cell.deciding.map { $0.rule.map { "\($0)" } ?? "\($0.gate)" }.joined(separator: " "),
      cell.deciding.compactMap { $0.place?.description }.joined(separator: " "),
      Set(cell.sign.demands.joined()).sorted().map(\.text).joined(separator: " "),
      cell.decision.obligations.map(\.text).joined(separator: " "),
    ]
  }

  private static func lines(_ rows: [[String]]) -> String { rows.map(CSVLine.text).joined() }
}
