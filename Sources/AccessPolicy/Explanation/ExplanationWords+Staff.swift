// The sentences for the member of staff who asked: plain, and an invitation to those who need what they
// ask for. Nobody is scolded or warned off rightful use, and what comes with a reason is said once (R8.9).

extension ExplanationWords {
  func staffOutcome(_ outcome: Outcome) -> String {
    switch outcome {
    case .allow: say("Du har tilgang.", "You have access.")
    case .justify:
      say("Du får tilgang når du oppgir en begrunnelse.", "You get access when you give a reason.")
    case .deny: say("Du har ikke tilgang til dette nå.", "You do not have access to this now.")
    }
  }

  var nothingThere: String { say("Fant ikke noe å vise.", "Nothing to show.") }

  /// What a gate asks for that takes a reason.
  func gateAsks(_ gate: GateID, title: String?) -> String {
    switch gate {
    case .relationship:
      say(
        "Pasienten er ikke registrert hos deg eller enheten din nå. Trenger du opplysningene i arbeidet, "
          + "velg grunnen som passer.",
        "The patient is not registered with you or your unit now. If you need this for your work, choose "
          + "the reason that fits."
      )
    case .block:
      say(
        "Dette er ikke tilgjengelig for deg nå. Det kan åpnes av en av grunnene nedenfor.",
        "This is not available to you now. It can be opened for one of the reasons below."
      )
    case .mark:
      say(
        "\(title ?? "Skjermet"): dette er skjermet. Trenger du det i arbeidet, velg grunnen som passer.",
        "\(title ?? "Shielded"): this is shielded. If you need it for your work, choose the reason that "
          + "fits."
      )
    default:
      say(
        "Dette er mer enn rollen din viser til vanlig. Trenger du det i arbeidet, velg grunnen som passer.",
        "This is more than your role usually shows. If you need it for your work, choose the reason that "
          + "fits."
      )
    }
  }

  /// One way to give a reason; `texts` are the reasons that need a text, where not all do.
  func staffDemand(_ offer: Demand.Offer, _ title: String, _ reasons: [String], texts: [String]?)
    -> String
  {
    let length = offer.leastText
    var text = ""
    if length > 0 {
      if let texts {
        if !texts.isEmpty {
          let list = texts.joined(separator: "; ")
          text = say(
            " Skriv også noen ord (minst \(length) tegn) når grunnen er: \(list).",
            " Please add a few words (at least \(length) characters) where the reason is: \(list)."
          )
        }
      } else {
        text = say(
          " Skriv også noen ord (minst \(length) tegn).",
          " Please add a few words (at least \(length) characters)."
        )
      }
    }
    let all = reasons.joined(separator: "; ")
    let time = span(offer.lifetime)
    return say(
      "Grunner (\(title)): \(all).\(text) Du blir ikke spurt igjen om det samme på \(time).",
      "Reasons (\(title)): \(all).\(text) You are not asked about the same again for \(time)."
    )
  }

  /// What happens with a reason that is given.
  func comesWithReason(_ titles: [String]) -> String {
    say("Når du oppgir en begrunnelse: ", "When you give a reason: ")
      + titles.joined(separator: "; ")
  }

  // MARK: What the access rests on

  func staffAsked(_ request: AccessRequest) -> String {
    let session = request.session
    let action = names.action(request.action)
    let content = names.contentClass(request.content.contentClass)
    var parts: [String] = []
    if let role = names.policy.templates[session.authorisation.template]?.term.title[language] {
      parts.append(say("rolle: \(role)", "role: \(role)"))
    }
    if let unit = session.unit.value {
      parts.append(say("logget inn på: \(names.unit(unit))", "logged in to: \(names.unit(unit))"))
    }
    if let purpose = session.purpose.value {
      parts.append(say("formål: \(names.purpose(purpose))", "purpose: \(names.purpose(purpose))"))
    }
    let context = parts.isEmpty ? "" : " (\(parts.joined(separator: "; ")))"
    return say(
      "Du spurte om: \(action) – \(content)\(context).",
      "You asked for: \(action) – \(content)\(context)."
    )
  }

  func openBy(role rule: String) -> String {
    say("Rollen din gir dette: \(rule).", "Your role gives this: \(rule).")
  }

  func openBy(relationship: String, _ link: String?, closes: String?) -> String {
    let tie = link.map { " (\($0))" } ?? ""
    let end = closes.map { say(" Den gjelder til \($0).", " It holds until \($0).") } ?? ""
    return say(
      "Tilknytning til pasienten: \(relationship)\(tie).\(end)",
      "Tie to the patient: \(relationship)\(tie).\(end)"
    )
  }

  func openBy(reach rule: String) -> String {
    say("Dette kan du se uten pasient: \(rule).", "This you may see without a patient: \(rule).")
  }

  func openBy(grantOf rule: String, until: String?) -> String {
    let end = until.map { say(" Den gjelder til \($0).", " It holds until \($0).") } ?? ""
    return say(
      "Du har allerede oppgitt en begrunnelse (\(rule)).\(end)",
      "You have given a reason already (\(rule)).\(end)"
    )
  }

  func openBy(reason: String, _ rule: String, until: String?) -> String {
    let end =
      until.map {
        say(
          " Du blir ikke spurt igjen om det samme før \($0).",
          " You are not asked about the same again until \($0)."
        )
      } ?? ""
    return say(
      "Grunnen din er godtatt: \(reason) (\(rule)).\(end)",
      "Your reason is accepted: \(reason) (\(rule)).\(end)"
    )
  }

  func insideMark(_ mark: String, _ entry: String) -> String {
    let why = entry == mark ? "" : " (\(entry))"
    return say(
      "\(mark): dette er skjermet, og du er blant dem som ser det\(why).",
      "\(mark): this is shielded, and you are among those who see it\(why)."
    )
  }

  func insideAre(_ titles: [String]) -> String {
    say("De som ser det: \(both(titles)).", "Those who see it: \(both(titles)).")
  }

  func insideBy(_ ties: [String]) -> String {
    say(
      "Rollen din kan være innenfor ved: \(either(ties)).",
      "Your role can be inside by: \(either(ties))."
    )
  }

  func accessEnds(_ time: String) -> String {
    say(
      "Tilgangen varer til \(time), om ikke annet endres.",
      "The access lasts until \(time), if nothing else changes."
    )
  }

  // MARK: Ties that do not hold now

  func tiesOfRole(_ titles: [String]) -> String {
    say(
      "Rollen din åpner pasienter ved: \(either(titles)).",
      "Your role opens patients by: \(either(titles))."
    )
  }

  func ownTie(_ link: String, opens: String) -> String {
    say("\(link): åpner \(opens).", "\(link): opens \(opens).")
  }

  func ownTie(_ link: String, closed: String) -> String {
    say("\(link): lukket \(closed).", "\(link): closed \(closed).")
  }

  func ownTie(_ link: String, status: String?) -> String {
    status.map {
      say(
        "\(link): med status \($0) gir den ikke tilgang.",
        "\(link): with the status \($0) it gives no access."
      )
    }
      ?? say(
        "\(link): statusen er ikke kjent, og derfor gir den ikke tilgang.",
        "\(link): its status is not known, so it gives no access."
      )
  }

  /// Why a gate is closed.
  func gateClosed(_ gate: GateID, title: String?) -> String {
    switch gate {
    case .authorisation:
      say("Autorisasjonen din gjelder ikke nå.", "Your authorisation is not in force now.")
    case .workplace:
      say(
        "Rollen din er ikke satt opp for innlogging på denne enheten.",
        "Your role is not set up for logging in to this unit."
      )
    case .authentication:
      say("Dette krever sterkere pålogging.", "This takes a stronger login.")
    case .purpose:
      say(
        "Rollen din er ikke satt opp for dette formålet.",
        "Your role is not set up for this purpose."
      )
    case .readOnly:
      say("Systemet tar ikke imot endringer nå.", "The system takes no changes at present.")
    case .function:
      say(
        "Rollen din gir ikke denne handlingen på dette innholdet.",
        "Your role does not give this action on this content."
      )
    case .licence:
      say("Handlingen krever klinisk tilgang.", "The action requires clinical rights.")
    case .relationship:
      say(
        "Det er ikke registrert noen tilknytning mellom deg og pasienten som gir tilgang til dette nå.",
        "No tie between you and the patient is registered that gives access to this now."
      )
    case .unnamedMark:
      say(
        "Det er ikke kjent om noe er skjermet, og derfor vises det ikke. Meld fra til brukerstøtten.",
        "It is not known whether anything is shielded, so it is not shown. Please tell user support."
      )
    case .mark:
      title.map { say("\($0): dette er skjermet.", "\($0): this is shielded.") }
        ?? say("Innholdet er skjermet.", "The content is shielded.")
    case .block(let id) where id == BlockRef("?"):
      say(
        "Det er ikke kjent om noe er sperret, og derfor vises det ikke. Meld fra til brukerstøtten.",
        "It is not known whether anything is blocked, so it is not shown. Please tell user support."
      )
    case .block:
      say("Dette er ikke tilgjengelig for deg nå.", "This is not available to you now.")
    }
  }
}
