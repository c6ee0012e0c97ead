import AccessPolicy

extension RuleCoverage {
  /// The rules and parts that were not met both ways, each with its place and what it lacks.
  func lines(_ words: Wording, paint: (String) -> String) -> [String] {
    var lines: [String] = []
    for rule in rules {
      let missing = rule.missing(words)
      guard !missing.isEmpty else { continue }
      let name = rule.rule.id.onOneLine
      lines.append("  \(name) (\(words.kind(rule.rule.kind)), \(rule.rule.range))")
      lines += missing.map { "    \($0)" }
    }
    guard !lines.isEmpty else { return [] }
    return [paint(words.notBothWays)] + lines + [""]
  }
}

extension RuleCoverage.Rule {
  /// What was never met, in words.
  func missing(_ words: Wording) -> [String] {
    var missing: [String] = []
    if decided == 0 { missing.append(words.neverDecided) }
    if passed == 0 { missing.append(words.neverPassed) }
    for part in parts {
      var sides: [Bool] = []
      if part.met == 0 { sides.append(true) }
      if part.unmet == 0, part.part.hasTwoSides { sides.append(false) }
      for side in sides {
        let isElsewhere = part.part.range.line != rule.range.line
        let place = isElsewhere ? " (\(part.part.range))" : ""
        missing.append(words.missing(part.part, met: side).onOneLine + place)
      }
    }
    return missing
  }
}
