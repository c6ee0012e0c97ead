import AccessPolicy

// The words of coverage.

extension Wording {
  private func pick(nb: String, en: String) -> String { language == .nb ? nb : en }

  func kind(_ kind: RuleKind) -> String {
    switch kind {
    case .session: pick(nb: "krav til økten", en: "session")
    case .template: pick(nb: "rollemal", en: "role template")
    case .subtemplate: pick(nb: "under-rollemal", en: "subtemplate")
    case .purpose: pick(nb: "formål", en: "purpose")
    case .grant: pick(nb: "funksjonsrett", en: "grant")
    case .licence: pick(nb: "klinisk rett", en: "licence")
    case .relationship: pick(nb: "behandlingsrelasjon", en: "care relationship")
    case .reach: pick(nb: "rekkevidde", en: "reach")
    case .mark: pick(nb: "merke", en: "mark")
    case .circle: pick(nb: "krets", en: "circle")
    case .block: pick(nb: "sperre", en: "block")
    case .selfAuthorisation: pick(nb: "selvautorisering", en: "self-authorisation")
    }
  }

  var notBothWays: String {
    pick(nb: "Regler som ikke er prøvd begge veier", en: "Rules that were not met both ways")
  }

  var neverDecided: String { pick(nb: "avgjorde aldri", en: "never decided") }

  var neverPassed: String {
    pick(nb: "lot det aldri være", en: "was never met not applying")
  }

  /// A part, and the side of it that was never met.
  func missing(_ part: RulePart, met: Bool) -> String {
    let name = "\(self.part(part)): "
    let never = pick(nb: "aldri", en: "never")
    return "\(name)\(never) \(side(part.kind, met: met))"
  }

  /// A part, by its author's words.
  func part(_ part: RulePart) -> String {
    switch part.kind {
    case .test: "`\(part.words)`"
    case .purposes: pick(nb: "formål \(part.words)", en: "purposes \(part.words)")
    case .status: pick(nb: "status \(part.words)", en: "status \(part.words)")
    case .opens: pick(nb: "åpner \(part.words)", en: "opens \(part.words)")
    case .closes: pick(nb: "lukker \(part.words)", en: "closes \(part.words)")
    case .covers: pick(nb: "dekker \(part.words)", en: "covers \(part.words)")
    case .actions: pick(nb: "handlinger \(part.words)", en: "actions \(part.words)")
    case .reader: pick(nb: "leseren", en: "the reader")
    case .reason: pick(nb: "grunnen \(part.words)", en: "the reason \(part.words)")
    case .gives: pick(nb: "gir \(part.words)", en: "gives \(part.words)")
    case .units: pick(nb: "enheter \(part.words)", en: "units \(part.words)")
    case .authentication:
      pick(nb: "påloggingsnivå \(part.words)", en: "authentication level \(part.words)")
    }
  }

  /// One side of a part: as its rule needs it, or not.
  func side(_ kind: RulePart.Kind, met: Bool) -> String {
    switch (kind, met) {
    case (.test, true): pick(nb: "sant", en: "true")
    case (.test, false): pick(nb: "usant", en: "not true")
    case (.purposes, true): pick(nb: "et av disse", en: "one of these")
    case (.purposes, false): pick(nb: "et annet formål", en: "another purpose")
    case (.status, true): pick(nb: "en som teller", en: "one that counts")
    case (.status, false): pick(nb: "en som ikke teller", en: "one that does not count")
    case (.opens, true): pick(nb: "åpnet", en: "past")
    case (.opens, false): pick(nb: "ennå ikke åpnet", en: "still to come")
    case (.closes, true): pick(nb: "ennå ikke lukket", en: "still to come")
    case (.closes, false): pick(nb: "lukket", en: "past")
    case (.covers, true): pick(nb: "en av disse", en: "one of these")
    case (.covers, false): pick(nb: "en annen klasse", en: "another class")
    case (.actions, true): pick(nb: "en av disse", en: "one of these")
    case (.actions, false): pick(nb: "en annen handling", en: "another action")
    case (.reader, true): pick(nb: "innenfor", en: "inside")
    case (.reader, false): pick(nb: "utenfor", en: "outside")
    case (.reason, true): pick(nb: "godtatt", en: "accepted")
    case (.reason, false): pick(nb: "bedt om", en: "asked for")
    case (.gives, true): pick(nb: "brukt", en: "used")
    case (.gives, false): pick(nb: "ubrukt", en: "unused")
    case (.units, true): pick(nb: "innlogging på en av disse", en: "a login at one of these")
    case (.units, false): pick(nb: "innlogging på en annen", en: "a login elsewhere")
    case (.authentication, true): pick(nb: "nådd", en: "reached")
    case (.authentication, false): pick(nb: "for lavt", en: "too low")
    }
  }

  // MARK: The listing

  var listingColumns: String {
    pick(nb: "avgjorde   lot være  linje", en: " decided   did not   line")
  }

  /// The sides of a part, with how often each was met.
  func sides(_ part: RuleCoverage.Part) -> String {
    let met = "\(side(part.part.kind, met: true)) \(part.met)"
    guard part.part.hasTwoSides else { return met }
    return "\(met), \(side(part.part.kind, met: false)) \(part.unmet)"
  }

  /// One of several rules of one line, with how often it decided and did not apply.
  func counts(_ rule: RuleCoverage.Rule) -> String {
    let name = "\(rule.rule.id) (\(kind(rule.rule.kind)))"
    return pick(
      nb: "\(name): avgjorde \(rule.decided), lot være \(rule.passed)",
      en: "\(name): decided \(rule.decided), did not apply \(rule.passed)"
    )
  }

  // MARK: Sums

  func coverage(_ coverage: RuleCoverage) -> [String] {
    let rules = coverage.rules
    let both = coverage.covered.count
    let decided = rules.count { $0.decided > 0 }
    let passed = rules.count { $0.passed > 0 }
    let parts = coverage.parts
    let bothParts = parts.count { $0.isCovered }
    return [
      pick(
        nb: "\(both) av \(rules.count) regler ble prøvd begge veier (\(coverage.percent) %): "
          + "\(decided) avgjorde, \(passed) lot det være",
        en: "\(both) of \(rules.count) rules were met both ways (\(coverage.percent) %): "
          + "\(decided) decided, \(passed) did not apply"
      ),
      pick(
        nb: "\(bothParts) av \(parts.count) deler ble prøvd begge veier "
          + "(\(coverage.partsPercent) %)",
        en: "\(bothParts) of \(parts.count) parts were met both ways "
          + "(\(coverage.partsPercent) %)"
      ),
    ]
  }
}
