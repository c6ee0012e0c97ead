import AccessPolicy

/// What reports on provisioning say, in Norwegian and English; the only file with their sentences.
struct ProvisioningWords: Bilingual {
  let policy: Policy
  let language: Language
  /// The clock by which points in time are written; `nil` for UTC.
  let clock: DayClock?

  /// What mends a record that is refused.
  func help(_ refusal: ProvisioningRefusal) -> String {
    let help = refusal.help(language)
    guard case .unknownUnit(_, let unit) = refusal,
      let nearest = NearestName.of(unit.text, among: policy.organisation.map(\.id.text))
    else { return help }
    return say("mente du `\(nearest)`? Ellers: ", "did you mean `\(nearest)`? Else ") + help
  }

  /// A point in time, as the clocks show it that the reader has.
  func time(_ instant: Instant) -> String { clock?.written(instant) ?? instant.description }

  // MARK: What is different

  func kind(_ kind: RegisterDifference.Kind) -> String {
    switch kind {
    case .created: say("opprettet", "created")
    case .resumed: say("gjenopptatt", "resumed")
    case .changed: say("endret", "changed")
    case .ended: say("avsluttet", "ended")
    case .kept:
      say(
        "beholdt, fordi raden er avvist eller ikke kan leses:",
        "kept, because the record is refused or cannot be read:"
      )
    case .unchanged: say("uendret", "unchanged")
    }
  }

  func change(_ change: RegisterChange) -> String {
    let nothing = say("ingen", "none")
    func words(_ values: [String]) -> String {
      values.isEmpty ? nothing : values.map { "`\($0)`" }.joined(separator: ", ")
    }
    func times(_ values: [String]) -> [String] { values.map { Instant($0).map(time) ?? $0 } }
    let isTime = change.part == .from || change.part == .until
    let before = isTime ? times(change.before) : change.before
    let after = isTime ? times(change.after) : change.after
    return "\(change.part.title[language]): \(words(before)) → \(words(after))"
  }

  // MARK: Headings

  func summary(_ counts: ProvisioningReport.Counts) -> String {
    let records = counts.records
    return say(
      "\(records) \(records == 1 ? "rad" : "rader"): \(counts.given) ga en autorisasjon, "
        + "\(counts.refused) avvist, \(counts.unreadable) kunne ikke leses",
      "\(records) record\(records == 1 ? "" : "s"): \(counts.given) gave an authorisation, "
        + "\(counts.refused) refused, \(counts.unreadable) could not be read"
    )
  }

  /// Why nothing was written; an authorisation ends also when its record says that it is over.
  func stopped(ended: Int, of inForce: Int, most: String) -> String {
    say(
      "registeret er ikke skrevet: \(ended) av \(inForce) gjeldende autorisasjoner ville blitt "
        + "avsluttet, og høyst \(most) kan det; er filen hel? Er det meningen, gi --most-ended",
      "the register is not written: \(ended) of the \(inForce) authorisations in force would end, "
        + "and at most \(most) may; is the file whole? If it is meant so, give --most-ended"
    )
  }

  /// Where the register is.
  func written(to path: String) -> String {
    say("Registeret er skrevet til \(path)", "The register is written to \(path)")
  }

  var givenHeading: String {
    say("Tildelt, etter rollemal og regel", "Given, by template and rule")
  }
  var eachHeading: String { say("Hver autorisasjon", "Each authorisation") }
  var refusedHeading: String { say("Avviste rader", "Records that are refused") }
  var unreadableHeading: String {
    say("Rader som ikke kan leses", "Records that cannot be read")
  }
  var differencesHeading: String {
    say("Forskjeller fra gjeldende register", "Differences from the register in force")
  }
  var authorisationsHeading: String {
    say("Autorisasjoner å se på", "Authorisations to look at")
  }

  func withoutClinicalAccess(_ count: Int) -> String {
    say(
      "uten klinisk tilgang, der rollen gjør noe som krever det: \(count) "
        + "(--show-all viser hvem)",
      "without clinical access, where the role does something that takes it: \(count) "
        + "(--show-all says who)"
    )
  }

  var deviationsHeading: String { say("Avvik å se på", "Deviations to look at") }

  func record(_ key: StaffRecordRef, of staff: StaffRef) -> String {
    say("rad `\(key)`, ansatt `\(staff)`", "record `\(key)` of staff `\(staff)`")
  }

  func deviation(_ key: DeviationRef) -> String { say("avvik `\(key)`", "deviation `\(key)`") }

  func by(_ rule: ProvisioningRuleID) -> String { say("etter `\(rule)`", "by `\(rule)`") }

  func by(_ rules: [ProvisioningRuleID]) -> String {
    let names = rules.map { "`\($0)`" }.joined(separator: ", ")
    return say("etter \(names)", "by \(names)")
  }

  var units: String { say("innlogging på", "login at") }
}
