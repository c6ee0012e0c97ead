// What the words of a condition mean as values, by the type of the fact on the other side.

extension ConditionChecker {
  func literal(_ syntax: ConditionSyntax.OperandSyntax, as type: ValueType)
    -> AttributeValue?
  {
    switch (syntax, type) {
    case (.list(_, let range), _):
      sink.report(
        .cannotCompare(
          "a list can only stand after `in` or `within`",
          help: "ask for one of them with `in`",
          at: range
        )
      )
      return nil
    case (.shifted(let word, _), _):
      sink.report(.unknownFact(word, among: facts.all, steps: facts.steps))
      return nil
    case (.text(let text), .text) where facts.attribute(text.value) != nil,
      (.text(let text), .staff) where facts.attribute(text.value) != nil,
      (.text(let text), .patient) where facts.attribute(text.value) != nil:
      sink.report(.factInQuotes(text))
      return nil
    case (.text(let text), .text): return .text(TextRef(text.value))
    case (.text(let text), .staff): return .staff(StaffRef(text.value))
    case (.text(let text), .patient): return .patient(PatientRef(text.value))
    case (.text(let text), _):
      sink.report(.wrongLiteral(text, isQuoted: true, expected: type))
      return nil
    case (.word(let word), _): return literal(word, as: type)
    }
  }

  private func literal(_ word: Located<String>, as type: ValueType) -> AttributeValue? {
    let text = word.value
    if SpelledOut.firstLetter(text) != nil, let declared = names(of: type) {
      sink.report(.letterOutsideASCII(text, among: declared, at: word.range))
      return nil
    }
    let value: AttributeValue? =
      switch type {
      case .boolean: NodeReader.boolean(text).map { .boolean($0) }
      case .number: NodeReader.number(text).map { .number($0) }
      case .date: CivilDate(text).map { .date($0) }
      case .instant: Instant(text).map { .instant($0) }
      // A key of staff or patients stands in quotes: any word could be one, so a misspelt fact would
      // silently be read as somebody's key.
      case .staff, .patient, .text, .set: nil
      case .unit where !names.units.declares(text) && looksLikeMisspeltFact(text): nil
      case .unit:
        names.units.resolve(UnitID(text).map { Located($0, at: word.range) }, sink).map {
          .unit($0)
        }
      case .code(let domain): code(word, in: domain)
      }
    if value == nil, looksLikeMisspeltFact(text) {
      sink.report(.unknownFact(word, among: facts.all, steps: facts.steps))
      return nil
    }
    let isName =
      switch type {
      case .unit, .code: UnitID(text) != nil  // if undeclared, reported with the nearest one
      default: false
      }
    if value == nil, !isName {
      sink.report(.wrongLiteral(word, isQuoted: false, expected: type))
    }
    return value
  }

  /// The declared names that a value of a type can be; `nil` for values that are no names.
  private func names(of type: ValueType) -> [String]? {
    switch type {
    case .boolean, .number, .date, .instant, .text, .staff, .patient, .set: nil
    case .unit: names.units.all
    case .code(let domain):
      switch domain {
      case .action: names.actions.all
      case .purpose: names.purposes.all
      case .contentClass: names.contentClasses.all
      case .contentTag: names.contentTags.all
      case .unitKind: names.unitKinds.all
      case .logisticsKind: names.patientLogistics.all
      case .linkStatus: names.linkStatuses.all
      case .mark: names.marks.all
      case .template: names.templates.all
      case .subtemplate: names.subtemplates.all
      case .providerRecord: names.providerRecords.all
      case .declared(let group, let id): (names.attributes[group]?[id]?.codes ?? []).map(\.text)
      }
    }
  }

  private func code(_ word: Located<String>, in domain: CodeDomain) -> AttributeValue? {
    func look<Kind>(_ scope: Scope<Kind>) -> Bool {
      scope.resolve(Identifier<Kind>(word.value).map { Located($0, at: word.range) }, sink) != nil
    }
    let isDeclared: Bool
    switch domain {
    case .action: isDeclared = look(names.actions)
    case .purpose: isDeclared = look(names.purposes)
    case .contentClass: isDeclared = look(names.contentClasses)
    case .contentTag: isDeclared = look(names.contentTags)
    case .unitKind: isDeclared = look(names.unitKinds)
    case .logisticsKind: isDeclared = look(names.patientLogistics)
    case .linkStatus: isDeclared = look(names.linkStatuses)
    case .mark: isDeclared = look(names.marks)
    case .template: isDeclared = look(names.templates)
    case .subtemplate: isDeclared = look(names.subtemplates)
    case .providerRecord: isDeclared = look(names.providerRecords)
    case .declared(let group, let id):
      let codes = names.attributes[group]?[id]?.codes ?? []
      isDeclared = codes.contains { $0.text == word.value }
      if !isDeclared {
        sink.report(.undeclared("\(domain)", word.value, among: codes.map(\.text), at: word.range))
      }
    }
    return isDeclared ? AttributeID(word.value).map { .code($0) } : nil
  }

  /// A value as it was written, unless it is more like a misspelt fact.
  func singleValue(_ operand: ConditionSyntax.OperandSyntax) -> String? {
    switch operand {
    case .text(let text): "\"\(text.value)\""
    case .word(let word):
      looksLikeMisspeltFact(word.value) || facts.all.contains { $0.hasSuffix(".\(word.value)") }
        ? nil : word.value
    case .shifted, .list: nil
    }
  }

  /// Whether a word is near the name of a fact, or has the dot that facts have.
  private func looksLikeMisspeltFact(_ word: String) -> Bool {
    let first = word.split(separator: ".").first.map(String.init) ?? ""
    guard first != word else { return NearestName.of(word, among: facts.all) != nil }
    let groups = AttributeGroup.allCases.map(\.rawValue)
    return groups.contains(first.lowercased()) || NearestName.of(first, among: groups) != nil
  }
}
