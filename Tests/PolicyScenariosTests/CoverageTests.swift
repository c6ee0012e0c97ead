import AccessPolicy
import PolicyScenarios
import Testing

@Suite struct `Rule coverage` {
  /// A request and its outcome, with how often a rule then has decided and not applied.
  struct Sample: Sendable, CustomTestStringConvertible {
    let kind: RuleKind
    let id: String
    let asks: String
    let decided: Int
    let passed: Int

    init(_ kind: RuleKind, _ id: String, _ asks: String, _ decided: Int, _ passed: Int) {
      self.kind = kind
      self.id = id
      self.asks = asks
      self.decided = decided
      self.passed = passed
    }

    var testDescription: String { "\(kind.rawValue) \(id): \(asks)" }
  }

  /// `staff action item patient outcome`, some after `;`.
  private static func cases(_ asks: String) -> String {
    asks.split(separator: ";").enumerated().map { number, ask in
      let words = ask.split(separator: " ")
      let patient = words[3] == "-" ? "" : "patient: \(words[3]), "
      let then =
        words.count > 5 ? "{ \(words[4]): { then: { reason: other, gives: allow } } }" : words[4]
      return "  - { name: n\(number), staff: \(words[0]), \(patient)"
        + "expect: { \(words[1]): { \(words[2]): \(then) } } }\n"
    }.joined()
  }

  private static let samples = [
    // A rule that opens: who has it, and who is kept out for want of it, for whatever reason.
    Sample(.grant, "reading/notes", "anne read here olga allow", 1, 0),
    Sample(.grant, "reading/notes", "guest read here olga deny", 0, 1),
    Sample(.grant, "reading/notes", "anne read there olga deny", 0, 1),
    Sample(.grant, "reading/notes", "auditor read here olga deny", 0, 1),
    Sample(.grant, "reading/notes", "guest read ours - deny", 0, 0),
    Sample(.grant, "reading/notes", "anne read here unknown-to-us justify", 0, 0),
    Sample(.licence, "licence/notes", "anne write here olga allow", 1, 0),
    Sample(.licence, "licence/notes", "unlicensed write here olga deny", 0, 1),
    Sample(.licence, "licence/notes", "unlicensed read here olga allow", 0, 0),
    Sample(.relationship, "stay-here", "anne read here olga allow", 1, 0),
    Sample(.relationship, "stay-here", "anne read here left justify", 0, 1),
    Sample(.relationship, "stay-here", "guest read here olga deny", 0, 1),
    Sample(.relationship, "stay-here", "anne read here unknown-to-us justify", 0, 0),
    Sample(.reach, "reports", "anne read ours - allow", 1, 0),
    Sample(.reach, "reports", "anne read theirs - deny", 0, 1),
    Sample(.circle, "sensitive/author", "anne read mine-marked olga allow", 1, 0),
    Sample(.circle, "sensitive/author", "anne read marked olga justify", 0, 1),
    Sample(.circle, "sensitive/author", "anne read mine olga allow", 0, 0),
    Sample(.subtemplate, "at-b", "at-b-too read theirs - allow", 1, 0),
    Sample(.subtemplate, "at-b", "at-b read theirs - deny", 0, 1),
    Sample(.subtemplate, "opening", "opener read marked olga justify", 1, 0),
    Sample(.subtemplate, "opening", "plain read marked olga deny", 0, 1),
    Sample(.subtemplate, "opening", "guest read ours - deny", 0, 0),
    Sample(.subtemplate, "auditing", "auditor read ours - allow", 1, 0),
    Sample(.subtemplate, "auditing", "no-auditor read ours - deny", 0, 1),
    Sample(.template, "nurse", "anne read here olga allow", 1, 0),
    Sample(.template, "nurse", "anne read here unknown-to-us justify", 0, 0),
    Sample(.template, "nurse", "anne read there olga deny", 0, 1),
    Sample(.purpose, "audit", "auditor read ours - allow", 1, 0),
    Sample(.purpose, "audit", "no-auditor read ours - deny", 0, 1),
    // That every template has it shows only where no purpose is stated.
    Sample(.purpose, "care", "unstated read ours - deny", 0, 1),
    Sample(.purpose, "care", "researcher read ours - deny", 0, 0),
    Sample(.purpose, "audit", "unstated read ours - deny", 0, 0),
    Sample(.purpose, "research", "researcher read ours - deny", 1, 0),
    Sample(.purpose, "research", "anne read ours - allow; researcher read ours - deny", 1, 1),
    Sample(.purpose, "research", "researcher read ours - deny; anne read ours - allow", 1, 1),
    Sample(.purpose, "research", "researcher read ours - deny; anne read here olga allow", 1, 0),
    // A rule that restricts: where it closes, and where something is given without it.
    Sample(.mark, "sensitive", "anne read marked olga justify", 1, 0),
    Sample(.mark, "sensitive", "anne read marked olga justify then", 2, 0),
    Sample(.mark, "sensitive", "anne read mine-marked olga allow", 0, 0),
    Sample(.mark, "sensitive", "anne read here olga allow", 0, 1),
    Sample(.mark, "sensitive", "anne read marked-letter olga allow", 0, 0),
    Sample(.mark, "sensitive", "guest read here olga deny", 0, 0),
    Sample(.block, "closed", "anne read letter blocked deny", 1, 0),
    Sample(.block, "closed", "anne read here blocked allow", 0, 1),
    Sample(.block, "closed", "anne read here olga allow", 0, 0),
    Sample(.session, "session", "weaker read ours - deny", 1, 0),
    Sample(.session, "session", "anne read ours - allow", 0, 1),
    // A self-authorisation rule: demanded or used, and in vain.
    Sample(.selfAuthorisation, "acute", "anne read here unknown-to-us justify", 1, 0),
    Sample(.selfAuthorisation, "acute", "anne read here unknown-to-us justify then", 2, 0),
    Sample(.selfAuthorisation, "acute", "guest read here unknown-to-us deny", 0, 1),
    Sample(.selfAuthorisation, "acute", "anne read here olga allow", 0, 0),
    Sample(.selfAuthorisation, "open", "anne read marked olga justify", 1, 0),
    Sample(.selfAuthorisation, "open", "guest read marked olga deny", 0, 1),
  ]

  @Test(arguments: samples)
  func `A rule decides, or does not apply`(sample: Sample) throws {
    let report = try CoverageWorld.run(Self.cases(sample.asks))
    #expect(report.failures.map { "\($0.cell.cell)" } == [])
    let rule = try #require(
      report.rules.rules.first { $0.rule.kind == sample.kind && $0.rule.id == sample.id }
    )
    #expect([rule.decided, rule.passed] == [sample.decided, sample.passed])
  }

  /// A part of a rule, by its kind or words, with how often it came out each way.
  private static let parts: [(id: String, part: String, asks: String, counts: [Int])] = [
    ("reading/notes", "purposes", "anne read here olga allow", [1, 0]),
    ("reading/notes", "purposes", "auditor read here olga deny", [0, 1]),
    // Left to right, no further than it takes; under `not`, unknown is as good as true.
    ("reading/notes", "patient.objects", "anne read here olga allow", [0, 1]),
    ("reading/notes", "patient.objects", "anne read here objecting deny", [1, 0]),
    ("reading/notes", "patient.objects", "anne read here unasked deny", [1, 0]),
    ("reading/notes", "content.author == session.staff", "anne read here objecting deny", [0, 0]),
    ("reading/notes", "content.author == session.staff", "anne read mine olga allow", [1, 0]),
    ("reading/notes", "content.unit == session.unit", "anne read mine olga allow", [0, 0]),
    ("reading/notes", "content.unit == session.unit", "anne read here olga allow", [1, 0]),
    ("reading/notes", "content.unit == session.unit", "anne read there olga deny", [0, 1]),
    ("reading/notes", "content.unit == session.unit", "guest read there olga deny", [0, 0]),
    ("stay-here", "status", "anne read here olga allow; anne read here cancelled justify", [1, 1]),
    ("stay-here", "opens", "anne read here incoming justify", [0, 1]),
    ("stay-here", "closes", "anne read here incoming justify", [0, 0]),
    ("stay-here", "closes", "anne read here olga allow; anne read here left justify", [1, 1]),
    ("stay-here", "link.unit within session.unit", "anne read here left justify", [0, 0]),
    ("stay-here", "link.unit within session.unit", "anne read here elsewhere justify", [0, 1]),
    ("reports", "content.unit == session.unit", "anne read theirs - deny", [0, 1]),
    ("sensitive", "covers", "anne read marked olga justify", [1, 0]),
    ("sensitive", "covers", "anne read marked-letter olga allow", [0, 1]),
    ("sensitive", "actions", "anne write marked olga allow", [0, 1]),
    ("sensitive", "actions", "anne write marked-letter olga allow", [0, 0]),
    ("sensitive", "patient.objects", "anne read here olga allow", [0, 1]),
    ("sensitive", "patient.objects", "anne read here unasked deny", [1, 0]),
    ("sensitive", "patient.objects", "anne read marked objecting deny", [0, 0]),
    ("sensitive", "reader", "anne read mine-marked olga allow", [1, 0]),
    ("sensitive", "reader", "anne read marked olga justify", [0, 1]),
    // What a shield hides is asked where it is closed.
    ("sensitive", "has session.providerRecord", "anne read marked olga justify", [1, 0]),
    ("sensitive", "has session.providerRecord", "unlicensed read marked olga justify", [0, 1]),
    ("sensitive", "has session.providerRecord", "anne read mine-marked olga allow", [0, 0]),
    ("closed", "has session.providerRecord", "anne read letter blocked deny", [1, 0]),
    ("closed", "has session.providerRecord", "unlicensed read letter blocked deny", [0, 1]),
    ("closed", "has session.providerRecord", "anne read here blocked allow", [0, 0]),
    ("acute", "reason", "anne read here unknown-to-us justify", [0, 1]),
    ("acute", "reason", "anne read here unknown-to-us justify then", [1, 1]),
    ("nurse", "units", "at-b read theirs - deny", [0, 1]),
    ("nurse", "authentication", "weak read ours - deny", [0, 1]),
    ("nurse", "relationships: stay-here", "anne read here olga allow", [1, 0]),
    ("nurse", "relationships: stay-here", "anne read ours - allow", [0, 0]),
    ("nurse", "selfAuthorisation: acute", "anne read here unknown-to-us justify", [1, 0]),
    ("auditing", "purposes: audit", "auditor read ours - allow", [1, 0]),
  ]

  @Test(arguments: parts.indices)
  func `A part comes out as its rule needs it, or not`(index: Int) throws {
    let (id, name, asks, counts) = Self.parts[index]
    let report = try CoverageWorld.run(Self.cases(asks))
    #expect(report.failures.map { "\($0.cell.cell)" } == [])
    let rule = try #require(report.rules.rules.first { $0.rule.id == id })
    let part = try #require(
      rule.parts.first { $0.part.words == name || $0.part.kind.rawValue == name }
    )
    #expect([part.met, part.unmet] == counts, "\(id), \(name): \(asks)")
  }

  @Test func `Parts stand where their authors wrote them`() throws {
    let report = try CoverageWorld.run(Self.cases("anne read here olga allow"))
    let lines = CoverageWorld.policyText.split(separator: "\n", omittingEmptySubsequences: false)
    for part in report.rules.parts {
      let range = part.part.range
      let written = lines[range.line - 1].dropFirst(range.column - 1).prefix(range.length)
      switch part.part.kind {
      case .test: #expect(written == part.part.words)
      case .gives: #expect(part.part.words.hasSuffix(": \(written)"))
      case .status: #expect(written == "links")
      case .reader: #expect(written == "opensTo")
      case .reason: #expect(written == "reasons")
      case .authentication: #expect(written == "leastAuthentication")
      default: #expect(written == part.part.kind.rawValue)
      }
    }
    #expect(Set(report.rules.parts.map(\.part.kind)) == Set(RulePart.Kind.allCases))
    #expect(Set(report.rules.rules.map(\.rule.kind)) == Set(RuleKind.allCases))
  }

  @Test func `A run that decides nothing has met nothing`() throws {
    let rules = try World.run(
      """
      now: 2026-03-02T10:00+01:00
      cases: [{ name: a, staff: anne, expect: { read: { capacity: allow } } }]
      """,
      filter: "nothing"
    ).rules
    #expect(rules.percent == 0 && rules.covered.isEmpty && rules.partsPercent == 0)
    #expect(rules.uncovered.count == rules.rules.count && rules.rules.count == 21)
    #expect(!rules.rules.contains { $0.rule.id == "empty" }, "it can decide nothing")
  }

  @Test func `Less than all is never a hundred`() throws {
    let rules = try CoverageWorld.run(
      Self.cases("anne read here olga allow; anne read there olga deny")
    )
    .rules
    #expect(rules.percent == rules.covered.count * 100 / rules.rules.count)
    #expect(rules.covered.count > 0 && rules.percent < 100)
  }
}
