public import AccessPolicy

extension PolicyTrace {
  /// The trace as JSON: the same run gives the same bytes.
  ///
  /// - Parameter language: the language of titles and of what its authors say.
  public func json(in language: Language) -> String {
    TraceJSON(trace: self, language: language).value.text() + "\n"
  }
}

private struct TraceJSON {
  let trace: PolicyTrace
  let language: Language

  var value: JSONValue {
    .object([
      (
        "policy",
        .object([
          ("id", .string(trace.policy.id.text)), ("version", .string(trace.policy.version)),
          ("digest", .string(trace.policy.digest)),
        ])
      ),
      ("complete", .bool(trace.isComplete)),
      ("failedCells", .number(trace.failedCells)),
      (
        "counts",
        .object(
          [("requirements", .number(trace.requirements.count))]
            + TracedRequirement.Status.allCases.map { ($0.rawValue, .number(trace.count($0))) }
        )
      ),
      ("requirements", .array(trace.groups.flatMap { group in group.requirements.map(value) })),
    ])
  }

  private func value(_ entry: TracedRequirement) -> JSONValue {
    let requirement = entry.requirement
    return .object([
      ("id", .string(entry.id.text)),
      ("title", .string(requirement.term.title[language])),
      ("kind", .strings(requirement.kinds.map(\.rawValue))),
      ("source", .optional(requirement.source)),
      ("place", .string("\(requirement.term.range)")),
      ("status", .strings(entry.statuses.map(\.rawValue))),
      (
        "answered",
        .object(requirement.answers.map { ($0.means.rawValue, .string($0.how[language])) })
      ),
      (
        "lacks",
        .object(
          Requirement.Side.allCases.compactMap { side in
            requirement.lacks[side].map { (side.rawValue, .string($0[language])) }
          }
        )
      ),
      ("gaps", .strings(entry.gaps.map(name))),
      ("reading", reading(requirement.reading)),
      (
        "rules",
        .array(
          entry.rules.map { rule in
            .object([
              ("id", .string(rule.id)), ("decides", .bool(rule.decides)),
              ("place", .string("\(rule.range)")),
            ])
          }
        )
      ),
      ("opens", .number(entry.opens)),
      ("shut", .number(entry.shut)),
      ("cases", .array(entry.cases.map(value))),
    ])
  }

  private func value(_ traced: TracedCase) -> JSONValue {
    .object([
      ("id", .optional(traced.case.id)),
      ("name", .string(traced.case.name)),
      ("place", .string("\(traced.case.range)")),
      (
        "cells",
        .object(Outcome.allCases.map { ("\($0)", .number(traced.cells[$0] ?? 0)) })
      ),
      ("failed", .number(traced.failed)),
    ])
  }

  private func reading(_ reading: Requirement.Reading?) -> JSONValue {
    guard let reading else { return .null }
    return .object([
      ("question", .string(reading.question[language])),
      ("takes", .string(reading.takes[language])),
      ("instead", .string(reading.instead[language])),
      ("change", .string(reading.change[language])),
    ])
  }

  /// What a gap is called; stable.
  private func name(_ gap: TracedRequirement.Gap) -> String {
    switch gap {
    case .noRule: "no-rule"
    case .noCase(let side): "no-case-\(side.rawValue)"
    case .hasCase(let side): "has-case-\(side.rawValue)"
    case .unanswered: "unanswered"
    }
  }
}
