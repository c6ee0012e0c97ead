import AccessPolicy
import PolicyScenarios
import Testing

/// What the staff records of Helseplattformen's employers give, over every function, licence and
/// workplace, and in the cases of the sources.
@Suite struct `Staff records of Helseplattformen` {
  private static let provisioner = Result {
    Provisioner(try ShippedPolicySet.helseplattformen.get().policy)
  }

  private static let start = Instant(secondsSince1970: 1_700_000_000)
  private static let end = Instant(secondsSince1970: 1_800_000_000)

  private static func record(
    _ function: String?,
    at workplace: String,
    licence: String? = nil,
    duties: [String] = [],
    alsoAt: [String] = [],
    isForATime: Bool = false
  ) -> StaffRecord {
    func code(_ text: String?) -> Fact<AttributeValue> {
      text.flatMap { AttributeID($0) }.map { .known(.code($0)) } ?? .absent
    }
    var attributes: Attributes = [:]
    attributes[AttributeID("function")!] = code(function)
    attributes[AttributeID("licence")!] = code(licence)
    attributes[AttributeID("duties")!] = .known(
      .set(duties.compactMap { AttributeID($0).map { .code($0) } })
    )
    attributes[AttributeID("also-at")!] = .known(
      .set(alsoAt.compactMap { UnitID($0).map { .unit($0) } })
    )
    return StaffRecord(
      id: "1",
      staff: "somebody",
      workplace: UnitID(workplace).map { .known($0) } ?? .unknown,
      from: .known(start),
      until: isForATime ? .known(end) : .absent,
      attributes: attributes
    )
  }

  private static func outcome(of record: StaffRecord) throws -> String {
    let outcome = try provisioner.get().outcome(of: record)
    switch outcome.result {
    case .refused(let reasons): return reasons.map { $0.text(.en) }.joined(separator: "; ")
    case .given(let given, _):
      let role = given.authorisation
      let subtemplates = role.subtemplates.sorted().map(\.text).joined(separator: " ")
      let licence = role.providerRecord.value.map { " with \($0)" } ?? ""
      return "\(role.template): \(subtemplates)\(licence)"
    }
  }

  private static let cases: [(record: StaffRecord, outcome: String)] = [
    // Petter
    (
      record("nurse", at: "nursing-home-a", licence: "nurse", alsoAt: ["nursing-home-b"]),
      "nursing-home-nurse: at-nursing-home-a at-nursing-homes-a-and-b with registered-nurse"
    ),
    // Petter, before his licence has been registered
    (record("nurse", at: "nursing-home-a"), "nursing-home-nurse: at-nursing-home-a"),
    (
      record(nil, at: "nursing-home-a", licence: "nurse"),
      "no provisioning rule gives a role template"
    ),
    // Janet
    (
      record("nurse", at: "home-care-east", licence: "nurse", duties: ["worklist-coordination"]),
      "home-care-nurse: at-home-care-east worklist-coordinator-east with registered-nurse"
    ),
    // Sofie
    (
      record("doctor", at: "cardiology", licence: "physician", duties: ["cardiac-procedures"]),
      "hospital-doctor: at-cardiology cupid-cardiologist with physician"
    ),
    // Bård
    (
      record("case-work", at: "health-and-welfare-office"),
      "caseworker: at-health-and-welfare-office with insight-only"
    ),
    // The same function elsewhere is another role, or none
    (
      record("nurse", at: "surgery-ward", licence: "nurse"),
      "ward-nurse: at-surgery-ward with registered-nurse"
    ),
    (
      record("case-work", at: "surgery-ward"),
      "no provisioning rule gives a role template"
    ),
    // Students have a role of their own, for a time
    (
      record("nursing-student", at: "surgery-ward", isForATime: true),
      "nursing-student: at-surgery-ward"
    ),
    (
      record("nursing-student", at: "surgery-ward"),
      "no provisioning rule gives a role template"
    ),
    // A licence of another profession gives nothing
    (
      record("doctor", at: "cardiology", licence: "nurse"),
      "hospital-doctor: at-cardiology"
    ),
    (
      record("nurse", at: "nursing-home-c", licence: "nurse"),
      "the role has no unit to log in to at the workplace `nursing-home-c`"
    ),
  ]

  @Test(arguments: cases.indices)
  func `give what the sources say`(index: Int) throws {
    #expect(try Self.outcome(of: Self.cases[index].record) == Self.cases[index].outcome)
  }

  @Test func `give every template and licence to somebody, and never two to anybody`() throws {
    let provisioner = try Self.provisioner.get()
    let policy = provisioner.policy
    let attributes = try #require(policy.attributes[.record])
    let functions = try #require(attributes[AttributeID("function")!]).codes.map(\.text)
    let licences = try #require(attributes[AttributeID("licence")!]).codes.map(\.text)
    var templates: Set<TemplateID> = []
    var providerRecords: Set<ProviderRecordID> = []
    for function in functions {
      for licence in licences.map(Optional.some) + [nil] {
        for (workplace, _) in policy.organisation {
          for isForATime in [true, false] {
            let record = Self.record(
              function,
              at: workplace.text,
              licence: licence,
              isForATime: isForATime
            )
            switch provisioner.outcome(of: record).result {
            case .given(let given, _):
              templates.insert(given.authorisation.template)
              if let record = given.authorisation.providerRecord.value {
                providerRecords.insert(record)
                #expect(licence != nil || record.text == "insight-only", "\(function)")
              }
            case .refused(let reasons):
              for reason in reasons {
                switch reason {
                case .noTemplate, .noLoginUnit: break
                default: Issue.record("\(function) at \(workplace): \(reason.text(.en))")
                }
              }
            }
          }
        }
      }
    }
    #expect(templates == Set(policy.templates.map(\.id)))
    #expect(providerRecords == Set(policy.providerRecords.map(\.id)))
  }
}
