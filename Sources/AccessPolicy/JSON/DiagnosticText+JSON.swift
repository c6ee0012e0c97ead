// The sentences for text that is not JSON.

extension Diagnostic {
  static func notJSON(
    _ message: String,
    found: String?,
    opened: SourceRange?,
    at range: SourceRange
  ) -> Diagnostic {
    let help: String? =
      switch found {
      case nil: "the text ends too early"
      case "'": "texts stand in double quotes"
      case "}", "]": "after a `,` something must follow"
      case "/", "#": "JSON has no comments"
      default: nil
      }
    return Diagnostic(
      .notWellFormed,
      message,
      help: help,
      at: range,
      related: opened.map { [Located("what is open begins here", at: $0)] } ?? []
    )
  }

  static func notJSONWord(_ word: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .notWellFormed,
      "`\(word)` is no JSON value",
      help: "a text stands in double quotes; "
        + "without quotes there are numbers, `true`, `false` and `null`",
      at: range
    )
  }

  static func notJSONNumber(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .notWellFormed,
      "this is no number in JSON",
      help: "a number has no `+` and no zeros before it",
      at: range
    )
  }

  static func stringNeverEnds(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .notWellFormed,
      "the text that begins here never ends",
      help: "write the closing quote; a new line inside a text is written `\\n`",
      at: range
    )
  }

  static func controlInString(_ byte: UInt8, at range: SourceRange) -> Diagnostic {
    let hex = String(byte, radix: 16, uppercase: true)
    return Diagnostic(
      .notWellFormed,
      "a text cannot hold the control character \(scalarName(Unicode.Scalar(byte)))",
      help: "write it as `\\u\(String(repeating: "0", count: 4 - hex.count))\(hex)`",
      at: range
    )
  }

  static func notJSONEscape(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .notWellFormed,
      "this is no escape that JSON knows",
      help: "write a backslash as `\\\\`; after `\\u` stand four hexadecimal digits",
      at: range
    )
  }

  static func loneSurrogate(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .notWellFormed,
      "this escape is half of a character",
      help: "a surrogate stands with its other half, such as `\\uD83D\\uDE00`",
      at: range
    )
  }
}
