import AccessPolicy

// The sentences for mistakes in files and folders, and in text before it has a shape.

// Files and folders.
extension Diagnostic {
  static func nothingThere(_ path: String, what: String) -> Diagnostic {
    Diagnostic(
      .unreadable,
      "there is no \(what) `\(path)`",
      help: "check the spelling, and from which folder the command is run",
      at: nil
    )
  }

  static func unreadable(_ path: String, reason: String) -> Diagnostic {
    Diagnostic(.unreadable, "`\(path)` cannot be read: \(reason)", at: nil)
  }

  static func notAFile(_ path: String) -> Diagnostic {
    Diagnostic(
      .unreadable,
      "`\(path)` is neither a file nor a folder",
      help: "policy files are ordinary files",
      at: nil
    )
  }

  static func linkToFolder(_ path: String) -> Diagnostic {
    Diagnostic(
      .notSupported,
      "`\(path)` is a link to a folder, and links to folders are not followed",
      help: "put the folder itself there, or name it where the policy set is read from",
      at: nil
    )
  }

  static func linkToNothing(_ path: String) -> Diagnostic {
    Diagnostic(.unreadable, "`\(path)` is a link to a file that is not there", at: nil)
  }

  static func linkLeadsOut(_ path: String, folder: String) -> Diagnostic {
    Diagnostic(
      .notSupported,
      "`\(path)` is a link that leads out of `\(folder)`",
      help: "everything that a policy set says stands in its folder: copy the file into it",
      at: nil
    )
  }

  static func noPolicyFiles(_ path: String) -> Diagnostic {
    Diagnostic(
      .noFiles,
      "the folder `\(path)` holds no policy files",
      help: "policy files end in `.yaml` or `.yml`; "
        + "hidden files, and those in `scenarios`, do not count",
      at: nil
    )
  }

  static func noScenarioFiles(_ path: String) -> Diagnostic {
    Diagnostic(
      .noFiles,
      "the folder `\(path)` holds no scenario files",
      help: "scenario files end in `.yaml` or `.yml`; a run without scenarios would prove nothing",
      at: nil
    )
  }

  static func noScenarioFolder(_ path: String) -> Diagnostic {
    Diagnostic(
      .noFiles,
      "there is no folder `\(path)` with scenarios",
      help: "the scenarios of a policy set stand in the folder `scenarios` inside its folder",
      at: nil
    )
  }
}

// Limits.
extension Diagnostic {
  static func fileTooLarge(limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .tooLarge,
      "the text is longer than \(bytes(limit))",
      help: "split it into several files; a section may be spread over as many as are needed",
      at: range
    )
  }

  static func requestTooLarge(limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(.tooLarge, "the request is longer than \(bytes(limit))", at: range)
  }

  static func folderTooLarge(_ path: String, limit: Int) -> Diagnostic {
    Diagnostic(
      .tooLarge,
      "the files of `\(path)` are together longer than \(bytes(limit))",
      help: "is it the folder of one policy set?",
      at: nil
    )
  }

  static func tooManyFiles(_ path: String, limit: Int) -> Diagnostic {
    Diagnostic(
      .tooLarge,
      "`\(path)` holds more than \(limit) files and folders",
      help: "is it the folder of one policy set?",
      at: nil
    )
  }

  static func nestedTooDeeply(limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .tooLarge,
      "more than \(limit) lists and sets of keys stand inside each other here",
      at: range
    )
  }

  static func tooManyValues(limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .tooLarge,
      "the file has more than \(limit) values, with those that aliases repeat",
      help: "split it into several files; an alias (`*name`) counts as all that it stands for",
      at: range
    )
  }

  static func tooManyAliases(limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .tooLarge,
      "the file has more than \(limit) anchors (`&name`) or aliases (`*name`)",
      help: "write the values out",
      at: range
    )
  }

  private static func bytes(_ limit: Int) -> String {
    limit >= 1 << 20 && limit % (1 << 20) == 0 ? "\(limit >> 20) MiB" : "\(limit) bytes"
  }
}

// Text.
extension Diagnostic {
  static func notUTF8(_ byte: UInt8, isUTF16: Bool, at range: SourceRange) -> Diagnostic {
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

  static func hiddenCharacter(_ scalar: Unicode.Scalar, at range: SourceRange) -> Diagnostic {
    let name = scalar.properties.name ?? scalar.properties.nameAlias
    let code = scalarName(scalar)
    return Diagnostic(
      .notText,
      "a hidden character stands here: \(code)\(name.map { " (\($0.lowercased()))" } ?? "")",
      help: "delete it: what a reader of the file sees must be what the engine reads",
      at: range
    )
  }

  static func scalarName(_ scalar: Unicode.Scalar) -> String {
    let hex = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
  }

  static func duplicateKey(_ key: String, at range: SourceRange, first: SourceRange) -> Diagnostic {
    Diagnostic(
      .duplicateKey,
      "the key `\(key)` stands twice",
      help: "delete one of them, or join what they say",
      at: range,
      related: [Located("it stands here first", at: first)]
    )
  }
}

// Requests.
extension Diagnostic {
  static func sameKeyTwice(
    _ key: String,
    of kind: String,
    at range: SourceRange,
    first: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .declaredTwice,
      "two \(kind)s of the patient have the key `\(key)`",
      help: "give each \(kind) a key of its own, so that the decision can name it",
      at: range,
      related: [Located("this is the first", at: first)]
    )
  }

  static func notOneKey(_ keys: [String], of what: String, found: Int, at range: SourceRange)
    -> Diagnostic
  {
    let all = keys.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      .conflictingKeys,
      found == 0 ? "\(what) says nothing" : "\(what) says several things at once",
      help: "give exactly one of \(all)",
      at: range
    )
  }
}
