import AccessPolicy

/// The words in which situations are told, in both languages.
struct SituationWords: Sendable {
  let language: Language

  private func pick(_ nb: String, _ en: String) -> String { language == .nb ? nb : en }

  // MARK: Labels

  var who: String { pick("Hvem", "Who") }
  var deviation: String { pick("Avvik fra rollemalen", "Deviation from the role template") }
  var patient: String { pick("Pasienten", "The patient") }
  var logistics: String { pick("Pasientlogistikk", "Patient logistics") }
  var block: String { pick("Sperring", "Block") }
  var content: String { pick("Innholdet", "The content") }
  var asksTo: String { pick("Vil", "Asks to") }
  var request: String { pick("Forespørselen", "The request") }
  var reason: String { pick("Oppgitt grunn", "Reason given") }
  var grant: String { pick("Har alt åpnet", "Has opened already") }
  var notKnown: String { pick("Ikke kjent", "Not known") }

  // MARK: People

  var thePerson: String { pick("den som spør", "the person who asks") }
  var notActive: String { pick("autorisasjonen er ikke aktiv", "the authorisation is not active") }
  var readOnly: String { pick("systemet er lukket for endringer", "the system takes no changes") }
  var ownRecord: String { pick("det er egen journal", "it is the person's own record") }
  func with(subtemplates: String) -> String {
    pick("med under-rollemal \(subtemplates)", "with the subtemplate \(subtemplates)")
  }
  func licence(_ name: String) -> String { pick("klinisk tilgang: \(name)", "licence: \(name)") }
  func loggedIn(_ unit: String) -> String {
    pick("logget inn på \(unit)", "logged in at \(unit)")
  }
  var notLoggedIn: String { pick("ikke logget inn på noen enhet", "logged in to no unit") }
  func purpose(_ name: String) -> String { pick("formål: \(name)", "for the purpose \(name)") }
  var noPurpose: String { pick("uten formål", "for no purpose") }
  func level(_ level: Int64) -> String {
    pick("sikkerhetsnivå \(level)", "authentication level \(level)")
  }
  func groups(_ names: String) -> String { pick("grupper: \(names)", "groups: \(names)") }
  func authorised(_ when: String) -> String {
    pick("autorisasjonen \(when)", "the authorisation \(when)")
  }
  func adds(_ names: String) -> String { pick("legger til \(names)", "adds \(names)") }
  func removes(_ names: String) -> String { pick("tar bort \(names)", "takes away \(names)") }

  // MARK: Patients

  func born(_ date: CivilDate, age: Int64) -> String {
    pick("født \(date) (\(age) år)", "born \(date) (\(age) \(age == 1 ? "year" : "years") old)")
  }
  func lives(_ unit: String) -> String { pick("bor i \(unit)", "lives in \(unit)") }
  func marked(_ marks: String) -> String { pick("skjermet: \(marks)", "marked: \(marks)") }
  var nothingMore: String { pick("ikke noe mer er sagt", "nothing more is said") }
  var noLinks: String { pick("ingen pasientlogistikk", "no patient logistics") }
  func status(_ name: String) -> String { pick("status \(name)", "status \(name)") }
  func at(_ unit: String) -> String { pick("ved \(unit)", "at \(unit)") }
  var sameUnit: String {
    pick(", der personen er logget inn", ", where the person is logged in")
  }
  func names(_ person: String) -> String { pick("nevner \(person)", "names \(person)") }
  func team(_ people: String) -> String { pick("team: \(people)", "team: \(people)") }
  var noTeam: String { pick("ingen i teamet", "nobody in the team") }
  func group(_ name: String) -> String { pick("gruppe \(name)", "group \(name)") }
  var openEnded: String { pick("uten slutt", "with no end") }

  // MARK: Blocks

  func covers(_ what: String) -> String { pick("dekker \(what)", "covers \(what)") }
  var everything: String { pick("hele journalen", "the whole record") }
  var thisContact: String { pick("denne kontakten", "this contact") }
  var otherContact: String { pick("en annen kontakt", "another contact") }
  var thisItem: String { pick("dette elementet", "this item") }
  var otherItem: String { pick("et annet element", "another item") }
  func against(_ whom: String) -> String { pick("gjelder \(whom)", "against \(whom)") }
  var everyone: String { pick("alle", "everyone") }
  func entriesFrom(_ when: String) -> String {
    pick("bare det som er ført fra \(when)", "only what is recorded from \(when)")
  }
  var notEffectuated: String { pick("ikke satt i verk", "not effectuated") }

  // MARK: Content

  func recordedAt(_ unit: String) -> String { pick("ført ved \(unit)", "recorded at \(unit)") }
  func writtenBy(_ person: String) -> String {
    pick("skrevet av \(person)", "written by \(person)")
  }
  func recorded(_ when: String) -> String { pick("ført \(when)", "recorded \(when)") }
  func contact(_ unit: String?) -> String {
    let at = unit.map { self.at($0) }
    return pick("fra en kontakt", "of a contact") + (at.map { " \($0)" } ?? "")
  }
  func contactMarked(_ marks: String) -> String {
    pick("kontakten skjermet: \(marks)", "the contact marked: \(marks)")
  }

  // MARK: Reasons

  func until(_ when: String) -> String { pick("til \(when)", "until \(when)") }
  var noText: String { pick("uten tekst", "without a text") }

  // MARK: Values

  var yes: String { pick("ja", "yes") }
  var no: String { pick("nei", "no") }
  var none: String { pick("ingen", "none") }

  // MARK: Time

  func starts(_ span: TimeSpan) -> String {
    if span == .zero { return pick("begynner nå", "begins now") }
    return span < .zero
      ? pick("begynte \(distance(span))", "began \(distance(span))")
      : pick("begynner \(distance(span))", "begins \(distance(span))")
  }

  func ends(_ span: TimeSpan) -> String {
    if span == .zero { return pick("slutter nå", "ends now") }
    return span < .zero
      ? pick("sluttet \(distance(span))", "ended \(distance(span))")
      : pick("slutter \(distance(span))", "ends \(distance(span))")
  }

  /// How far from now: `3 days and 1 second ago`.
  func distance(_ span: TimeSpan) -> String {
    if span == .zero { return pick("nå", "now") }
    let length = self.length(span < .zero ? -span : span)
    return span < .zero
      ? pick("for \(length) siden", "\(length) ago") : pick("om \(length)", "in \(length)")
  }

  /// A length in days, hours, minutes and seconds, of which those that are none are not said.
  private func length(_ span: TimeSpan) -> String {
    var rest = span.seconds
    var parts: [String] = []
    for (seconds, nb, en) in Self.units {
      let count = rest / seconds
      rest %= seconds
      guard count > 0 else { continue }
      let word = count == 1 ? pick(nb.one, en.one) : pick(nb.many, en.many)
      parts.append("\(count) \(word)")
    }
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "0" }
    return parts.dropLast().joined(separator: ", ") + pick(" og ", " and ") + last
  }

  private typealias Words = (one: String, many: String)
  private static let units: [(Int64, nb: Words, en: Words)] = [
    (86_400, ("dag", "dager"), ("day", "days")), (3_600, ("time", "timer"), ("hour", "hours")),
    (60, ("minutt", "minutter"), ("minute", "minutes")),
    (1, ("sekund", "sekunder"), ("second", "seconds")),
  ]
}
