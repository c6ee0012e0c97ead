// The sentences for slips that look right on the page, and are not.

// Quotes and tabs.
extension Diagnostic {
  /// Curly quotes, or others that a word processor makes, around a value or key.
  package static func smartQuotes(
    _ quoted: String,
    inside text: String?,
    mayBeText: Bool = false,
    at range: SourceRange
  ) -> Diagnostic {
    let mark = quoted.unicodeScalars.first.map { String($0) } ?? ""
    let keeping =
      mayBeText ? "; if the text has these quotes, put straight ones around all of it" : ""
    return Diagnostic(
      .smartQuotes,
      "`\(mark)` is no quotation mark to the engine, only a character among others",
      help: text.map { "write `\"\($0)\"`, with straight quotes\(keeping)" }
        ?? "write the straight quote `\"`",
      at: range
    )
  }

  /// A tab in the white space before the text of a line.
  package static func tabIndentation(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .tabIndentation,
      "a tab stands where only spaces can indent: how wide it is, each editor says for itself",
      help: "replace it with spaces, as many as the lines around it have",
      at: range
    )
  }
}

// Letters.
extension Diagnostic {
  /// An id with a letter such as `ø`; `fallback` says what else is known of such names.
  package static func letterOutsideASCII(
    _ text: String,
    among declared: some Sequence<String>,
    fallback: String? = nil,
    at range: SourceRange
  ) -> Diagnostic {
    let letter = SpelledOut.firstLetter(text) ?? "?"
    let isLatin = SpelledOut.variants(String(letter)).isEmpty == false
    let variants = SpelledOut.variants(text)
    let names = Array(declared)
    let help: String =
      if let same = variants.first(where: names.contains) {
        "write `\(same)`"
      } else if let nearest = variants.lazy.compactMap({ NearestName.of($0, among: names) }).first {
        "did you mean `\(nearest)`?"
      } else if let fallback {
        fallback
      } else if let first = variants.first {
        "write `\(first)`; other letters belong in `title`"
      } else {
        "write it with the letters a–z; other letters belong in `title`"
      }
    let full = letter.properties.name.map { ", \($0.lowercased())" } ?? ""
    let name = isLatin ? "" : " (\(scalarName(letter))\(full))"
    return Diagnostic(
      .letterOutsideASCII,
      "`\(text)` has the letter `\(letter)`\(name), and ids are written with a–z alone",
      help: help,
      at: range
    )
  }

  /// A name that another one is but for capital and small letters.
  package static func otherCase(
    _ kind: String,
    _ text: String,
    declared: String,
    severity: Severity = .error,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .differsInCase,
      severity: severity,
      "there is no \(kind) `\(text)`, but there is `\(declared)`: capital and small letters differ",
      help: "write `\(declared)`",
      at: range
    )
  }

  /// Two declared names that differ in capital and small letters alone.
  package static func differInCase(
    _ kind: String,
    _ text: String,
    at range: SourceRange,
    other: String,
    first: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .differsInCase,
      "the \(kind) `\(text)` differs from `\(other)` in capital and small letters alone, so one is "
        + "soon taken for the other",
      help: "give one of them another name, or join them",
      at: range,
      related: [Located("the other is declared here", at: first)]
    )
  }
}

// Yes, no and clock times.
extension Diagnostic {
  /// Yes or no in quotes, where the thing itself is meant.
  package static func quotedYesOrNo(_ text: String, of what: String, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .yesOrNoAsText,
      "\(what) is the text \"\(text)\", and should be yes or no",
      help: OtherReaders.truthValue(text).map { "write `\($0 ? "yes" : "no")`, without quotes" }
        ?? "write `yes` or `no`, without quotes",
      at: range
    )
  }

  /// A bare word that other readers take for yes or no, where a text, id or key is expected.
  package static func bareYesOrNo(_ text: String, of what: String, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .yesOrNoAsText,
      "without quotes `\(text)` means yes or no to many readers of YAML, and \(what) is a text",
      help: "write `\"\(text)\"`, in quotes",
      at: range
    )
  }

  /// A key that other readers take for yes or no, and that is none of the keys of its place.
  package static func yesOrNoAsKey(
    _ key: Located<String>,
    in owner: String,
    nearest: String?,
    allowed: [String]
  ) -> Diagnostic {
    let all = allowed.quoted()
    return Diagnostic(
      .yesOrNoAsText,
      "\(owner) has no key `\(key.value)`, which means yes or no to many readers of YAML",
      help: nearest.map { "write `\($0)`" } ?? "the keys are: \(all)",
      at: key.range
    )
  }

  /// Yes or no where a condition belongs.
  static func yesOrNoAsCondition(_ text: String, isTrue: Bool, at range: SourceRange) -> Diagnostic
  {
    Diagnostic(
      .yesOrNoAsText,
      "`\(text)` is a value, and a condition asks something of the request",
      help: "write `\(isTrue ? "always" : "never")`",
      at: range
    )
  }

  /// A clock time without quotes; what would be right depends on what is expected.
  package static func unquotedTime(
    _ text: String,
    of what: String,
    help: String,
    at range: SourceRange
  )
    -> Diagnostic
  {
    let number = OtherReaders.clockTime(text)?.number
    return Diagnostic(
      .unquotedTime,
      "\(what) cannot be `\(text)`"
        + (number.map { ": without quotes, many readers of YAML make the number \($0) of it" } ?? ""),
      help: help,
      at: range
    )
  }

  /// A text that is no duration.
  package static func wrongDuration(
    _ text: String,
    of what: String,
    isQuoted: Bool,
    at range: SourceRange
  ) -> Diagnostic {
    if !isQuoted, let time = OtherReaders.clockTime(text) {
      return .unquotedTime(
        text,
        of: what,
        help: "write `\(durationInWords(time))`",
        at: range
      )
    }
    if TimeSpan.isTooLong(text) {
      return .wrongValue(
        text,
        of: what,
        expected: "duration that the engine can count with",
        help: "the longest is `\(TimeSpan.longest)`, which is 200 years",
        at: range
      )
    }
    return .wrongValue(
      text,
      of: what,
      expected: "duration",
      help: "a duration is a whole number and `seconds`, `minutes`, `hours`, `days` or `weeks`, "
        + "such as `30 days`; months and years have no fixed length",
      at: range
    )
  }

  /// How long a clock time is, as a duration is written.
  package static func durationInWords(_ time: OtherReaders.ClockTime) -> String {
    time.minutes == 0
      ? "\(time.hours) \(time.hours == 1 ? "hour" : "hours")"
      : "\(time.hours * 60 + time.minutes) minutes"
  }
}
