@testable import AccessPolicy
import Testing

/// What the help offers in the place of a condition that nothing makes false.
@Suite struct `Mended constant conditions` {
  /// Conditions, and what is offered for them in a rule that opens; in one that restricts it is
  /// always `always`.
  static let offers: [(condition: String, offer: String)] = [
    ("patient.age >= 0", "has patient.age"),
    ("patient.age >= 20 or patient.age < 20", "has patient.age"),
    ("patient.a-yes-or-no or not patient.a-yes-or-no", "has patient.a-yes-or-no"),
    ("patient.a-yes-or-no != yes or patient.a-yes-or-no != no", "has patient.a-yes-or-no"),
    ("now < content.starts or now >= content.starts", "has content.starts"),
    (
      "content.starts < content.ends or content.starts >= content.ends",
      "(has content.starts and has content.ends)"
    ),
    (
      "content.unit == session.unit or content.unit != session.unit",
      "(has content.unit and has session.unit)"
    ),
  ]

  @Test(arguments: offers)
  func `open no more than they did where a fact is missing`(condition: String, offer: String) throws
  {
    let help = try help(for: condition, opens: true)
    #expect(help.contains("write `\(offer)`"), "\(help)")
    #expect(!help.contains("take it out"))
    for (faulty, mended) in zip(try truths(of: condition), try truths(of: offer)) {
      #expect(mended <= faulty)
    }
  }

  @Test(arguments: offers)
  func `shield no less than they did where a fact is missing`(condition: String, offer: String)
    throws
  {
    let help = try help(for: condition, opens: false)
    #expect(help.contains("write `always`"), "\(help)")
    #expect(!help.contains("has "), "\(help)")
  }

  @Test func `turn round under a not`() throws {
    #expect(try help(for: "not (patient.age >= 0)", opens: true).contains("write `always`"))
    #expect(
      try help(for: "not (patient.age >= 0)", opens: false).contains("write `has patient.age`")
    )
  }

  @Test func `of what every request has, there is nothing to ask`() throws {
    let help = try help(for: "content.class == note or content.class != note", opens: true)
    #expect(help == "change one of them")
  }

  private func help(for condition: String, opens: Bool) throws -> String {
    let policy =
      opens
      ? try policy(condition)
      : try TinyPolicy.policy(changing: [
        "marks": [
          "sensitive": [
            "title": .title("sensitive"), "derived": .text(condition), "opensTo": [:],
          ]
        ]
      ])
    let found = ConstantConditions.diagnostics(of: policy, isWhole: true)
    #expect(found.count == 1)
    #expect(found.first?.message.contains("always true") == false)
    return try #require(found.first?.help)
  }

  private func policy(_ condition: String) throws -> Policy {
    try TinyPolicy.policy(changing: [
      "securityClasses": [
        "all": [
          "title": .title("all"),
          "grants": ["all": ["do": ["read"], "on": ["note"], "when": .text(condition)]],
        ]
      ]
    ])
  }

  /// What a condition is for requests that have the facts, lack them, or have some: 0 for no, 1 for
  /// unknown, 2 for yes.
  private func truths(of text: String) throws -> [Int] {
    let policy = try policy(text)
    let condition = try #require(policy.everyCondition.first)
    return Self.requests.map { request in
      switch ReferenceEvaluator(policy: policy, request: request).look(at: condition, link: nil)
        .truth.asTruth
      {
      case .no: 0
      case .unknown: 1
      case .yes: 2
      }
    }
  }

  private static let requests: [AccessRequest] = {
    let flag = AttributeID("a-yes-or-no")!
    let instants: [Fact<Instant>] = [
      .known(Instant("2026-01-01T10:00+01:00")!), .absent, .unknown,
    ]
    var requests: [AccessRequest] = []
    for starts in instants {
      for ends in instants {
        for unit in [Fact.known(UnitID("east")!), .absent, .unknown] {
          var request = TinyPolicy.request()
          request.content.starts = starts
          request.content.ends = ends
          request.content.unit = unit
          requests.append(request)
          request.patient?.birthDate = .unknown
          requests.append(request)
          request.patient?.birthDate = .absent
          request.patient?.attributes[flag] = .known(.boolean(true))
          requests.append(request)
          request.patient?.attributes[flag] = .absent
          requests.append(request)
        }
      }
    }
    return requests
  }()
}
