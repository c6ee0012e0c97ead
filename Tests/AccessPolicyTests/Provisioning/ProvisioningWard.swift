@testable import AccessPolicy

/// A small hospital with provisioning rules, and records of its staff.
enum ProvisioningWard {
  /// The policy of the base set, with provisioning rules beside it.
  static func policy(_ rules: String = rules) throws -> Policy {
    try BasePolicy.policy(with: declarations, rules)
  }

  static let declarations = """
    attributes:
      record:
        function: { title: { nb: Om F, en: On F }, type: code, codes: [nurse, assistant, doctor, clerk] }
        share: { title: { nb: Om S, en: On S }, type: number }
        also-at: { title: { nb: Om O, en: On A }, type: set of unit }
        in-charge: { title: { nb: Om L, en: On L }, type: yes-or-no }
    templates:
      assistant: { title: { nb: Om A, en: On A }, purposes: [care] }
    subtemplates:
      at-east: { title: { nb: Om Ø, en: On E }, units: [east] }
      at-west: { title: { nb: Om V, en: On W }, units: [west] }
      in-charge: { title: { nb: Om L, en: On L }, purposes: [care] }
      nights: { title: { nb: Om N, en: On N }, units: [east, west] }
    providerRecords:
      doctor: { title: { nb: Om L, en: On D }, grants: {} }
    """

  static let rules = """
    provisioning:
      assistants:
        title: { nb: Om A, en: On A }
        when: record.function == assistant
        gives: { template: assistant }
      nurses:
        title: { nb: Om S, en: On N }
        when: record.function == nurse
        gives: { template: ward-nurse, providerRecord: nurse, elsewhere: yes }
      at-east: { title: { nb: Om Ø, en: On E }, when: record.workplace within east, gives: { subtemplates: [at-east] } }
      at-west: { title: { nb: Om V, en: On W }, when: record.workplace within west, gives: { subtemplates: [at-west] } }
      in-charge: { title: { nb: Om L, en: On L }, when: record.in-charge, gives: { subtemplates: [in-charge] } }
    """

  static let now = Instant("2026-03-02T10:00+01:00")!
  static let start = Instant("2026-01-01T00:00+01:00")!
  static let east = UnitID("east")!
  static let west = UnitID("west")!

  static func code(_ text: String) -> Fact<AttributeValue> { .known(.code(AttributeID(text)!)) }

  /// A nurse at the ward in the east, with every field filled.
  static func record(
    _ id: String = "1",
    function: Fact<AttributeValue> = code("nurse"),
    _ change: (inout StaffRecord) -> Void = { _ in }
  ) -> StaffRecord {
    var record = StaffRecord(
      id: StaffRecordRef(id),
      staff: "anna",
      employer: .known(UnitID("general")!),
      workplace: .known(east),
      from: .known(start),
      until: .absent,
      attributes: [
        AttributeID("function")!: function, AttributeID("share")!: .known(.number(100)),
        AttributeID("also-at")!: .known(.set([])),
        AttributeID("in-charge")!: .known(.boolean(false)),
      ],
      place: SourceRange(file: "staff.csv", line: 2, column: 1)
    )
    change(&record)
    return record
  }
}

extension ProvisioningOutcome {
  /// The refusals, if it is refused.
  var refusals: [ProvisioningRefusal] {
    if case .refused(let reasons) = result { reasons } else { [] }
  }

  /// The grounds, if something is given.
  var grounds: ProvisioningGrounds? {
    if case .given(_, let grounds) = result { grounds } else { nil }
  }
}

extension Identifier {
  /// A name that is right by its looks.
  static func of(_ text: String) -> Self { Self(text)! }
}
