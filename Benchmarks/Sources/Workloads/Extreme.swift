import AccessPolicy
import PolicyFiles

/// A request that is extreme in as many ways as one asks for; what curves and the worst case are made of.
///
/// The policy set is always the same; only the request grows, and the role, which says how long the
/// condition of the relationship is.
public struct Extreme: Sendable {
  /// How much of each there is.
  public struct Measures: Sendable, Hashable {
    /// Links on the patient; the condition holds of the last by key alone, and fails at its last test.
    public var links = 1
    /// Marks on the item.
    public var marks = 0
    /// Tests in the condition of the relationship: 1 to 64.
    public var tests = 1
    /// How far beneath the reader's unit the link and the item stand: 0 to 64.
    public var depth = 0

    /// As little as can be.
    public init() {}
  }

  /// The largest of each.
  public static let worst: Measures = {
    var worst = Measures()
    worst.links = 2_000
    worst.marks = 64
    worst.tests = 64
    worst.depth = 64
    return worst
  }()

  private let engine: PolicyEngine

  /// Makes the policy set.
  public init() throws {
    let read = YAMLReader.document(Self.text, file: "extreme.yaml")
    let check = PolicyCheck(documents: [read.document], diagnostics: read.diagnostics)
    guard let policy = check.policy else { throw WorkloadRejected(description: check.text()) }
    engine = PolicyEngine(policy)
  }

  /// A workload of one request.
  public func workload(_ name: String, _ measures: Measures, chartItems: Int = 1) -> Workload {
    let visit = visit(measures, items: chartItems)
    return Workload(
      name,
      engine,
      requests: [visit.request(visit.asks[0])],
      visits: [visit],
      charts: [visit]
    )
  }

  private static let marks = 64
  private static let tests = 64
  private static let depth = 64

  /// A condition all of whose tests must be looked at.
  ///
  /// Each stands a level deeper than the last: `a and (b or (c and …))`. Beyond the depth that the language takes, tests stand side by side at the bottom.
  private static func condition(_ tests: Int) -> String {
    let nested = min(tests, 24)
    var text = (nested - 1..<tests).map { "link.n\($0) < 5" }.joined(separator: " and ")
    for level in stride(from: nested - 2, through: 0, by: -1) {
      text = level % 2 == 0 ? "link.n\(level) < 5 and (\(text))" : "link.n\(level) < 5 or (\(text))"
    }
    return text
  }

  private static let lengths = Array(1...tests)

  private static var text: String {
    let title = { (text: String) in "title: { nb: \(text), en: \(text) }" }
    let section = { (name: String, entries: [String]) in
      "\(name):\n" + entries.map { "  \($0)\n" }.joined()
    }
    return section("policySet", ["id: extreme", "version: 1.0.0", title("Extreme")])
      + "unitKinds: { place: { \(title("place")) } }\n"
      + section(
        "organisation",
        (0...depth).map {
          "u\($0): { \(title("u\($0)")), kind: place, \($0 == 0 ? "marks: [m0]" : "in: u\($0 - 1)") }"
        }
      )
      + "actions: { read: { \(title("read")) } }\n"
      + "purposes: { give-care: { \(title("care")) } }\n"
      + "contentClasses: { note: { \(title("note")) } }\n"
      + "patientLogistics: { stay: { \(title("stay")) } }\n"
      + "attributes:\n"
      + section(
        "  link",
        (0..<tests).map { "  n\($0): { \(title("n\($0)")), type: number }" }
      )
      + "securityClasses: { reading: { \(title("reading")), grants: { notes: { do: [read], on: [note] } } } }\n"
      + section(
        "careRelationships",
        lengths.map {
          "r\($0): { \(title("r\($0)")), links: [stay], where: link.unit within session.unit and (\(condition($0))), opens: at start, closes: at end }"
        }
      )
      + section(
        "templates",
        lengths.map {
          "t\($0): { \(title("t\($0)")), units: [u0], purposes: [give-care], securityClasses: [reading], relationships: [r\($0)] }"
        }
      )
      + section(
        "marks",
        (0..<marks).map {
          "m\($0): { \(title("m\($0)")), opensTo: { author: { when: content.author == session.staff } } }"
        }
      )
  }

  private func visit(_ measures: Measures, items: Int) -> Visit {
    let now = Instant(secondsSince1970: 1_772_445_600)
    let day = TimeSpan(seconds: 86_400)
    let unit = Fact.known(name("u\(measures.depth)") as UnitID)
    // In `a and (b or (…))` it is the rest that decides, and of the rest the last test.
    let attributes = { (isLast: Bool) in
      Attributes(
        uniqueKeysWithValues: (0..<measures.tests).map { number in
          let isPassedOver = number % 2 == 1 && number < min(measures.tests, 24) - 1
          let isShut = number == measures.tests - 1 && !isLast
          return (name("n\(number)"), Fact.known(.number(isPassedOver || isShut ? 9 : 1)))
        }
      )
    }
    let (shut, open) = (attributes(false), attributes(true))
    let links = (0..<measures.links).map { number in
      let isLast = number == measures.links - 1
      return Link(
        id: LinkRef("l\(100_000 + number)"),
        kind: name("stay"),
        status: .absent,
        unit: unit,
        staff: .absent,
        team: .absent,
        group: .absent,
        starts: .known(now - day),
        ends: .known(now + day),
        attributes: isLast ? open : shut
      )
    }
    let item = ContentItem(
      contentClass: name("note"),
      id: .known(ItemRef("i")),
      contact: .absent,
      unit: unit,
      author: .known(StaffRef("s")),
      recorded: .known(now - day),
      starts: .known(now - day),
      ends: .absent,
      marks: .known(Set((0..<measures.marks).map { name("m\($0)") }))
    )
    return Visit(
      session: Session(
        staff: StaffRef("s"),
        ownRecord: .absent,
        authorisation: Authorisation(
          template: name("t\(measures.tests)"),
          providerRecord: .absent,
          isActive: .known(true),
          from: .absent,
          until: .absent,
          deviations: []
        ),
        unit: .known(name("u0")),
        purpose: .known(name("give-care")),
        authenticationLevel: .known(4),
        systemIsReadOnly: .known(false),
        groups: .known([])
      ),
      chart: Chart(
        patient: Patient(
          id: PatientRef("p"),
          birthDate: .absent,
          residence: .absent,
          marks: .known([]),
          links: links,
          blocks: .known([])
        ),
        items: Array(repeating: item, count: items)
      ),
      now: Moment(now, utcOffsetMinutes: 60),
      asks: [Visit.Ask(0, name("read"))]
    )
  }

  private func name<Kind>(_ text: String) -> Identifier<Kind> {
    guard let id = Identifier<Kind>(text) else {
      preconditionFailure("«\(text)» is no identifier")
    }
    return id
  }
}
