import AccessPolicy

/// The words of dry-runs, in both languages; the only file that has them.
struct DryRunWords: Bilingual {
  let language: Language

  // MARK: Signs

  /// An answer; its shape says it, not a colour.
  func sign(_ outcome: Outcome, hidden: Bool) -> String {
    switch outcome {
    case .allow: "✓"
    case .justify: "?"
    case .deny: hidden ? "∅" : "–"
    }
  }

  var legend: String {
    say(
      "✓ ja; ? når det begrunnes; – nei; ∅ nei, og får ikke vite at noe finnes.",
      "✓ yes; ? once a reason is given; – no; ∅ no, and is not told that there is anything."
    )
  }

  var numbered: String {
    say(
      "Et tall etter tegnet viser til det som følger med, nedenfor.",
      "A number after the sign points to what comes with it, below."
    )
  }

  func kindsOfContent(_ titles: [String]) -> String {
    say("Slags innhold: \(list(titles)).", "Kinds of content: \(list(titles)).")
  }

  var allContent: String { say("Alt innhold", "All content") }

  var restOfContent: String { say("Alt unntatt radene under", "All but the rows below") }

  // MARK: The role

  func title(_ role: String) -> String { say("Prøvekjøring: \(role)", "Dry-run: \(role)") }

  var comparisonTitle: String {
    say("Prøvekjøring: A og B side om side", "Dry-run: A and B side by side")
  }

  func template(_ name: String) -> String { say("Rollemal: \(name)", "Role template: \(name)") }

  func subtemplates(_ names: [String]) -> String {
    say("Under-rollemaler: ", "Subtemplates: ") + list(names)
  }

  func providerRecord(_ name: String?) -> String {
    say("Klinisk tilgang: ", "Provider record: ") + list(name.map { [$0] } ?? [])
  }

  func source(_ source: AuthorisationSource) -> String {
    let rules = list(source.rules.map { "\($0)" })
    return say(
      "Gitt av HR-posten `\(source.record)` ved tildelingsreglene: \(rules)",
      "Given by the staff record `\(source.record)` under the provisioning rules: \(rules)"
    )
  }

  /// The period of a staff record, and where it stands at the time of the situations.
  func period(_ from: Instant?, _ until: Instant?, now: Moment) -> String {
    let time = { (instant: Instant?) in
      instant.map { "\(Moment($0, utcOffsetMinutes: now.utcOffsetMinutes))" }
        ?? say("åpent", "open")
    }
    let period =
      say("HR-postens periode: ", "The staff record's period: ")
      + "\(time(from)) – \(time(until))"
    let standing: String? =
      if let until, until <= now.instant {
        say(
          "den er over på situasjonenes tidspunkt, og rollen vises som om den gjaldt",
          "it is over at the time of the situations, and the role is shown as if it were in force"
        )
      } else if let from, from > now.instant {
        say(
          "den har ikke begynt på situasjonenes tidspunkt, og rollen vises som om den gjaldt",
          "it has not begun at the time of the situations, and the role is shown as if it were in force"
        )
      } else { nil }
    return [period, standing].compactMap(\.self).joined(separator: "; ")
  }

  func unit(_ name: String, others: [String]) -> String {
    let first = say("Logget inn ved: \(name)", "Logged in at: \(name)")
    guard !others.isEmpty else { return first }
    return first + say("; rollen åpner også: ", "; the role opens, too: ") + list(others)
  }

  func purpose(_ name: String, others: [String]) -> String {
    let first = say("Formål: \(name)", "Purpose: \(name)")
    guard !others.isEmpty else { return first }
    return first + say("; rollen har også: ", "; the role has, too: ") + list(others)
  }

  func otherUnit(_ name: String) -> String {
    say("Den andre enheten i situasjonene: \(name)", "The other unit of the situations: \(name)")
  }

  func policy(_ identity: PolicyIdentity, now: Moment) -> String {
    let name = "\(identity.title[language]) (\(identity.id) \(identity.version))"
    return say("Regelsett: \(name), \(now)", "Policy set: \(name), \(now)")
  }

  // MARK: No session

  var noSession: String {
    say("Innehaveren kan ikke arbeide i løsningen slik", "The holder cannot work in the system so")
  }

  /// - Parameter subtemplates: those that open a unit.
  func noUnit(_ subtemplates: [String]) -> String {
    let sentence = say(
      "Rollen åpner ingen enhet å logge inn ved.",
      "The role opens no unit to log in to."
    )
    let more =
      subtemplates.isEmpty
      ? say(
        "Det gjør heller ingen under-rollemal i regelsettet: skriv `units` i en.",
        "Nor does any subtemplate of the policy set: write `units` in one."
      )
      : say("Legg til en under-rollemal som gjør det: ", "Add a subtemplate that does: ")
        + list(subtemplates)
    return "\(sentence) \(more)"
  }

  func closedUnit(_ name: String) -> String {
    say(
      "Rollen åpner ikke for innlogging ved \(name).",
      "The role does not open \(name) to log in to."
    )
  }

  var weakAuthentication: String {
    say(
      "Påloggingen i situasjonene er ikke sterk nok for rollen.",
      "The authentication of the situations is not strong enough for the role."
    )
  }

  var noPurpose: String { say("Rollen har ikke noe formål.", "The role has no purpose.") }

  func closedPurpose(_ name: String) -> String {
    say("Rollen har ikke formålet \(name).", "The role does not have the purpose \(name).")
  }

  func refusedPurpose(_ name: String, _ route: String) -> String {
    say("Ingen rolle har formålet \(name). \(route)", "No role has the purpose \(name). \(route)")
  }

  // MARK: Sections

  var aboutPatients: String { say("Pasientjournalen", "The patient's record") }

  func aboutPatients(by relationship: String) -> String {
    say(
      "Pasientjournalen, bare ved: \(relationship)",
      "The patient's record, only by: \(relationship)"
    )
  }

  var withoutPatient: String {
    say("Lister, rapporter og annet uten en pasient", "Lists, reports and what else has no patient")
  }

  var notes: String { say("Det som følger med", "What comes with it") }

  var selfAuthorisation: String {
    say("Selvautorisering: når det begrunnes", "Self-authorisation: once a reason is given")
  }

  var noSelfAuthorisation: String {
    say("Rollen kan ikke selvautorisere.", "The role cannot self-authorise.")
  }

  var relationships: String { say("Hvilke pasienter", "Which patients") }

  var closed: String {
    say(
      "Ikke i noen av disse situasjonene, men andre roller kan det",
      "In none of these situations, though other roles can"
    )
  }

  var reminder: String {
    say(
      "Tabellene viser standardsituasjoner, ikke alle pasienter. Tilgang skal bare brukes ved tjenstlig behov.",
      "The tables show standard situations, not every patient. Access may be used only for a service need."
    )
  }

  // MARK: Rules

  func opens(_ relationship: String) -> String {
    say("\(relationship): åpner", "\(relationship): opens")
  }

  func opensNothing(_ relationship: String) -> String {
    say(
      "\(relationship): åpner ikke noe i disse situasjonene",
      "\(relationship): opens nothing in these situations"
    )
  }

  func byRule(_ gate: String, _ rule: String, _ place: String) -> String {
    "\(gate) `\(rule)`\(place.isEmpty ? "" : " (\(place))")"
  }

  func byNoRule(_ gate: String) -> String {
    say("\(gate): ingen regel åpner", "\(gate): no rule opens")
  }

  func gate(_ gate: GateID) -> String {
    switch gate {
    case .authorisation: say("autorisasjon", "authorisation")
    case .workplace: say("arbeidssted", "workplace")
    case .authentication: say("pålogging", "authentication")
    case .purpose: say("formål", "purpose")
    case .readOnly: say("skrivesperre", "read-only")
    case .function: say("funksjon", "function")
    case .licence: say("klinisk tilgang", "licence")
    case .relationship: say("tilknytning", "relationship")
    case .mark, .unnamedMark: say("skjerming", "mark")
    case .block: say("sperring", "block")
    }
  }

  // MARK: Self-authorisation

  func scope(_ scope: SelfAuthorisation.Scope) -> String {
    switch scope {
    case .patient:
      say("åpner en pasient uten tilknytning", "opens a patient without a relationship")
    default: say("åpner mer hos en pasient man har", "opens more of a patient whom one has")
    }
  }

  func reasons(_ titles: [String]) -> String { say("årsaker: ", "reasons: ") + list(titles) }

  func text(_ least: Int, for titles: [String]?) -> String {
    let length = say("fritekst på minst \(least) tegn", "a text of at least \(least) characters")
    return titles.map { length + say(" for: ", " for: ") + list($0) } ?? length
  }

  func lifetime(_ span: TimeSpan) -> String {
    say("gjelder i \(norwegian(span))", "holds for \(span)")
  }

  func obligations(_ titles: [String]) -> String {
    say("følger med: ", "comes with it: ") + list(titles)
  }

  var isMet: String { say("møtes ovenfor", "met above") }

  var isNotMet: String { say("møtes ikke i disse situasjonene", "not met in these situations") }

  func oneOf(_ rules: [String]) -> String {
    rules.count == 1
      ? say("begrunnes: ", "takes a reason: ") + list(rules)
      : say("begrunnes etter én av: ", "takes a reason under one of: ") + list(rules)
  }

  // MARK: Comparisons

  var nothingDiffers: String {
    say(
      "A og B besvares likt i alle situasjonene.",
      "A and B are answered alike in every situation."
    )
  }

  var sidesLegend: String {
    say(
      "Tegnet til venstre er A, til høyre B; «=» betyr at de er like.",
      "The sign on the left is A, on the right B; \"=\" means that they are alike."
    )
  }

  func notCompared(_ ids: [String]) -> String {
    say(
      "Bare i det ene regelsettet, og ikke sammenlignet: ",
      "In one policy set only, and not compared: "
    )
      + list(ids)
  }

  var alsoDiffers: String { say("Rollene ellers", "The roles beside that") }

  func onlyIn(_ side: String, _ what: String, _ names: [String]) -> String {
    say("Bare \(side) har \(what): ", "Only \(side) has the \(what): ") + list(names)
  }

  var relationshipsWord: String { say("tilknytningene", "relationships") }
  var selfAuthorisationWord: String { say("selvautoriseringene", "self-authorisation rules") }
  var purposesWord: String { say("formålene", "purposes") }
  var unitsWord: String { say("enhetene", "units") }

  func differences(_ count: Int) -> String {
    say("\(count) svar er ulike.", "\(count) answers differ.")
  }

  // MARK: Small parts

  func list(_ names: [String]) -> String {
    names.isEmpty ? say("ingen", "none") : names.joined(separator: "; ")
  }

  /// A duration in Norwegian; English has its description.
  private func norwegian(_ span: TimeSpan) -> String {
    let text = span.description
    for (en, nb) in [
      ("weeks", "uker"), ("week", "uke"), ("days", "døgn"), ("day", "døgn"), ("hours", "timer"),
      ("hour", "time"), ("minutes", "minutter"), ("minute", "minutt"), ("seconds", "sekunder"),
      ("second", "sekund"),
    ] where text.hasSuffix(" \(en)") {
      return "\(text.dropLast(en.count))\(nb)"
    }
    return text
  }
}
