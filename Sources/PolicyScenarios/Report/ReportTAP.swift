public import AccessPolicy

extension ScenarioReport {
  /// The report in the Test Anything Protocol, version 14: a line for each cell.
  ///
  /// A run without cells plans none and bails out, so that no reader takes it for a success.
  public func tap(in language: Language) -> String {
    let words = Wording(language: language)
    var lines = ["TAP version 14", "1..\(cells.count)"]
    if ranNothing { lines.append("Bail out! \(words.nothingRan(filter).onOneLine)") }
    let failures = FailureText(self, in: language)
    let numbered = cases.flatMap { result in result.cells.map { (result.case, $0) } }.enumerated()
    for (number, (item, result)) in numbered {
      // In a description, `#` begins a directive and `\` escapes.
      let name = "\(item) — \(result.cell)".onOneLine.escaped
      lines.append("\(result.hasPassed ? "ok" : "not ok") \(number + 1) - \(name)")
      if !result.hasPassed { lines += failures.lines(item, result).map { "# \($0)" } }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension String {
  fileprivate var escaped: String {
    var escaped = ""
    for scalar in unicodeScalars {
      if scalar == "#" || scalar == "\\" { escaped.append("\\") }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }
}
