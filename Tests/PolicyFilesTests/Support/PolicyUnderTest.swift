import AccessPolicy
import PolicyFiles
import Testing

/// A small policy set: a note may be read by its ward; with a reason, by others.
enum PolicyUnderTest {
  static let text = """
    policySet: { id: test, version: "1.0", title: { nb: Prøve, en: Test } }
    unitKinds: { ward: { title: { nb: Post, en: Ward } } }
    organisation:
      hospital: { title: { nb: Sykehus, en: Hospital }, kind: ward, enterprise: true }
      ward-3: { title: { nb: Post 3, en: Ward 3 }, kind: ward, in: hospital }
    actions: { read: { title: { nb: Lese, en: Read } } }
    purposes: { give-care: { title: { nb: Helsehjelp, en: Care } } }
    contentClasses: { note: { title: { nb: Notat, en: Note } } }
    patientLogistics: { admission: { title: { nb: Innleggelse, en: Admission } } }
    reasons: { other: { title: { nb: Annet, en: Other } } }
    obligations: { special-log: { title: { nb: Logg, en: Log } } }
    attributes:
      session:
        scope: { title: { nb: Omfang, en: Scope }, type: set of unit }
      patient:
        objects: { title: { nb: Reservasjon, en: Objection }, type: yes-or-no }
        height: { title: { nb: Høyde, en: Height }, type: number }
        doctor: { title: { nb: Lege, en: Doctor }, type: staff }
      link:
        booked: { title: { nb: Bestilt, en: Booked }, type: instant }
      content:
        signature: { title: { nb: Signatur, en: Signature }, type: code, codes: [signed, unsigned] }
        day: { title: { nb: Dag, en: Day }, type: date }
        about: { title: { nb: Om, en: About }, type: patient }
      request:
        words: { title: { nb: Ord, en: Words }, type: set of text }
    templates:
      nurse:
        title: { nb: Sykepleier, en: Nurse }
        units: [hospital]
        purposes: [give-care]
        securityClasses: [nursing]
        relationships: [admitted]
        selfAuthorisation: [wider]
    securityClasses:
      nursing:
        title: { nb: Sykepleie, en: Nursing }
        grants: { notes: { do: [read], on: [note] } }
    careRelationships:
      admitted:
        title: { nb: Innlagt, en: Admitted }
        links: [admission]
        where: link.unit within session.unit
        closes: 7 days after end
    marks:
      sensitive:
        title: { nb: Sensitiv, en: Sensitive }
        opensTo: { author: { when: content.author == session.staff } }
        route: { nb: "Spør «ham»", en: "Ask \\"him\\"" }
        hidesExistence: true
    blocks:
      patient-block: { title: { nb: Sperring, en: Block } }
    selfAuthorisation:
      wider:
        title: { nb: Utvidet, en: Wider }
        scope: patient
        reasons: [other]
        leastText: 5
        lifetime: 24 hours
        obligations: [special-log]
    """

  static var policy: Policy {
    get throws {
      let read = YAMLReader.document(text, file: "set.yaml")
      try #require(read.diagnostics.isEmpty)
      return try PolicyPipeline.policy(from: [read.document])
    }
  }
}
