import AccessPolicy
import PolicyScenarios

/// The words of verifications, in both languages.
struct PrincipleWords: AnalysisWords {
  let language: Language

  var title: String {
    say("Holder reglene seg til prinsippene?", "Do the rules hold to the principles?")
  }
  var policySet: String { say("Regelsett", "Policy set") }
  var none: String { say("Regelsettet har ingen prinsipper.", "The policy set has no principles.") }
  var restsOn: String { say("Grunnlag", "Rests on") }
  var place: String { say("Står i", "Stands in") }
  var example: String { say("For eksempel", "For instance") }
  var other: String { say("Men", "But") }
  var decidedBy: String { say("Avgjort av", "Decided by") }
  var wrong: String { say("Galt", "Wrong") }
  var where_: String { say("Gjelder", "Where") }

  func verdict(_ verdict: PrincipleResult.Verdict) -> String {
    switch verdict {
    case .holds: say("holder", "holds")
    case .broken: say("brutt", "broken")
    case .empty: say("gjelder ingen situasjon", "speaks of no situation")
    case .undecided: say("uavklart", "undecided")
    }
  }

  func looked(_ result: PrincipleResult) -> String {
    switch result.verdict {
    case .broken:
      say(
        "brutt i \(result.broken.count) av \(cells(result.cells))",
        "broken in \(result.broken.count) of \(cells(result.cells))"
      )
    case .empty:
      say(
        "ingen situasjon er som den sier, så den kan ikke brytes",
        "no situation is as it says, so that it cannot be broken"
      )
    case .holds, .undecided: cells(result.cells)
    }
  }

  func sum(_ report: PrincipleReport) -> String {
    let counts = PrincipleResult.Verdict.allCases.reversed().map { verdict in
      (verdict, report.results.count { $0.verdict == verdict })
    }
    return counts.filter { $0.1 > 0 }.map { "\(self.verdict($0.0)): \($0.1)" }
      .joined(separator: " · ")
  }

  /// What is wrong in a counterexample, in one sentence.
  func breach(_ example: Counterexample, _ principle: Principle) -> String {
    let answer = outcome(example.situation.decision.outcome)
    switch example.breach {
    case .answer(.reveal):
      return say(
        "svaret er \(answer), og en får vite at det finnes noe",
        "the answer is \(answer), and one learns that there is something"
      )
    case .answer:
      return say("svaret er \(answer)", "the answer is \(answer)")
    case .reason(let id): return reason(id, example, principle)
    case .obligations(let all):
      let missing = all.subtracting(example.situation.decision.obligations).sorted()
      let names = missing.map { "`\($0)`" }.joined(separator: ", ")
      return say("svaret er \(answer), uten \(names)", "the answer is \(answer), without \(names)")
    case .independence(let facts):
      let names = facts.map { "`\($0)`" }.joined(separator: ", ")
      let other = example.other.map { outcome($0.decision.outcome) } ?? ""
      return say(
        "svaret er \(answer), og et annet (\(other)) når bare \(names) er annerledes",
        "the answer is \(answer), and another (\(other)) where only \(names) is otherwise"
      )
    }
  }

  private func reason(
    _ id: SelfAuthorisationID,
    _ example: Counterexample,
    _ principle: Principle
  ) -> String {
    let offers = example.situation.decision.demands.flatMap(\.anyOf)
    guard let terms = principle.reasons, let offer = offers.first(where: { $0.rule == id }) else {
      return "`\(id)`"
    }
    var lacks: [String] = []
    let missing = terms.obligations.subtracting(offer.obligations).sorted()
    if !missing.isEmpty {
      let names = missing.map { "`\($0)`" }.joined(separator: ", ")
      lacks.append(say("gir ikke \(names)", "does not bring \(names)"))
    }
    if let longest = terms.longest, offer.lifetime > longest {
      lacks.append(
        say(
          "varer \(offer.lifetime), og høyst \(longest) er tillatt",
          "lasts \(offer.lifetime), and at most \(longest) is permitted"
        )
      )
    }
    if let least = terms.leastText, offer.leastText < least {
      lacks.append(
        say(
          "ber om \(offer.leastText) synlige tegn, og minst \(least) kreves",
          "asks for \(offer.leastText) visible characters, and at least \(least) are demanded"
        )
      )
    }
    return say("en begrunnelse etter `\(id)` ", "a reason by `\(id)` ")
      + lacks.joined(separator: say(" og ", " and "))
  }
}
