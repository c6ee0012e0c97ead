import AccessPolicy
import Testing

/// Requests in the corners of docs/semantics.md, one thing at a time, for engine and reference alike.
@Suite struct CornerTests {
  @Test(arguments: Corner.all)
  func `engine and reference agree`(corner: Corner) throws {
    let policy = try TinyPolicy.policy(changing: corner.sections)
    var request = TinyPolicy.request()
    corner.change(&request)
    let decision = PolicyEngine(policy).decide(request)
    let expected = ReferenceEvaluator.decide(request, by: policy)
    #expect(decision.differences(from: expected) == [])
    for part in corner.parts {
      let holds = part.holds(expected)
      #expect(holds, "\(part.what); undetermined: \(expected.undetermined)")
    }
  }
}

/// A tiny policy set and a request in which one sentence of the specification decides.
struct Corner: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let sections: Tree
  let parts: [Part]
  let change: @Sendable (inout AccessRequest) -> Void

  /// Something that must hold of the decision.
  struct Part: Sendable {
    let what: String
    let holds: @Sendable (Decision) -> Bool

    static func undetermined(_ facts: String...) -> Part {
      Part(what: "undetermined: \(facts)") { $0.undetermined == facts }
    }

    static func answer(_ gate: GateID, _ answer: Outcome?) -> Part {
      Part(what: "\(gate)") { $0.answer(gate) == answer }
    }

    static let hidesExistence = Part(what: "hides existence") { $0.hidesExistence }
    static let denies = Part(what: "denies") { $0.outcome == .deny }
    static let shows = Part(what: "hides nothing") { !$0.hidesExistence }
  }

  private init(
    _ name: String,
    _ sections: Tree = [:],
    _ parts: Part...,
    change: @escaping @Sendable (inout AccessRequest) -> Void
  ) {
    testDescription = name
    self.sections = sections
    self.parts = parts
    self.change = change
  }

  static let all: [Corner] = marks + grants + authorisations + blocks

  // MARK: Marks

  private static let discreet: Tree = [
    "marks": [
      "discreet": [
        "title": .title("discreet"), "opensTo": [:],
        "hidesExistence": "session.authenticationLevel < 4",
      ]
    ]
  ]

  private static let marks: [Corner] = [
    Corner(
      "without a patient, the patient's marks are unknown",
      ["marks": ["hidden": ["title": .title("hidden"), "opensTo": [:], "hidesExistence": "yes"]]],
      .answer(.mark(id("hidden")), .deny),
      .hidesExistence,
      .undetermined("patient.id", "patient.marks")
    ) { $0.patient = nil },
    Corner(
      "without a patient, content about none has no patient's marks",
      ["marks": ["hidden": ["title": .title("hidden"), "opensTo": [:], "hidesExistence": "yes"]]],
      .answer(.mark(id("hidden")), nil),
      .undetermined()
    ) {
      $0.patient = nil
      $0.content.contentClass = TinyPolicy.report
    },
    Corner(
      "a unit that there is not may carry the marks that some unit carries",
      ["marks": ["hidden": ["title": .title("hidden"), "opensTo": [:]]]],
      .answer(.mark(id("hidden")), nil)
    ) { $0.content.unit = .unknown },
    Corner(
      "an undeclared mark is in force, and hides",
      [:],
      .answer(.mark(id("strange")), .deny),
      .hidesExistence,
      .undetermined("mark:strange")
    ) { $0.content.marks = .known([id("strange")]) },
    Corner(
      "where nobody says which marks there are, there may be one that hides",
      [:],
      .answer(.unnamedMark, .deny),
      .hidesExistence,
      .undetermined("content.marks")
    ) { $0.content.marks = .unknown },
    Corner("what holds a mark is hidden from those of whom it holds", discreet, .hidesExistence) {
      $0.content.marks = .known([id("discreet")])
      $0.session.authenticationLevel = .known(3)
    },
    Corner("and shown to others, who are kept out all the same", discreet, .shows, .denies) {
      $0.content.marks = .known([id("discreet")])
      $0.session.authenticationLevel = .known(4)
    },
    Corner(
      "whoever it is not known of may not learn of it",
      discreet,
      .hidesExistence,
      .undetermined("session.authenticationLevel")
    ) {
      $0.content.marks = .known([id("discreet")])
      $0.session.authenticationLevel = .unknown
    },
  ]

  // MARK: Grants

  /// Nothing but a reason opens the record.
  private static let acute: Tree = [
    "reasons": ["now": ["title": .title("now")]],
    "selfAuthorisation": [
      "acute": [
        "title": .title("acute"), "scope": "patient", "reasons": ["now"], "leastText": "0",
        "lifetime": "1 day",
      ]
    ],
    "templates": [
      "nurse": [
        "title": .title("nurse"), "securityClasses": ["all"], "purposes": ["care"],
        "selfAuthorisation": ["acute"], "units": ["trust", "alone"],
      ]
    ],
  ]

  private static func grant(enterprise: UnitID?) -> Grant {
    let now = TinyPolicy.request().now.instant
    return Grant(
      id: "grant-1",
      rule: id("acute"),
      staff: "anna",
      patient: "p1",
      scope: .patient,
      template: id("nurse"),
      enterprise: enterprise,
      purpose: id("care"),
      reason: id("now"),
      from: now,
      until: now + .hours(1)
    )
  }

  private static let grants: [Corner] = [
    Corner("a grant fits its enterprise", acute, .answer(.relationship, .allow)) {
      $0.grants = [grant(enterprise: id("trust"))]
    },
    Corner("a grant without enterprise fits none", acute, .answer(.relationship, .justify)) {
      $0.grants = [grant(enterprise: nil)]
    },
    Corner("a unit without enterprise fits a grant without", acute, .answer(.relationship, .allow))
    {
      $0.grants = [grant(enterprise: nil)]
      $0.session.unit = .known(id("alone"))
    },
    Corner("an unknown unit fits no grant", acute, .answer(.relationship, .justify)) {
      $0.grants = [grant(enterprise: nil)]
      $0.session.unit = .unknown
    },
    Corner("a unit that there is not fits no grant", acute, .answer(.relationship, .justify)) {
      $0.grants = [grant(enterprise: nil)]
      $0.session.unit = .known(id("nowhere"))
    },
  ]

  // MARK: Authorisations

  private static let authorisations: [Corner] = [
    Corner("an authorisation that has ended lacks no fact", [:], .undetermined()) {
      $0.session.authorisation.isActive = .unknown
      $0.session.authorisation.until = .known($0.now.instant)
    },
    Corner(
      "an authorisation that may be active lacks what says so",
      [:],
      .undetermined("session.authorisation.from", "session.authorisation.isActive")
    ) {
      $0.session.authorisation.isActive = .unknown
      $0.session.authorisation.from = .unknown
    },
  ]

  // MARK: Blocks

  private static func block(
    entriesFrom: Fact<Instant> = .absent,
    against: Fact<Block.Against> = .absent
  ) -> Fact<[Block]> {
    .known([
      Block(
        id: "block-1",
        kind: id("closed"),
        coverage: .absent,
        entriesFrom: entriesFrom,
        against: against,
        from: .absent,
        until: .absent,
        effectuated: .known(true)
      )
    ])
  }

  private static let closed: Tree = ["blocks": ["closed": ["title": .title("closed")]]]

  private static let blocks: [Corner] = [
    Corner("where nobody says which blocks there are, none may hide", closed, .shows, .denies) {
      $0.patient?.blocks = .unknown
    },
    Corner(
      "or some kind may",
      ["blocks": ["closed": ["title": .title("closed"), "hidesExistence": "patient.age < 16"]]],
      .hidesExistence,
      .undetermined("patient.blocks")
    ) { $0.patient?.blocks = .unknown },
    Corner(
      "a block hides from the birthday on, or until it",
      ["blocks": ["closed": ["title": .title("closed"), "hidesExistence": "patient.age < 16"]]],
      .shows,
      .denies
    ) {
      $0.patient?.birthDate = .known(CivilDate("1940-05-01")!)
      $0.patient?.blocks = block()
    },
    Corner(
      "an entry that was never recorded is closed, whatever from when",
      closed,
      .answer(.block("block-1"), .deny),
      .undetermined()
    ) {
      $0.content.recorded = .absent
      $0.patient?.blocks = block(entriesFrom: .unknown)
    },
    Corner(
      "a block against a unit that there is not may be against anybody",
      closed,
      .answer(.block("block-1"), .deny),
      .undetermined("block.against")
    ) { $0.patient?.blocks = block(against: .known(.unit(id("nowhere")))) },
    Corner(
      "a block against a unit that there is not, and a reader in none that is known",
      closed,
      .answer(.block("block-1"), .deny),
      .undetermined("block.against", "session.unit")
    ) {
      $0.session.unit = .unknown
      $0.patient?.blocks = block(against: .known(.unit(id("nowhere"))))
    },
  ]
}
