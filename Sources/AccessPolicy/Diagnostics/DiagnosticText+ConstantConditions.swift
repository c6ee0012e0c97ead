// The sentences for conditions that can be read, and whose answer never depends on the request.

extension Diagnostic {
  static func comparedWithItself(_ words: String, fact: String, at range: SourceRange) -> Diagnostic
  {
    constant(
      "`\(words)` compares `\(fact)` with itself",
      help: "name another fact on one side; to ask whether it is there, write `has \(fact)`",
      at: range
    )
  }

  static func testNeverHolds(_ words: String, at range: SourceRange) -> Diagnostic {
    constant(
      "`\(words)` is never true",
      help: "change it; if nothing shall apply here, write `never`",
      at: range
    )
  }

  static func testAlwaysHolds(
    _ words: String,
    facts: [String],
    instead: ConstantReplacement?,
    at range: SourceRange
  ) -> Diagnostic {
    constant(
      "no value of \(facts.quoted("and")) makes `\(words)` false",
      help: alwaysHelp("change it", instead),
      at: range
    )
  }

  static func isAlwaysThere(_ words: String, fact: String, at range: SourceRange) -> Diagnostic {
    constant(
      "`\(words)` is always true: every request has `\(fact)`",
      help: "take it out, or compare `\(fact)` with what is meant",
      at: range
    )
  }

  static func noClassHasTag(_ words: String, tags: [String], at range: SourceRange) -> Diagnostic {
    constant(
      "`\(words)` is never true: no content class has the tag \(tags.quoted("or"))",
      help: "write `tags: [\(tags.first ?? "")]` at the classes that are meant",
      at: range
    )
  }

  static func noUnitOfKind(
    _ words: String,
    kinds: [String],
    isOfEnterprises: Bool,
    among existing: [String],
    at range: SourceRange
  ) -> Diagnostic {
    let what = isOfEnterprises ? "enterprise" : "unit"
    return constant(
      "`\(words)` is never true: no \(what) of the organisation is a \(kinds.quoted("or"))",
      help: existing.isEmpty
        ? "the organisation has no \(what)"
        : "kinds of \(what)s that there are: \(existing.quoted("and"))",
      at: range
    )
  }

  static func notAnEnterprise(
    _ words: String,
    unit: String,
    enterprise: String?,
    at range: SourceRange
  ) -> Diagnostic {
    constant(
      "`\(words)` is never true: the unit `\(unit)` is not an enterprise",
      help: enterprise.map {
        "write `\($0)`, the enterprise of `\(unit)`; for the unit itself, leave `.enterprise` out"
      }
        ?? "if it is one, write `enterprise: yes` at the unit",
      at: range
    )
  }

  static func neverTogether(
    _ words: [String],
    instead: ConstantReplacement?,
    at ranges: [SourceRange]
  ) -> Diagnostic {
    constant(
      "\(words.quoted("and")) cannot \(words.count == 2 ? "both hold" : "hold together"), "
        + "so this is never true",
      help: instead.map { "did you mean `\($0.words)`?" }
        ?? "change one of them; if nothing shall apply here, write `never`",
      at: ranges,
      beside: "with this"
    )
  }

  static func alwaysTogether(
    _ words: [String],
    facts: [String],
    instead: ConstantReplacement?,
    at ranges: [SourceRange]
  ) -> Diagnostic {
    constant(
      "no value of \(facts.quoted("and")) makes \(words.quoted("and")) "
        + "\(words.count == 2 ? "both" : "all") false",
      help: alwaysHelp("change one of them", instead),
      at: ranges,
      beside: "or this"
    )
  }

  private static func alwaysHelp(_ change: String, _ instead: ConstantReplacement?) -> String {
    switch instead {
    case .list(let words): "did you mean `\(words)`?"
    case .has(let facts):
      "\(change); to ask only whether the \(facts.count == 1 ? "fact is" : "facts are") there, write "
        + "`\(instead?.words ?? "")`"
    case .always: "\(change), or write `always`"
    case nil: change
    }
  }

  private static func constant(
    _ message: String,
    help: String?,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(.constantCondition, message, help: help, at: range)
  }

  /// At the last of several places, which is where a reader sees it, with the others beside.
  private static func constant(
    _ message: String,
    help: String?,
    at ranges: [SourceRange],
    beside word: String
  ) -> Diagnostic {
    Diagnostic(
      .constantCondition,
      message,
      help: help,
      at: ranges.last,
      related: ranges.dropLast().map { Located(word, at: $0) }
    )
  }
}
