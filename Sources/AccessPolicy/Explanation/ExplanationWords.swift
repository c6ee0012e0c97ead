/// The sentences of explanations in Norwegian and English; the only file that has them.
struct ExplanationWords: Sendable {
  let language: Language

  private func say(_ nb: String, _ en: String) -> String { language == .nb ? nb : en }

  // MARK: Outcomes and gates

  func outcome(_ outcome: Outcome) -> String {
    switch outcome {
    case .allow: say("Tilgang gis.", "Access is given.")
    case .justify:
      say(
        "Tilgang krever begrunnelse (selvautorisering).",
        "Access requires a reason (self-authorisation)."
      )
    case .deny: say("Tilgang gis ikke.", "Access is not given.")
    }
  }

  var nothingThere: String {
    say(
      "Fant ikke noe å vise.",
      "Nothing to show."
    )
  }

  func answer(_ outcome: Outcome) -> String {
    switch outcome {
    case .allow: say("oppfylt", "open")
    case .justify: say("krever begrunnelse", "requires a reason")
    case .deny: say("ikke oppfylt", "closed")
    }
  }

  func mark(_ outcome: Outcome) -> String {
    switch outcome {
    case .allow: "✓"
    case .justify: "?"
    case .deny: "✗"
    }
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
    case .mark(let id): say("skjerming `\(id)`", "mark `\(id)`")
    case .unnamedMark: say("ukjent skjerming", "unknown marks")
    case .block(let id): say("sperring `\(id)`", "block `\(id)`")
    }
  }

  /// What a gate asks for that takes a reason, in words for the person who asked: an invitation to
  /// those who need it, not a reproach (R8.9).
  func gateAsks(_ gate: GateID, title: String?) -> String {
    switch gate {
    case .relationship:
      say(
        "Pasienten er ikke registrert hos deg eller enheten din. Trenger du dette i arbeidet nå, oppgi hvorfor.",
        "The patient is not registered with you or your unit. If you need this for your work now, say why."
      )
    case .block:
      say(
        "\(title ?? "Sperret"): dette kan bare åpnes med en av grunnene nedenfor.",
        "\(title ?? "Blocked"): this can be opened only for one of the reasons below."
      )
    case .mark:
      say(
        "\(title ?? "Skjermet"): dette er skjermet. Trenger du det likevel i arbeidet, oppgi hvorfor.",
        "\(title ?? "Shielded"): this is shielded. If you need it for your work all the same, say why."
      )
    default:
      say(
        "Dette er utover normaltilgangen din. Trenger du det i arbeidet, oppgi hvorfor.",
        "This is beyond your standard access. If you need it for your work, say why."
      )
    }
  }

  /// Why a gate is closed, in words for the person who asked.
  func gateClosed(_ gate: GateID, title: String?) -> String {
    switch gate {
    case .authorisation:
      say("Autorisasjonen din gjelder ikke nå.", "Your authorisation is not in force now.")
    case .workplace:
      say(
        "Rollen din åpner ikke for innlogging på denne enheten.",
        "Your role does not let you log in to this unit."
      )
    case .authentication:
      say("Påloggingen er ikke sterk nok.", "You are not logged in strongly enough.")
    case .purpose:
      say("Rollen din har ikke dette formålet.", "Your role does not have this purpose.")
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
        "It is not known whether anything is shielded, so it is not shown. Please report it."
      )
    case .mark: title.map { "\($0)." } ?? say("Innholdet er skjermet.", "The content is shielded.")
    case .block(let id) where id == BlockRef("?"):
      say(
        "Det er ikke kjent om noe er sperret, og derfor vises det ikke. Meld fra til brukerstøtten.",
        "It is not known whether anything is blocked, so it is not shown. Please report it."
      )
    case .block: title.map { "\($0)." } ?? say("Innholdet er sperret.", "The content is blocked.")
    }
  }

  /// What a closed gate without any rule to consider lacks.
  func emptyGate(_ gate: GateID) -> String? {
    switch gate {
    case .function:
      say(
        "ingen sikkerhetsklasse i rollen nevner denne innholdsklassen",
        "no security class of the role names this content class"
      )
    case .relationship:
      say(
        "rollen har ingen regel som kan åpne for denne pasienten eller dette innholdet",
        "the role has no rule that could open this patient or this content"
      )
    case .mark:
      say("ingen er innenfor, og ingen kan åpne", "nobody is inside, and nobody can open it")
    case .block: say("rollen kan ikke åpne sperringen", "the role cannot open the block")
    case .licence:
      say(
        "den kliniske tilgangen har ikke denne handlingen på dette innholdet",
        "the provider record does not have this action on this content"
      )
    default: nil
    }
  }

  // MARK: What an answer rests on

  func byLink(_ link: LinkRef) -> String { say("ved `\(link)`", "by `\(link)`") }

  func byGrant(_ rule: SelfAuthorisationID, _ grant: GrantRef?) -> String {
    let name = grant.map { " `\($0)`" } ?? ""
    return say(
      "ved tidligere begrunnelse\(name) etter `\(rule)`",
      "by an earlier reason\(name) under `\(rule)`"
    )
  }

  func byReason(_ rule: SelfAuthorisationID, _ reason: ReasonID) -> String {
    say("ved begrunnelsen `\(reason)` etter `\(rule)`", "by the reason `\(reason)` under `\(rule)`")
  }

  // MARK: Rules

  func finding(_ finding: Finding) -> String {
    switch finding {
    case .decides: say("gjelder, og avgjør", "applies, and decides")
    case .alsoApplies: say("gjelder også", "applies too")
    case .asksReason(let rule):
      say(
        "gjelder når det begrunnes etter `\(rule)`",
        "applies once a reason is given under `\(rule)`"
      )
    case .otherAction: say("nevner ikke handlingen", "does not name the action")
    case .otherPurpose: say("gjelder ikke formålet", "does not serve the purpose")
    case .noLink(let kinds):
      say(
        "pasienten har ikke \(list(kinds, "eller"))",
        "the patient has no \(list(kinds, "or"))"
      )
    case .statusDoesNotCount(let status):
      status.map { say("status `\($0)` teller ikke", "the status `\($0)` does not count") }
        ?? say("status er ikke kjent", "the status is not known")
    case .notYetOpen(let instant):
      say("åpner først \(time(instant))", "opens only \(time(instant))")
    case .alreadyClosed(let instant):
      say("lukket \(time(instant))", "closed \(time(instant))")
    case .windowUnknown(let facts):
      say(
        "tidsrommet er ikke kjent: \(facts.joined(separator: ", "))",
        "the time is not known: \(facts.joined(separator: ", "))"
      )
    case .conditionFails(let words, _):
      say("dette holder ikke: \(words)", "this does not hold: \(words)")
    case .conditionUnknown(let words, _, let facts):
      say(
        "dette kan ikke besvares: \(words); ukjent: \(facts.joined(separator: ", "))",
        "this cannot be answered: \(words); not known: \(facts.joined(separator: ", "))"
      )
    case .roleLacksRelationship(let id):
      say("rollen har ikke relasjonen `\(id)`", "the role does not have the relationship `\(id)`")
    case .roleLacksSelfAuthorisation(let id):
      say(
        "rollen kan ikke selvautorisere etter `\(id)`",
        "the role cannot self-authorise under `\(id)`"
      )
    case .selfAuthorisationOtherPurpose(let id):
      say("`\(id)` gjelder ikke formålet", "`\(id)` does not serve the purpose")
    case .selfAuthorisationScopeUnknown(let id):
      say(
        "det `\(id)` skulle omfatte, er ikke kjent",
        "what `\(id)` would cover is not known"
      )
    case .selfAuthorisationCriteria(let id, let words, _):
      say(
        "vilkåret i `\(id)` holder ikke: \(words)",
        "the criteria of `\(id)` do not hold: \(words)"
      )
    }
  }

  func key(_ finding: KeyFinding) -> String {
    switch finding {
    case .grantNotLive(let id, let from, let until):
      say(
        "begrunnelsen\(name(id)) gjelder fra \(from) til \(until)",
        "the grant\(name(id)) is in force from \(from) to \(until)"
      )
    case .grantOfOther(let id):
      say(
        "begrunnelsen\(name(id)) gjelder en annen person, pasient, rolle, virksomhet, formål eller omfang",
        "the grant\(name(id)) is for another person, patient, role, enterprise, purpose or scope"
      )
    case .reasonNotAccepted(let reason):
      say("årsaken `\(reason)` godtas ikke her", "the reason `\(reason)` is not accepted here")
    case .textTooShort(let reason, let has, let needs):
      say(
        "teksten til `\(reason)` har \(has) synlige tegn, og trenger \(needs)",
        "the text with `\(reason)` has \(has) visible characters, and needs \(needs)"
      )
    }
  }

  // MARK: What comes with the decision

  /// One way to give a reason; `texts` are the reasons that need a text, where not all do.
  func demand(_ offer: Demand.Offer, _ title: String, _ reasons: [String], texts: [String]?)
    -> String
  {
    let length = offer.leastText
    let text: String
    switch texts {
    case _ where length == 0: text = ""
    case nil:
      text = say(
        " Fritekst kreves (minst \(length) tegn).",
        " A text is required (at least \(length) characters)."
      )
    case []?: text = ""
    case let texts?:
      let list = texts.joined(separator: "; ")
      text = say(
        " Fritekst (minst \(length) tegn) kreves for: \(list).",
        " A text (at least \(length) characters) is required for: \(list)."
      )
    }
    return say(
      "Begrunn (\(title)): \(reasons.joined(separator: "; ")).\(text) Gjelder i \(span(offer.lifetime)).",
      "Give a reason (\(title)): \(reasons.joined(separator: "; ")).\(text) Lasts \(offer.lifetime)."
    )
  }

  func undetermined(_ facts: [String]) -> String {
    say("Ikke kjent: ", "Not known: ") + facts.joined(separator: ", ")
  }

  func obligations(_ titles: [String]) -> String {
    say("Med tilgangen følger: ", "Comes with it: ") + titles.joined(separator: "; ")
  }

  var hidden: String {
    say(
      "Personen skal ikke få vite at innholdet finnes.",
      "The person must not learn that the content exists."
    )
  }

  func validUntil(_ instant: Instant?) -> String {
    instant.map {
      say(
        "Gjelder uendret til \($0), om ikke annet endres.",
        "Stays so until \($0), if nothing else changes."
      )
    } ?? say("Endres ikke bare fordi tiden går.", "Time alone does not change it.")
  }

  func decidedBy(_ policy: PolicyIdentity) -> String {
    say("Avgjort av", "Decided by")
      + " \(policy.id) \(policy.version) (\(policy.digest.prefix(12)))"
  }

  // MARK: Small parts

  private func name(_ id: GrantRef?) -> String { id.map { " `\($0)`" } ?? "" }

  private func time(_ instant: Instant?) -> String {
    instant.map(\.description) ?? say("til ukjent tid", "at an unknown time")
  }

  private func list<Kind>(_ ids: [Identifier<Kind>], _ or: String) -> String {
    ids.quoted(by: " \(or) ")
  }

  /// A duration in Norwegian; English has ``TimeSpan/description``.
  private func span(_ span: TimeSpan) -> String {
    var text = span.description
    for (en, nb) in [
      ("weeks", "uker"), ("week", "uke"), ("days", "døgn"), ("day", "døgn"), ("hours", "timer"),
      ("hour", "time"), ("minutes", "minutter"), ("minute", "minutt"), ("seconds", "sekunder"),
      ("second", "sekund"),
    ] where text.hasSuffix(" \(en)") {
      text = "\(text.dropLast(en.count))\(nb)"
      break
    }
    return text
  }
}
