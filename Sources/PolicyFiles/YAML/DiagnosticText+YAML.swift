import AccessPolicy

// The sentences for forms of YAML that policy files do not use.

extension Diagnostic {
  static func directive(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .notSupported,
      "a YAML directive stands here, and policy files have none",
      help: "delete the line; text that begins with `%` stands in quotes",
      at: range
    )
  }

  static func severalDocuments(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .notSupported,
      "a second document begins here, and a file has only one",
      help: "delete the line `---`, or put what follows into a file of its own",
      at: range
    )
  }

  static func tag(_ tag: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .notSupported,
      "`\(tag)` is a YAML tag, and policy files have none",
      help: "delete it; text that begins with `!` stands in quotes",
      at: range
    )
  }

  static func mergeKey(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .notSupported,
      "`<<` would merge other keys into these, and policy files do not merge",
      help: "write the keys out, so that everybody sees what holds",
      at: range
    )
  }

  static func keyNotText(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .notSupported,
      "a key must be written out as text",
      help: "a list, a set of keys or an alias cannot be a key; "
        + "text that begins with `[`, `{` or `*` stands in quotes",
      at: range
    )
  }

  static func emptyKey(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .notWellFormed,
      "a key is missing before `:`",
      help: "write the key, or take the `:` away; text that begins with `:` stands in quotes",
      at: range
    )
  }

  static func undefinedAlias(_ name: String, among names: [String], at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .notWellFormed,
      "the alias `*\(name)` repeats nothing: no value before it is named `&\(name)`",
      help: NearestName.of(name, among: names).map { "did you mean `*\($0)`?" }
        ?? "text that begins with `*` stands in quotes",
      at: range
    )
  }

  static func aliasInsideItself(_ name: String, at range: SourceRange, anchor: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .notSupported,
      "the alias `*\(name)` stands inside the value that it repeats",
      help: "write out what is meant there",
      at: range,
      related: [Located("the value begins here", at: anchor)]
    )
  }

  static func anchorTwice(_ name: String, at range: SourceRange, first: SourceRange) -> Diagnostic {
    Diagnostic(
      .notSupported,
      "two values are named `&\(name)`",
      help: "give them different names, so that an alias can only mean one",
      at: range,
      related: [Located("this is the first", at: first)]
    )
  }
}

/// Says in plain words what libyaml found wrong.
struct YAMLWords {
  let lines: SourceLines
  let file: String
  let limits: ReadingLimits

  func diagnostic(_ problem: YAMLProblem) -> Diagnostic {
    let here = place(problem.mark)
    let start = problem.contextMark.map { place($0) } ?? here
    let begun = { (what: String) in
      start == here ? [] : [Located("the \(what) begins here", at: start)]
    }
    switch problem.problem {
    case "found character that cannot start any token":
      return cannotBegin(problem.mark)
    case "could not find expected ':'":
      return malformed(
        "this should be a key, with a `:` after it",
        "write `key: value`, with a space after the colon; text of several lines stands in quotes",
        at: start
      )
    case "block sequence entries are not allowed in this context":
      return malformed(
        "a list item cannot begin here",
        "begin the list on a new line; text that begins with `- ` stands in quotes",
        at: here
      )
    case "mapping keys are not allowed in this context":
      return malformed(
        "a key cannot begin here",
        "text that begins with `? ` stands in quotes",
        at: here
      )
    case "mapping values are not allowed in this context":
      return malformed(
        "a `:` cannot stand here",
        "text that holds a colon and a space stands in quotes; "
          + "keys that belong together begin in the same column",
        at: here
      )
    case "found a tab character where an indentation space is expected",
      "found a tab character that violates indentation":
      return tab(here)
    case "found unexpected end of stream":
      return malformed(
        "the quoted text that begins here never ends",
        "write the closing quote; inside single quotes, `'` is written `''`",
        at: start
      )
    case "found unexpected document indicator":
      return malformed(
        "`---` or `...` at the beginning of a line ends the file, and the quoted text is still open",
        "write the closing quote, or indent the line",
        at: here,
        related: begun("quoted text")
      )
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      return malformed(
        "this is no escape that YAML knows",
        "write a backslash as `\\\\`, or put the text in single quotes",
        at: here
      )
    case "found unexpected ':'":
      return malformed(
        "a `:` cannot stand here",
        "text that holds a colon stands in quotes",
        at: here
      )
    case "did not find expected alphabetic or numeric character":
      return malformed(
        "a name must follow `&` or `*`",
        "text that begins with `&` or `*` stands in quotes",
        at: here
      )
    case "found an indentation indicator equal to 0", "did not find expected comment or line break":
      return malformed(
        "the text after `|` or `>` begins on the next line",
        "text that begins with `|` or `>` stands in quotes",
        at: here
      )
    case "did not find expected <document start>":
      return malformed(
        "this does not belong to what stands before it",
        "keys that belong together begin in the same column",
        at: here
      )
    case "did not find expected node content":
      if character(at: problem.mark) == ":" { return .emptyKey(at: here) }
      return problem.context == "while parsing a block node"
        ? cannotBegin(problem.mark)
        : malformed("a value is missing here", "write it, or take the comma away", at: here)
    case "did not find expected '-' indicator":
      return malformed(
        "this is no item of the list before it",
        "items of a list begin with `- `, in the same column",
        at: here,
        related: begun("list")
      )
    case "did not find expected key":
      if character(at: problem.mark) == ":" { return .emptyKey(at: here) }
      return malformed(
        "this does not fit the keys before it",
        "keys that belong together begin in the same column, and each is followed by `:` and a space",
        at: here,
        related: begun("set of keys")
      )
    case "did not find expected ',' or ']'":
      return malformed(
        "a `,` or `]` should stand here",
        help(forOpen: "]", at: problem.mark, begun: start),
        at: here,
        related: begun("list")
      )
    case "did not find expected ',' or '}'":
      return malformed(
        "a `,` or `}` should stand here",
        help(forOpen: "}", at: problem.mark, begun: start),
        at: here,
        related: begun("set of keys")
      )
    case let problem where problem.hasPrefix("Maximum nesting level reached"):
      // libyaml looks ahead, and then meets its own limit before ours.
      return .nestedTooDeeply(limit: limits.depth, at: here)
    default:
      if problem.context.contains("tag") || problem.problem.contains("tag") {
        return .tag("!", at: start)
      }
      return malformed(
        "this is not YAML: \(problem.problem)",
        "text with signs of its own, such as `:` or `#`, stands in quotes",
        at: here
      )
    }
  }

  private func character(at mark: YAMLMark) -> Unicode.Scalar? {
    lines[mark.line]?.dropFirst(mark.column - 1).first
  }

  /// What would be right where a list or set of keys in brackets goes on as it cannot.
  private func help(forOpen bracket: String, at mark: YAMLMark, begun start: SourceRange) -> String
  {
    guard let found = character(at: mark), mark.line == start.line else {
      return "close it with `\(bracket)`, in the line where it ends"
    }
    switch found {
    case ":": return "text that holds a colon and a space stands in quotes: `\"…: …\"`"
    case "[", "{", "]", "}": return "text with `[`, `]`, `{`, `}` or `,` stands in quotes"
    case "#": return "close it with `\(bracket)` before the comment"
    default: return "write a `,` between the two"
    }
  }

  private func cannotBegin(_ mark: YAMLMark) -> Diagnostic {
    let here = place(mark)
    guard let character = character(at: mark), character != "\t" else { return tab(here) }
    return malformed(
      "a text cannot begin with `\(character)`",
      "put the text in quotes",
      at: here
    )
  }

  private func tab(_ range: SourceRange) -> Diagnostic { .tabIndentation(at: range) }

  private func malformed(
    _ message: String,
    _ help: String?,
    at range: SourceRange,
    related: [Located<String>] = []
  ) -> Diagnostic {
    Diagnostic(.notWellFormed, message, help: help, at: range, related: related)
  }

  /// A mark as a place; the end of the text is shown at the end of its last line that has any.
  private func place(_ mark: YAMLMark) -> SourceRange {
    var line = min(mark.line, lines.count)
    guard lines[line]?.isEmpty != false, mark.column <= 1 else {
      return SourceRange(file: file, line: line, column: mark.column)
    }
    while line > 1, lines[line]?.isEmpty != false { line -= 1 }
    return SourceRange(file: file, line: line, column: (lines[line]?.count ?? 0) + 1)
  }
}
