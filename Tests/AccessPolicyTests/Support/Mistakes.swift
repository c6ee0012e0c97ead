@testable import AccessPolicy
import Testing

/// A text with the mistakes that reading it must give, each as `mark code`.
struct MistakeCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let text: String
  let mistakes: [String]

  init(_ name: String, _ text: String, _ mistakes: String...) {
    testDescription = name
    self.text = text
    self.mistakes = mistakes
  }
}

/// Reads policy files beside ``BasePolicy``, and says what is wrong with them, in order.
func mistakes(_ texts: String...) -> [String] {
  let files = texts.enumerated().map { PolicyText($0.element, file: "test\($0.offset + 1).yaml") }
  return named(diagnostics(of: files.map(\.document)), in: files)
}

/// Everything that is found in files that stand beside ``BasePolicy``.
func diagnostics(of documents: [Document]) -> [Diagnostic] {
  PolicyPipeline.check([BasePolicy.document] + documents).diagnostics
}

/// Everything that is found in one file that stands beside ``BasePolicy``.
func diagnostics(of text: String) -> [Diagnostic] { diagnostics(of: [PolicyText(text).document]) }

/// Each mistake as its mark and code; where it points to other places, with their marks.
func named(_ diagnostics: [Diagnostic], in files: [PolicyText]) -> [String] {
  func mark(_ range: SourceRange) -> String {
    let file = files.first { $0.document.file == range.file }
    return file?.mark(range) ?? range.description
  }
  return diagnostics.map { diagnostic in
    let place = diagnostic.range.map(mark) ?? "-"
    let related = diagnostic.related.map { " \(mark($0.range))" }.joined()
    return "\(place) \(diagnostic.code.rawValue)\(related)"
  }
}

/// A complete policy set with a little of everything, which tests add their own files to.
enum BasePolicy {
  static let document = PolicyText(text, file: "base.yaml").document

  /// The checked policy of the base and the files beside it.
  static func policy(with texts: String...) throws -> Policy {
    let documents = texts.enumerated()
      .map { PolicyText($0.element, file: "test\($0.offset + 1).yaml").document }
    return try PolicyPipeline.policy(from: [document] + documents)
  }

  private static let text = """
    policySet: { id: base, version: 1.0.0, title: { nb: Grunnlag, en: Base } }
    requirements:
      r1: { title: { nb: Krav, en: Requirement } }
    unitKinds:
      ward: { title: { nb: Post, en: Ward } }
      hospital: { title: { nb: Sykehus, en: Hospital } }
    organisation:
      general: { title: { nb: Sykehuset, en: General }, kind: hospital, enterprise: yes }
      east: { title: { nb: Øst, en: East }, kind: ward, in: general }
      west: { title: { nb: Vest, en: West }, kind: ward, in: general }
    actions:
      read: { title: { nb: Lese, en: Read } }
      write: { title: { nb: Skrive, en: Write }, writes: yes }
    purposes:
      care: { title: { nb: Helsehjelp, en: Care } }
      research: { title: { nb: Forskning, en: Research }, onlyWhereNamed: yes }
      marketing:
        title: { nb: Reklame, en: Marketing }
        refused: { nb: Ingen, en: Nobody }
    contentTags:
      place: { title: { nb: Sted, en: Place } }
    contentClasses:
      note: { title: { nb: Notat, en: Note }, tags: [place] }
      list: { title: { nb: Liste, en: List }, aboutPatient: no }
    attributes:
      patient:
        consents: { title: { nb: Samtykke, en: Consent }, type: yes-or-no }
        weight: { title: { nb: Vekt, en: Weight }, type: number }
        nickname: { title: { nb: Kallenavn, en: Nickname }, type: text }
        moved: { title: { nb: Flyttet, en: Moved }, type: date }
        home: { title: { nb: Hjem, en: Home }, type: unit }
        colours: { title: { nb: Farger, en: Colours }, type: set of code, codes: [red, blue] }
      content:
        state: { title: { nb: Tilstand, en: State }, type: code, codes: [draft, signed] }
    reasons:
      help: { title: { nb: Hjelp, en: Help } }
    obligations:
      log: { title: { nb: Logg, en: Log } }
    securityClasses:
      nursing:
        title: { nb: Pleie, en: Nursing }
        grants:
          notes: { do: [read], on: [note] }
    providerRecords:
      nurse:
        title: { nb: Sykepleier, en: Nurse }
        grants:
          notes: { do: [write], on: [note] }
    patientLogistics:
      stay: { title: { nb: Opphold, en: Stay }, counts: [active], neverCounts: [cancelled] }
    careRelationships:
      staying: { title: { nb: Innlagt, en: Staying }, links: [stay] }
      asking:
        title: { nb: Spør, en: Asking }
        links: [stay]
        level: justify
        takes: ask
    reach:
      lists: { title: { nb: Lister, en: Lists }, on: [list] }
    marks:
      secret: { title: { nb: Hemmelig, en: Secret }, opensTo: {} }
    blocks:
      closed: { title: { nb: Sperret, en: Closed } }
    selfAuthorisation:
      ask:
        title: { nb: Spør, en: Ask }
        scope: patient
        reasons: [help]
        leastText: 5
        lifetime: 1 hour
    templates:
      ward-nurse:
        title: { nb: Sykepleier, en: Nurse }
        securityClasses: [nursing]
        purposes: [care]
        relationships: [staying]
        reach: [lists]
        selfAuthorisation: [ask]
        units: [general]
    subtemplates:
      extra: { title: { nb: Ekstra, en: Extra } }
    """
}
