import AccessPolicy
import Testing

/// The tables of section 1 of docs/semantics.md, read from the page and tried cell by cell.
@Suite struct `The tables of the semantics` {
  private static func table(_ header: String...) throws -> MarkdownTable {
    let tables = try MarkdownTable.all(in: "semantics.md")
    return try #require(tables.first { $0.header.starts(with: header) }, "no table \(header)")
  }

  private static func truth(_ word: String) throws -> Truth {
    try #require(Truth.allCases.first { "\($0)" == word }, "\(word) is no truth")
  }

  // MARK: And, or, not

  /// The parts of the table of connectives: what stands to the left of each column of blanks.
  @Test func `and, or, not`() throws {
    let table = try Self.table("and")
    #expect(
      table.header == ["and", "yes", "unknown", "no", "", "or"] + table.header[1...4] + ["not", ""]
    )
    let (both, either, other) = (0, 5, 10)
    var tried = 0
    for row in table.rows {
      let a = try Self.truth(row[0])
      #expect(row[either] == row[0] && row[other] == row[0])
      #expect(try Self.truth(row[other + 1]) == !a)
      for column in 1...3 {
        let b = try Self.truth(table.header[column])
        #expect(try Self.truth(row[both + column]) == (a && b), "\(a) and \(b)")
        #expect(try Self.truth(row[either + column]) == (a || b), "\(a) or \(b)")
        tried += 1
      }
    }
    #expect(tried == Truth.allCases.count * Truth.allCases.count)
  }

  // MARK: Tests of missing facts

  /// What a request says of a fact.
  private enum Given: String { case known, unknown, absent }

  private static func fact<Value>(_ word: String, _ value: Value) throws -> Fact<Value> {
    switch try #require(Given(rawValue: word)) {
    case .known: .known(value)
    case .unknown: .unknown
    case .absent: .absent
    }
  }

  @Test func `two facts of which one is missing`() throws {
    let table = try Self.table("a", "b")
    #expect(table.rows.count == 8, "each pair of known, unknown and absent but the first")
    #expect(Set(table.rows.map { $0.prefix(2) }).count == 8)
    for row in table.rows {
      for (test, expected) in zip(table.header, row).dropFirst(2) {
        // Whatever they are: units that are the same, and units that are not.
        for unit in ["east", "west"] {
          var request = TinyPolicy.request()
          let instant = try #require(Instant("2026-01-01T10:00+01:00"))
          request.session.unit = try Self.fact(row[0], id("east"))
          request.content.unit = try Self.fact(row[1], id(unit))
          request.content.starts = try Self.fact(row[0], instant)
          request.content.ends = try Self.fact(row[1], instant)
          let (a, b) =
            test == "a < b"
            ? ("content.starts", "content.ends") : ("session.unit", "content.unit")
          let condition = Self.condition(test, a: a, b: b)
          #expect(
            try ConditionProbe(condition).truth(request) == Self.truth(expected),
            "\(row[0]), \(row[1]): \(test)"
          )
        }
      }
    }
  }

  @Test func `a fact and a set of which one is missing or empty`() throws {
    let table = try Self.table("a", "s")
    #expect(Set(table.rows.map { $0.prefix(2) }).count == table.rows.count)
    #expect(table.rows.count == 13, "five sets for a known fact, four for each other")
    for row in table.rows {
      var request = TinyPolicy.request()
      request.session.unit = try Self.fact(row[0], id("east"))
      let set: Fact<[AttributeValue]> =
        switch row[1] {
        case "holds `a": .known([.unit(id("east")), .unit(id("gp"))])
        case "holds others": .known([.unit(id("west")), .unit(id("gp"))])
        case "empty": .known([])
        default: try Self.fact(row[1], [])
        }
      request.session.attributes[id("set-of-unit")] = set.map { .set($0) }
      for (test, expected) in zip(table.header, row).dropFirst(2) {
        let condition = Self.condition(test, a: "session.unit", b: "session.set-of-unit")
        #expect(
          try ConditionProbe(condition).truth(request) == Self.truth(expected),
          "\(row[0]), \(row[1]): \(test)"
        )
      }
    }
  }

  private static func condition(_ test: String, a: String, b: String) -> String {
    test.split(separator: " ").map { ["a": a, "b": b, "s": b][$0] ?? String($0) }
      .joined(separator: " ")
  }

  // MARK: Rules that open and rules that restrict

  @Test func `not, missing facts, and rules that restrict`() throws {
    let table = try Self.table("A rule that", "With the condition")
    #expect(Set(table.rows.map { [$0[0], $0[1]] }).count == 14)
    let conditions = ["opens", "restricts"].map { effect in
      table.rows.filter { $0[0] == effect }.map { $0[1] }
    }
    #expect(conditions[0] == conditions[1])
    for row in table.rows {
      let policy = try Self.policy(row[0], row[1])
      for (given, cell) in zip(table.header, row).dropFirst(2).prefix(4) {
        var request = TinyPolicy.request()
        let objects: Fact<Bool> =
          switch given {
          case "yes": .known(true)
          case "no": .known(false)
          default: try Self.fact(given, true)
          }
        request.patient?.attributes = [id("objects"): objects.map { .boolean($0) }]
        // A rule that restricts applies when access that would be allowed is denied.
        let applied: Outcome = row[0] == "opens" ? .allow : .deny
        let other: Outcome = row[0] == "opens" ? .deny : .allow
        let expected = try #require(["applies": applied, "–": other][cell])
        let what: Comment = "a rule that \(row[0]) with \(row[1]), \(given)"
        #expect(PolicyEngine(policy).decide(request).outcome == expected, what)
        #expect(ReferenceEvaluator.decide(request, by: policy).outcome == expected, what)
      }
    }
  }

  /// A policy set that allows if the rule opens; or unless it restricts.
  private static func policy(_ effect: String, _ condition: String) throws -> Policy {
    let objects: Tree = ["objects": ["title": .title("objects"), "type": "yes-or-no"]]
    var grant: Tree = ["do": ["read"], "on": ["note"]]
    var marks: Tree = [:]
    switch effect {
    case "opens": grant["when"] = .text(condition)
    case "restricts":
      marks["shield"] = [
        "title": .title("shield"), "derived": .text(condition), "opensTo": [:],
      ]
    default: Issue.record("a rule neither opens nor restricts: \(effect)")
    }
    return try TinyPolicy.policy(changing: [
      "attributes": ["patient": objects],
      "securityClasses": ["all": ["title": .title("all"), "grants": ["all": grant]]],
      "marks": marks,
    ])
  }
}
