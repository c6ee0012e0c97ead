// What each section adds to an entry: the words of a policy set.

extension RecordReader {
  mutating func because() -> NameList<Names.Requirement> {
    identifiers("because") ?? []
  }

  mutating func unit() -> UnitSyntax {
    UnitSyntax(
      kind: identifier("kind"),
      parent: identifier("in"),
      isEnterprise: boolean("enterprise")?.value ?? false,
      marks: identifiers("marks") ?? []
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
    let isAboutPatient = boolean("aboutPatient")?.value
    return ContentClassSyntax(
      isAboutPatient: has("aboutPatient") ? isAboutPatient : true,
      clinical: identifiers("clinical") ?? [],
      tags: identifiers("tags") ?? []
    )
  }

  mutating func attribute() -> AttributeSyntax {
    let type = word("type")
    var titles: [AttributeID: LocalizedText] = [:]
    let codes = codes(&titles)
    guard let type else {
      return AttributeSyntax(type: nil, codes: codes ?? [], codeTitles: titles)
    }
    let value = Self.attributeTypes.first { $0.name == type.value }?.type
    if type.value.hasSuffix("code") != (codes != nil) {
      sink.report(
        .conflictingKeys(
          codes == nil ? "\(owner) is a code and lists none" : "\(owner) lists codes and is none",
          help: "`codes:` goes with `type: code` or `type: set of code`, and only with these",
          at: type.range
        )
      )
    }
    return AttributeSyntax(
      type: value.map { Located($0, at: type.range) },
      codes: codes ?? [],
      codeTitles: titles
    )
  }

  /// The codes of an attribute, as a list, or each with its title.
  private mutating func codes(_ titles: inout [AttributeID: LocalizedText])
    -> NameList<Names.Attribute>?
  {
    guard let node = node("codes") else { return nil }
    guard case .mapping(let entries) = node.content else {
      return identifiers("codes", declares: true)
    }
    NodeReader.refuseTwice(entries, sink)
    if entries.isEmpty { sink.report(.emptyList(what("codes"), at: node.range)) }
    return entries.compactMap { entry in
      guard let id = NodeReader.identifier(key: entry.key, "code", sink, as: Names.Attribute.self)
      else { return nil }
      let owner = "the code `\(id.value)` of \(owner)"
      let reader = RecordReader(entry.value, as: .code, owner: owner, at: id.range, sink: sink)
      if var reader {
        titles[id.value] = reader.localized("title")
        reader.finish()
      }
      return id
    }
  }

  /// The types that a declared attribute can have; which codes a code is one of is filled in later.
  static let attributeTypes: [(name: String, type: ValueType)] = {
    let unnamed = ValueType.code(.action)
    let single: [(String, ValueType)] = [
      ("number", .number), ("text", .text), ("date", .date), ("instant", .instant), ("unit", .unit),
      ("staff", .staff), ("patient", .patient), ("code", unnamed),
    ]
    return [("yes-or-no", .boolean)] + single + single.map { ("set of \($0.0)", .set(of: $0.1)) }
  }()

  mutating func logistics() -> LogisticsSyntax {
    let counts: NameList<Names.LinkStatus>? = identifiers("counts", declares: true)
    let never: NameList<Names.LinkStatus>? = identifiers("neverCounts", declares: true)
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
      ended: identifiers("ended") ?? []
    )
  }
}
