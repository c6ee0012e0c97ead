import AccessPolicy

/// The words of traces, in both languages.
struct TraceWords {
  let language: Language

  private func pick(nb: String, en: String) -> String {
    switch language {
    case .nb: nb
    case .en: en
    }
  }

  // MARK: Answers

  func status(_ status: TracedRequirement.Status) -> String {
    switch status {
    case .decided: pick(nb: "avgjøres av en regel", en: "decided by a rule")
    case .engine: pick(nb: "garantert av motoren", en: "guaranteed by the engine")
    case .tool: pick(nb: "ivaretas av et verktøy", en: "served by a tool")
    case .outside: pick(nb: "utenfor", en: "out of scope")
    case .notYet: pick(nb: "ikke ennå", en: "not yet")
    case .unanswered: pick(nb: "uten svar", en: "without an answer")
    }
  }

  func kind(_ kind: Requirement.Kind) -> String {
    switch kind {
    case .decision: pick(nb: "beslutning", en: "decision")
    case .data: pick(nb: "data", en: "data")
    case .logging: pick(nb: "logg", en: "logging")
    case .process: pick(nb: "prosess", en: "process")
    case .outside: pick(nb: "utenfor", en: "outside")
    }
  }

  func why(_ side: Requirement.Side) -> String {
    switch side {
    case .opens: pick(nb: "ingen sak som åpner", en: "no case that opens")
    case .shut: pick(nb: "ingen sak som forblir lukket", en: "no case that stays shut")
    }
  }

  // MARK: Gaps

  var gaps: String { pick(nb: "Mangler", en: "Gaps") }

  var noGaps: String {
    pick(
      nb: "Ingen: hvert krav om en beslutning har regel og saker på begge sider eller sier hvorfor "
        + "ikke, og hvert annet krav er besvart.",
      en: "None: every requirement of a decision has a rule, and cases on both sides, or says why "
        + "not; and every other requirement is answered."
    )
  }

  func gap(_ gap: TracedRequirement.Gap) -> String {
    switch gap {
    case .noRule: pick(nb: "ingen regel hviler på det", en: "no rule rests on it")
    case .noCase(.opens): pick(nb: "ingen sak åpner", en: "no case opens")
    case .noCase(.shut): pick(nb: "ingen sak forblir lukket", en: "no case stays shut")
    case .hasCase(let side):
      pick(
        nb: "det sier hvorfor det har \(why(side)), og har en likevel",
        en: "it says why it has \(why(side)), and has one after all"
      )
    case .unanswered:
      pick(nb: "ingenting besvarer det", en: "nothing answers it")
    }
  }

  func failed(_ count: Int) -> String {
    pick(
      nb: count == 1
        ? "1 celle kom ikke ut som ventet, og viser ingenting"
        : "\(count) celler kom ikke ut som ventet, og viser ingenting",
      en: count == 1
        ? "1 cell did not come out as expected, and shows nothing"
        : "\(count) cells did not come out as expected, and show nothing"
    )
  }

  // MARK: Tables

  func requirements(_ count: Int) -> String {
    pick(
      nb: "\(count) krav. Et krav kan ha flere svar.",
      en: "\(count) requirements. A requirement can have several answers."
    )
  }

  var answer: String { pick(nb: "Svar", en: "Answer") }
  var count: String { pick(nb: "Krav", en: "Requirements") }
  var requirement: String { pick(nb: "Krav", en: "Requirement") }
  var rules: String { pick(nb: "Regler", en: "Rules") }
  var cases: String { pick(nb: "Saker", en: "Cases") }
  var opens: String { pick(nb: "Åpner", en: "Opens") }
  var shut: String { pick(nb: "Lukket", en: "Shut") }
  var others: String { pick(nb: "Andre krav", en: "Other requirements") }

  func sides(opens: Int, shut: Int) -> String {
    pick(nb: "\(opens) åpner, \(shut) lukket", en: "\(opens) open, \(shut) shut")
  }

  func counts(rules: Int, opens: Int, shut: Int) -> String {
    pick(
      nb: "\(rules == 1 ? "1 regel" : "\(rules) regler"); \(sides(opens: opens, shut: shut))",
      en: "\(rules == 1 ? "1 rule" : "\(rules) rules"); \(sides(opens: opens, shut: shut))"
    )
  }

  func more(_ count: Int) -> String { pick(nb: "og \(count) til", en: "and \(count) more") }

  func details(_ name: String) -> String {
    pick(nb: "Regler og saker: \(name)", en: "Rules and cases: \(name)")
  }

  // MARK: Readings

  var question: String { pick(nb: "Åpent", en: "Left open") }
  var takes: String { pick(nb: "Lesning", en: "Reading") }
  var instead: String { pick(nb: "I stedet", en: "Instead") }
  var change: String { pick(nb: "Endring", en: "Change") }
}
