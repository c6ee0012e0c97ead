import AccessPolicy
import PolicyFiles
import Testing

@Suite struct `Reading attribute values` {
  private let policy: Policy

  init() throws { policy = try PolicyUnderTest.policy }

  /// Reads as scenarios do; `now` is the one relative instant.
  private func scenario(_ text: String, _ group: AttributeGroup) -> (
    values: [String: Fact<AttributeValue>], mistakes: [String]
  ) {
    let sink = DiagnosticSink()
    let read = YAMLReader.document(text, file: "s.yaml")
    sink.report(read.diagnostics)
    let dialect = AttributeValueReader.Dialect.scenario { node, what, sink in
      node.content == .scalar("now", isQuoted: false)
        ? Instant(secondsSince1970: 7) : NodeReader.moment(node, of: what, sink)?.value.instant
    }
    let attributes = read.document.root.map {
      AttributeValueReader.attributes(
        $0,
        group: group,
        of: "`attributes`",
        policy: policy,
        dialect: dialect,
        sink: sink
      )
    }
    let named = (attributes ?? [:]).map { ($0.key.text, $0.value) }
    return (Dictionary(uniqueKeysWithValues: named), sink.sorted.map(\.message))
  }

  @Test func `values have the declared types`() throws {
    #expect(
      scenario("objects: yes\nheight: -180\ndoctor: 12\n", .patient).values == [
        "objects": .known(.boolean(true)), "height": .known(.number(-180)),
        "doctor": .known(.staff("12")),
      ]
    )
    #expect(
      scenario("signature: signed\nday: 2026-03-02\nabout: p\n", .content).values == [
        "signature": .known(.code(try #require(AttributeID("signed")))),
        "day": .known(.date(try #require(CivilDate("2026-03-02")))),
        "about": .known(.patient("p")),
      ]
    )
    #expect(
      scenario("booked: now", .link).values
        == ["booked": .known(.instant(Instant(secondsSince1970: 7)))]
    )
    #expect(
      scenario("words: [a, 'b', 3]", .request).values
        == ["words": .known(.set([.text("a"), .text("b"), .text("3")]))]
    )
  }

  @Test func `nothing is absent, and unknown is unknown`() {
    let read = scenario("objects:\nheight: unknown\ndoctor: 'unknown'\n", .patient)
    #expect(
      read.values == [
        "objects": .absent, "height": .unknown, "doctor": .known(.staff("unknown")),
      ]
    )
    #expect(read.mistakes.isEmpty)
  }

  private static let wrong: [(String, AttributeGroup, String)] = [
    (
      "objects: maybe", .patient,
      "`maybe` is neither yes nor no, which `objects` of `attributes` should be"
    ),
    (
      "objects: 'yes'", .patient,
      "`objects` of `attributes` is the text \"yes\", and should be yes or no"
    ),
    (
      "height: 1.80", .patient,
      "`1.80` is no whole number, which `height` of `attributes` should be"
    ),
    ("doctor: [a]", .patient, "`doctor` of `attributes` should be a single value, and is a list"),
    ("docter: a", .patient, "no patient attribute is declared as `docter`"),
    ("signature: sined", .content, "`signature` of `attributes` cannot be `sined`"),
    ("day: tomorrow", .content, "`tomorrow` is no date, which `day` of `attributes` should be"),
    ("booked: soon", .link, "`soon` is no point in time, which `booked` of `attributes` should be"),
    ("scope: [ward-3, ward-9]", .session, "no unit is declared as `ward-9`"),
    ("scope: ward-3", .session, "`scope` of `attributes` should be a list, and is a single value"),
    (
      "words: [a, {b: c}]", .request,
      "`words` of `attributes` should be a single value, and is a set of keys"
    ),
    ("a b: c", .request, "`a b` cannot be the id of a request attribute"),
    ("[a]", .request, "`attributes` should be a set of keys, and is a list"),
  ]

  @Test(arguments: wrong)
  func `what is wrong is said, and left out`(
    text: String,
    group: AttributeGroup,
    expected: String
  ) {
    let read = scenario(text, group)
    #expect(read.mistakes == [expected])
    #expect(read.values.isEmpty)
  }
}
