import AccessPolicy

/// A cell that failed, in full: expected, answered, what differs, why, and where to look.
struct FailureText {
  let words: Wording
  let policy: Policy

  init(_ report: ScenarioReport, in language: Language) {
    words = Wording(language: language)
    policy = report.policy
  }

  /// The lines about a cell, without indentation.
  func lines(_ item: Case, _ result: CellResult) -> [String] {
    let names = PolicyNames(policy, language: words.language)
    var lines = ["\(words.scenario): \(result.cell.range)"]
    if !item.requirements.isEmpty { lines.append(words.requirements(item.requirements)) }
    if let note = item.note { lines.append(note.onOneLine) }
    for step in result.steps {
      if let reason = step.reason {
        lines.append(words.afterReason(reason, names.reason(reason.reason)).onOneLine)
      }
      guard !step.differences.isEmpty else { continue }
      lines += self.lines(step)
    }
    return lines
  }

  /// What differs in one decision, in a line.
  func headline(_ result: CellResult) -> String {
    result.steps
      .flatMap { step in
        step.differences.map { words.difference($0, outcome: step.decision.outcome) }
      }
      .joined(separator: "; ")
  }

  private func lines(_ step: CellResult.Step) -> [String] {
    let decision = step.decision
    var lines = [
      "\(words.expected): \(step.expectation)",
      "\(words.actual): \(words.outcome(decision.outcome))",
    ]
    for difference in step.differences {
      lines.append(
        "\(words.difference): \(words.difference(difference, outcome: decision.outcome))"
          + " (\(difference.range))"
      )
    }
    lines.append("\(words.decidedBy): \(deciders(decision))")
    guard let explanation = step.explanation else { return lines }
    lines.append("\(words.why):")
    let text = ExplanationText(explanation, policy: policy, language: words.language)
    return lines + text.briefLines.map { "  " + $0 }
  }

  /// The gates that decided, each with its rule and the place of that.
  private func deciders(_ decision: Decision) -> String {
    let names = PolicyNames(policy, language: words.language)
    return decision.namedGates.map { gate in
      let rule = gate.rule.map { " \(names.rule($0, at: gate.gate))" } ?? ""
      let place = gate.place.map { " (\($0))" } ?? ""
      return "\(gate.gate)\(rule)\(place)"
    }
    .joined(separator: ", ")
  }
}

extension String {
  /// The text with every run of line ends and control characters as one space, so that what authors
  /// wrote cannot break lines or colour a terminal.
  var onOneLine: String {
    var line = ""
    var isBetween = false
    for scalar in unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: isBetween = true
      default:
        if isBetween, !line.isEmpty { line += " " }
        isBetween = false
        line.unicodeScalars.append(scalar)
      }
    }
    return line
  }
}
