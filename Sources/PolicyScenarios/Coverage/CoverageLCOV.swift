import AccessPolicy

extension RuleCoverage {
  /// The coverage as a tracefile of LCOV: rules are functions, and their parts are branches.
  ///
  /// A line counts as often as the rule that decided least of those that begin on it; where none
  /// does, as often as the part that was reached least. The first block of branches of a rule is the
  /// rule itself: that it decided, and that it did not apply.
  ///
  /// - Parameter name: the name of the test.
  public func lcov(name: String) -> String {
    let lines = CoverageLines(self)
    return lines.files.map { record($0, lines, name) }.joined()
  }

  private func record(_ file: String, _ lines: CoverageLines, _ name: String) -> String {
    let numbers = lines.numbers(in: file)
    let rules = numbers.flatMap { lines[file, $0].rules }
    var record = ["TN:\(name.testName)", "SF:\(file.onOneLine)"]
    record += rules.map { "FN:\($0.rule.range.line),\($0.name)" }
    record += rules.map { "FNDA:\($0.decided),\($0.name)" }
    record += ["FNF:\(rules.count)", "FNH:\(rules.count { $0.decided > 0 })"]
    var branches: [(text: String, isTaken: Bool)] = []
    for number in numbers {
      for (block, sides) in lines[file, number].blocks.enumerated() {
        let isReached = sides.contains { $0 > 0 }
        for (branch, count) in sides.enumerated() {
          let taken = isReached ? "\(count)" : "-"
          branches.append(("BRDA:\(number),\(block),\(branch),\(taken)", count > 0))
        }
      }
    }
    record += branches.map(\.text)
    record += ["BRF:\(branches.count)", "BRH:\(branches.count { $0.isTaken })"]
    let counts = numbers.map { ($0, lines[file, $0].count) }
    record += counts.map { "DA:\($0.0),\($0.1)" }
    record += ["LF:\(counts.count)", "LH:\(counts.count { $0.1 > 0 })", "end_of_record"]
    return record.joined(separator: "\n") + "\n"
  }
}

extension RuleCoverage.Rule {
  /// The name of the rule among functions; no other rule has it.
  fileprivate var name: String { "\(rule.kind.rawValue):\(rule.id)" }
}

extension CoverageLines.Line {
  fileprivate var blocks: [[Int]] {
    rules.map { [$0.decided, $0.passed] }
      + parts.map { $0.part.hasTwoSides ? [$0.met, $0.unmet] : [$0.met] }
  }

  fileprivate var count: Int {
    rules.map(\.decided).min() ?? parts.map { $0.met + $0.unmet }.min() ?? 0
  }
}

extension String {
  /// Letters, digits and `_`, all that a test name of LCOV can have.
  fileprivate var testName: String {
    String(map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
  }
}
