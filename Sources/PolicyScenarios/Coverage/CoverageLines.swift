import AccessPolicy

/// Coverage by the lines on which rules begin, and on which their parts stand.
struct CoverageLines {
  /// What stands on one line.
  struct Line {
    var rules: [RuleCoverage.Rule] = []
    var parts: [RuleCoverage.Part] = []
  }

  private var lines: [String: [Int: Line]] = [:]

  init(_ coverage: RuleCoverage) {
    for rule in coverage.rules {
      lines[rule.rule.range.file, default: [:]][rule.rule.range.line, default: Line()].rules
        .append(rule)
      for part in rule.parts {
        lines[part.part.range.file, default: [:]][part.part.range.line, default: Line()].parts
          .append(part)
      }
    }
  }

  /// The files in which rules stand, in order.
  var files: [String] { lines.keys.sorted() }

  /// The lines of a file on which something stands, in order.
  func numbers(in file: String) -> [Int] { (lines[file] ?? [:]).keys.sorted() }

  /// What stands on a line.
  subscript(file: String, line: Int) -> Line { lines[file]?[line] ?? Line() }
}
