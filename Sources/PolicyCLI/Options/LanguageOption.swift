public import AccessPolicy
public import ArgumentParser
import Foundation

extension Language: ExpressibleByArgument {}
extension Audience: ExpressibleByArgument {}

/// The language of words for people.
struct LanguageOptions: ParsableArguments {
  @Option(
    name: .customLong("language"),
    help:
      "The language of words for people: nb (Norwegian) or en; by default, that of the environment."
  )
  var asked: Language?

  var language: Language { asked ?? Language(environment: ProcessInfo.processInfo.environment) }
}

extension Language {
  /// The language that the environment asks for: Norwegian where it is Norwegian, else English.
  init(environment: [String: String]) {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty }
    let code = locale?.prefix { $0.isLetter }.lowercased()
    self = ["nb", "nn", "no"].contains(code) ? .nb : .en
  }
}
