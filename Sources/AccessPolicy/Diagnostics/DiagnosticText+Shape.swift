// The sentences for mistakes in the shape of a file: keys, forms, values, names.

extension Diagnostic {
  /// The key that was meant by one that means nothing, if one is near.
  package static func nearestKey(_ key: Located<String>, among allowed: [String]) -> String? {
    NearestName.of(key.value, among: allowed)
  }

  package static func unknownKey(
    _ key: Located<String>,
    in owner: String,
    allowed: [String]
  ) -> Diagnostic {
    let nearest = nearestKey(key, among: allowed)
    if isBare(key), OtherReaders.truthValue(key.value) != nil {
      return .yesOrNoAsKey(key, in: owner, nearest: nearest, allowed: allowed)
    }
    let all = allowed.quoted()
    return Diagnostic(
      .unknownKey,
      "\(owner) has no key `\(key.value)`",
      help: nearest.map { "did you mean `\($0)`? The keys are: \(all)" } ?? "the keys are: \(all)",
      at: key.range
    )
  }

  /// Whether a key stands without quotes; what is in quotes takes more room than it says.
  package static func isBare(_ key: Located<String>) -> Bool {
    key.range.length == key.value.unicodeScalars.count
  }

  package static func missingKey(
    _ key: String,
    in owner: String,
    isJSON: Bool = false,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .missingKey,
      "\(owner) lacks `\(key)`",
      help: isJSON ? "add `\"\(key)\": …`" : "add `\(key):`",
      at: range
    )
  }

  package static func wrongForm(
    _ node: DocumentNode,
    of what: String,
    expected: String,
    isJSON: Bool = false
  ) -> Diagnostic {
    let help: String =
      switch (expected, node.content) {
      case ("a list", .scalar(let text, isQuoted: true))
      where isJSON && !text.contains { $0 == "\"" || $0 == "\\" }:
        "write `[\"\(text)\"]`, in brackets"
      case ("a list", _) where isJSON && node.formInWords != "nothing":
        "write `[\"first\", \"second\"]`"
      case ("a set of keys", _) where isJSON: "write an object, as `{\"key\": \"value\"}`"
      case (_, .scalar(let text, let isQuoted)) where !isQuoted && node.formInWords == "nothing":
        "write \(expected) here\(text.isEmpty ? ", or take the key out" : "")"
      case ("a list", .scalar(let text, _)): "write `[\(text)]`, in brackets"
      case ("a list", _): "write `[first, second]`, or each item on a line of its own after `- `"
      case ("a single value", _): "write one value, without brackets"
      default: "write `key: value`, each on a line of its own, without `- `"
      }
    return Diagnostic(
      .wrongForm,
      "\(what) should be \(expected), and is \(node.formInWords)",
      help: help,
      at: node.range
    )
  }

  package static func wrongValue(
    _ text: String,
    of what: String,
    expected: String,
    help: String? = nil,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .wrongValue,
      "`\(text)` is no \(expected), which \(what) should be",
      help: help,
      at: range
    )
  }

  package static func notYesOrNo(
    _ text: String,
    of what: String,
    isQuoted: Bool,
    at range: SourceRange
  ) -> Diagnostic {
    if isQuoted, OtherReaders.truthValue(text) != nil {
      return .quotedYesOrNo(text, of: what, at: range)
    }
    return Diagnostic(
      .wrongValue,
      isQuoted
        ? "\(what) is the text \"\(text)\", and should be yes or no"
        : "`\(text)` is neither yes nor no, which \(what) should be",
      help: OtherReaders.truthValue(text).map { "write `\($0 ? "yes" : "no")`" }
        ?? "write `yes` or `no`, without quotes",
      at: range
    )
  }

  package static func notANumber(
    _ text: String,
    of what: String,
    isQuoted: Bool,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .wrongValue,
      isQuoted
        ? "\(what) is the text \"\(text)\", and should be a whole number"
        : "`\(text)` is no whole number, which \(what) should be",
      help: isQuoted && Int64(text).map { "\($0)" } == text
        ? "write `\(text)`, without quotes" : "write digits alone, such as `4`, without quotes",
      at: range
    )
  }

  package static func notOneOf(
    _ text: String,
    of what: String,
    allowed: [String],
    at range: SourceRange
  ) -> Diagnostic {
    let all = allowed.quoted()
    let nearest = NearestName.of(text, among: allowed)
    return Diagnostic(
      .wrongValue,
      "\(what) cannot be `\(text)`",
      help: nearest.map { "did you mean `\($0)`? It can be: \(all)" } ?? "it can be: \(all)",
      at: range
    )
  }

  package static func conflictingKeys(_ message: String, help: String, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(.conflictingKeys, message, help: help, at: range)
  }

  package static func notAnIdentifier(_ text: String, of what: String, at range: SourceRange)
    -> Diagnostic
  {
    if SpelledOut.isIdentifierButForLetters(text) {
      return .letterOutsideASCII(text, among: [], at: range)
    }
    return Diagnostic(
      .notAnIdentifier,
      text.isEmpty ? "\(what) is empty" : "`\(text)` cannot be \(what)",
      help:
        "an id has letters a–z and A–Z, digits, `-`, `_` and `.`, and begins with a letter or digit; "
        + "other letters and spaces belong in `title`",
      at: range
    )
  }

  package static func undeclared(
    _ kind: String,
    _ text: String,
    among declared: some Sequence<String>,
    at range: SourceRange
  ) -> Diagnostic {
    let names = Array(declared)
    if SpelledOut.firstLetter(text) != nil {
      return .letterOutsideASCII(text, among: names, at: range)
    }
    if let other = names.sorted().first(where: { NearestName.differ($0, text) }) {
      return .otherCase(kind, text, declared: other, at: range)
    }
    let help: String? =
      if let nearest = NearestName.of(text, among: names) {
        "did you mean `\(nearest)`?"
      } else if names.isEmpty {
        "the policy set declares no \(kind) at all"
      } else if names.count <= 12 {
        "declared are: \(names.sorted().quoted())"
      } else {
        "declare it, or name one that is declared"
      }
    return Diagnostic(
      .undeclaredName,
      "no \(kind) is declared as `\(text)`",
      help: help,
      at: range
    )
  }

  package static func declaredTwice(
    _ kind: String,
    _ text: String,
    at range: SourceRange,
    first: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .declaredTwice,
      "the \(kind) `\(text)` is declared twice",
      help: "an id is declared once in the whole set: rename one of them, or join them",
      at: range,
      related: [Located("first declared here", at: first)]
    )
  }

  package static func namedTwice(
    _ text: String,
    in what: String,
    at range: SourceRange,
    first: SourceRange
  )
    -> Diagnostic
  {
    Diagnostic(
      .namedTwice,
      "\(what) names `\(text)` twice",
      help: "once is enough; was another name meant?",
      at: range,
      related: [Located("first named here", at: first)]
    )
  }
}
