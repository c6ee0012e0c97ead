import ArgumentParser
import Foundation

/// Whether output is coloured.
struct ColourOptions: ParsableArguments {
  enum When: String, ExpressibleByArgument, CaseIterable {
    case auto
    case always
    case never
  }

  @Option(
    name: [.long, .customLong("color")],
    help: "When to use colour; auto is on a terminal, unless NO_COLOR is set."
  )
  var colour = When.auto

  func isOn(isTerminal: Bool) -> Bool {
    switch colour {
    case .always: true
    case .never: false
    case .auto: isTerminal && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
    }
  }
}
