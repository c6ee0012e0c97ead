import AccessPolicy

// The sentences for authorisation registers.

extension Diagnostic {
  static func emptyRegister(_ file: String) -> Diagnostic {
    Diagnostic(
      .emptyFile,
      severity: .error,
      "the register `\(file)` says nothing",
      help: "where there is no register in force, leave `--register` out",
      at: nil
    )
  }

  static func registerTooLong(_ file: String, limit: Int) -> Diagnostic {
    Diagnostic(
      .tooLarge,
      "the register `\(file)` is longer than \(limit >> 20) MiB, which is too long for YAML",
      help: "write a register of this size as JSON",
      at: nil
    )
  }

  static func registerVersion(_ version: Located<Int64>) -> Diagnostic {
    Diagnostic(
      .wrongValue,
      "this is form \(version.value) of the register, and only form 1 is known",
      help: "write `1`, if the register is in the form of docs/provisioning.md; "
        + "else use the version of access-policy that wrote it",
      at: version.range
    )
  }

  static func registerOfAnother(
    _ named: PolicySetID,
    policySet: PolicySetID,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .wrongValue,
      "the register is of the policy set `\(named)`, and this is `\(policySet)`",
      help: "name the policy set `\(named)`, or the register of `\(policySet)`",
      at: range
    )
  }

  static func recordTwice(_ key: String, at range: SourceRange, first: SourceRange) -> Diagnostic {
    Diagnostic(
      .declaredTwice,
      "two entries are by the staff record `\(key)`",
      help: "delete one of them: a staff record gives one authorisation",
      at: range,
      related: [Located("this is the first", at: first)]
    )
  }

  static func deviationTwice(_ key: String, at range: SourceRange, first: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .declaredTwice,
      "two deviations of one authorisation have the key `\(key)`",
      help: "give one of them another key, or delete it",
      at: range,
      related: [Located("this is the first", at: first)]
    )
  }

  static func endedAndActive(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .conflictingKeys,
      "the authorisation has ended, and is active",
      help: "write `isActive: false`, or take `endedAt` out",
      at: range
    )
  }
}
