import AccessPolicy

extension RuleCoverage {
  /// Every rule with its counts and parts.
  var value: JSONValue {
    .object([
      ("percent", .number(percent)),
      ("partsPercent", .number(partsPercent)),
      ("all", .array(rules.map(\.value))),
    ])
  }
}

extension RuleCoverage.Rule {
  fileprivate var value: JSONValue {
    .object([
      ("kind", .string(rule.kind.rawValue)),
      ("id", .string(rule.id)),
      ("place", .string("\(rule.range)")),
      ("decided", .number(decided)),
      ("didNotApply", .number(passed)),
      ("parts", .array(parts.map(\.value))),
    ])
  }
}

extension RuleCoverage.Part {
  fileprivate var value: JSONValue {
    .object([
      ("kind", .string(part.kind.rawValue)),
      ("words", .string(part.words)),
      ("place", .string("\(part.range)")),
      ("met", .number(met)),
      ("unmet", .number(unmet)),
    ])
  }
}
