import AccessPolicy

/// What reports on provisioning say, in Norwegian and English; the only file with their sentences.
struct ProvisioningWords {
  let policy: Policy
  let language: Language
  /// The clock by which points in time are written; `nil` for UTC.
  let clock: DayClock?

  private func pick(_ nb: String, _ en: String) -> String { language == .nb ? nb : en }

  /// What mends a record that is refused.
  func help(_ refusal: ProvisioningRefusal) -> String {
    let help = refusal.help(language)
    guard case .unknownUnit(_, let unit) = refusal,
      let nearest = NearestName.of(unit.text, among: policy.organisation.map(\.id.text))
    else { return help }
    return pick("mente du `\(nearest)`? Ellers: ", "did you mean `\(nearest)`? Else ") + help
  }

  /// A point in time, as the clocks show it that the reader has.
  func time(_ instant: Instant) -> String { clock?.written(instant) ?? instant.description }

  // MARK: What is different

  func kind(_ kind: RegisterDifference.Kind) -> String {
    switch kind {
    case .created: pick("opprettet", "created")
    case .resumed: pick("gjenopptatt", "resumed")
    case .changed: pick("endret", "changed")
    case .ended: pick("avsluttet", "ended")
    case .kept:
      pick(
        "beholdt, fordi raden er avvist eller ikke kan leses:",
        "kept, because the record is refused or cannot be read:"
      )
    case .unchanged: pick("uendret", "unchanged")
    }
  }

  func change(_ change: RegisterChange) -> String {
    let nothing = pick("ingen", "none")
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
    return pick(
      "\(records) \(records == 1 ? "rad" : "rader"): \(counts.given) ga en autorisasjon, "
        + "\(counts.refused) avvist, \(counts.unreadable) kunne ikke leses",
      "\(records) record\(records == 1 ? "" : "s"): \(counts.given) gave an authorisation, "
        + "\(counts.refused) refused, \(counts.unreadable) could not be read"
    )
  }

  /// Why nothing was written; an authorisation ends also when its record says that it is over.
  func stopped(ended: Int, of inForce: Int, most: String) -> String {
    pick(
      "registeret er ikke skrevet: \(ended) av \(inForce) gjeldende autorisasjoner ville blitt "
        + "avsluttet, og høyst \(most) kan det; er filen hel? Er det meningen, gi --most-ended",
      "the register is not written: \(ended) of the \(inForce) authorisations in force would end, "
        + "and at most \(most) may; is the file whole? If it is meant so, give --most-ended"
    )
  }

  /// Where the register is.
  func written(to path: String) -> String {
    pick("Registeret er skrevet til \(path)", "The register is written to \(path)")
  }

  var givenHeading: String {
    pick("Tildelt, etter rollemal og regel", "Given, by template and rule")
  }
  var eachHeading: String { pick("Hver autorisasjon", "Each authorisation") }
  var refusedHeading: String { pick("Avviste rader", "Records that are refused") }
  var unreadableHeading: String {
    pick("Rader som ikke kan leses", "Records that cannot be read")
  }
  var differencesHeading: String {
    pick("Forskjeller fra gjeldende register", "Differences from the register in force")
  }
  var authorisationsHeading: String {
    pick("Autorisasjoner å se på", "Authorisations to look at")
  }

  func withoutClinicalAccess(_ count: Int) -> String {
    pick(
      "uten klinisk tilgang, der rollen gjør noe som krever det: \(count) "
        + "(--show-all viser hvem)",
      "without clinical access, where the role does something that takes it: \(count) "
        + "(--show-all says who)"
    )
  }

  var deviationsHeading: String { pick("Avvik å se på", "Deviations to look at") }

  func record(_ key: StaffRecordRef, of staff: StaffRef) -> String {
    pick("rad `\(key)`, ansatt `\(staff)`", "record `\(key)` of staff `\(staff)`")
  }

  func deviation(_ key: DeviationRef) -> String { pick("avvik `\(key)`", "deviation `\(key)`") }

  func by(_ rule: ProvisioningRuleID) -> String { pick("etter `\(rule)`", "by `\(rule)`") }

  func by(_ rules: [ProvisioningRuleID]) -> String {
    let names = rules.map { "`\($0)`" }.joined(separator: ", ")
    return pick("etter \(names)", "by \(names)")
  }

  var units: String { pick("innlogging på", "login at") }
}
