import ArgumentParser

struct DecideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "decide")
}
