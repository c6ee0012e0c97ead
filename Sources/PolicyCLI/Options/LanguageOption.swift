public import AccessPolicy
public import ArgumentParser

extension Language: ExpressibleByArgument {}
extension Audience: ExpressibleByArgument {}

/// The language of words for people.
struct LanguageOptions: ParsableArguments {
  @Option(help: "The language of words for people: nb (Norwegian) or en.")
  var language = Language.en
}
