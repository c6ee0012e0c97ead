// The sentences for conditions that can be read and mean nothing.

extension Diagnostic {
  static func unknownFact(_ name: Located<String>, among known: [String]) -> Diagnostic {
    let group = name.value.split(separator: ".").first.map(String.init) ?? ""
    let siblings = known.filter { $0.hasPrefix(group + ".") }
    let nearest = NearestName.of(name.value, among: known)
    let help: String =
      if let nearest { "did you mean `\(nearest)`?" } else if !siblings.isEmpty {
        "facts of `\(group)` are: \(siblings.map { "`\($0)`" }.joined(separator: ", "))"
      } else {
        "facts begin with `session.`, `patient.`, `link.`, `content.` or `request.`, or are `now`"
      }
    return Diagnostic(.unknownFact, "there is no fact `\(name.value)`", help: help, at: name.range)
  }

  static func factNotInView(_ name: Located<String>, in what: String) -> Diagnostic {
    let group = name.value.split(separator: ".").first.map(String.init) ?? ""
    let help =
      switch group {
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

  static func cannotCompare(_ message: String, help: String? = nil, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(.cannotCompare, message, help: help, at: range)
  }

  static func wrongLiteral(_ text: Located<String>, expected: ValueType) -> Diagnostic {
    let help =
      switch expected {
      case .boolean: "write `yes` or `no`"
      case .number: "write digits alone, such as `18`"
      case .text: "a text stands between straight double quotes: `\"…\"`"
      case .date: "a date is written as `2026-03-02`"
      case .instant:
        "a point in time has a date, a time and a zone, such as `2026-03-02T10:00+01:00`"
      case .staff, .patient: "a key stands between straight double quotes: `\"…\"`"
      case .unit, .code, .set: "write its id, without quotes"
      }
    return Diagnostic(
      .cannotCompare,
      "`\(text.value)` is no \(expected)",
      help: help,
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
