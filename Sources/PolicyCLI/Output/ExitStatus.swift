import ArgumentParser

/// What the tool's exit statuses mean, in every command.
enum ExitStatus {
  /// Something that was asked is not so: a scenario failed, or a warning is left.
  static let failed = ExitCode(1)
  /// What was read is invalid.
  static let invalid = ExitCode(2)
  /// Everything came out as expected, and too little of the policy set was met.
  static let notCovered = ExitCode(3)
}
