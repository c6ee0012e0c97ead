import AccessPolicy
import PolicyScenarios
import Testing

@Suite struct `A scenario file that is written` {
  private static let written = """
    now: 2026-03-02T10:00+01:00
    patients:
      kari:
        birthDate: 2020-03-02
        marks: unknown
        links: { stay: { kind: stay, status: active, unit: ward-1, starts: 2026-01-31T09:59:59+01:00, team: [anne] } }
        blocks: { b: { kind: patient-block, covers: { item: note }, against: everyone, from: 3 days ago, effectuated: yes } }
        items:
          note: { class: note, id: null, unit: ward-1, author: anne, recorded: 1 hour ago }
    cases:
      - { name: a, staff: anne, patient: kari, expect: { read: { note: { deny: { by: relationship } } } } }
    """

  private func draft(_ text: String) throws -> ScenarioDraft {
    let scenario = try #require(try World.scenarios(text).cases.first)
    let cell = try #require(scenario.cells.first)
    return ScenarioDraft(
      name: scenario.name,
      request: cell.request,
      outcome: cell.expectation.outcome,
      parts: cell.expectation.parts.map(\.value)
    )
  }

  private func write(_ drafts: [ScenarioDraft], besides: CastNames = CastNames()) -> ScenarioText {
    ScenarioWriter(policy: World.policy, besides: besides).write(drafts)
  }

  @Test func `is short, stands by itself, and says what ids are called`() throws {
    let text = write([try draft(Self.written)]).text
    #expect(
      text == """
        now: 2026-03-02T10:00+01:00

        staff:
          anne:
            template: ward-nurse  # Ward nurse
            providerRecord: nurse-licence
            unit: ward-1  # One
            purpose: give-care  # Give care
            authenticationLevel: 4

        patients:
          kari:
            birthDate: 2020-03-02
            marks: unknown
            links:
              stay: { kind: stay, status: active, unit: ward-1, team: [anne], starts: 2026-01-31T09:59:59+01:00 }  # Stay
            blocks:
              b:  # Blocked
                kind: patient-block
                covers: { item: note }
                against: everyone
                from: 3 days ago
                effectuated: yes
            items:
              note: { class: note }  # Note
              item: { class: note, id: null, unit: ward-1, author: anne, recorded: 1 hour ago }  # Note

        cases:
          - name: a
            staff: anne
            patient: kari
            expect:
              read:  # Read
                item: { deny: { by: relationship } }

        """
    )
  }

  @Test func `gives another name to whoever has one that is taken`() throws {
    let first = try draft(Self.written)
    var second = first
    second.request.session.authorisation.template = try #require(TemplateID("visitor"))
    second.request.content.contentClass = try #require(ContentClassID("history"))
    var names = CastNames()
    names.staff = ["anne"]
    let text = write([first, second, first], besides: names)
    #expect(text.written.map(\.request.session.staff) == ["anne-2", "anne-3", "anne-2"])
    #expect(text.written[0].request.patient?.links.first?.team == .known(["anne-2"]))
    #expect(text.written[0].request.content.author == .known("anne-2"))
    #expect(text.written[0].request.patient?.id == "kari")
    #expect(text.written[1].request.patient?.id == "kari-2")
  }

  @Test func `lets a case say what is different about a person`() throws {
    let first = try draft(Self.written)
    var second = first
    second.request.session.unit = .known(try #require(UnitID("ward-2")))
    second.request.session.purpose = .absent
    second.request.session.systemIsReadOnly = .known(true)
    let text = write([first, second])
    #expect(text.written.map(\.request) == [first.request, second.request])
    #expect(
      text.text.contains("unit: ward-2  # Two\n    purpose: null\n    systemIsReadOnly: yes\n")
    )
  }

  @Test func `can say of grants and items what requests can`() throws {
    let request = try draft(
      """
      now: 2026-03-02T10:00+01:00
      cases:
        - name: a
          staff: anne
          patient: olga
          grants:
            - { id: g1, rule: acute, scope: patient, from: 1 hour ago, until: in 1 hour, reason: other, patient: per, enterprise: null }
          expect: { read: { gp-note: deny } }
      """
    ).request
    let grant = try #require(request.grants.first)
    #expect(grant.id == "g1")
    #expect(grant.patient == "per")
    #expect(grant.enterprise == nil)
  }

  private static let told: [Language: String] = [
    .nb: """
    Hvem: Sengepostsykepleier (`ward-nurse`), klinisk tilgang: Sykepleier (`nurse-licence`), logget inn på En (`ward-1`), formål: Helsehjelp (`give-care`), sikkerhetsnivå 4
    Pasienten: født 2020-03-02 (6 år)
    Pasientlogistikk: Opphold (`stay`), status `active`, ved En (`ward-1`), der personen er logget inn, team: den som spør, begynte for 30 dager og 1 sekund siden, uten slutt
    Sperring: Sperret (`patient-block`), dekker et annet element, gjelder alle, begynte for 3 dager siden
    Innholdet: Notat (`note`), ført ved En (`ward-1`), der personen er logget inn, skrevet av den som spør, ført for 1 time siden
    Vil: Lese (`read`)
    Ikke kjent: skjerming av pasienten som helhet (`patient.marks`)
    """,
    .en: """
    Who: Ward nurse (`ward-nurse`), licence: Nurse (`nurse-licence`), logged in at One (`ward-1`), for the purpose Give care (`give-care`), authentication level 4
    The patient: born 2020-03-02 (6 years old)
    Patient logistics: Stay (`stay`), status `active`, at One (`ward-1`), where the person is logged in, team: the person who asks, began 30 days and 1 second ago, with no end
    Block: Blocked (`patient-block`), covers another item, against everyone, began 3 days ago
    The content: Note (`note`), recorded at One (`ward-1`), where the person is logged in, written by the person who asks, recorded 1 hour ago
    Asks to: Read (`read`)
    Not known: marks on the patient as a whole (`patient.marks`)
    """,
  ]

  @Test(arguments: Language.allCases)
  func `is told in plain words, too`(language: Language) throws {
    let lines = SituationText(policy: World.policy, language: language)
      .lines(try draft(Self.written).request)
    let text = lines.map { "\($0.label): \($0.text)" }.joined(separator: "\n")
    #expect(text == Self.told[language])
  }
}
