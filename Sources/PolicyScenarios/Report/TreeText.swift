public import AccessPolicy

extension ScenarioReport {
  /// The report as a tree for people: files, cases, the failures in full, and the sum.
  ///
  /// - Parameters:
  ///   - language: the language of the words.
  ///   - colour: whether to colour it for a terminal.
  ///   - everyCell: whether the cells of cases that passed are listed too.
  ///   - coverage: whether the rules are listed that were not met both ways.
  public func text(
    in language: Language,
    colour: Bool = false,
    everyCell: Bool = false,
    coverage: Bool = false
  ) -> String {
    TreeText(report: self, words: Wording(language: language), colour: colour)
      .text(everyCell: everyCell, coverage: coverage)
  }
}

private struct TreeText {
  let report: ScenarioReport
  let words: Wording
  let colour: Bool

  func text(everyCell: Bool, coverage: Bool) -> String {
    var lines: [String] = []
    for file in report.files {
      lines.append(painted(file.file, .bold))
      for result in file.cases { lines += tree(result, everyCell: everyCell) }
      lines.append("")
    }
    lines += failures()
    if coverage { lines += self.coverage() }
    lines.append(summary)
    return lines.joined(separator: "\n") + "\n"
  }

  private func tree(_ result: CaseResult, everyCell: Bool) -> [String] {
    let count = result.cells.count == 1 ? "" : painted(" (\(result.cells.count))", .faint)
    let line = "  \(sign(result.hasPassed)) \(result.case.description.onOneLine)\(count)"
    guard everyCell || !result.hasPassed else { return [line] }
    return [line]
      + result.cells.map { "    \(sign($0.hasPassed)) \($0.cell.description.onOneLine)" }
  }

  private func failures() -> [String] {
    let failures = report.failures
    guard !failures.isEmpty else { return [] }
    let text = FailureText(report, in: words.language)
    var lines = [painted(words.failures, .bold), ""]
    for (number, failure) in failures.enumerated() {
      let name = "\(failure.case) — \(failure.cell.cell)".onOneLine
      lines.append("\(number + 1). \(name)")
      lines += text.lines(failure.case, failure.cell).map { "   " + $0 }
      lines.append("")
    }
    return lines
  }

  private func coverage() -> [String] {
    var lines: [String] = []
    lines += report.rules.lines(words) { painted($0, .bold) }
    if !report.requirementsWithoutCase.isEmpty {
      lines += [words.requirementsWithoutCase(report.requirementsWithoutCase), ""]
    }
    return lines + words.coverage(report.rules) + [""]
  }

  private var summary: String {
    guard !report.ranNothing else { return painted(words.nothingRan(report.filter), .red) }
    let failed = report.failures.count
    let text = words.summary(cases: report.cases.count, cells: report.cells.count, failed: failed)
    return painted(text, failed == 0 ? .green : .red)
  }

  private func sign(_ hasPassed: Bool) -> String {
    hasPassed ? painted("✓", .green) : painted("✗", .red)
  }

  /// How a terminal can show text; the raw value is its code.
  private enum Paint: Int {
    case bold = 1
    case faint = 2
    case red = 31
    case green = 32
  }

  private func painted(_ text: String, _ paint: Paint) -> String {
    colour ? "\u{1B}[\(paint.rawValue)m\(text)\u{1B}[0m" : text
  }
}
