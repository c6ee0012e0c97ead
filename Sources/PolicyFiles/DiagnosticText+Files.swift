import AccessPolicy

// The sentences for mistakes in files, folders and requests.

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
    Diagnostic(
      .unreadable,
      "`\(path)` cannot be read: \(reason)",
      help: "let whoever runs this read it, or take it out of the folder",
      at: nil
    )
  }

  static func nameIsNoText(_ path: String) -> Diagnostic {
    Diagnostic(
      .unreadable,
      "`\(path)` cannot be read: its name is not UTF-8",
      help: "rename it: `\u{FFFD}` stands for what is no letter in UTF-8",
      at: nil
    )
  }

  static func notAFolder(_ path: String) -> Diagnostic {
    Diagnostic(
      .unreadable,
      "`\(path)` is not a folder",
      help:
        "the scenarios of a policy set stand in a folder of this name: put one there, or rename "
        + "what is there",
      at: nil
    )
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
    Diagnostic(
      .unreadable,
      "`\(path)` is a link to a file that is not there",
      help: "delete the link, or put the file where it leads",
      at: nil
    )
  }

  static func linkLeadsOut(_ path: String, folder: String) -> Diagnostic {
    Diagnostic(
      .notSupported,
      "`\(path)` is a link that leads out of `\(folder)`",
      help: "everything that a policy set says stands in its folder: copy the file into it",
      at: nil
    )
  }

  static func almostYAML(_ path: String) -> Diagnostic {
    Diagnostic(
      .notSupported,
      "`\(path)` would not be read: its name does not end in `.yaml` or `.yml`",
      help: "rename it; capitals and spaces count",
      at: nil
    )
  }

  static func leftOver(_ path: String) -> Diagnostic {
    Diagnostic(
      .notRead,
      "`\(path)` is not read: its name does not end in `.yaml` or `.yml`",
      help: "delete it, or move it out of the folder; if it counts, rename it",
      at: nil
    )
  }

  static func empty(_ document: Document) -> Diagnostic {
    Diagnostic(
      .emptyFile,
      "this file says nothing",
      help: "delete it, or write into it what it should say",
      at: SourceRange(file: document.file, line: 1, column: 1)
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

// Requests.
extension Diagnostic {
  static func emptyKey(_ what: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .wrongValue,
      "\(what) is an empty text, which is nobody's key",
      help: "write `null` where there is none, or leave it out where it is not known",
      at: range
    )
  }

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
    let all = keys.quoted()
    return Diagnostic(
      .conflictingKeys,
      found == 0 ? "\(what) says nothing" : "\(what) says several things at once",
      help: "give exactly one of \(all)",
      at: range
    )
  }
}
