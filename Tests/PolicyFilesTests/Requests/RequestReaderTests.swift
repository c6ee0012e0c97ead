import AccessPolicy
import PolicyFiles
import Testing

@Suite struct `Reading requests` {
  private let reader: RequestReader

  init() throws { reader = try RequestReader(policy: PolicyUnderTest.policy) }

  private func read(_ text: String) throws -> RequestLine {
    let line = try #require(reader.read(text, number: 7))
    #expect(line == reader.readThoroughly(bytes: Array(text.utf8), number: 7))
    return line
  }

  private func request(
    session: String = RequestUnderTest.session,
    content: String = RequestUnderTest.content,
    more: String = ""
  ) -> String {
    RequestUnderTest.request(session: session, content: content, more: more)
  }

  private func mistakes(_ text: String) throws -> [String] {
    let line = try read(text)
    #expect(line.request == nil)
    #expect(line.diagnostics.allSatisfy { $0.range?.line == 7 })
    return line.diagnostics.map { "\($0.code.rawValue) \($0.range?.column ?? 0): \($0.message)" }
  }

  @Test func `what is left out is unknown`() throws {
    let line = try read(request())
    let expected = try AccessRequest(
      now: #require(Moment("2026-03-02T10:00+01:00")),
      session: Session(
        staff: "kari",
        authorisation: Authorisation(
          template: #require(TemplateID("nurse")),
          providerRecord: .unknown,
          isActive: .unknown,
          from: .unknown,
          until: .unknown,
          deviations: []
        ),
        groups: .unknown
      ),
      action: #require(ActionID("read")),
      content: ContentItem(contentClass: #require(ContentClassID("note")), marks: .unknown),
      patient: nil
    )
    #expect(line.diagnostics.isEmpty)
    #expect(line.request == expected)
    #expect(line.id == "1")
    #expect(line.line == 7)
  }

  @Test func `null says that there is none`() throws {
    let line = try read(
      request(
        session: #"""
          {"staff": "kari", "ownRecord": null, "unit": null, "purpose": null,
           "authenticationLevel": null, "systemIsReadOnly": null, "groups": null,
           "attributes": {"scope": null}, "authorisation": {"template": "nurse",
           "subtemplates": null, "providerRecord": null, "isActive": null, "from": null,
           "until": null, "deviations": null}}
          """#,
        content: #"""
          {"class": "note", "id": null, "contact": null, "unit": null, "author": null,
           "recorded": null, "starts": null, "ends": null, "marks": null}
          """#,
        more: #"""
          "patient": {"id": "p", "birthDate": null, "residence": null, "marks": null,
           "links": [{"id": "l", "kind": "admission", "status": null, "unit": null, "staff": null,
            "team": null, "group": null, "starts": null, "ends": null}],
           "blocks": null}, "justifications": null, "grants": null
          """#
      ).replacing("\n", with: " ")
    )
    let request = try #require(line.request)
    let (session, content) = (request.session, request.content)
    let patient = try #require(request.patient)
    #expect(session.ownRecord == .absent && session.unit == .absent && session.purpose == .absent)
    #expect(session.authenticationLevel == .absent && session.systemIsReadOnly == .absent)
    #expect(session.groups == .absent)
    #expect(session.attributes.values.map(\.self) == [.absent])
    #expect(session.authorisation.subtemplates.isEmpty)
    #expect(session.authorisation.providerRecord == .absent)
    #expect(session.authorisation.isActive == .absent && session.authorisation.until == .absent)
    #expect(content.id == .absent && content.contact == .absent && content.marks == .absent)
    #expect(content.author == .absent && content.recorded == .absent && content.ends == .absent)
    #expect(patient.birthDate == .absent && patient.marks == .absent && patient.blocks == .absent)
    #expect(patient.links.first?.team == .absent && patient.links.first?.ends == .absent)
  }

  @Test func `a whole request is read`() throws {
    let line = try read(RequestUnderTest.whole)
    #expect(line.diagnostics.isEmpty)
    let request = try #require(line.request)
    let deviation = try #require(request.session.authorisation.deviations.first)
    #expect(deviation.adds.selfAuthorisation.map(\.text) == ["d"])
    #expect(deviation.removes.units.map(\.text) == ["f"])
    #expect(deviation.approver == "leder" && deviation.until == .absent)
    #expect(request.session.groups == .known(["g1"]))
    #expect(request.session.attributes.count == 1)
    #expect(request.content.contact.value?.team == .known(["ola"]))
    #expect(request.content.attributes.count == 3)
    #expect(request.content.attributes.values.allSatisfy { $0.value != nil })
    let patient = try #require(request.patient)
    #expect(patient.attributes.count == 3)
    #expect(patient.links.first?.attributes.count == 1)
    let blocks = try #require(patient.blocks.value)
    #expect(
      blocks.map { $0.coverage.value != nil && $0.against.value != nil } == [
        true, true, true, true,
      ]
    )
    #expect(blocks[2].coverage == .known(.contact("c")) && blocks[3].against == .known(.staff("s")))
    #expect(blocks[0].from == .absent && blocks[1].from == .unknown)
    #expect(request.grants.map(\.scope) == [.patient, .contentClass(request.content.contentClass)])
    #expect(request.grants[0].id == nil && request.grants[1].patient == nil)
    #expect(request.justifications.map(\.text) == ["Trenger det"])
  }

  @Test func `an empty line is no request`() {
    #expect(reader.read("", number: 1) == nil)
    #expect(reader.read(" \t\r", number: 1) == nil)
  }

  private static let wrong: [(String, String)] = [
    (
      #"{"staff": 12, "authorisation": {"template": "nurse", "deviations": []}}"#,
      "wrong-value: `12` is no text, which `staff` of `session` of the request should be"
    ),
    (
      #"{"staff": null, "authorisation": {"template": "nurse", "deviations": []}}"#,
      "wrong-value: `null` is no text, which `staff` of `session` of the request should be"
    ),
    (
      #"{"staff": "k", "unit": true, "authorisation": {"template": "nurse", "deviations": []}}"#,
      "wrong-value: `true` is no text, which `unit` of `session` of the request should be"
    ),
    (
      #"{"staff": "k", "unit": "ward 3", "authorisation": {"template": "nurse", "deviations": []}}"#,
      "not-an-identifier: `ward 3` cannot be the id of a unit"
    ),
    (
      #"{"staff": "k", "authenticationLevel": "4", "authorisation": {"template": "nurse", "deviations": []}}"#,
      "wrong-value: `authenticationLevel` of `session` of the request is the text \"4\", and should be a whole number"
    ),
    (
      #"{"staff": "k", "authenticationLevel": 4.0, "authorisation": {"template": "nurse", "deviations": []}}"#,
      "wrong-value: `4.0` is no whole number, which `authenticationLevel` of `session` of the request should be"
    ),
    (
      #"{"staff": "k", "systemIsReadOnly": "true", "authorisation": {"template": "nurse", "deviations": []}}"#,
      "wrong-value: `true` is no truth value, which `systemIsReadOnly` of `session` of the request should be"
    ),
    (
      #"{"staff": "k", "groups": "g", "authorisation": {"template": "nurse", "deviations": []}}"#,
      "wrong-form: `groups` of `session` of the request should be a list, and is a single value"
    ),
    (
      #"{"staff": "k", "authorisation": "nurse"}"#,
      "wrong-form: `authorisation` of `session` of the request should be a set of keys, and is a single value"
    ),
    (
      #"{"staff": "k", "authorisation": {"deviations": []}}"#,
      "missing-key: `authorisation` of `session` of the request lacks `template`"
    ),
    (
      #"{"staff": "k", "authorisation": {"template": "nurse"}}"#,
      "missing-key: `authorisation` of `session` of the request lacks `deviations`"
    ),
    (
      #"{"staff": "k", "pourpose": "x", "authorisation": {"template": "nurse", "deviations": []}}"#,
      "unknown-key: `session` of the request has no key `pourpose`"
    ),
    (
      #"{"staff": "k", "attributes": {"scop": []}, "authorisation": {"template": "nurse", "deviations": []}}"#,
      "undeclared-name: no session attribute is declared as `scop`"
    ),
    (
      #"{"staff": "k", "attributes": {"scope": "ward-3"}, "authorisation": {"template": "nurse", "deviations": []}}"#,
      "wrong-form: `scope` of `attributes` of `session` of the request should be a list, and is a single value"
    ),
    (
      #"{"staff": "k", "attributes": {"scope": [3]}, "authorisation": {"template": "nurse", "deviations": []}}"#,
      "wrong-value: `3` is no text, which `scope` of `attributes` of `session` of the request should be"
    ),
    (
      #"{"staff": "k", "staff": "k", "authorisation": {"template": "nurse", "deviations": []}}"#,
      "duplicate-key: the key `staff` stands twice"
    ),
  ]

  @Test(arguments: wrong)
  func `what is wrong with a session is said`(session: String, expected: String) throws {
    let found = try read(request(session: session)).diagnostics
    #expect(found.map { "\($0.code.rawValue): \($0.message)" } == [expected])
  }

  private static let wrongContent: [(String, String)] = [
    (#"{"class": "note", "recorded": "2026-03-02T10:00"}"#, "wrong-value 31"),
    (#"{"class": "note", "recorded": 1772442000}"#, "wrong-value 31"),
    (#"{"class": "note", "marks": ["a b"]}"#, "not-an-identifier 29"),
    (#"{"class": "note", "contact": {}}"#, "missing-key 30"),
    (#"{"class": "note", "attributes": {"signature": "half"}}"#, "wrong-value 47"),
    (#"{"class": "note", "attributes": {"day": "2026-02-30"}}"#, "wrong-value 41"),
    (#"{"class": "note", "attributes": {"about": 7}}"#, "wrong-value 43"),
    (#"{"class": "note", "attributes": null}"#, "wrong-form 33"),
    ("[3]", "wrong-form 1"),
  ]

  @Test(arguments: wrongContent)
  func `what is wrong with content is said at its place`(content: String, expected: String) throws {
    let text = request(content: content)
    let start = try #require(text.firstRange(of: content)).lowerBound
    let before = text.distance(from: text.startIndex, to: start)
    let found = try read(text).diagnostics
    #expect(found.map { "\($0.code.rawValue) \(($0.range?.column ?? 0) - before)" } == [expected])
  }

  @Test func `keys of links and of blocks differ`() throws {
    let found = try mistakes(
      request(
        more:
          joined(
            #""patient": {"id": "p", "links": [{"id": "a", "kind": "k"}, {"id": "a", "kind": "k"}], "#,
            #""blocks": [{"id": "a", "kind": "k"}, {"id": "b", "kind": "k"}, {"id": "a", "kind": "k"}]}"#
          )
      )
    )
    #expect(
      found.map { $0.drop { $0 != ":" } } == [
        ": two links of the patient have the key `a`",
        ": two blocks of the patient have the key `a`",
      ]
    )
  }

  @Test func `choices have exactly one key`() throws {
    func choice(_ covers: String) throws -> [String] {
      try mistakes(
        request(
          more:
            #""patient": {"id": "p", "blocks": [{"id": "b", "kind": "k", "covers": \#(covers)}]}"#
        )
      ).map { String($0.prefix { $0 != " " }) }
    }
    #expect(try choice(#""all""#) == ["wrong-value"])
    #expect(try choice("{}") == ["conflicting-keys"])
    #expect(try choice(#"{"item": "i", "contact": "c"}"#) == ["conflicting-keys"])
    #expect(try choice(#"{"itm": "i"}"#) == ["unknown-key"])
    #expect(try choice(#"{"item": null}"#) == ["wrong-value"])
    #expect(try choice("true") == ["wrong-value"])
    #expect(try choice("[]") == ["wrong-form"])
  }

  @Test func `all mistakes of a line are found`() throws {
    let line = try read(#"{"id": "x", "now": "now", "session": {}, "contnt": {}, "patient": 1}"#)
    #expect(line.id == "x")
    #expect(
      line.diagnostics.map(\.code) == [
        .missingKey, .missingKey, .wrongValue, .missingKey, .missingKey, .unknownKey, .wrongForm,
      ]
    )
  }

  @Test func `the id is kept where it can be read`() throws {
    #expect(try read(#"{"id": "x", "id": "y"}"#).id == "x")
    #expect(try read(#"{"id": 5}"#).id == nil)
    #expect(try read(#"{"id": null}"#).id == nil)
    #expect(try read(#"{"id": "x""#).id == nil)
    #expect(try read("[]").id == nil)
  }

  @Test func `what people write may hold characters that policy files may not`() throws {
    let written = "Trenger\u{A0}det \u{1F468}\u{200D}\u{1F469}"
    let line = try read(
      request(
        more: #""justifications": [{"reason": "other", "text": "\#(written)", "rule": "wider"}]"#
      )
    )
    #expect(line.diagnostics.isEmpty)
    #expect(line.request?.justifications.map(\.text) == [written])
  }

  @Test func `bytes that are not UTF-8 are an error of their line`() throws {
    let line = try #require(reader.read(bytes: [0x7B, 0xFF], number: 3))
    #expect(line.diagnostics.map(\.code) == [.notText])
    #expect(
      DecisionWriter.error(line).hasPrefix(
        #"{"id":null,"line":3,"error":{"messages":[{"code":"not-text","column":2,"message":""#
      )
    )
  }

  @Test func `a carriage return by itself ends no line of a stream`() throws {
    let line = try read("{\r\"now\":\r1}")
    #expect(!line.diagnostics.isEmpty)
    #expect(line.diagnostics.allSatisfy { $0.range?.line == 7 })
  }

  @Test func `what is missing is named as JSON writes it`() throws {
    let helps = try read(#"{"id": "1"}"#).diagnostics.map(\.help)
    #expect(helps.contains("add `\"action\": …`"))
  }

  @Test func `a stream is cut into lines`() {
    var limits = ReadingLimits()
    limits.fileBytes = 4
    var lines = RequestLines(limits: limits)
    var seen: [String] = []
    let use = { (line: [UInt8], number: Int) in
      seen.append("\(number) \(String(decoding: line, as: UTF8.self))")
    }
    lines.add(Array("ab".utf8), use)
    lines.add(Array("cd\n\n1234567890\r\nx".utf8), use)
    lines.finish(use)
    lines.finish(use)
    #expect(seen == ["1 abcd", "2 ", "3 12345", "4 x"])
  }
}
