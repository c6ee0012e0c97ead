@testable import AccessPolicy

/// Facts with few values each, so that a condition can be tried on every request that matters.
struct ProbedFact: Sendable {
  /// The names that tests of it mention.
  let name: String
  /// Every way in which a request can have it.
  let values: [@Sendable (inout AccessRequest) -> Void]
  /// Tests of the fact alone.
  let tests: [String]
  /// Tests of the fact and another one; both are then tried.
  let pairs: [(test: String, other: String)]

  init(
    _ name: String,
    _ values: [@Sendable (inout AccessRequest) -> Void],
    _ tests: [String],
    pairs: [(test: String, other: String)] = []
  ) {
    self.name = name
    self.values = values
    self.tests = tests
    self.pairs = pairs
  }

  static let all: [ProbedFact] = [
    age, level, readOnly, contentClass, unit, sessionUnit, author, owner, groups, recorded, starts,
  ]

  private static func ways<Value: Sendable>(
    _ values: [Value],
    _ give: @escaping @Sendable (inout AccessRequest, Fact<Value>) -> Void
  ) -> [@Sendable (inout AccessRequest) -> Void] {
    let facts: [Fact<Value>] = values.map { .known($0) } + [.absent, .unknown]
    return facts.map { fact in { give(&$0, fact) } }
  }

  private static let age = ProbedFact(
    "patient.age",
    ([2026, 2011, 2010, 2009, 2008, 2007, 2006, 2005, 1930].map { year in
      { $0.patient?.birthDate = .known(CivilDate(year: year, month: 3, day: 2)!) }
    } as [@Sendable (inout AccessRequest) -> Void])
      + [{ $0.patient?.birthDate = .absent }, { $0.patient?.birthDate = .unknown }],
    [
      "patient.age >= 18", "patient.age < 18", "patient.age <= 18", "patient.age > 16",
      "patient.age == 18", "patient.age != 18", "patient.age in [16, 17]",
      "patient.age not in [17]",
      "17 < patient.age", "has patient.birthDate", "patient.age >= 0", "patient.age < 0",
      "patient.age > 20", "has patient.age",
    ]
  )

  private static let level = ProbedFact(
    "session.authenticationLevel",
    ways([-1, 2, 3, 4, 5, 9]) { $0.session.authenticationLevel = $1 },
    [
      "session.authenticationLevel >= 3", "session.authenticationLevel < 4",
      "session.authenticationLevel == 4", "session.authenticationLevel in [3, 4]",
      "session.authenticationLevel > 3", "session.authenticationLevel != 3",
    ]
  )

  private static let readOnly = ProbedFact(
    "session.systemIsReadOnly",
    ways([true, false]) { $0.session.systemIsReadOnly = $1 },
    [
      "session.systemIsReadOnly", "session.systemIsReadOnly == no",
      "session.systemIsReadOnly != yes", "has session.systemIsReadOnly",
      "session.systemIsReadOnly in [yes, no]",
    ]
  )

  private static let contentClass = ProbedFact(
    "content.class",
    ["note", "report", "undeclared"].map { id in { $0.content.contentClass = ContentClassID(id)! }
    },
    [
      "content.class == note", "content.class == report", "content.class != note",
      "content.class in [note, report]", "content.class not in [report]",
      "genetic in content.tags", "genetic not in content.tags", "has content.tags",
      "has content.class",
    ]
  )

  private static let units = ["trust", "east", "west", "gp", "alone"].map { UnitID($0)! }

  private static func tests(ofUnit name: String) -> [String] {
    [
      "\(name) == east", "\(name) != east", "\(name) within trust", "\(name) not within trust",
      "\(name) within gp", "\(name) within east", "\(name) in [east, west]", "east within \(name)",
      "\(name) within [east, gp]", "\(name).kind == ward", "\(name).kind in [office, hospital]",
      "\(name).enterprise == trust", "\(name).enterprise.kind == hospital",
      "\(name).enterprise.kind != office", "has \(name).enterprise", "has \(name)",
      "\(name).enterprise == east", "\(name).enterprise.kind == ward",
      "\(name) within \(name).enterprise",
    ]
  }

  private static let unit = ProbedFact(
    "content.unit",
    ways(units) { $0.content.unit = $1 },
    tests(ofUnit: "content.unit"),
    pairs: [
      ("content.unit == session.unit", "session.unit"),
      ("content.unit within session.unit", "session.unit"),
      ("content.unit within session.unit.enterprise", "session.unit"),
      ("session.unit within content.unit", "session.unit"),
      ("content.unit != session.unit", "session.unit"),
      ("content.unit.kind == session.unit.kind", "session.unit"),
    ]
  )

  private static let sessionUnit = ProbedFact(
    "session.unit",
    ways(units) { $0.session.unit = $1 },
    tests(ofUnit: "session.unit")
  )

  private static let people: [StaffRef] = ["anna", "bo", "cy", "dag"]

  private static let author = ProbedFact(
    "content.author",
    ways(people) { $0.content.author = $1 },
    [
      "content.author == \"anna\"", "content.author != \"anna\"",
      "content.author in [\"anna\", \"bo\"]", "has content.author",
      "content.author not in [\"bo\"]",
    ],
    pairs: [
      ("content.author == session.staff", "session.staff"),
      ("content.author != session.staff", "session.staff"),
    ]
  )

  private static let owner = ProbedFact(
    "session.staff",
    people.map { person in { $0.session.staff = person } },
    ["session.staff == \"anna\"", "session.staff in [\"bo\", \"cy\"]", "session.staff != \"bo\""]
  )

  private static let groups = ProbedFact(
    "session.groups",
    ways(
      [[], ["a"], ["b"], ["a", "b"], ["c"], ["a", "c"], ["b", "c"], ["a", "b", "c"]]
    ) { $0.session.groups = $1 },
    [
      "\"a\" in session.groups", "\"b\" in session.groups", "\"a\" not in session.groups",
      "has session.groups",
    ]
  )

  /// Seconds about the two instants that tests mention, a day and a half apart.
  private static let instants: [Instant] = [
    -200_000, -172_801, -86_401, -86_400, -1, 0, 1, 43_200, 86_400, 129_599, 129_600, 129_601,
    200_000, 300_000,
  ].map { Instant("2026-03-01T10:00Z")! + TimeSpan(seconds: $0) }

  private static let recorded = ProbedFact(
    "content.recorded",
    ways(instants) { $0.content.recorded = $1 },
    tests(ofInstant: "content.recorded"),
    pairs: [
      ("content.recorded < content.starts", "content.starts"),
      ("content.recorded >= content.starts", "content.starts"),
      ("content.recorded >= content.starts + 1 day", "content.starts"),
      ("content.starts - 1 day > content.recorded", "content.starts"),
      ("content.recorded == content.starts", "content.starts"),
      ("content.recorded != content.starts", "content.starts"),
      ("content.recorded + 1 day <= content.starts", "content.starts"),
    ]
  )

  private static let starts = ProbedFact(
    "content.starts",
    ways(instants) { $0.content.starts = $1 },
    tests(ofInstant: "content.starts")
  )

  private static func tests(ofInstant name: String) -> [String] {
    [
      "\(name) < 2026-03-01T10:00Z", "\(name) >= 2026-03-01T10:00Z",
      "\(name) > 2026-03-02T22:00Z", "\(name) + 1 day < 2026-03-02T22:00Z",
      "\(name) - 12 hours == 2026-03-01T10:00Z", "has \(name)",
      "\(name) in [2026-03-01T10:00Z]", "\(name) <= 2026-03-02T22:00Z",
      "\(name) + 1 day in [2026-03-02T10:00Z, 2026-03-03T22:00Z]",
      "\(name) - 1 day not in [2026-02-28T10:00Z]",
    ]
  }
}
