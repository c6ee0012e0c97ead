import AccessPolicy
import PolicyFiles
import PolicyScenarios
import Testing

/// The small policy set and cast that the tests of scenarios share.
enum World {
  static let policy: Policy = {
    let check = PolicyPipeline.check([document(policyText, file: "policy.yaml")])
    guard let policy = check.policy else {
      preconditionFailure("the test policy is wrong: \(check.diagnostics.map(\.message))")
    }
    return policy
  }()

  static let engine = PolicyEngine(policy)

  static func document(_ text: String, file: String) -> Document {
    let read = YAMLReader.document(text, file: file)
    precondition(read.diagnostics.isEmpty, "\(read.diagnostics)")
    return read.document
  }

  /// Reads files beside the shared cast.
  static func read(_ files: [(String, String)], withCast: Bool = true)
    -> (scenarios: ScenarioSet?, diagnostics: [Diagnostic])
  {
    let cast = withCast ? [document(castText, file: "cast.yaml")] : []
    let documents = cast + files.map { document($0.1, file: $0.0) }
    return ScenarioReader.read(documents, policy: policy)
  }

  /// Reads one file that must be right.
  static func scenarios(_ text: String, file: String = "cases.yaml") throws -> ScenarioSet {
    let read = read([(file, text)])
    #expect(read.diagnostics.map { "\($0.message) \($0.range?.description ?? "")" } == [])
    return try #require(read.scenarios)
  }

  /// Reads and runs one file that must be right.
  static func run(_ text: String, filter: String? = nil) throws -> ScenarioReport {
    ScenarioRunner(engine: engine).run(try scenarios(text), filter: filter)
  }

  static let policyText = """
    policySet: { id: small, version: 1.0.0, title: { nb: Lite, en: Small } }
    session: { leastAuthentication: 3 }
    requirements:
      R1: { title: { nb: Krav en, en: Requirement one } }
      R2: { title: { nb: Krav to, en: Requirement two } }
      R21: { title: { nb: Krav tjueen, en: Requirement twenty-one } }
    unitKinds:
      hospital: { title: { nb: Sykehus, en: Hospital } }
      ward: { title: { nb: Sengepost, en: Ward } }
    organisation:
      hospital-a: { title: { nb: A, en: A }, kind: hospital, enterprise: true }
      ward-1: { title: { nb: En, en: One }, kind: ward, in: hospital-a }
      ward-2: { title: { nb: To, en: Two }, kind: ward, in: hospital-a }
      hospital-b: { title: { nb: B, en: B }, kind: hospital, enterprise: true }
    actions:
      read: { title: { nb: Lese, en: Read } }
      write: { title: { nb: Skrive, en: Write }, writes: true }
    purposes:
      give-care: { title: { nb: Helsehjelp, en: Give care }, code: TREAT }
      research:
        title: { nb: Forskning, en: Research }
        refused: { nb: Søk om uttrekk, en: Apply for an extract }
    contentClasses:
      note: { title: { nb: Notat, en: Note }, clinical: [write] }
      medication: { title: { nb: Legemidler, en: Medication } }
      history: { title: { nb: Historikk, en: History } }
      report: { title: { nb: Rapport, en: Report }, aboutPatient: false }
    attributes:
      session: { scope: { title: { nb: Område, en: Scope }, type: set of unit } }
      patient: { objects: { title: { nb: Reservert, en: Objects }, type: yes-or-no } }
      link: { urgent: { title: { nb: Haster, en: Urgent }, type: yes-or-no } }
      content: { signed-at: { title: { nb: Signert, en: Signed at }, type: instant } }
      request: { channel: { title: { nb: Kanal, en: Channel }, type: text } }
    reasons:
      other: { title: { nb: Annet, en: Other } }
      consult: { title: { nb: Tilsyn, en: Consultation } }
    obligations:
      special-log: { title: { nb: Særskilt logg, en: Special log } }
    securityClasses:
      ward-care:
        title: { nb: Pleie, en: Ward care }
        grants:
          reading: { do: [read], on: [note, medication] }
          writing: { do: [write], on: [note, medication], obligations: [special-log] }
          reports: { do: [read], on: [report] }
          history: { do: [read], on: [history], level: justify, takes: class-details }
    providerRecords:
      nurse-licence:
        title: { nb: Sykepleier, en: Nurse }
        grants:
          notes: { do: [write], on: [note] }
    templates:
      ward-nurse:
        title: { nb: Sengepostsykepleier, en: Ward nurse }
        securityClasses: [ward-care]
        purposes: [give-care]
        relationships: [stay-at-my-unit, named-forever]
        reach: [reports]
        selfAuthorisation: [acute, class-details, open-sensitive]
        units: [hospital-a]
      visitor:
        title: { nb: Besøkende, en: Visitor }
        purposes: [give-care]
        units: [hospital-a]
    subtemplates:
      at-b: { title: { nb: Ved B, en: At B }, units: [hospital-b] }
      empty: { title: { nb: Tom, en: Empty } }
    patientLogistics:
      stay: { title: { nb: Opphold, en: Stay }, counts: [planned, active], neverCounts: [cancelled] }
      referral: { title: { nb: Henvisning, en: Referral } }
    careRelationships:
      stay-at-my-unit:
        title: { nb: Opphold hos meg, en: Stay at my unit }
        links: [stay]
        where: link.unit within session.unit
        opens: 7 days before start
        closes: 7 days after end
      named-forever:
        title: { nb: Navngitt, en: Named }
        links: [referral]
        where: link.staff == session.staff
        opens: always
        closes: never
    reach:
      reports: { title: { nb: Rapporter, en: Reports }, on: [report], where: always }
    marks:
      sensitive:
        title: { nb: Sensitiv, en: Sensitive }
        opensTo:
          author: { when: content.author == session.staff }
        override: open-sensitive
        obligations: [special-log]
      secret:
        title: { nb: Hemmelig, en: Secret }
        opensTo: {}
        hidesExistence: true
        route: { nb: Spør journalavdelingen, en: Ask the records office }
    blocks:
      patient-block: { title: { nb: Sperret, en: Blocked } }
    selfAuthorisation:
      acute:
        title: { nb: Akutt, en: Acute }
        scope: patient
        reasons: [other, consult]
        leastText: 5
        lifetime: 24 hours
        obligations: [special-log]
      class-details:
        title: { nb: Detaljer, en: Details }
        scope: class
        reasons: [other]
        leastText: 5
        lifetime: 24 hours
      open-sensitive:
        title: { nb: Åpne, en: Open }
        scope: item
        reasons: [consult]
        leastText: 5
        lifetime: 1 hour
    """

  static let castText = """
    staff:
      anne:
        title: { nb: "Anne, sykepleier", en: "Anne, nurse" }
        template: ward-nurse
        providerRecord: nurse-licence
        unit: ward-1
        purpose: give-care
        authenticationLevel: 4
      anne-at-2: { like: anne, unit: ward-2 }
      berit: { like: anne-at-2, providerRecord: unknown }
    patients:
      olga:
        birthDate: 1940-05-01
        residence: hospital-a
        links:
          stay: { kind: stay, status: active, unit: ward-1, starts: 10 days ago, ends: in 10 days }
          open: { kind: stay, status: active, unit: ward-2, starts: 10 days ago }
          named: { kind: referral, staff: berit, team: [anne, berit], group: g }
        contacts:
          c1: { unit: ward-1, team: [anne], marks: [] }
        items:
          gp-note: { class: note, contact: c1, author: hansen, recorded: 3 days ago, marks: [sensitive] }
          own-note: { class: note, contact: c1, author: anne, marks: [sensitive] }
          hidden-note: { class: note, marks: [secret] }
      per: { birthDate: unknown, marks: unknown }
    items:
      medication: { class: medication }
      history: { class: history }
      capacity: { class: report, unit: hospital-a }
    """
}
