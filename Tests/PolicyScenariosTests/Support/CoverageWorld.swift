import AccessPolicy
import PolicyFiles
import PolicyScenarios
import Testing

/// A small policy set in which every kind of rule and part stands once.
enum CoverageWorld {
  /// What some cases showed of the rules.
  static func run(_ cases: String) throws -> ScenarioReport {
    let documents = [document(policyText, "policy.yaml")]
    let check = PolicyPipeline.check(documents)
    #expect(check.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    let policy = try #require(check.policy)
    let scenarios = [
      document(castText, "cast.yaml"),
      document("now: 2026-03-02T10:00+01:00\ncases:\n" + cases, "cases.yaml"),
    ]
    let read = ScenarioReader.read(scenarios, policy: policy)
    #expect(
      read.diagnostics.map { "\($0.message) \($0.range?.description ?? "")" } == [],
      "\(cases)"
    )
    let set = try #require(read.scenarios)
    return ScenarioRunner(engine: PolicyEngine(policy)).run(set).placed(in: documents)
  }

  static var documents: [Document] { [document(policyText, "policy.yaml")] }

  private static func document(_ text: String, _ file: String) -> Document {
    YAMLReader.document(text, file: file).document
  }

  static let policyText = """
    policySet: { id: small, version: 1.0.0, title: { nb: Lite, en: Small } }
    session: { leastAuthentication: 3 }
    unitKinds: { ward: { title: { nb: Post, en: Ward } } }
    organisation:
      a: { title: { nb: A, en: A }, kind: ward, enterprise: true }
      b: { title: { nb: B, en: B }, kind: ward, enterprise: true }
    actions:
      read: { title: { nb: Lese, en: Read } }
      write: { title: { nb: Skrive, en: Write }, writes: true }
    purposes:
      care: { title: { nb: Helsehjelp, en: Care } }
      audit: { title: { nb: Revisjon, en: Audit } }
      research: { title: { nb: Forskning, en: Research }, refused: { nb: Søk, en: Apply } }
    contentClasses:
      note: { title: { nb: Notat, en: Note }, clinical: [write] }
      letter: { title: { nb: Brev, en: Letter } }
      report: { title: { nb: Rapport, en: Report }, aboutPatient: false }
    attributes:
      patient: { objects: { title: { nb: Reservert, en: Objects }, type: yes-or-no } }
    reasons: { other: { title: { nb: Annet, en: Other } } }
    securityClasses:
      reading:
        title: { nb: Lese, en: Reading }
        grants:
          notes:
            do: [read, write]
            on: [note, letter]
            purposes: [care]
            when: not patient.objects and (content.author == session.staff or content.unit == session.unit)
          reports: { do: [read], on: [report] }
    providerRecords:
      licence: { title: { nb: Lisens, en: Licence }, grants: { notes: { do: [write], on: [note] } } }
    templates:
      nurse:
        title: { nb: Sykepleier, en: Nurse }
        securityClasses: [reading]
        purposes: [care]
        relationships: [stay-here]
        reach: [reports]
        selfAuthorisation: [acute, open]
        units: [a]
        leastAuthentication: 4
      plain-nurse:
        title: { nb: Sykepleier uten selvautorisering, en: Nurse without self-authorisation }
        securityClasses: [reading]
        purposes: [care]
        relationships: [stay-here]
        units: [a]
      guest: { title: { nb: Gjest, en: Guest }, purposes: [care], units: [a] }
    subtemplates:
      opening: { title: { nb: Kan åpne, en: May open }, selfAuthorisation: [open] }
      at-b: { title: { nb: Ved B, en: At B }, units: [b] }
      auditing: { title: { nb: Revisor, en: Auditor }, purposes: [audit] }
    patientLogistics:
      stay: { title: { nb: Opphold, en: Stay }, counts: [active], neverCounts: [cancelled] }
    careRelationships:
      stay-here:
        title: { nb: Opphold her, en: Stay here }
        links: [stay]
        where: link.unit within session.unit
        purposes: [care]
        opens: 2 days before start
        closes: 2 days after end
    reach:
      reports: { title: { nb: Rapporter, en: Reports }, on: [report], where: content.unit == session.unit }
    marks:
      sensitive:
        title: { nb: Sensitiv, en: Sensitive }
        covers: { classes: [note] }
        actions: [read]
        derived: patient.objects
        opensTo: { author: { when: content.author == session.staff } }
        override: open
        hidesExistence: not has session.providerRecord
    blocks:
      closed: { title: { nb: Sperret, en: Closed }, hidesExistence: not has session.providerRecord }
    selfAuthorisation:
      acute:
        title: { nb: Akutt, en: Acute }
        scope: patient
        when: not patient.objects
        reasons: [other]
        leastText: 0
        lifetime: 1 hour
      open:
        title: { nb: Åpne, en: Open }
        scope: item
        reasons: [other]
        leastText: 0
        lifetime: 1 hour
    """

  static let castText = """
    staff:
      anne: { template: nurse, providerRecord: licence, unit: a, purpose: care, authenticationLevel: 4 }
      at-b: { like: anne, unit: b }
      at-b-too: { like: at-b, subtemplates: [at-b] }
      auditor: { like: anne, subtemplates: [auditing], purpose: audit }
      no-auditor: { like: anne, purpose: audit }
      researcher: { like: anne, purpose: research }
      unstated: { like: anne, purpose: null }
      plain: { like: anne, template: plain-nurse }
      opener: { like: plain, subtemplates: [opening] }
      unlicensed: { like: anne, providerRecord: null }
      guest: { like: anne, template: guest }
      weak: { like: anne, authenticationLevel: 3 }
      weaker: { like: guest, authenticationLevel: 2 }
    patients:
      olga:
        attributes: { objects: no }
        links: { stay: { kind: stay, status: active, unit: a, starts: 5 days ago, ends: in 5 days } }
        items:
          mine: { class: note, author: anne, unit: a }
          here: { class: note, author: bo, unit: a }
          there: { class: note, author: bo, unit: b }
          marked: { class: note, author: bo, unit: a, marks: [sensitive] }
          mine-marked: { class: note, author: anne, unit: a, marks: [sensitive] }
          letter: { class: letter, author: bo, unit: a }
          marked-letter: { class: letter, author: bo, unit: a, marks: [sensitive] }
      objecting: { like: olga, attributes: { objects: yes } }
      unasked: { like: olga, attributes: { objects: unknown } }
      incoming: { like: olga, links: { stay: { kind: stay, status: active, unit: a, starts: in 5 days, ends: in 9 days } } }
      left: { like: olga, links: { stay: { kind: stay, status: active, unit: a, starts: 9 days ago, ends: 5 days ago } } }
      elsewhere: { like: olga, links: { stay: { kind: stay, status: active, unit: b, starts: 5 days ago, ends: in 5 days } } }
      cancelled: { like: olga, links: { stay: { kind: stay, status: cancelled, unit: a, starts: 5 days ago, ends: in 5 days } } }
      unknown-to-us: { like: olga, links: {} }
      blocked: { like: olga, blocks: { b: { kind: closed, covers: { classes: [letter] }, effectuated: yes } } }
    items:
      ours: { class: report, unit: a }
      theirs: { class: report, unit: b }
    """
}
