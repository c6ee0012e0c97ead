/// The sentences of explanations in Norwegian and English, for auditors; those for staff stand in
/// `ExplanationWords+Staff.swift`.
struct ExplanationWords: Bilingual, Sendable {
  let names: PolicyNames

  var language: Language { names.language }

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
    case .mark(let id): say("skjerming \(names.mark(id))", "mark \(names.mark(id))")
    case .unnamedMark: say("ukjent skjerming", "unknown marks")
    case .block(let id): say("sperring `\(id)`", "block `\(id)`")
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
    let rule = names.selfAuthorisation(rule)
    return say(
      "ved tidligere begrunnelse\(name) etter \(rule)",
      "by an earlier reason\(name) under \(rule)"
    )
  }

  func byReason(_ rule: SelfAuthorisationID, _ reason: ReasonID) -> String {
    let (reason, rule) = (names.reason(reason), names.selfAuthorisation(rule))
    return say("ved begrunnelsen \(reason) etter \(rule)", "by the reason \(reason) under \(rule)")
  }

  // MARK: Rules

  func finding(_ finding: Finding) -> String {
    switch finding {
    case .decides: say("gjelder, og avgjør", "applies, and decides")
    case .alsoApplies: say("gjelder også", "applies too")
    case .asksReason(let rule):
      say(
        "gjelder når det begrunnes etter \(names.selfAuthorisation(rule))",
        "applies once a reason is given under \(names.selfAuthorisation(rule))"
      )
    case .otherAction: say("nevner ikke handlingen", "does not name the action")
    case .otherPurpose: say("gjelder ikke formålet", "does not serve the purpose")
    case .noLink(let kinds):
      say(
        "pasienten har ikke \(kinds.map(names.kind).joined(separator: " eller "))",
        "the patient has no \(kinds.map(names.kind).joined(separator: " or "))"
      )
    case .statusDoesNotCount(let status):
      status.map(names.status)
        .map { say("status \($0) teller ikke", "the status \($0) does not count") }
        ?? say("status er ikke kjent", "the status is not known")
    case .notYetOpen(let instant):
      say("åpner først \(time(instant))", "opens only \(time(instant))")
    case .alreadyClosed(let instant):
      say("lukket \(time(instant))", "closed \(time(instant))")
    case .windowUnknown(let facts):
      say(
        "tidsrommet er ikke kjent: \(list(facts))",
        "the time is not known: \(list(facts))"
      )
    case .conditionFails(let words, _):
      say("dette holder ikke: \(condition(words))", "this does not hold: \(condition(words))")
    case .conditionUnknown(let words, _, let facts):
      say(
        "dette kan ikke besvares: \(condition(words)); ukjent: \(list(facts))",
        "this cannot be answered: \(condition(words)); not known: \(list(facts))"
      )
    case .roleLacksRelationship(let id):
      say(
        "rollen har ikke relasjonen \(names.relationship(id))",
        "the role does not have the relationship \(names.relationship(id))"
      )
    case .roleLacksSelfAuthorisation(let id):
      say(
        "rollen kan ikke selvautorisere etter \(names.selfAuthorisation(id))",
        "the role cannot self-authorise under \(names.selfAuthorisation(id))"
      )
    case .selfAuthorisationOtherPurpose(let id):
      say(
        "\(names.selfAuthorisation(id)) gjelder ikke formålet",
        "\(names.selfAuthorisation(id)) does not serve the purpose"
      )
    case .selfAuthorisationScopeUnknown(let id):
      say(
        "det \(names.selfAuthorisation(id)) skulle omfatte, er ikke kjent",
        "what \(names.selfAuthorisation(id)) would cover is not known"
      )
    case .selfAuthorisationCriteria(let id, let words, _):
      say(
        "vilkåret i \(names.selfAuthorisation(id)) holder ikke: \(condition(words))",
        "the criteria of \(names.selfAuthorisation(id)) do not hold: \(condition(words))"
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
      say(
        "årsaken \(names.reason(reason)) godtas ikke her",
        "the reason \(names.reason(reason)) is not accepted here"
      )
    case .textTooShort(let reason, let has, let needs):
      say(
        "teksten til \(names.reason(reason)) har \(has) synlige tegn, og trenger \(needs)",
        "the text with \(names.reason(reason)) has \(has) visible characters, and needs \(needs)"
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
      "Give a reason (\(title)): \(reasons.joined(separator: "; ")).\(text) Lasts \(span(offer.lifetime))."
    )
  }

  func undetermined(_ facts: [String]) -> String {
    say("Ikke kjent: ", "Not known: ") + list(facts)
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
    say("Avgjort av", "Decided by") + " \(policy.brief)"
  }

  // MARK: Small parts

  /// A part of a condition in its author's words, with what people call the things it mentions.
  private func condition(_ words: String) -> String {
    let legend = names.legend(of: words)
    return legend.isEmpty ? "`\(words)`" : "`\(words)` (\(legend))"
  }

  private func name(_ id: GrantRef?) -> String { id.map { " `\($0)`" } ?? "" }

  private func time(_ instant: Instant?) -> String {
    instant.map(\.description) ?? say("til ukjent tid", "at an unknown time")
  }

  private func list(_ facts: [String]) -> String {
    facts.map(names.fact).joined(separator: ", ")
  }

  func span(_ span: TimeSpan) -> String {
    guard language == .nb else { return span.description }
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
