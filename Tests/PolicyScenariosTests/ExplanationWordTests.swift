import AccessPolicy
import PolicyScenarios
import Testing

/// What people read of a decision, and what they never do.
@Suite struct `Words of explanations` {
  private func lines(
    _ asked: String,
    _ language: Language,
    for audience: Audience,
    staff: String = "anne",
    patient: String = "olga"
  ) throws -> [String] {
    let words = asked.split(separator: " ")
    let set = try World.scenarios(
      """
      now: 2026-03-02T10:00+01:00
      patients:
        far: { like: olga, links: {} }
        not-yet: { like: olga, links: { stay: { kind: stay, status: cancelled, unit: ward-1 } } }
      cases:
        - name: a
          staff: \(staff)
          patient: \(patient)
          expect: { \(words[0]): { \(words[1]): allow } }
      """
    )
    let cell = try #require(set.cases.first?.cells.first)
    let text = ExplanationText(
      World.engine.explain(cell.request),
      policy: World.policy,
      language: language
    )
    return text.lines(for: audience)
  }

  @Test func `invite to say why, and tell once what comes of it`() throws {
    #expect(
      try lines("read medication", .en, for: .staff, patient: "far") == [
        "You get access when you give a reason.",
        "  You asked for: Read – Medication (role: Ward nurse; logged in to: One; purpose: Give care).",
        "  The patient is not registered with you or your unit now. If you need this for your work, "
          + "choose the reason that fits.",
        "  Reasons (Acute): Consultation; Other. Please add a few words (at least 5 characters). "
          + "You are not asked about the same again for 1 day.",
        "  When you give a reason: Special log",
      ]
    )
    #expect(
      try lines("read medication", .nb, for: .staff, patient: "far") == [
        "Du får tilgang når du oppgir en begrunnelse.",
        "  Du spurte om: Lese – Legemidler (rolle: Sengepostsykepleier; logget inn på: En; "
          + "formål: Helsehjelp).",
        "  Pasienten er ikke registrert hos deg eller enheten din nå. Trenger du opplysningene i "
          + "arbeidet, velg grunnen som passer.",
        "  Grunner (Akutt): Tilsyn; Annet. Skriv også noen ord (minst 5 tegn). "
          + "Du blir ikke spurt igjen om det samme på 1 døgn.",
        "  Når du oppgir en begrunnelse: Særskilt logg",
      ]
    )
  }

  @Test(arguments: Language.allCases)
  func `scold nobody`(language: Language) throws {
    let lines =
      try lines("read medication", language, for: .staff, patient: "far")
      + lines("read gp-note", language, for: .staff)
      + lines("read history", language, for: .staff)
      + lines("read medication", language, for: .staff, staff: "berit", patient: "per")
    let threats = [
      "snok", "misbruk", "ulovlig", "brudd", "straff", "kontroll", "advarsel", "krev", "forbudt",
      "snoop", "misuse", "illegal", "violation", "punish", "warning", "requires", "forbidden",
      "must",
    ]
    for line in lines {
      for threat in threats { #expect(!line.lowercased().contains(threat), "\(line)") }
      #expect(!line.contains("!"))
    }
  }

  @Test func `show titles to auditors, with the ids`() throws {
    let open = try lines("read medication", .nb, for: .auditor)
    #expect(open.contains { $0.hasPrefix("✓ formål: oppfylt – Helsehjelp (`give-care`) (") })
    #expect(
      open.contains { $0.hasPrefix("    ✓ Pleie (`ward-care/reading`): gjelder, og avgjør") }
    )
    let shut = try lines("read medication", .nb, for: .auditor, staff: "berit", patient: "not-yet")
    #expect(shut.contains { $0.contains("status `cancelled` teller ikke") })
    let far = try lines("read medication", .en, for: .auditor, patient: "far")
    #expect(far.contains { $0.contains("the patient has no Stay (`stay`)") })
    #expect(far.contains { $0.contains("once a reason is given under Acute (`acute`)") })
  }

  @Test func `tell what a condition mentions`() throws {
    let lines = try lines("read medication", .nb, for: .auditor, staff: "anne-at-2")
    let failing =
      "dette holder ikke: `link.unit within session.unit` (enheten pasientlogistikken "
      + "hører til; enheten personen er logget inn på)"
    #expect(lines.contains { $0.contains(failing) }, "\(lines)")
  }

  @Test func `name facts that were missing`() throws {
    let lines = try lines("read medication", .nb, for: .auditor, patient: "per")
    #expect(
      lines.contains { $0.contains("skjerming av pasienten som helhet (`patient.marks`)") },
      "\(lines)"
    )
  }
}
