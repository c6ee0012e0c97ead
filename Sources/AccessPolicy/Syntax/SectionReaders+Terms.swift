// What each section adds to an entry: the words of a policy set.

extension RecordReader {
  mutating func because() -> NameList<Names.Requirement> {
    identifiers("because", "requirement", orOne: true) ?? []
  }

  mutating func unit() -> UnitSyntax {
    UnitSyntax(
      kind: identifier("kind", "unit kind", required: true),
      parent: identifier("in", "unit"),
      isEnterprise: boolean("enterprise")?.value ?? false,
      marks: identifiers("marks", "mark") ?? []
    )
  }

  mutating func purpose() -> PurposeSyntax {
    PurposeSyntax(
      code: text("code")?.value,
      onlyWhereNamed: boolean("onlyWhereNamed")?.value ?? false,
      refused: localized("refused")
    )
  }

  mutating func contentClass() -> ContentClassSyntax {
    ContentClassSyntax(
      isAboutPatient: boolean("aboutPatient")?.value ?? true,
      clinical: identifiers("clinical", "action") ?? [],
      tags: identifiers("tags", "content tag") ?? []
    )
  }

  mutating func attribute() -> AttributeSyntax {
    let type = text("type", required: true)
    let codes = identifiers("codes", "code", atLeastOne: true, as: Names.Attribute.self)
    guard let type else { return AttributeSyntax(type: nil, codes: codes ?? []) }
    let value = Self.types.first { $0.name == type.value }?.type
    if value == nil {
      sink.report(
        .notOneOf(type.value, of: what("type"), allowed: Self.types.map(\.name), at: type.range)
      )
    } else if type.value.hasSuffix("code") != (codes != nil) {
      sink.report(
        .conflictingKeys(
          codes == nil ? "\(owner) is a code and lists none" : "\(owner) lists codes and is none",
          help: "`codes:` goes with `type: code` or `type: set of code`, and only with these",
          at: type.range
        )
      )
    }
    return AttributeSyntax(type: value.map { Located($0, at: type.range) }, codes: codes ?? [])
  }

  /// The types that a declared attribute can have; which codes a code is one of is filled in later.
  private static let types: [(name: String, type: ValueType)] = {
    let unnamed = ValueType.code(.action)
    let single: [(String, ValueType)] = [
      ("number", .number), ("text", .text), ("date", .date), ("instant", .instant), ("unit", .unit),
      ("staff", .staff), ("patient", .patient), ("code", unnamed),
    ]
    return [("yes-or-no", .boolean)] + single + single.map { ("set of \($0.0)", .set(of: $0.1)) }
  }()

  mutating func logistics() -> LogisticsSyntax {
    let counts: NameList<Names.LinkStatus>? = identifiers("counts", "status")
    let never: NameList<Names.LinkStatus>? = identifiers("neverCounts", "status")
    if (counts == nil) != (never == nil) {
      sink.report(
        .conflictingKeys(
          "\(owner) has `\(counts == nil ? "neverCounts" : "counts")` without `\(counts == nil ? "counts" : "neverCounts")`",
          help: "name both: the statuses that can make a relationship, and those that never do",
          at: range
        )
      )
    }
    return LogisticsSyntax(
      counts: counts ?? [],
      neverCounts: never ?? [],
      ended: identifiers("ended", "status", atLeastOne: true) ?? []
    )
  }
}
