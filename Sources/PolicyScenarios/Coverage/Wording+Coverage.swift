import AccessPolicy

// The words of coverage.

extension Wording {
  func kind(_ kind: RuleKind) -> String {
    switch kind {
    case .session: say("krav til økten", "session")
    case .template: say("rollemal", "role template")
    case .subtemplate: say("under-rollemal", "subtemplate")
    case .purpose: say("formål", "purpose")
    case .grant: say("funksjonsrett", "grant")
    case .licence: say("klinisk rett", "licence")
    case .relationship: say("behandlingsrelasjon", "care relationship")
    case .reach: say("rekkevidde", "reach")
    case .mark: say("merke", "mark")
    case .circle: say("krets", "circle")
    case .block: say("sperre", "block")
    case .selfAuthorisation: say("selvautorisering", "self-authorisation")
    }
  }

  var notBothWays: String {
    say("Regler som ikke er prøvd begge veier", "Rules that were not met both ways")
  }

  var neverDecided: String { say("avgjorde aldri", "never decided") }

  var neverPassed: String {
    say("lot det aldri være", "was never met not applying")
  }

  /// A part, and the side of it that was never met.
  func missing(_ part: RulePart, met: Bool) -> String {
    let name = "\(self.part(part)): "
    let never = say("aldri", "never")
    return "\(name)\(never) \(side(part.kind, met: met))"
  }

  /// A part, by its author's words.
  func part(_ part: RulePart) -> String {
    switch part.kind {
    case .test: "`\(part.words)`"
    case .purposes: say("formål \(part.words)", "purposes \(part.words)")
    case .status: say("status \(part.words)", "status \(part.words)")
    case .opens: say("åpner \(part.words)", "opens \(part.words)")
    case .closes: say("lukker \(part.words)", "closes \(part.words)")
    case .covers: say("dekker \(part.words)", "covers \(part.words)")
    case .actions: say("handlinger \(part.words)", "actions \(part.words)")
    case .reader: say("leseren", "the reader")
    case .reason: say("grunnen \(part.words)", "the reason \(part.words)")
    case .gives: say("gir \(part.words)", "gives \(part.words)")
    case .units: say("enheter \(part.words)", "units \(part.words)")
    case .authentication:
      say("påloggingsnivå \(part.words)", "authentication level \(part.words)")
    }
  }

  /// One side of a part: as its rule needs it, or not.
  func side(_ kind: RulePart.Kind, met: Bool) -> String {
    switch (kind, met) {
    case (.test, true): say("sant", "true")
    case (.test, false): say("usant", "not true")
    case (.purposes, true): say("et av disse", "one of these")
    case (.purposes, false): say("et annet formål", "another purpose")
    case (.status, true): say("en som teller", "one that counts")
    case (.status, false): say("en som ikke teller", "one that does not count")
    case (.opens, true): say("åpnet", "past")
    case (.opens, false): say("ennå ikke åpnet", "still to come")
    case (.closes, true): say("ennå ikke lukket", "still to come")
    case (.closes, false): say("lukket", "past")
    case (.covers, true): say("en av disse", "one of these")
    case (.covers, false): say("en annen klasse", "another class")
    case (.actions, true): say("en av disse", "one of these")
    case (.actions, false): say("en annen handling", "another action")
    case (.reader, true): say("innenfor", "inside")
    case (.reader, false): say("utenfor", "outside")
    case (.reason, true): say("godtatt", "accepted")
    case (.reason, false): say("bedt om", "asked for")
    case (.gives, true): say("brukt", "used")
    case (.gives, false): say("ubrukt", "unused")
    case (.units, true): say("innlogging på en av disse", "a login at one of these")
    case (.units, false): say("innlogging på en annen", "a login elsewhere")
    case (.authentication, true): say("nådd", "reached")
    case (.authentication, false): say("for lavt", "too low")
    }
  }

  // MARK: The listing

  var listingColumns: String {
    say("avgjorde   lot være  linje", " decided   did not   line")
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
    return say(
      "\(name): avgjorde \(rule.decided), lot være \(rule.passed)",
      "\(name): decided \(rule.decided), did not apply \(rule.passed)"
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
      say(
        "\(both) av \(rules.count) regler ble prøvd begge veier (\(coverage.percent) %): "
          + "\(decided) avgjorde, \(passed) lot det være",
        "\(both) of \(rules.count) rules were met both ways (\(coverage.percent) %): "
          + "\(decided) decided, \(passed) did not apply"
      ),
      say(
        "\(bothParts) av \(parts.count) deler ble prøvd begge veier "
          + "(\(coverage.partsPercent) %)",
        "\(bothParts) of \(parts.count) parts were met both ways "
          + "(\(coverage.partsPercent) %)"
      ),
    ]
  }
}
