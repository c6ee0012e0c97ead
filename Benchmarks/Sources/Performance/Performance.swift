import ArgumentParser

/// What the engine costs, on this machine, now.
@main
struct Performance: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "performance",
    abstract: "Measures what decisions, openings and loading cost.",
    subcommands: [Run.self, Load.self],
    defaultSubcommand: Run.self
  )
}
