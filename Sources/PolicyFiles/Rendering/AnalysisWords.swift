import AccessPolicy
import PolicyScenarios

/// The words that comparisons and verifications share, in both languages.
protocol AnalysisWords: Bilingual {}

extension AnalysisWords {
  func outcome(_ outcome: Outcome) -> String {
    switch outcome {
    case .allow: say("ja", "yes")
    case .justify: say("med begrunnelse", "with a reason")
    case .deny: say("nei", "no")
    }
  }

  /// How many combinations something is so of.
  func cells(_ count: Int) -> String {
    count == 1
      ? say(
        "1 kombinasjon av rolle, handling og innholdstype",
        "1 combination of role, action and content class"
      )
      : say(
        "\(count) kombinasjoner av rolle, handling og innholdstype",
        "\(count) combinations of role, action and content class"
      )
  }

  func undecided(_ cells: [SituationCell]) -> String {
    say("Uavklart, søket ga opp: ", "Undecided, the search gave up: ")
      + cells.map(\.description).joined(separator: "; ")
  }

  func defects(_ cells: [SituationCell]) -> String {
    say(
      "Feil i analysen, motoren svarer noe annet: ",
      "A defect of the analysis, the engine answers otherwise: "
    ) + cells.map(\.description).joined(separator: "; ")
  }
}
