// The sentences for conditions that can be read and mean nothing.

extension Diagnostic {
  /// Takes the facts that there are, and those that are a step from a unit, such as its kind.
  static func unknownFact(_ name: Located<String>, among known: [String], steps: [String])
    -> Diagnostic
  {
    let group = name.value.split(separator: ".").first.map(String.init) ?? ""
    let siblings = known.filter { $0.hasPrefix(group + ".") }
    let others: String =
      siblings.isEmpty
      ? "facts begin with `session.`, `patient.`, `link.`, `content.` or `request.`, or are `now`"
      : "facts of `\(group)` are: \(siblings.quoted())"
    if SpelledOut.firstLetter(name.value) != nil {
      return .letterOutsideASCII(name.value, among: known, fallback: others, at: name.range)
    }
    if let truth = OtherReaders.truthValue(name.value) {
      return .yesOrNoAsCondition(name.value, isTrue: truth, at: name.range)
    }
    if let other = (known + steps).first(where: { NearestName.differ($0, name.value) }) {
      return .otherCase("fact", name.value, declared: other, at: name.range)
    }
    // Who writes a step misspells it, rather than adding one to a fact that is no unit.
    let isStep = steps.contains { step in
      step.lastIndex(of: ".").map { name.value.hasPrefix(step[...$0]) } ?? false
    }
    let nearest =
      (isStep ? NearestName.of(name.value, among: steps) : nil)
      ?? NearestName.of(name.value, among: known)
    let help = nearest.map { "did you mean `\($0)`?" } ?? others
    return Diagnostic(.unknownFact, "there is no fact `\(name.value)`", help: help, at: name.range)
  }

  static func factNotInView(_ name: Located<String>, in what: String, isOfRecords: Bool = false)
    -> Diagnostic
  {
    let group = name.value.split(separator: ".").first.map(String.init) ?? ""
    let help =
      switch group {
      case _ where isOfRecords:
        "it says what a person gets by the staff record, so it sees `record.…` alone"
      case "record": "staff records are in view under `provisioning`; say it of `session.…`"
      case "link": "links are in view in care relationships, and in circle entries with `through`"
      case "patient": "this rule is about content without a patient"
      default: "leave it out"
      }
    return Diagnostic(
      .factNotInView,
      "\(what) does not see `\(name.value)`",
      help: help,
      at: name.range
    )
  }

  /// A sign that is in no condition, where another was plainly meant.
  static func noMeaning(_ sign: String, meant: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .conditionSyntax,
      "`\(sign)` has no meaning in a condition",
      help: meant == "==" ? "two things are compared with `==`" : "write `\(meant)`",
      at: range
    )
  }

  /// A word such as `and` with capital letters.
  static func keywordInCapitals(_ word: String, _ small: String, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .differsInCase,
      "`\(word)` has no meaning in a condition, but `\(small)` has: capital and small letters differ",
      help: "write `\(small)`",
      at: range
    )
  }

  /// Takes the facts that the first side could be compared with.
  static func cannotCompare(
    _ type: ValueType,
    with other: ValueType,
    others: [String],
    at range: SourceRange
  ) -> Diagnostic {
    let named = others.quoted()
    return Diagnostic(
      .cannotCompare,
      "a \(type) cannot be compared with a \(other)",
      help: others.isEmpty ? "compare it with a value" : "compare it with a \(type): \(named)",
      at: range
    )
  }

  /// Takes the sets that the value could be in.
  static func cannotBeIn(
    _ type: ValueType,
    _ set: ValueType,
    others: [String],
    at range: SourceRange
  ) -> Diagnostic {
    let named = others.quoted()
    return Diagnostic(
      .cannotCompare,
      "a \(type) is never in a \(set)",
      help: others.isEmpty ? "compare it with `==`" : "sets that it could be in: \(named)",
      at: range
    )
  }

  static func cannotCompare(_ message: String, help: String? = nil, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(.cannotCompare, message, help: help, at: range)
  }

  /// A value after `in`, as it was written.
  static func inSingleValue(_ value: String, at range: SourceRange) -> Diagnostic {
    .wrongType(
      "`in` asks whether something is in a set, and `\(value)` is a single value",
      help: "write `[\(value)]`, or compare with `==` or `!=`",
      at: range
    )
  }

  static func wrongType(_ message: String, help: String? = nil, at range: SourceRange) -> Diagnostic
  {
    Diagnostic(.wrongType, message, help: help, at: range)
  }

  /// A text that spells a fact: compared as a text it would never be equal to anything.
  static func factInQuotes(_ text: Located<String>) -> Diagnostic {
    Diagnostic(
      .wrongType,
      "`\(text.value)` is a fact, and in quotes it is only a text that nothing is equal to",
      help: "write `\(text.value)`, without quotes",
      at: text.range
    )
  }

  /// A word or text of a condition that is no value of the type on the other side.
  static func wrongLiteral(_ text: Located<String>, isQuoted: Bool, expected: ValueType)
    -> Diagnostic
  {
    let word = text.value
    let help =
      switch expected {
      case .boolean: "write `yes` or `no`"
      case .number: "write digits alone, such as `18`"
      case .text: "a text stands in straight double quotes: write `\"\(word)\"`"
      case .date: "a date is written as `2026-03-02`"
      case .instant:
        "a point in time has a date, a time and a zone, such as `2026-03-02T10:00+01:00`"
      case .staff, .patient: "a key stands in straight double quotes: write `\"\(word)\"`"
      case .unit, .code, .set: isQuoted ? "write `\(word)`, without quotes" : "write its id"
      }
    if isQuoted, expected == .boolean, OtherReaders.truthValue(word) != nil {
      return .quotedYesOrNo(word, of: "this", at: text.range)
    }
    if !isQuoted, OtherReaders.clockTime(word) != nil {
      return Diagnostic(
        .unquotedTime,
        "`\(word)` is a time on the clock, and a \(expected) is expected",
        help: help,
        at: text.range
      )
    }
    let isMeant =
      switch expected {
      case .number: isQuoted && Int64(word).map { "\($0)" } == word
      case .date: isQuoted && CivilDate(word) != nil
      case .instant: isQuoted && Instant(word) != nil
      default: false
      }
    return .wrongType(
      isQuoted ? "\"\(word)\" is a text, and no \(expected)" : "`\(word)` is no \(expected)",
      help: isMeant ? "write `\(word)`, without quotes" : help,
      at: text.range
    )
  }

  static func notMonotone(_ name: Located<String>, moreMustOpen: Bool, isNegated: Bool)
    -> Diagnostic
  {
    Diagnostic(
      .notMonotone,
      moreMustOpen
        ? "here, having more in `\(name.value)` would take access away"
        : "here, having more in `\(name.value)` would give access",
      help: (moreMustOpen
        ? "more units and subtemplates may only open" : "more marks may only close")
        + (isNegated
          ? ": name the fact without `not`" : ": here the fact can only stand under `not`"),
      at: name.range
    )
  }
}
