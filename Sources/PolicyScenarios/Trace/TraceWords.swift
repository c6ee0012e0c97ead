import AccessPolicy

/// The words of traces, in both languages.
struct TraceWords: Bilingual {
  let language: Language

  // MARK: Answers

  func status(_ status: TracedRequirement.Status) -> String {
    switch status {
    case .decided: say("avgjøres av en regel", "decided by a rule")
    case .engine: say("garantert av motoren", "guaranteed by the engine")
    case .tool: say("ivaretas av et verktøy", "served by a tool")
    case .outside: say("utenfor", "out of scope")
    case .notYet: say("ikke ennå", "not yet")
    case .unanswered: say("uten svar", "without an answer")
    }
  }

  func kind(_ kind: Requirement.Kind) -> String {
    switch kind {
    case .decision: say("beslutning", "decision")
    case .data: say("data", "data")
    case .logging: say("logg", "logging")
    case .process: say("prosess", "process")
    case .outside: say("utenfor", "outside")
    }
  }

  func why(_ side: Requirement.Side) -> String {
    switch side {
    case .opens: say("ingen sak som åpner", "no case that opens")
    case .shut: say("ingen sak som forblir lukket", "no case that stays shut")
    }
  }

  // MARK: Gaps

  var gaps: String { say("Mangler", "Gaps") }

  var noGaps: String {
    say(
      "Ingen: hvert krav om en beslutning har regel og saker på begge sider eller sier hvorfor "
        + "ikke, og hvert annet krav er besvart.",
      "None: every requirement of a decision has a rule, and cases on both sides, or says why "
        + "not; and every other requirement is answered."
    )
  }

  func gap(_ gap: TracedRequirement.Gap) -> String {
    switch gap {
    case .noRule: say("ingen regel hviler på det", "no rule rests on it")
    case .noCase(.opens): say("ingen sak åpner", "no case opens")
    case .noCase(.shut): say("ingen sak forblir lukket", "no case stays shut")
    case .hasCase(let side):
      say(
        "det sier hvorfor det har \(why(side)), og har en likevel",
        "it says why it has \(why(side)), and has one after all"
      )
    case .unanswered:
      say("ingenting besvarer det", "nothing answers it")
    }
  }

  func failed(_ count: Int) -> String {
    say(
      count == 1
        ? "1 celle kom ikke ut som ventet, og viser ingenting"
        : "\(count) celler kom ikke ut som ventet, og viser ingenting",
      count == 1
        ? "1 cell did not come out as expected, and shows nothing"
        : "\(count) cells did not come out as expected, and show nothing"
    )
  }

  // MARK: Tables

  func requirements(_ count: Int) -> String {
    say(
      "\(count) krav. Et krav kan ha flere svar.",
      "\(count) requirements. A requirement can have several answers."
    )
  }

  var answer: String { say("Svar", "Answer") }
  var count: String { say("Krav", "Requirements") }
  var requirement: String { say("Krav", "Requirement") }
  var rules: String { say("Regler", "Rules") }
  var cases: String { say("Saker", "Cases") }
  var opens: String { say("Åpner", "Opens") }
  var shut: String { say("Lukket", "Shut") }
  var others: String { say("Andre krav", "Other requirements") }

  func sides(opens: Int, shut: Int) -> String {
    say("\(opens) åpner, \(shut) lukket", "\(opens) open, \(shut) shut")
  }

  func counts(rules: Int, opens: Int, shut: Int) -> String {
    say(
      "\(rules == 1 ? "1 regel" : "\(rules) regler"); \(sides(opens: opens, shut: shut))",
      "\(rules == 1 ? "1 rule" : "\(rules) rules"); \(sides(opens: opens, shut: shut))"
    )
  }

  func more(_ count: Int) -> String { say("og \(count) til", "and \(count) more") }

  func details(_ name: String) -> String {
    say("Regler og saker: \(name)", "Rules and cases: \(name)")
  }

  // MARK: Readings

  var question: String { say("Åpent", "Left open") }
  var takes: String { say("Lesning", "Reading") }
  var instead: String { say("I stedet", "Instead") }
  var change: String { say("Endring", "Change") }
}
