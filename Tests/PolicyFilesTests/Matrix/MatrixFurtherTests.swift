import AccessPolicy
import Foundation
import PolicyScenarios
import Testing

@testable import PolicyFiles

/// That nobody is misled by a no: who is answered more with a further subtemplate is said beside it.
@Suite struct `More with something beside` {
  private static let policyText = """
    policySet: { id: ward, version: 1.0.0, title: { nb: En sengepost, en: A ward } }
    requirements: { need: { title: { nb: Tjenstlig behov, en: Service need } } }
    unitKinds: { ward: { title: { nb: Sengepost, en: Ward } } }
    organisation:
      ward-3: { title: { nb: Sengepost 3, en: Ward 3 }, kind: ward }
      ward-4: { title: { nb: Sengepost 4, en: Ward 4 }, kind: ward }
    actions: { read: { title: { nb: Lese, en: Read } } }
    purposes:
      give-care: { title: { nb: Yte helsehjelp, en: Give care } }
      review: { title: { nb: Kvalitetssikre, en: Review }, onlyWhereNamed: true }
    contentClasses:
      note: { title: { nb: Notat, en: Note } }
      medicine: { title: { nb: Legemiddel, en: Medicine } }
      report: { title: { nb: Rapport, en: Report } }
      order: { title: { nb: Forordning, en: Order }, clinical: [read] }
    patientLogistics: { admission: { title: { nb: Innleggelse, en: Admission } } }
    attributes:
      record:
        function: { title: { nb: Funksjon, en: Function }, type: code, codes: [nurse, porter] }
        dispenses: { title: { nb: Deler ut, en: Dispenses }, type: yes-or-no }
    securityClasses:
      nursing: { title: { nb: Sykepleie, en: Nursing }, grants: { notes: { do: [read], on: [note, order], because: need } } }
      pharmacy: { title: { nb: Legemidler, en: Medicines }, grants: { medicines: { do: [read], on: [medicine], because: need } } }
      reviewing: { title: { nb: Gjennomgang, en: Reviewing }, grants: { reports: { do: [read], on: [report], purposes: [review], because: need } } }
    templates:
      nurse: { title: { nb: Sykepleier, en: Nurse }, units: [ward-3], purposes: [give-care], securityClasses: [nursing], relationships: [admitted], because: need }
      porter: { title: { nb: Portør, en: Porter }, units: [ward-3], purposes: [give-care], relationships: [admitted], because: need }
    providerRecords:
      nurse: { title: { nb: Autorisert, en: Licensed nurse }, grants: { orders: { do: [read], on: [order], because: need } } }
      doctor: { title: { nb: Lege, en: Licensed doctor }, grants: { orders: { do: [read], on: [order], because: need } } }
    subtemplates:
      dispenses: { title: { nb: Deler ut medisin, en: Dispenses medicine }, securityClasses: [pharmacy], because: need }
      on-ward-4: { title: { nb: Sengepost 4, en: On ward 4 }, units: [ward-4], because: need }
      reviews: { title: { nb: Kvalitetssikrer, en: Reviews }, purposes: [review], securityClasses: [reviewing], because: need }
    careRelationships:
      admitted:
        title: { nb: Innlagt på posten min, en: Admitted to my ward }
        links: [admission]
        where: link.unit within session.unit
        purposes: [give-care, review]
        opens: 2 days before start
        closes: 7 days after end
        because: need
    provisioning:
      nurses: { title: { nb: Sykepleiere, en: Nurses }, when: record.function == nurse, gives: { template: nurse }, because: need }
      porters: { title: { nb: Portører, en: Porters }, when: record.function == porter, gives: { template: porter }, because: need }
      licences: { title: { nb: Autorisasjon, en: Licences }, when: record.function == nurse, gives: { providerRecord: nurse }, because: need }
      no-doctors: { title: { nb: Leger, en: Doctors }, when: record.function == porter, gives: { providerRecord: doctor }, because: need }
      dispensing: { title: { nb: Deler ut, en: Dispensing }, when: record.function == nurse and record.dispenses, gives: { subtemplates: [dispenses] }, because: need }
    """

  private static let scenarioText = """
    now: 2026-03-02T10:00+01:00
    staff:
      anna: { template: nurse, unit: ward-3, purpose: give-care }
      bo: { like: anna, subtemplates: [dispenses, on-ward-4] }
      per: { template: porter, unit: ward-3, purpose: give-care }
    patients:
      olga:
        links: { stay: { kind: admission, unit: ward-3, starts: 1 day ago, ends: in 4 days } }
        items: { note: { class: note }, medicine: { class: medicine } }
    cases:
      - { name: notes, patient: olga, action: read, item: note, people: { anna: allow, bo: allow, per: deny } }
      - { name: medicine, patient: olga, action: read, item: medicine, people: { anna: deny, bo: allow } }
    dryRun:
      holder: { purposes: give-care }
      link: { unit: holder-unit }
      situations:
        here-now: { title: { nb: Innlagt her nå, en: Admitted here now }, link: { starts: 1 day ago, ends: in 4 days } }
        not-admitted: { title: { nb: Ikke innlagt, en: Not admitted } }
      content: { unmarked: { title: { nb: Umerket, en: Unmarked } } }
    """

  /// The matrix over the roles as the scenarios have them, or over every holder whom they have.
  private static func matrix(
    _ text: String = policyText,
    everyHolder: Bool = false,
    question: MatrixQuestion = MatrixQuestion()
  ) throws -> AccessMatrix {
    let checked = PolicyPipeline.check([YAMLReader.document(text, file: "policy.yaml").document])
    let policy = try #require(checked.policy, "\(checked.diagnostics)")
    let cases = YAMLReader.document(scenarioText, file: "cases.yaml").document
    let read = ScenarioReader.read([cases], policy: policy)
    let scenarios = try #require(read.scenarios, "\(read.diagnostics)")
    let situations = try #require(scenarios.standardSituations)
    let dryRun = DryRun(engine: PolicyEngine(policy), situations: situations)
    let holders = MatrixHolders(scenarios, dryRun)
    return AccessMatrix(
      dryRun,
      holders: everyHolder ? holders.all : holders.usual,
      beside: holders.further(),
      question: question
    )
  }

  /// Who is answered more, as `class: template + what it takes: answers`.
  private static func further(_ matrix: AccessMatrix) -> [String] {
    matrix.parts.flatMap { part in
      zip(part.contentClasses, part.further).flatMap { id, further in
        further.map { one in
          let answers = one.answers.map { "\($0.outcome)" }.joined(separator: " ")
          let takes = one.onlyWith.joined(separator: " ")
          return "\(id): \(one.role.holder.template) + \(takes): \(answers)"
        }
      }
    }
  }

  @Test func `a subtemplate or provider record that gives what the role has not is named`() throws {
    #expect(
      Self.further(try Self.matrix()) == [
        "medicine: nurse + dispenses: allow deny",
        // By the purpose that the subtemplate brings, and given by hand, so beside every template.
        "report: nurse + reviews: allow deny",
        "report: porter + reviews: allow deny",
        "order: nurse + nurse: allow deny",
      ]
    )
  }

  @Test func `each answer is that of the engine to somebody who has the subtemplate`() throws {
    let matrix = try Self.matrix()
    let further = matrix.parts.flatMap(\.further).joined()
    #expect(further.count == 4)
    for one in further {
      #expect(one.subtemplates.allSatisfy(one.role.holder.subtemplates.contains))
      #expect(one.answers.first?.rules.isEmpty == false)
    }
  }

  @Test func `what no staff record can bring together is not named`() throws {
    let anybody = Self.policyText.replacing(
      "record.function == nurse and record.d",
      with: "record.d"
    )
    #expect(
      Self.further(try Self.matrix(anybody)).contains("medicine: porter + dispenses: allow deny")
    )
    #expect(!Self.further(try Self.matrix()).contains { $0.hasPrefix("medicine: porter") })
  }

  @Test func `what is shown already is not said again`() throws {
    let matrix = try Self.matrix(everyHolder: true)
    #expect(matrix.roles.count == 3)
    #expect(
      Self.further(matrix) == [
        "report: nurse + reviews: allow deny", "report: porter + reviews: allow deny",
        "order: nurse + nurse: allow deny",
      ]
    )
  }

  @Test func `who can, says apart who can with a subtemplate`() throws {
    let medicine = MatrixQuestion(classes: [try #require(ContentClassID("medicine"))])
    let matrix = try Self.matrix(question: medicine)
    let english = matrix.text(in: .en, width: 100, asksWhoCan: true)
    #expect(
      english.contains(
        "Medicine: roles and situations. Nobody is answered anything but no as shown."
      )
    )
    #expect(
      english.contains("Medicine: more with a further subtemplate or provider record\n")
        && english.contains("  Nurse with Dispenses medicine  ✓")
    )
    let norwegian = matrix.markdown(in: .nb, asksWhoCan: true)
    #expect(norwegian.contains("| Sykepleier med Deler ut medisin | ✓ | – |"))
    let page = matrix.html(in: .nb, asksWhoCan: true)
    #expect(page.contains("Legemiddel: mer med en under-rollemal eller klinisk tilgang til"))
    #expect(page.contains("Sykepleier med Deler ut medisin"))
  }

  @Test func `a role that is answered no with whatever else stands apart from one that is not`()
    throws
  {
    let porters = Self.policyText.replacing(
      "porter: { title: { nb: Portør, en: Porter }, units: [ward-3], purposes: [give-care]",
      with: "porter: { title: { nb: Portør, en: Porter }, units: [ward-3], purposes: [give-care], "
        + "securityClasses: [pharmacy]"
    )
    let medicine = MatrixQuestion(classes: [try #require(ContentClassID("medicine"))])
    let text = try Self.matrix(porters, question: medicine).text(in: .en, width: 100)
    #expect(
      text.contains("No as shown, but more with a further subtemplate or provider record: Nurse\n")
    )
    let notes = MatrixQuestion(classes: [try #require(ContentClassID("note"))])
    #expect(
      try Self.matrix(question: notes).text(in: .nb, width: 100)
        .contains("Svares nei overalt her: Portør\n")
    )
  }

  @Test func `a table of all classes lists beneath it who is answered more, and for what`() throws {
    let matrix = try Self.matrix()
    let text = matrix.text(in: .en, width: 100)
    #expect(text.contains("None of the roles as shown, in any of these: Medicine; Report; Order\n"))
    #expect(text.contains("Answered no throughout as shown: Porter\n"))
    #expect(text.contains("More with a further subtemplate or provider record:\n"))
    #expect(text.contains("- Nurse with Dispenses medicine: Medicine\n"))
    #expect(text.contains("- Nurse with Reviews; Porter with Reviews: Report\n"))
    #expect(text.contains("- Nurse with Licensed nurse: Order\n"))
    let page = matrix.html(in: .en)
    #expect(page.contains("Nurse with Dispenses medicine: Medicine"))
    // Class by class, too.
    #expect(page.contains("Without more than is shown: Nurse"))
  }

  @Test func `machines get them as lines of their own, with what they take`() throws {
    let matrix = try Self.matrix()
    let lines = matrix.csv(in: .en).split(separator: "\r\n").map(String.init)
    #expect(lines[0].hasSuffix(",obligations,only with"))
    #expect(
      lines.filter { $0.hasSuffix(",dispenses") } == [
        "nurse,Nurse,dispenses,,ward-3,give-care,read,Read,medicine,Medicine,unmarked,Unmarked,"
          + "here-now,Admitted here now,allow,no,admitted pharmacy/medicines,,,dispenses",
        "nurse,Nurse,dispenses,,ward-3,give-care,read,Read,medicine,Medicine,unmarked,Unmarked,"
          + "not-admitted,Not admitted,deny,no,,,,dispenses",
      ]
    )
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(matrix.json(in: .en).utf8)) as? [String: Any]
    )
    let parts = try #require(json["parts"] as? [[String: Any]])
    let classes = try #require(parts.first?["classes"] as? [[String: Any]])
    let further = classes.compactMap { ($0["further"] as? [[String: Any]])?.first?["onlyWith"] }
    #expect(classes.count == 4 && further.count == 3)
  }
}
