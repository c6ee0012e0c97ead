import AccessPolicy

/// The words of the report on mutants, in both languages; keys and values stay as policy files write
/// them.
struct MutationWords: Bilingual {
  let language: Language

  // MARK: Changes

  func change(_ change: MutantChange) -> String {
    switch change {
    case .removed: say("regelen er tatt bort", "the rule is taken away")
    case .lost(let key, let value):
      say("`\(value)` er tatt ut av `\(key)`", "`\(value)` is taken out of `\(key)`")
    case .gained(let key, let value):
      say("`\(value)` er lagt til i `\(key)`", "`\(value)` is added to `\(key)`")
    case .freed(let key): say("`\(key)` er tatt bort", "`\(key)` is taken away")
    case .changed(let key, let from, let to):
      say("`\(key)` er `\(to)` og ikke `\(from)`", "`\(key)` is `\(to)`, and not `\(from)`")
    case .shifted("lifetime", let length, let isEarlier):
      isEarlier
        ? say(
          "`lifetime: \(length)` er ett sekund kortere",
          "`lifetime: \(length)` is one second shorter"
        )
        : say(
          "`lifetime: \(length)` er ett sekund lengre",
          "`lifetime: \(length)` is one second longer"
        )
    case .shifted(let key, let edge, let isEarlier):
      isEarlier
        ? say(
          "`\(key): \(edge)` er ett sekund tidligere",
          "`\(key): \(edge)` is one second earlier"
        )
        : say(
          "`\(key): \(edge)` er ett sekund senere",
          "`\(key): \(edge)` is one second later"
        )
    case .takesReason(let rule):
      say("den krever en begrunnelse, under `\(rule)`", "it takes a reason, under `\(rule)`")
    case .takesNoReason: say("den krever ingen begrunnelse", "it takes no reason")
    case .testDropped(let key, let words):
      say("`\(words)` er utelatt av `\(key)`", "`\(words)` is left out of `\(key)`")
    case .testNegated(let key, let words):
      say(
        "`\(words)` i `\(key)` er snudd til det motsatte",
        "`\(words)` in `\(key)` is turned into its opposite"
      )
    case .strictness(let key, let words):
      say(
        "grensen i `\(words)` i `\(key)` er med der den ikke var det, eller omvendt",
        "the limit of `\(words)` in `\(key)` is within where it was not, or the other way round"
      )
    case .testLost(let key, let words, let value):
      say(
        "`\(value)` er tatt ut av listen i `\(words)` i `\(key)`",
        "`\(value)` is taken out of the list of `\(words)` in `\(key)`"
      )
    }
  }

  func kind(_ kind: MutatedRule.Kind) -> String {
    switch kind {
    case .session: say("alle økter", "every session")
    case .template: say("rollemal", "role template")
    case .subtemplate: say("under-rollemal", "subtemplate")
    case .purpose: say("formål", "purpose")
    case .action: say("handling", "action")
    case .contentClass: say("innholdsklasse", "content class")
    case .unit: say("enhet", "unit")
    case .logistics: say("pasientlogistikk", "patient logistics")
    case .grant: say("rettighet", "grant")
    case .licence: say("klinisk rettighet", "grant of a provider record")
    case .relationship: say("tjenstlig forhold", "care relationship")
    case .reach: say("rekkevidde", "reach")
    case .mark: say("skjerming", "mark")
    case .circle: say("krets", "entry of a circle")
    case .block: say("sperring", "block")
    case .selfAuthorisation: say("selvautorisering", "self-authorisation rule")
    }
  }

  // MARK: The report

  func summary(_ report: MutationReport) -> String {
    let (killed, survived) = (report.killed.count, report.survivors.count)
    return say(
      "\(killed) av \(killed + survived) endringer oppdages av et scenario: \(report.score) av hundre",
      "\(killed) of \(killed + survived) changes are noticed by a scenario: \(report.score) of a hundred"
    )
  }

  func notCounted(equivalent: Int, refused: Int) -> String {
    say(
      "ikke regnet med: \(equivalent) som ikke endrer noe svar, \(refused) som sjekken ville avvist",
      "not counted: \(equivalent) that change no answer, \(refused) that the checker would refuse"
    )
  }

  var survivors: String { say("Ingen scenario oppdager", "No scenario notices") }
  var equivalents: String { say("Endrer ikke noe svar", "Change no answer") }
  var refused: String { say("Ville vært avvist", "Would be refused") }
  var noWitness: String {
    say(
      "ingen forespørsel nær scenarioene viser forskjellen",
      "no request near the scenarios shows the difference"
    )
  }
  func witness(_ before: Decision, _ after: Decision) -> String {
    let (a, b) = ("\(before.outcome)", "\(after.outcome)")
    guard a == b else {
      return say("`\(a)` ville blitt `\(b)` for", "`\(a)` would become `\(b)` for")
    }
    return say(
      "svaret `\(a)` ville blitt et annet i det som følger med, for",
      "`\(a)` would come with something else, for"
    )
  }

  // MARK: Scenarios

  func name(_ result: MutationReport.Result) -> String {
    let change = self.change(result.mutant.change).filter { $0 != "`" }
    return "\(result.mutant.rule.id): \(say("oppdager at", "notices that")) \(change)"
  }

  var heading: String {
    say(
      "Tilfeller som oppdager det ingen scenario oppdaget da filen ble skrevet. Svarene er de som\n"
        + "regelsettet gir nå: hold hvert opp mot kravene før det blir et scenario.",
      "Cases that notice what no scenario noticed when this was written. The answers are those that\n"
        + "the policy set gives now: hold each against the requirements before it becomes a scenario."
    )
  }
}
