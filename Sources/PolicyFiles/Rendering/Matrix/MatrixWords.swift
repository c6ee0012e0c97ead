import AccessPolicy
import PolicyScenarios

/// The words of matrices, in both languages; the only file that has them, beside those of dry-runs.
struct MatrixWords: Bilingual {
  let language: Language

  // MARK: Signs

  func answer(_ sign: MatrixLayout.Sign) -> String {
    guard sign.isKnown else { return say("uavklart", "not known") }
    return switch sign.outcome {
    case .allow: say("ja", "yes")
    case .justify: say("begrunnes", "reason")
    case .deny: sign.isHidden ? say("skjult", "hidden") : say("nei", "no")
    }
  }

  /// The same where it is read aloud or stands alone.
  func inFull(_ sign: MatrixLayout.Sign) -> String {
    guard sign.isKnown else {
      return say("uavklart: søket ga opp", "not known: the search gave up")
    }
    return switch sign.outcome {
    case .allow: say("ja", "yes")
    case .justify: say("når det begrunnes", "once a reason is given")
    case .deny:
      sign.isHidden
        ? say("nei, og får ikke vite at noe finnes", "no, and is not told that there is anything")
        : say("nei", "no")
    }
  }

  // MARK: The page

  func title(_ policySet: String) -> String {
    say("Hvem ser hva: \(policySet)", "Who sees what: \(policySet)")
  }

  func whoCan(_ action: String, _ contentClass: String) -> String {
    say("Hvem kan dette: \(action): \(contentClass)", "Who can: \(action): \(contentClass)")
  }

  var policySet: String { say("Regelsett", "Policy set") }
  var time: String { say("Tidspunkt", "Time") }
  var shown: String { say("Vist", "Shown") }
  var digest: String { say("Sjekksum", "Digest") }
  var situations: String { say("Situasjoner", "Situations") }
  var places: String { say("Steder", "Places") }
  var signs: String { say("Tegn", "Signs") }

  func counts(roles: Int, classes: Int, situations: Int) -> String {
    say(
      "\(roles) \(roles == 1 ? "rolle" : "roller"), \(classes) \(classes == 1 ? "innholdsklasse" : "innholdsklasser"), \(situations) \(situations == 1 ? "situasjon" : "situasjoner")",
      "\(roles) \(roles == 1 ? "role" : "roles"), \(classes) \(classes == 1 ? "content class" : "content classes"), \(situations) \(situations == 1 ? "situation" : "situations")"
    )
  }

  var explanation: String {
    say(
      "Hvert svar er regelmotorens avgjørelse av én konkret forespørsel i en av standardsituasjonene til regelsettet. Det som besvares likt, står bare én gang.",
      "Each answer is the engine's decision of one concrete request in a standard situation of the policy set. What is answered alike stands only once."
    )
  }

  /// What the signs of a cell stand for.
  func order(_ titles: [String], arePlaces: Bool) -> String {
    let list = titles.enumerated().map { "\($0.offset + 1) \($0.element)" }.joined(separator: "; ")
    return "\(order(arePlaces: arePlaces)) \(list)."
  }

  /// The same, before a list of them.
  func order(arePlaces: Bool) -> String {
    arePlaces
      ? say(
        "Et tegn alene gjelder alle stedene; ellers har en celle ett tegn for hvert sted, i denne rekkefølgen:",
        "A sign alone is for all places; else a cell has one sign for each place, in this order:"
      )
      : say(
        "Et tegn alene gjelder alle situasjonene; ellers har en celle ett tegn for hver situasjon, i denne rekkefølgen:",
        "A sign alone is for all situations; else a cell has one sign for each situation, in this order:"
      )
  }

  func part(_ action: String, _ content: String?) -> String {
    content.map { "\(action): \($0)" }
      ?? say("\(action): uten en pasient", "\(action): without a patient")
  }

  func ever(_ action: String) -> String {
    say("\(action): i en hvilken som helst situasjon", "\(action): in any situation at all")
  }

  var everColumn: String { say("Noen gang", "Ever") }

  var everNote: String {
    say(
      "Det romsligste svaret noen med rollemalen kan få, uansett under-rollemaler, klinisk tilgang, enhet, formål, pasient og innhold. Hvert svar er vist ved en forespørsel som regelmotoren avgjør slik; at det ikke finnes noen, er bevist.",
      "The most generous answer that anybody with the role template can get, whatever the subtemplates, provider record, unit, purpose, patient and content. Each answer is shown by a request that the engine decides so; that there is none is proven."
    )
  }

  func only(_ title: String) -> String {
    say("Bare i situasjonen: \(title).", "Only in the situation: \(title).")
  }

  // MARK: Tables

  var classesByRoles: String { say("Innholdsklasser og roller", "Content classes and roles") }

  func rolesBySituations(_ contentClass: String) -> String {
    say("\(contentClass): roller og situasjoner", "\(contentClass): roles and situations")
  }

  func classesBySituations(_ role: String) -> String {
    say("\(role): innholdsklasser og situasjoner", "\(role): content classes and situations")
  }

  var contentClass: String { say("Innholdsklasse", "Content class") }
  var role: String { say("Rolle", "Role") }

  func continued(_ caption: String, _ number: Int, of count: Int) -> String {
    count == 1
      ? caption : say("\(caption), \(number) av \(count)", "\(caption), \(number) of \(count)")
  }

  func closedClasses(_ titles: [String], asShown: Bool) -> String {
    (asShown
      ? say(
        "Ingen av rollene slik de er vist, i noen av disse: ",
        "None of the roles as shown, in any of these: "
      )
      : say("Ingen av rollene, i noen av disse: ", "None of the roles, in any of these: "))
      + list(titles)
  }

  func closedRoles(_ names: [String], asShown: Bool) -> String {
    (asShown
      ? say("Svares nei overalt slik de er vist: ", "Answered no throughout as shown: ")
      : say("Svares nei overalt her: ", "Answered no throughout, here: "))
      + list(names)
  }

  func closedButFurther(_ names: [String]) -> String {
    say(
      "Nei som vist, men mer med en under-rollemal eller klinisk tilgang til: ",
      "No as shown, but more with a further subtemplate or provider record: "
    ) + list(names)
  }

  /// Roles that are answered no as they are shown, and more with something beside.
  func withoutMore(_ names: [String]) -> String {
    say("Uten mer enn vist: ", "Without more than is shown: ") + list(names)
  }

  func closedForRole(_ titles: [String], asShown: Bool) -> String {
    (asShown
      ? say("Ikke i noen av disse slik rollen er vist: ", "In none of these as shown: ")
      : say("Ikke i noen av disse: ", "In none of these: "))
      + list(titles)
  }

  // MARK: More with something beside

  func with(_ role: String, _ things: [String]) -> String {
    "\(role) \(say("med", "with")) \(things.joined(separator: say(" og ", " and ")))"
  }

  func further(_ contentClass: String) -> String { "\(contentClass): \(furtherWords)" }

  var furtherOverall: String {
    let words = furtherWords
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  private var furtherWords: String {
    say(
      "mer med en under-rollemal eller klinisk tilgang til",
      "more with a further subtemplate or provider record"
    )
  }

  var furtherNote: String {
    say(
      "Mer: i minst én av situasjonene gir regelmotoren et romsligere svar enn til rollen slik den er vist, når den også har én under-rollemal eller en klinisk tilgang som noen kan få sammen med rollemalen, eller slik scenariene ellers tildeler rollen. Hva flere under-rollemaler gir til sammen, er ikke undersøkt.",
      "More: in at least one of the situations, the engine's answer is more generous than to the role as shown, once it has one subtemplate more, or a provider record, that somebody may get with the template, or as the scenarios authorise the role otherwise. What several subtemplates give together was not looked at."
    )
  }

  func nothing(asShown: Bool) -> String {
    asShown
      ? say(
        "Ingen svares annet enn nei slik de er vist.",
        "Nobody is answered anything but no as shown."
      )
      : say("Ingen svares annet enn nei her.", "Nobody is answered anything but no, here.")
  }

  // MARK: Beneath

  var whoHas: String {
    say("Hvem som har tilgang, klasse for klasse", "Who has access, class by class")
  }

  var reasons: String { say("Når det begrunnes", "Once a reason is given") }

  func reason(_ rule: String, _ roles: [String]) -> String { "\(rule): \(list(roles))" }

  var roles: String { say("Rollene", "The roles") }

  var rolesExplanation: String {
    say(
      "Hver rolle vises med det som står her; en rollemal alene åpner ofte ingen enhet og gir ingen klinisk tilgang.",
      "Each role is shown with what stands here; a template alone often opens no unit and has no licence."
    )
  }

  func holder(
    subtemplates: [String],
    providerRecord: String?,
    unit: String?,
    purpose: String?
  ) -> String {
    var parts = subtemplates
    if let providerRecord { parts.append(providerRecord) }
    if let unit { parts.append(say("logget inn ved \(unit)", "logged in at \(unit)")) }
    if let purpose { parts.append(say("formål: \(purpose)", "purpose: \(purpose)")) }
    return list(parts)
  }

  var idle: String { say("Ikke vist: kan ikke arbeide slik", "Not shown: cannot work so") }

  func idle(_ role: String, _ gates: [String]) -> String {
    say("\(role): stanses av \(list(gates))", "\(role): stopped by \(list(gates))")
  }

  var reminder: String {
    say(
      "Vist er standardsituasjoner, ikke alle pasienter. Tilgang skal bare brukes ved tjenstlig behov.",
      "What is shown are standard situations, not every patient. Access may be used only for a service need."
    )
  }

  func list(_ names: [String]) -> String {
    names.isEmpty ? say("ingen", "none") : names.joined(separator: "; ")
  }
}
