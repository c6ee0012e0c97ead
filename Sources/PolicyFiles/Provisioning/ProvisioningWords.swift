import AccessPolicy

/// What reports on provisioning say, in Norwegian and English; the only file with their sentences.
struct ProvisioningWords {
  let policy: Policy
  let language: Language

  private func pick(_ nb: String, _ en: String) -> String { language == .nb ? nb : en }

  private func list(_ ids: [String]) -> String { ids.map { "`\($0)`" }.joined(separator: ", ") }

  /// The name of a field as the column has it: `workplace` of `record.workplace`.
  private func column(_ field: String) -> String {
    field.split(separator: ".").last.map { String($0) } ?? field
  }

  // MARK: Why a record gives nothing

  func reason(_ refusal: ProvisioningRefusal) -> String {
    switch refusal {
    case .missing(let field):
      let mayBeEmpty = field == "record.from" || field == "record.until"
      return pick(
        "feltet `\(column(field))` mangler, og må være med"
          + (mayBeEmpty ? "; tomt sier at det ikke er satt noen grense" : ""),
        "the field `\(column(field))` is missing, and must be there"
          + (mayBeEmpty ? "; left empty, it says that no limit is set" : "")
      )
    case .unknownUnit(let field, let unit):
      let nearest = NearestName.of(unit.text, among: policy.organisation.map(\.id.text))
        .map { pick("; mente du `\($0)`?", "; did you mean `\($0)`?") }
      return pick(
        "organisasjonen har ingen enhet `\(unit)`, som står i `\(column(field))`",
        "the organisation has no unit `\(unit)`, which stands in `\(column(field))`"
      ) + (nearest ?? "")
    case .wrongValue(let field, _, let expected):
      return pick(
        "feltet `\(column(field))` har en verdi av feil type (ventet: \(expected))",
        "the field `\(column(field))` has a value of another type than \(expected)"
      )
    case .neverInForce(let from, let until):
      return pick(
        "stillingen slutter (\(until)) ikke senere enn den begynner (\(from))",
        "the position ends (\(until)) no later than it begins (\(from))"
      )
    case .undetermined(let rules, let missing):
      let names = list(missing.map(column))
      return pick(
        "uten \(names) kan det ikke avgjøres om \(list(rules.map(\.text))) gjelder",
        "without \(names) nobody can say whether \(list(rules.map(\.text))) applies"
      )
    case .noTemplate:
      return pick("ingen regel gir en rollemal", "no rule gives a role template")
    case .severalTemplates(let rules):
      return pick(
        "flere regler gir en rollemal: \(given(rules) { $0.template?.text })",
        "several rules give a role template: \(given(rules) { $0.template?.text })"
      )
    case .severalProviderRecords(let rules):
      return pick(
        "flere regler gir klinisk tilgang: \(given(rules) { $0.providerRecord?.text })",
        "several rules give a provider record: \(given(rules) { $0.providerRecord?.text })"
      )
    case .noLoginUnit(let workplace):
      return pick(
        "rollen har ingen innloggingsavdeling på arbeidsstedet `\(workplace)`",
        "the role lists no login unit at the workplace `\(workplace)`"
      )
    case .loginUnitElsewhere(let unit, let workplace, let rules):
      return pick(
        "\(list(rules.map(\.text))) åpner for innlogging på `\(unit)`, "
          + "som ikke hører til arbeidsstedet `\(workplace)`",
        "\(list(rules.map(\.text))) would open login at `\(unit)`, "
          + "which is not at the workplace `\(workplace)`"
      )
    case .repeatedKey(let others):
      let lines = others.map { pick("linje \($0.line)", "line \($0.line)") }
      return pick(
        "andre rader har samme nøkkel: \(lines.joined(separator: ", "))",
        "other records have the same key: \(lines.joined(separator: ", "))"
      )
    }
  }

  /// Rules, each with what it gives.
  private func given(_ rules: [ProvisioningRuleID], _ part: (ProvisioningRule) -> String?) -> String
  {
    rules.map { id in
      let part = policy.provisioning[id].flatMap(part).map { " (`\($0)`)" } ?? ""
      return "`\(id)`\(part)"
    }
    .joined(separator: ", ")
  }

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
    return "\(part(change.part)): \(words(change.before)) → \(words(change.after))"
  }

  private func part(_ part: RegisterChange.Part) -> String {
    switch part {
    case .staff: pick("ansatt", "staff")
    case .template: pick("rollemal", "template")
    case .subtemplates: pick("under-rollemaler", "subtemplates")
    case .providerRecord: pick("klinisk tilgang", "provider record")
    case .units: pick("innloggingsavdelinger", "login units")
    case .from: pick("fra", "from")
    case .until: pick("til", "until")
    case .deviations: pick("avvik", "deviations")
    case .rules: pick("regler", "rules")
    }
  }

  // MARK: Deviations

  func notice(_ kind: DeviationNotice.Kind) -> String {
    switch kind {
    case .due(let end): pick("utløper \(end)", "ends \(end)")
    case .expired(let end): pick("utløp \(end)", "ended \(end)")
    case .withoutEnd: pick("har ingen sluttdato", "has no end")
    case .withoutReason:
      pick("mangler begrunnelse, og gir derfor ingenting", "does not say why, so it adds nothing")
    case .withoutApprover:
      pick(
        "er ikke godkjent av noen, og gir derfor ingenting",
        "nobody has approved it, so it adds nothing"
      )
    case .addsWhatRoleHas(let parts):
      pick(
        "gir det rollen alt har: \(list(parts))",
        "adds what the role has already: \(list(parts))"
      )
    case .removesWhatRoleLacks(let parts):
      pick(
        "fjerner det rollen ikke har: \(list(parts))",
        "removes what the role does not have: \(list(parts))"
      )
    case .undeclared(let parts):
      pick(
        "nevner det regelsettet ikke har: \(list(parts))",
        "names what the policy set does not have: \(list(parts))"
      )
    }
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

  /// Why nothing was written.
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
  var deviationsHeading: String { pick("Avvik å se på", "Deviations to look at") }

  func record(_ key: StaffRecordRef, of staff: StaffRef) -> String {
    pick("rad `\(key)`, ansatt `\(staff)`", "record `\(key)` of staff `\(staff)`")
  }

  func deviation(_ key: DeviationRef) -> String { pick("avvik `\(key)`", "deviation `\(key)`") }

  func by(_ rule: ProvisioningRuleID) -> String { pick("etter `\(rule)`", "by `\(rule)`") }

  func by(_ rules: [ProvisioningRuleID]) -> String {
    pick("etter \(list(rules.map(\.text)))", "by \(list(rules.map(\.text)))")
  }

  var units: String { pick("innlogging på", "login at") }
}
