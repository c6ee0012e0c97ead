// The sentences for text before it has a shape: encoding, limits, keys that stand twice.

// Limits.
extension Diagnostic {
  package static func fileTooLarge(limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .tooLarge,
      "the text is longer than \(bytes(limit))",
      help: "split it into several files; a section may be spread over as many as are needed",
      at: range
    )
  }

  package static func requestTooLarge(limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .tooLarge,
      "the request is longer than \(bytes(limit))",
      help: "send only the links, blocks and grants of this patient, one request on each line",
      at: range
    )
  }

  package static func folderTooLarge(_ path: String, limit: Int) -> Diagnostic {
    Diagnostic(
      .tooLarge,
      "the files of `\(path)` are together longer than \(bytes(limit))",
      help: "is it the folder of one policy set?",
      at: nil
    )
  }

  package static func tooManyFiles(_ path: String, limit: Int) -> Diagnostic {
    Diagnostic(
      .tooLarge,
      "`\(path)` holds more than \(limit) files and folders",
      help: "is it the folder of one policy set?",
      at: nil
    )
  }

  package static func moreWarnings(than limit: Int) -> Diagnostic {
    Diagnostic(
      .tooLarge,
      severity: .warning,
      "there are more than \(limit) warnings, and only these are shown",
      help: "mend some of them and check again",
      at: nil
    )
  }

  static func moreMistakes(than limit: Int) -> Diagnostic {
    Diagnostic(
      .tooLarge,
      "there are more than \(limit) mistakes, and only these are shown",
      help: "mend some of them and check again",
      at: nil
    )
  }

  package static func nestedTooDeeply(limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .tooLarge,
      "more than \(limit) lists and sets of keys stand inside each other here",
      help: "close each bracket where its list ends; no policy set or request needs so many",
      at: range
    )
  }

  package static func tooManyValues(limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .tooLarge,
      "the file has more than \(limit) values, with those that aliases repeat",
      help: "split it into several files; an alias (`*name`) counts as all that it stands for",
      at: range
    )
  }

  package static func tooManyAliases(limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .tooLarge,
      "the file has more than \(limit) anchors (`&name`) or aliases (`*name`)",
      help: "write the values out",
      at: range
    )
  }

  static func tooManyObligations(limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .tooLarge,
      "the policy set declares more than \(limit) obligations",
      help: "give one obligation to what a service always does together",
      at: range
    )
  }

  private static func bytes(_ limit: Int) -> String {
    limit >= 1 << 20 && limit % (1 << 20) == 0 ? "\(limit >> 20) MiB" : "\(limit) bytes"
  }
}

// Text.
extension Diagnostic {
  package static func notUTF8(_ byte: UInt8, isUTF16: Bool, at range: SourceRange) -> Diagnostic {
    let hex = String(byte, radix: 16, uppercase: true)
    return Diagnostic(
      .notText,
      "the byte `\(hex.count < 2 ? "0" : "")\(hex)` does not belong to UTF-8 text",
      help: isUTF16
        ? "the file seems to be UTF-16: save it as UTF-8"
        : "save the file as UTF-8; in older encodings, `æ`, `ø` and `å` are other bytes",
      at: range
    )
  }

  package static func hiddenCharacter(
    _ scalar: Unicode.Scalar,
    isSpace: Bool,
    at range: SourceRange
  ) -> Diagnostic {
    let name = scalar.properties.name ?? scalar.properties.nameAlias
    let code = scalarName(scalar)
    let remedy = isSpace ? "write an ordinary space instead" : "delete it"
    return Diagnostic(
      .notText,
      "a hidden character stands here: \(code)\(name.map { " (\($0.lowercased()))" } ?? "")",
      help: "\(remedy): what a reader of the file sees must be what the engine reads",
      at: range
    )
  }

  package static func loneCarriageReturn(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .notText,
      "a line ends here with a carriage return alone (U+000D), which many editors do not show",
      help: "save the file with LF or CRLF as the ends of its lines, and read it again: "
        + "what looked like a comment may not be one",
      at: range
    )
  }

  package static func scalarName(_ scalar: Unicode.Scalar) -> String {
    let hex = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
  }

  package static func duplicateKey(_ key: String, at range: SourceRange, first: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .duplicateKey,
      "the key `\(key)` stands twice",
      help: "delete one of them, or join what they say",
      at: range,
      related: [Located("it stands here first", at: first)]
    )
  }
}
