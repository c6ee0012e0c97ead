/// What people call the facts that decisions and explanations name.
enum FactTitles {
  /// What a fact is called; `nil` for the marks that the policy set does not declare.
  static func title(of fact: String, _ policy: Policy) -> LocalizedText? {
    if let builtIn = BuiltInAttribute(rawValue: fact) {
      return LocalizedText(nb: builtIn.norwegian, en: builtIn.meaning)
    }
    let parts = fact.split(separator: ".", maxSplits: 1).map(String.init)
    if parts.count == 2, let group = AttributeGroup(rawValue: parts[0]),
      let id = AttributeID(parts[1]), let declared = policy.attributes[group]?[id]
    {
      return declared.term.title
    }
    if fact.hasSuffix(".enterprise.kind") {
      return step(
        fact,
        ".enterprise.kind",
        policy,
        nb: "slaget virksomhet",
        en: "kind of enterprise"
      )
    }
    if fact.hasSuffix(".enterprise") {
      return step(fact, ".enterprise", policy, nb: "virksomheten", en: "the enterprise")
    }
    if fact.hasSuffix(".kind") {
      return step(fact, ".kind", policy, nb: "slaget enhet", en: "kind of unit")
    }
    return others[fact]
  }

  private static func step(
    _ fact: String,
    _ step: String,
    _ policy: Policy,
    nb: String,
    en: String
  ) -> LocalizedText? {
    title(of: String(fact.dropLast(step.count)), policy).map {
      LocalizedText(nb: "\($0.nb): \(nb)", en: "\($0.en): \(en)")
    }
  }

  /// Facts that no condition sees.
  private static let others: [String: LocalizedText] = [
    "role.units": LocalizedText(
      nb: "enhetene rollen er satt opp for",
      en: "the units that the role is set up for"
    ),
    "role.purposes": LocalizedText(
      nb: "formålene rollen er satt opp for",
      en: "the purposes that the role is set up for"
    ),
    "role.leastAuthentication": LocalizedText(
      nb: "sikkerhetsnivået som kreves",
      en: "the authentication level that is asked for"
    ),
    "session.authorisation.isActive": LocalizedText(
      nb: "om autorisasjonen er aktiv",
      en: "whether the authorisation is active"
    ),
    "session.authorisation.from": LocalizedText(
      nb: "når autorisasjonen begynner",
      en: "when the authorisation begins"
    ),
    "session.authorisation.until": LocalizedText(
      nb: "når autorisasjonen slutter",
      en: "when the authorisation ends"
    ),
    "content.contact.marks": LocalizedText(
      nb: "skjerming av kontakten",
      en: "marks on the contact"
    ),
    "patient.blocks": LocalizedText(
      nb: "om pasienten har sperret noe",
      en: "whether the patient has blocked anything"
    ),
    "block.kind": LocalizedText(
      nb: "slaget sperring",
      en: "the kind of block"
    ),
    "block.effectuated": LocalizedText(
      nb: "om sperringen er satt i verk",
      en: "whether the block is effectuated"
    ),
    "block.from": LocalizedText(
      nb: "når sperringen begynner",
      en: "when the block begins"
    ),
    "block.until": LocalizedText(
      nb: "når sperringen slutter",
      en: "when the block ends"
    ),
    "block.covers": LocalizedText(
      nb: "hva sperringen omfatter",
      en: "what the block covers"
    ),
    "block.entriesFrom": LocalizedText(
      nb: "fra når sperringen gjelder nye opplysninger",
      en: "from when on the block is of new entries"
    ),
    "block.against": LocalizedText(
      nb: "hvem sperringen gjelder",
      en: "whom the block is against"
    ),
  ]
}

extension BuiltInAttribute {
  /// What the fact is, in Norwegian; in English it is ``meaning``.
  fileprivate var norwegian: String {
    switch self {
    case .now: "tidspunktet for forespørselen"
    case .sessionStaff: "den som spør"
    case .sessionOwnRecord: "den ansattes egen journal"
    case .sessionUnit: "enheten personen er logget inn på"
    case .sessionUnits: "enhetene rollen åpner for innlogging på"
    case .sessionTemplate: "rollemalen"
    case .sessionSubtemplates: "under-rollemalene i autorisasjonen"
    case .sessionProviderRecord: "den kliniske tilgangen"
    case .sessionPurpose: "formålet"
    case .sessionAuthenticationLevel: "sikkerhetsnivået på påloggingen"
    case .sessionSystemIsReadOnly: "om systemet er lukket for endringer nå"
    case .sessionGroups: "pasientgruppene personen har ansvar for"
    case .patientID: "pasienten"
    case .patientBirthDate: "fødselsdatoen"
    case .patientAge: "alderen i hele år"
    case .patientResidence: "hvor pasienten bor"
    case .patientMarks: "skjerming av pasienten som helhet"
    case .linkKind: "slaget pasientlogistikk"
    case .linkStatus: "status for pasientlogistikken"
    case .linkUnit: "enheten pasientlogistikken hører til"
    case .linkStaff: "den ansatte som pasientlogistikken nevner"
    case .linkTeam: "teamet som pasientlogistikken nevner"
    case .linkGroup: "gruppen som pasientlogistikken plasserer pasienten i"
    case .linkStarts: "når pasientlogistikken begynner"
    case .linkEnds: "når pasientlogistikken slutter"
    case .contentClass: "innholdsklassen"
    case .contentTags: "merkelappene på innholdsklassen"
    case .contentItem: "hvilket element det er"
    case .contentContact: "hvilken kontakt elementet hører til"
    case .contentUnit: "enheten der elementet er ført"
    case .contentContactUnit: "enheten som hadde kontakten"
    case .contentTeam: "behandlingsteamet for kontakten"
    case .contentAuthor: "hvem som skrev elementet"
    case .contentRecorded: "når elementet ble ført"
    case .contentStarts: "når perioden som elementet gjelder, begynner"
    case .contentEnds: "når perioden som elementet gjelder, slutter"
    case .contentMarks: "skjerming av selve elementet"
    case .requestAction: "handlingen"
    case .recordStaff: "den ansatte som opplysningen fra arbeidsgiver gjelder"
    case .recordEmployer: "virksomheten som har ansatt personen"
    case .recordWorkplace: "hvor personen arbeider"
    case .recordFrom: "når stillingen begynner"
    case .recordUntil: "når stillingen slutter"
    }
  }
}
