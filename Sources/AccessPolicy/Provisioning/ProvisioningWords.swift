// What provisioning says to people, in Norwegian and English.

extension ProvisioningRefusal {
  /// Why the record gives nothing, as one sentence without a full stop; `time` writes points in time.
  public func text(_ language: Language, time: (Instant) -> String = { $0.description }) -> String {
    words(time).reason[language]
  }

  /// What mends it, as one sentence without a full stop.
  public func help(_ language: Language) -> String { words(\.description).help[language] }

  private func words(_ time: (Instant) -> String) -> (reason: LocalizedText, help: LocalizedText) {
    switch self {
    case .missing(let field):
      (
        LocalizedText(nb: "`\(field)` er ikke fylt ut", en: "`\(field)` is not filled in"),
        LocalizedText(
          nb: "fyll ut feltet i HR-systemet; der arbeidsforholdet ikke har noen slutt, er "
            + "`record.until` en tom celle, eller `null` i NDJSON",
          en: "fill it in in the HR system; where the position has no end, `record.until` is an "
            + "empty cell, or `null` in NDJSON"
        )
      )
    case .unknownUnit(let field, let unit):
      (
        LocalizedText(
          nb: "`\(field)` er `\(unit)`, som ikke er en enhet i organisasjonen",
          en: "`\(field)` is `\(unit)`, which is no unit of the organisation"
        ),
        LocalizedText(
          nb: "rett enheten i HR-systemet, eller ta den inn under `organisation`",
          en: "correct the unit in the HR system, or declare it under `organisation`"
        )
      )
    case .wrongValue(let field, let value, _):
      (
        LocalizedText(
          nb: "`\(field)` er `\(value.words)`, som ikke er en verdi feltet kan ha",
          en: "`\(field)` is `\(value.words)`, which is no value that the field can have"
        ),
        LocalizedText(
          nb: "rett verdien i HR-systemet, eller ta den inn under `attributes`",
          en: "correct the value in the HR system, or declare it under `attributes`"
        )
      )
    case .neverInForce(let from, let until):
      (
        LocalizedText(
          nb: "arbeidsforholdet slutter (\(time(until))) før det har begynt (\(time(from)))",
          en: "the position ends (\(time(until))) before it has begun (\(time(from)))"
        ),
        LocalizedText(
          nb: "rett `record.from` eller `record.until` i HR-systemet",
          en: "correct `record.from` or `record.until` in the HR system"
        )
      )
    case .undetermined(let rules, let missing):
      (
        LocalizedText(
          nb: "det kan ikke avgjøres om \(Self.list(rules, .nb)) gjelder, fordi "
            + "\(Self.list(missing, .nb)) mangler",
          en:
            "whether \(Self.list(rules, .en)) \(rules.count == 1 ? "applies" : "apply") cannot be "
            + "told, because \(Self.list(missing, .en)) \(missing.count == 1 ? "is" : "are") missing"
        ),
        LocalizedText(
          nb: "ta med feltet fra HR-systemet; en tom celle betyr at det ikke er noe",
          en: "deliver the field from the HR system; an empty cell says that there is none"
        )
      )
    case .noTemplate:
      (
        LocalizedText(
          nb: "ingen tildelingsregel gir en rollemal",
          en: "no provisioning rule gives a role template"
        ),
        LocalizedText(
          nb: "se om funksjon og arbeidssted er riktige i HR-systemet, eller skriv regelen som "
            + "mangler, under `provisioning`",
          en: "see whether function and workplace are right in the HR system, or write the rule "
            + "that is lacking under `provisioning`"
        )
      )
    case .severalTemplates(let rules): Self.several("en rollemal", "a role template", rules)
    case .severalProviderRecords(let rules):
      Self.several("en klinisk tilgang", "a provider record", rules)
    case .noLoginUnit(let workplace):
      (
        LocalizedText(
          nb: "rollen har ingen enhet å logge inn på ved arbeidsstedet `\(workplace)`",
          en: "the role has no unit to log in to at the workplace `\(workplace)`"
        ),
        LocalizedText(
          nb: "la en tildelingsregel for arbeidsstedet gi en under-rollemal med enheten",
          en: "let a provisioning rule for the workplace give a subtemplate with the unit"
        )
      )
    case .loginUnitElsewhere(let unit, let workplace, let rules):
      (
        LocalizedText(
          nb: "rollen kan logge inn på `\(unit)`, som ligger utenfor arbeidsstedet "
            + "`\(workplace)`, uten at \(Self.list(rules, .nb)) sier at det er ment slik",
          en: "the role can log in to `\(unit)`, which is outside the workplace "
            + "`\(workplace)`, and \(Self.list(rules, .en)) \(rules.count == 1 ? "does" : "do") not "
            + "say that this is meant"
        ),
        LocalizedText(
          nb: "skriv `elsewhere: yes` under `gives` i regelen der det er ment",
          en: "write `elsewhere: yes` under `gives` of the rule where it is meant"
        )
      )
    case .repeatedKey(let others):
      (
        LocalizedText(
          nb: "flere linjer har samme nøkkel" + Self.places(others),
          en: "several records have the same key" + Self.places(others)
        ),
        LocalizedText(
          nb: "gi hvert arbeidsforhold sin egen nøkkel i HR-systemet",
          en: "give each position a key of its own in the HR system"
        )
      )
    }
  }

  private static func several(
    _ nb: String,
    _ en: String,
    _ rules: [ProvisioningRuleID]
  ) -> (LocalizedText, LocalizedText) {
    (
      LocalizedText(
        nb: "mer enn én tildelingsregel gir \(nb): \(list(rules, .nb))",
        en: "more than one provisioning rule gives \(en): \(list(rules, .en))"
      ),
      LocalizedText(
        nb: "skriv reglene slik at bare én av dem kan gjelde",
        en: "write the rules so that only one of them can apply"
      )
    )
  }

  private static func places(_ places: [SourceRange]) -> String {
    places.isEmpty ? "" : ": \(places.map { "\($0.file):\($0.line)" }.joined(separator: ", "))"
  }

  private static func list(_ names: [some CustomStringConvertible], _ language: Language) -> String
  {
    Prose.list(names.map { "`\($0)`" }, language)
  }
}

extension DeviationNotice.Kind {
  /// What there is to look at, as one sentence without a full stop; `time` writes points in time.
  public func text(_ language: Language, time: (Instant) -> String = { $0.description }) -> String {
    let text =
      switch self {
      case .due(let end): LocalizedText(nb: "går ut \(time(end))", en: "ends at \(time(end))")
      case .expired(let end):
        LocalizedText(nb: "gikk ut \(time(end))", en: "ended at \(time(end))")
      case .withoutEnd: LocalizedText(nb: "har ingen slutt", en: "has no end")
      case .neverInForce:
        LocalizedText(
          nb: "slutter før det har begynt, og legger derfor ikke noe til",
          en: "ends before it has begun, so it adds nothing"
        )
      case .changesNothing:
        LocalizedText(
          nb: "verken legger til eller tar bort noe",
          en: "neither adds nor removes anything"
        )
      case .approvedBySelf:
        LocalizedText(
          nb: "er godkjent av den ansatte selv",
          en: "is approved by the member of staff themselves"
        )
      case .withoutReason:
        LocalizedText(
          nb: "sier ikke hvorfor, og legger derfor ikke noe til",
          en: "does not say why, so it adds nothing"
        )
      case .withoutApprover:
        LocalizedText(
          nb: "er ikke godkjent av noen, og legger derfor ikke noe til",
          en: "is approved by nobody, so it adds nothing"
        )
      case .addsWhatRoleHas(let parts):
        LocalizedText(
          nb: "legger til det rollen allerede har: \(Prose.list(parts, .nb))",
          en: "adds what the role has already: \(Prose.list(parts, .en))"
        )
      case .removesWhatRoleLacks(let parts):
        LocalizedText(
          nb: "tar bort det rollen ikke har: \(Prose.list(parts, .nb))",
          en: "removes what the role does not have: \(Prose.list(parts, .en))"
        )
      case .undeclared(let parts):
        LocalizedText(
          nb: "nevner det regelsettet ikke har: \(Prose.list(parts, .nb))",
          en: "names what the policy set does not declare: \(Prose.list(parts, .en))"
        )
      }
    return text[language]
  }
}

extension AuthorisationNotice.Kind {
  /// What there is to look at, as one sentence without a full stop.
  public func text(_ language: Language) -> String {
    let text =
      switch self {
      case .deactivated:
        LocalizedText(
          nb: "er deaktivert i registeret, og forblir det til noen retter `isActive` der",
          en: "is deactivated in the register, and stays so until somebody mends `isActive` there"
        )
      case .withoutTemplate(let template):
        LocalizedText(
          nb: "har rollemalen `\(template)`, som regelsettet ikke har lenger: den åpner ingenting",
          en: "has the template `\(template)`, which the policy set no longer has: it opens nothing"
        )
      case .undeclared(let parts):
        LocalizedText(
          nb: "nevner det regelsettet ikke har lenger: \(Prose.list(parts, .nb))",
          en: "names what the policy set no longer has: \(Prose.list(parts, .en))"
        )
      case .withoutClinicalAccess:
        LocalizedText(
          nb: "er uten klinisk tilgang, og rollen gjør noe som krever det",
          en: "is without clinical access, and the role does something that takes it"
        )
      }
    return text[language]
  }
}

extension RegisterChange.Part {
  /// What people call the part.
  public var title: LocalizedText {
    switch self {
    case .staff: LocalizedText(nb: "ansatt", en: "staff")
    case .template: LocalizedText(nb: "rollemal", en: "template")
    case .subtemplates: LocalizedText(nb: "under-rollemaler", en: "subtemplates")
    case .providerRecord: LocalizedText(nb: "klinisk tilgang", en: "provider record")
    case .units: LocalizedText(nb: "innloggingsenheter", en: "login units")
    case .from: LocalizedText(nb: "fra", en: "from")
    case .until: LocalizedText(nb: "til", en: "until")
    case .deviations: LocalizedText(nb: "avvik", en: "deviations")
    case .rules: LocalizedText(nb: "tildelingsregler", en: "provisioning rules")
    }
  }
}

/// Lists as people write them.
private enum Prose {
  static func list(_ words: [String], _ language: Language) -> String {
    guard let last = words.last, words.count > 1 else { return words.joined() }
    return words.dropLast().joined(separator: ", ") + (language == .nb ? " og " : " and ") + last
  }
}

extension AttributeValue {
  /// The value as records write it.
  fileprivate var words: String {
    switch self {
    case .boolean(let value): value ? "yes" : "no"
    case .number(let number): "\(number)"
    case .text(let text): text.text
    case .date(let date): "\(date)"
    case .instant(let instant): "\(instant)"
    case .unit(let unit): unit.text
    case .staff(let key): key.text
    case .patient(let key): key.text
    case .code(let code): code.text
    case .set(let values): values.map(\.words).joined(separator: ", ")
    }
  }
}
