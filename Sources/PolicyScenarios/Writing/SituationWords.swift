import AccessPolicy

/// The words in which situations are told, in both languages.
struct SituationWords: Bilingual, Sendable {
  let language: Language

  // MARK: Labels

  var who: String { say("Hvem", "Who") }
  var deviation: String { say("Avvik fra rollemalen", "Deviation from the role template") }
  var patient: String { say("Pasienten", "The patient") }
  var logistics: String { say("Pasientlogistikk", "Patient logistics") }
  var block: String { say("Sperring", "Block") }
  var content: String { say("Innholdet", "The content") }
  var asksTo: String { say("Vil", "Asks to") }
  var request: String { say("Forespørselen", "The request") }
  var reason: String { say("Oppgitt grunn", "Reason given") }
  var grant: String { say("Har alt åpnet", "Has opened already") }
  var notKnown: String { say("Ikke kjent", "Not known") }

  // MARK: People

  var thePerson: String { say("den som spør", "the person who asks") }
  var notActive: String { say("autorisasjonen er ikke aktiv", "the authorisation is not active") }
  var readOnly: String { say("systemet er lukket for endringer", "the system takes no changes") }
  var ownRecord: String { say("det er egen journal", "it is the person's own record") }
  func with(subtemplates: String) -> String {
    say("med under-rollemal \(subtemplates)", "with the subtemplate \(subtemplates)")
  }
  func licence(_ name: String) -> String { say("klinisk tilgang: \(name)", "licence: \(name)") }
  func loggedIn(_ unit: String) -> String {
    say("logget inn på \(unit)", "logged in at \(unit)")
  }
  var notLoggedIn: String { say("ikke logget inn på noen enhet", "logged in to no unit") }
  func purpose(_ name: String) -> String { say("formål: \(name)", "for the purpose \(name)") }
  var noPurpose: String { say("uten formål", "for no purpose") }
  func level(_ level: Int64) -> String {
    say("sikkerhetsnivå \(level)", "authentication level \(level)")
  }
  func groups(_ names: String) -> String { say("grupper: \(names)", "groups: \(names)") }
  func authorised(_ when: String) -> String {
    say("autorisasjonen \(when)", "the authorisation \(when)")
  }
  func adds(_ names: String) -> String { say("legger til \(names)", "adds \(names)") }
  func removes(_ names: String) -> String { say("tar bort \(names)", "takes away \(names)") }

  // MARK: Patients

  func born(_ date: CivilDate, age: Int64) -> String {
    say("født \(date) (\(age) år)", "born \(date) (\(age) \(age == 1 ? "year" : "years") old)")
  }
  func lives(_ unit: String) -> String { say("bor i \(unit)", "lives in \(unit)") }
  func marked(_ marks: String) -> String { say("merket: \(marks)", "marked: \(marks)") }
  var nothingMore: String { say("ikke noe mer er sagt", "nothing more is said") }
  var noLinks: String { say("ingen pasientlogistikk", "no patient logistics") }
  func status(_ name: String) -> String { say("status \(name)", "status \(name)") }
  func at(_ unit: String) -> String { say("ved \(unit)", "at \(unit)") }
  var sameUnit: String {
    say(", der personen er logget inn", ", where the person is logged in")
  }
  func names(_ person: String) -> String { say("nevner \(person)", "names \(person)") }
  func team(_ people: String) -> String { say("team: \(people)", "team: \(people)") }
  var noTeam: String { say("ingen i teamet", "nobody in the team") }
  func group(_ name: String) -> String { say("gruppe \(name)", "group \(name)") }
  var openEnded: String { say("uten slutt", "with no end") }

  // MARK: Blocks

  func covers(_ what: String) -> String { say("dekker \(what)", "covers \(what)") }
  var everything: String { say("hele journalen", "the whole record") }
  var thisContact: String { say("denne kontakten", "this contact") }
  var otherContact: String { say("en annen kontakt", "another contact") }
  var thisItem: String { say("dette elementet", "this item") }
  var otherItem: String { say("et annet element", "another item") }
  func against(_ whom: String) -> String { say("gjelder \(whom)", "against \(whom)") }
  var everyone: String { say("alle", "everyone") }
  func entriesFrom(_ when: String) -> String {
    say("bare det som er ført fra \(when)", "only what is recorded from \(when)")
  }
  var notEffectuated: String { say("ikke satt i verk", "not effectuated") }

  // MARK: Content

  func recordedAt(_ unit: String) -> String { say("ført ved \(unit)", "recorded at \(unit)") }
  func writtenBy(_ person: String) -> String {
    say("skrevet av \(person)", "written by \(person)")
  }
  func recorded(_ when: String) -> String { say("ført \(when)", "recorded \(when)") }
  func contact(_ unit: String?) -> String {
    let at = unit.map { self.at($0) }
    return say("fra en kontakt", "of a contact") + (at.map { " \($0)" } ?? "")
  }
  func contactMarked(_ marks: String) -> String {
    say("kontakten skjermet: \(marks)", "the contact marked: \(marks)")
  }

  // MARK: Reasons

  func until(_ when: String) -> String { say("til \(when)", "until \(when)") }
  var noText: String { say("uten tekst", "without a text") }

  // MARK: Values

  var yes: String { say("ja", "yes") }
  var no: String { say("nei", "no") }
  var none: String { say("ingen", "none") }

  // MARK: Time

  func starts(_ span: TimeSpan) -> String {
    if span == .zero { return say("begynner nå", "begins now") }
    return span < .zero
      ? say("begynte \(distance(span))", "began \(distance(span))")
      : say("begynner \(distance(span))", "begins \(distance(span))")
  }

  func ends(_ span: TimeSpan) -> String {
    if span == .zero { return say("slutter nå", "ends now") }
    return span < .zero
      ? say("sluttet \(distance(span))", "ended \(distance(span))")
      : say("slutter \(distance(span))", "ends \(distance(span))")
  }

  /// How far from now: `3 days and 1 second ago`.
  func distance(_ span: TimeSpan) -> String {
    if span == .zero { return say("nå", "now") }
    let length = self.length(span < .zero ? -span : span)
    return span < .zero
      ? say("for \(length) siden", "\(length) ago") : say("om \(length)", "in \(length)")
  }

  /// A length in days, hours, minutes and seconds, of which those that are none are not said.
  private func length(_ span: TimeSpan) -> String {
    var rest = span.seconds
    var parts: [String] = []
    for (seconds, nb, en) in Self.units {
      let count = rest / seconds
      rest %= seconds
      guard count > 0 else { continue }
      let word = count == 1 ? say(nb.one, en.one) : say(nb.many, en.many)
      parts.append("\(count) \(word)")
    }
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "0" }
    return parts.dropLast().joined(separator: ", ") + say(" og ", " and ") + last
  }

  private typealias Words = (one: String, many: String)
  private static let units: [(Int64, nb: Words, en: Words)] = [
    (86_400, ("dag", "dager"), ("day", "days")), (3_600, ("time", "timer"), ("hour", "hours")),
    (60, ("minutt", "minutter"), ("minute", "minutes")),
    (1, ("sekund", "sekunder"), ("second", "seconds")),
  ]
}
