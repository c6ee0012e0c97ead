import ArgumentParser

/// `access-policy`: each command turns options into one call of a library, and a report.
@main
struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "access-policy",
    abstract: "Checks, tests and asks access-control policy sets.",
    discussion: """
      A policy set is a folder of YAML files. Exit status: 0 when all is well, 1 when something \
      that was asked is not so, 2 when what was read is invalid, 3 when scenarios meet too little, 64 \
      for wrong usage.
      """,
    version: "0.1.0",
    subcommands: [
      CheckCommand.self, TestCommand.self, DecideCommand.self, ExplainCommand.self,
      TraceCommand.self, ProvisionCommand.self,
      DryRunCommand.self, MatrixCommand.self, DiffCommand.self, VerifyCommand.self,
      SchemaCommand.self,
    ]
  )
}
