import AccessPolicy
import Foundation
import Testing

@testable import PolicyFiles

/// The authorisation register as a file: read and written without loss, and wrong in one place each.
@Suite struct `The register file` {
  private static let set: PolicySetID? = PolicySetID("test")

  private static let text = """
    {"register":1,"policySet":"test","entries":[
    {"staff":"anna","record":"E-1","rules":["nurses"],"units":["hospital","ward-3"],"endedAt":null,\
    "authorisation":{"template":"nurse","subtemplates":["extra"],"providerRecord":"rn",\
    "isActive":true,"from":"2026-01-01T00:00:00Z","until":null,\
    "deviations":[{"id":"d1","adds":{"securityClasses":["nursing"],"units":["ward-3"]},\
    "reason":"Dekker \\"sommeren\\"","approver":"boss","from":"2026-01-01T00:00:00Z",\
    "until":"2026-02-01T00:00:00Z"},{"id":"d2","removes":{"reach":["lists"]}}]}},
    {"staff":"bo","record":"E-2","rules":[],"units":[],"endedAt":"2026-02-03T04:05:06Z",\
    "authorisation":{"template":"nurse","subtemplates":[],"providerRecord":null,\
    "isActive":false,"from":null,"until":"2026-02-03T04:05:06Z","deviations":[]}}
    ]}

    """

  private func read(_ text: String) throws -> RegisterReader.Reading {
    RegisterReader.read(Array(text.utf8), file: "register", policySet: try #require(Self.set))
  }

  private func mistakes(_ text: String) throws -> [String] {
    let reading = try read(text)
    #expect(reading.register == nil)
    #expect(reading.document?.text == text || reading.diagnostics.allSatisfy { $0.range == nil })
    return reading.diagnostics.map {
      "\($0.range.map { "\($0.line):\($0.column) " } ?? "")[\($0.code.rawValue)] \($0.message)"
    }
  }

  @Test func `what is written is read the same, in both forms`() throws {
    let register = try #require(try read(Self.text).register)
    #expect(register.entries.count == 2)
    #expect(RegisterWriter(.json).text(register) == Self.text)
    let yaml = RegisterWriter(.yaml).text(register)
    #expect(try read(yaml).register == register)
    #expect(RegisterWriter(.yaml).text(try #require(try read(yaml).register)) == yaml)
  }

  @Test func `two deviations of one authorisation have two keys`() throws {
    let twice = Self.text.replacing("\"id\":\"d2\"", with: "\"id\":\"d1\"")
    let found = try mistakes(twice)
    #expect(found.count == 1)
    #expect(found[0].hasSuffix("two deviations of one authorisation have the key `d1`"))
  }

  @Test func `as YAML it can be read by people`() throws {
    let register = try #require(try read(Self.text).register)
    #expect(
      RegisterWriter(.yaml).text(register) == """
        register: 1
        policySet: "test"
        entries:
          - staff: "anna"
            record: "E-1"
            rules: ["nurses"]
            units: ["hospital", "ward-3"]
            endedAt: null
            authorisation:
              template: "nurse"
              subtemplates: ["extra"]
              providerRecord: "rn"
              isActive: true
              from: "2026-01-01T00:00:00Z"
              until: null
              deviations:
                - id: "d1"
                  adds:
                    securityClasses: ["nursing"]
                    units: ["ward-3"]
                  reason: "Dekker \\"sommeren\\""
                  approver: "boss"
                  from: "2026-01-01T00:00:00Z"
                  until: "2026-02-01T00:00:00Z"
                - id: "d2"
                  removes:
                    reach: ["lists"]
          - staff: "bo"
            record: "E-2"
            rules: []
            units: []
            endedAt: "2026-02-03T04:05:06Z"
            authorisation:
              template: "nurse"
              subtemplates: []
              providerRecord: null
              isActive: false
              from: null
              until: "2026-02-03T04:05:06Z"
              deviations: []

        """
    )
  }

  @Test func `the order of entries means nothing`() throws {
    let lines = Self.text.split(separator: "\n").map {
      $0.hasSuffix(",") ? String($0.dropLast()) : String($0)
    }
    let turned = [lines[0], lines[2] + ",", lines[1], lines[3]].joined(separator: "\n")
    #expect(RegisterWriter(.json).text(try #require(try read(turned).register)) == Self.text)
  }

  @Test func `an empty register is one`() throws {
    let text = "{\"register\":1,\"policySet\":\"test\",\"entries\":[\n]}\n"
    let register = try #require(try read(text).register)
    #expect(RegisterWriter(.json).text(register) == text)
    #expect(try read(RegisterWriter(.yaml).text(register)).register == register)
  }

  /// A service puts an entry's role into a request as it stands.
  @Test func `an authorisation goes into a request as it is`() throws {
    let register = try #require(try read(Self.text).register)
    let reader = RequestReader(policy: try PolicyUnderTest.policy)
    for entry in register.entries {
      guard case .object(let keys) = RegisterWriter.value(of: entry),
        let value = keys.first(where: { $0.key == "authorisation" })?.value
      else {
        Issue.record("there is no authorisation")
        continue
      }
      let line = """
        {"now":"2026-01-02T10:00+01:00","session":{"staff":"\(entry.staff)",\
        "authorisation":\(JSONWriter.line(value))},"action":"read","content":{"class":"note"}}
        """
      let request = try #require(reader.read(line, number: 1)?.request)
      #expect(request.session.authorisation == entry.authorisation)
    }
  }

  // MARK: Mistakes

  @Test(
    arguments: [
      ("\"register\":1", "\"register\":2", "1:13 [wrong-value] this is form 2 of the register"),
      (
        "\"policySet\":\"test\"", "\"policySet\":\"other\"", "1:27 [wrong-value] the register is of"
      ),
      ("\"staff\":\"anna\",", "", "2:1 [missing-key] an entry lacks `staff`"),
      (
        "\"staff\":\"anna\"", "\"staff\":\"\"", "2:10 [wrong-value] `staff` of an entry is an empty"
      ),
      ("\"record\":\"E-2\"", "\"record\":\"E-1\"", "3:24 [declared-twice] two entries are by"),
      ("\"isActive\":false", "\"isActive\":true", "3:52 [conflicting-keys] the authorisation has"),
      ("\"endedAt\":null", "\"endedat\":null", "2:81 [unknown-key] an entry has no key `endedat`"),
      (
        ",\"deviations\":[]", "",
        "3:85 [missing-key] `authorisation` of an entry lacks `deviations`"
      ),
      ("\"from\":null,", "", "3:85 [missing-key] `authorisation` of an entry lacks `from`"),
      (
        "\"until\":null", "\"until\":\"2026-02-01\"", "2:233 [wrong-value] `2026-02-01` is no point"
      ),
      (
        "\"template\":\"nurse\"", "\"template\":\"a b\"",
        "2:124 [not-an-identifier] `a b` cannot be"
      ),
      ("[\"nurses\"]", "[\"nurses\",\"nurses\"]", "2:50 [named-twice] `rules` of an entry names"),
      ("]}\n", "]", "4:2 [not-well-formed] a `,` or `}` should stand here"),
    ]
  )
  func `every mistake has its place`(_ right: String, wrong: String, said: String) throws {
    let place = try #require(Self.text.range(of: right))
    let found = try mistakes(Self.text.replacingCharacters(in: place, with: wrong))
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix(said) == true, "\(found)")
  }

  @Test func `all mistakes come at once, in order`() throws {
    let found = try mistakes(
      Self.text.replacing("\"register\":1", with: "\"register\":0")
        .replacing("\"units\":", with: "\"unit\":")
    )
    #expect(found.map { $0.prefix(2) } == ["1:", "2:", "2:", "3:"])
  }

  @Test func `what is no register is refused`() throws {
    #expect(try mistakes("").first?.contains("says nothing") == true)
    #expect(try mistakes("# nothing\n").first?.contains("says nothing") == true)
    #expect(try mistakes("[]").first?.contains("should be a set of keys") == true)
    #expect(try mistakes("{}").count == 3)
    #expect(try mistakes("{\"register\":1,\"policySet\":\"test\",\"entries\":{}}").count == 1)
  }
}
