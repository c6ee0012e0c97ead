import AccessPolicy
import PolicyFiles
import Testing

@Suite struct `Writing decisions` {
  private let engine: PolicyEngine
  private let reader: RequestReader

  init() throws {
    let policy = try PolicyUnderTest.policy
    engine = PolicyEngine(policy)
    reader = RequestReader(policy: policy)
  }

  /// The answer to a request for a note, without the digest, which changes with the test policy.
  private func answer(patient: String, content: String = "", more: String = "") throws -> String {
    let text =
      joined(
        #"{"id":"1","now":"2026-03-02T10:00:00+01:00","action":"read","session":{"staff":"kari","#,
        #""unit":"ward-3","purpose":"give-care","systemIsReadOnly":false,"authorisation":"#,
        #"{"template":"nurse","isActive":true,"from":null,"until":null,"deviations":[]}},"#,
        #""content":{"class":"note","id":"n","contact":null,"unit":"ward-3","author":"ola","#,
        #""marks":[\#(content)]},"patient":{"id":"p","marks":[],"blocks":[],"links":[\#(patient)]}"#
      )
      + more + "}"
    let line = try #require(reader.read(text, number: 1))
    let request = try #require(line.request, "\(line.diagnostics)")
    let decision = engine.decide(request)
    return DecisionWriter.line(decision, id: line.id)
      .replacing(decision.policy.digest, with: "DIGEST")
  }

  private let link =
    #"{"id":"l\"1","kind":"admission","status":null,"unit":"ward-3","starts":"2026-03-01T00:00Z","ends":null}"#

  private let policy = #""policy":{"id":"test","version":"1.0","digest":"DIGEST"}}"#

  @Test func `every key stands in its place`() throws {
    let gate = { (name: String, rule: String, place: String) in
      #"{"gate":"\#(name)","answer":"allow","rule":\#(rule),"place":\#(place)}"#
    }
    let gates = [
      gate("authorisation", #""nurse""#, #""set.yaml:28:3""#),
      gate("workplace", #""nurse""#, #""set.yaml:28:3""#),
      gate("authentication", "null", "null"),
      gate("purpose", #""give-care""#, #""set.yaml:7:13""#),
      gate("read-only", "null", "null"),
      gate("function", #""nursing/notes""#, #""set.yaml:38:15""#),
      gate("licence", "null", "null"),
      #"{"gate":"relationship","answer":"allow","rule":"admitted","place":"set.yaml:40:3","link":"l\"1"}"#,
    ]
    let expected = joined(
      #"{"id":"1","outcome":"allow","gates":["#,
      gates.joined(separator: ","),
      #"],"demands":[],"obligations":[],"grants":[],"undetermined":[],"routes":[],"#,
      #""hidesExistence":false,"validUntil":null,"#,
      policy
    )
    let found = try answer(patient: link)
    #expect(found == expected)
  }

  @Test func `a demand, and the grant that its reason gives`() throws {
    let asked = try answer(patient: "")
    #expect(asked.contains(#""outcome":"justify""#))
    #expect(
      asked.contains(
        joined(
          #""demands":[{"gate":"relationship","anyOf":[{"rule":"wider","reasons":["other"],"#,
          #""leastText":5,"textRequiredFor":["other"],"lifetimeSeconds":86400,"#,
          #""scope":"patient","obligations":["special-log"]}]}]"#
        )
      )
    )
    let given = try answer(
      patient: "",
      more: #","justifications":[{"reason":"other","text":"Trenger det"}]"#
    )
    #expect(
      given.contains(
        joined(
          #""justification":{"rule":"wider","reason":"other"}}],"demands":[],"#,
          #""obligations":["special-log"],"grants":[{"id":null,"rule":"wider","staff":"kari","#,
          #""patient":"p","scope":"patient","template":"nurse","enterprise":"hospital","#,
          #""purpose":"give-care","reason":"other","from":"2026-03-02T09:00:00Z","#,
          #""until":"2026-03-03T09:00:00Z"}],"undetermined":[]"#
        )
      )
    )
    let grants = given.split(separator: #""grants":"#)[1].prefix { $0 != "]" } + "]"
    let again = try answer(patient: "", more: #","grants":\#(grants)"#)
    #expect(again.contains(#""outcome":"allow""#))
    #expect(again.contains(#""grant":{"rule":"wider","id":null}"#))
    #expect(again.contains(#""validUntil":"2026-03-03T09:00:00Z""#))
  }

  @Test func `a route stands in both languages`() throws {
    let denied = try answer(patient: link, content: #""sensitive""#)
    #expect(denied.contains(#""outcome":"deny""#))
    #expect(
      denied.contains(
        #""routes":[{"nb":"Spør «ham»","en":"Ask \"him\""}],"hidesExistence":true"#
      )
    )
  }

  @Test func `the same request gives the same bytes`() throws {
    let first = try answer(patient: link)
    for _ in 0..<20 { #expect(try answer(patient: link) == first) }
  }

  @Test func `an error names its line and all that is wrong`() throws {
    let line = try #require(reader.read(#"{"id":"a\"","nov":1,"now":true}"#, number: 12))
    let text = DecisionWriter.error(line)
    #expect(
      text.hasPrefix(
        joined(
          #"{"id":"a\"","line":12,"error":{"messages":[{"code":"missing-key","column":1,"#,
          #""message":"the request lacks `action`","help":"add `\"action\": …`"},"#
        )
      )
    )
    #expect(
      text.hasSuffix(
        joined(
          #"{"code":"wrong-value","column":27,"message":"`true` is no text, which `now` of the "#,
          #"request should be","help":"a text stands in double quotes"}]}}"#
        )
      )
    )
  }
}
