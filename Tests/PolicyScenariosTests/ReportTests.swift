import AccessPolicy
import Foundation
import PolicyScenarios
import Testing

@Suite struct `Reports` {
  private func report() throws -> ScenarioReport {
    let files = [
      (
        "a.yaml",
        """
        now: 2026-03-02T10:00+01:00
        cases:
          - id: S1
            name: reading at the ward
            for: [R1]
            staff: anne
            patient: olga
            expect: { read: { medication: allow, gp-note: { justify: { by: sensitive } } } }
          - name: writing
            for: [R2]
            note: she has the licence
            staff: anne
            patient: olga
            expect: { write: { medication: deny, own-note: { allow: { by: secret, obligations: [] } } } }
        """
      ),
      (
        "b.yaml",
        """
        now: 2026-03-02T10:00+01:00
        cases:
          - name: reason
            staff: anne
            patient: olga
            expect: { read: { gp-note: { justify: { then: { reason: consult, text: short enough, gives: deny } } } } }
        """
      ),
    ]
    let scenarios = try #require(World.read(files).scenarios)
    return ScenarioRunner(engine: World.engine).run(scenarios)
  }

  @Test func `The tree shows cases, failures in full, and the sum`() throws {
    let text = try report().text(in: .en)
    let tree = """
      a.yaml
        ✓ S1 reading at the ward (2)
        ✗ writing (2)
          ✗ write medication
          ✗ write own-note

      b.yaml
        ✗ reason
          ✗ read gp-note

      Failures

      1. writing — write medication
         scenario: a.yaml:14:24
         requirements: R2
         she has the licence
         expected: deny
         answer: allow (access)
         difference: deny was expected, and the answer is allow (a.yaml:14:36)
         decided by: authorisation Ward nurse (`ward-nurse`) (policy.yaml:53:3), \
      workplace Ward nurse (`ward-nurse`) (policy.yaml:53:3), \
      purpose Give care (`give-care`) (policy.yaml:19:3), \
      function Ward care (`ward-care/writing`) (policy.yaml:44:7), \
      relationship Stay at my unit (`stay-at-my-unit`) (policy.yaml:72:3)
         why:
           Access is given.
      """
    #expect(text.hasPrefix(tree), "\(text)")
    #expect(text.hasSuffix("\n3 cases, 5 cells: 3 failed\n"))
    #expect(text.contains("difference: by: no gate that answers allow has to do with `secret`; "))
    #expect(text.contains("difference: obligations: none was expected, and it is special-log"))
    #expect(text.contains("after the reason Consultation (`consult`) (\"short enough\")"))
    #expect(text.contains("relationship"))
  }

  @Test func `The words are there in Norwegian`() throws {
    let text = try report().text(in: .nb, coverage: true)
    #expect(text.contains("Feil\n"))
    #expect(text.contains("ventet: deny\n"))
    #expect(text.contains("svar: allow (tilgang)"))
    #expect(text.contains("avgjort av: "))
    #expect(text.contains("krav: R2"))
    #expect(text.contains("Regler som ikke er prøvd begge veier"))
    #expect(text.hasSuffix("3 tilfeller, 5 celler: 3 ikke som ventet\n"))
  }

  @Test func `A run in which all passed is short`() throws {
    let report = try World.run(
      """
      now: 2026-03-02T10:00+01:00
      cases:
        - { id: S1, name: a list, staff: anne, expect: { read: { capacity: allow } } }
      """
    )
    #expect(report.text(in: .en) == "cases.yaml\n  ✓ S1 a list\n\n1 case, 1 cell: all passed\n")
    #expect(
      report.text(in: .en, everyCell: true)
        == "cases.yaml\n  ✓ S1 a list\n    ✓ read capacity\n\n1 case, 1 cell: all passed\n"
    )
    #expect(
      report.text(in: .en, colour: true)
        == "\u{1B}[1mcases.yaml\u{1B}[0m\n  \u{1B}[32m✓\u{1B}[0m S1 a list\n\n\u{1B}[32m1 case, 1 cell: all passed\u{1B}[0m\n"
    )
  }

  @Test func `Coverage lists what was not met both ways`() throws {
    let text = try report().text(in: .en, coverage: true)
    #expect(text.contains("Rules that were not met both ways\n  session (session, policy.yaml:"))
    #expect(text.contains("requirements without a case: R21"))
    #expect(text.contains(" of 21 rules were met both ways ("))
  }

  @Test func `The same run gives the same bytes`() throws {
    let (first, second) = (try report(), try report())
    for language in Language.allCases {
      #expect(first.text(in: language, coverage: true) == second.text(in: language, coverage: true))
      #expect(first.json(in: language) == second.json(in: language))
      #expect(first.junit(in: language) == second.junit(in: language))
    }
  }

  @Test func `TAP has a line for each cell, and comments on failures`() throws {
    let lines = try report().tap(in: .en).split(separator: "\n")
    #expect(lines.prefix(2) == ["TAP version 14", "1..5"])
    #expect(lines[2] == "ok 1 - S1 reading at the ward — read medication")
    #expect(lines.contains("not ok 3 - writing — write medication"))
    #expect(
      lines.dropFirst(2).allSatisfy {
        $0.hasPrefix("ok ") || $0.hasPrefix("not ok ") || $0.hasPrefix("# ")
      }
    )
    let nothing = try World.run(
      """
      now: 2026-03-02T10:00Z
      cases: [ { name: a, staff: anne, expect: { read: { capacity: allow } } } ]
      """,
      filter: "b c"
    )
    #expect(nothing.tap(in: .en).contains("1..0\nBail out! nothing ran"))
  }

  @Test func `JSON has its keys in order and can be read back`() throws {
    let json = try report().json(in: .en)
    let read = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let counts = try #require(read?["counts"] as? [String: Int])
    #expect(counts == ["cases": 3, "cells": 5, "passed": 2, "failed": 3])
    let places = ["policy", "filter", "passed", "counts", "files", "requirements", "rules"]
      .map { json.range(of: "\n  \"\($0)\": ")?.lowerBound }
    #expect(!places.contains(nil))
    #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
  }
}

@Suite struct `Reports hold whatever authors write` {
  private static let odd = "<a href=\"x\">&amp; ]]> 'é' 👩‍⚕️ \u{FFFD}"

  /// A report of one failing case with a given name, made through a tree, since YAML refuses controls.
  private func report(name: String) throws -> ScenarioReport {
    let place = SourceRange(file: "odd.yaml", line: 1, column: 1)
    func text(_ text: String) -> DocumentNode {
      DocumentNode(.scalar(text, isQuoted: true), at: place)
    }
    func keys(_ pairs: KeyValuePairs<String, DocumentNode>) -> DocumentNode {
      let entries = pairs.map {
        DocumentNode.Entry(key: Located($0.key, at: place), value: $0.value)
      }
      return DocumentNode(.mapping(entries), at: place)
    }
    let item = keys([
      "id": text(name), "name": text(name), "note": text(name), "staff": text("anne"),
      "expect": keys(["read": keys(["capacity": text("deny")])]),
    ])
    let root = keys([
      "now": text("2026-03-02T10:00Z"), "cases": DocumentNode(.sequence([item]), at: place),
    ])
    let documents = [
      World.document(World.castText, file: "cast.yaml"),
      Document(file: "odd.yaml", text: "", root: root),
    ]
    let scenarios = try #require(ScenarioReader.read(documents, policy: World.policy).scenarios)
    return ScenarioRunner(engine: World.engine).run(scenarios)
  }

  private static let names = [
    odd, "\u{0}\u{1}\u{8}\u{B}\u{1F}", "\u{7F}\u{85}\u{9F}", "line\nline\r\nline\ttab",
    "\u{FFFE}\u{FFFF}\u{2028}\u{2029}", "\u{1B}[31mred", "\\ \" /", "",
  ]

  @Test(arguments: names)
  func `JUnit is well-formed XML`(name: String) throws {
    let xml = try report(name: name).junit(in: .nb)
    for scalar in xml.unicodeScalars {
      let isAllowed =
        ["\t", "\n", "\r"].contains(scalar)
        || (scalar.value >= 0x20 && scalar != "\u{FFFE}" && scalar != "\u{FFFF}")
      #expect(isAllowed, "U+\(String(scalar.value, radix: 16))")
    }
    // Every `<` begins one of the elements of the report, and every `&` a reference.
    let elements = [
      "?xml", "testsuites", "/testsuites", "testsuite", "/testsuite", "testcase",
      "/testcase", "failure", "/failure",
    ]
    for part in xml.split(separator: "<", omittingEmptySubsequences: true) {
      #expect(elements.contains { part.hasPrefix($0) }, "\(part)")
    }
    for part in xml.split(separator: "&", omittingEmptySubsequences: false).dropFirst() {
      #expect(["amp;", "lt;", "gt;", "quot;", "#"].contains { part.hasPrefix($0) }, "\(part)")
    }
  }

  @Test func `XML keeps what it can hold`() throws {
    let xml = try report(name: Self.odd).junit(in: .en)
    #expect(xml.contains("&lt;a href=&quot;x&quot;&gt;&amp;amp; ]]&gt; 'é' 👩‍⚕️"))
    #expect(xml.contains("<testsuite name=\"odd.yaml\" tests=\"1\" failures=\"1\""))
    let lines = try report(name: "a\nb").junit(in: .en)
    #expect(lines.contains("classname=\"a&#10;b a&#10;b\""))
  }

  @Test(arguments: names)
  func `JSON is read back as it was written`(name: String) throws {
    let json = try report(name: name).json(in: .nb)
    let read = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    )
    let file = try #require((read["files"] as? [[String: Any]])?.first)
    let item = try #require((file["cases"] as? [[String: Any]])?.first)
    #expect(
      (item["name"] as? String).map { Array($0.unicodeScalars) } == Array(name.unicodeScalars)
    )
  }

  @Test(arguments: names)
  func `The tree has no control characters of authors`(name: String) throws {
    let text = try report(name: name).text(in: .en)
    #expect(
      text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control || $0 == "\n" }
    )
    #expect(
      text.split(separator: "\n").filter { $0.contains("✗") && $0.hasPrefix("  ✗") }.count == 1
    )
  }
}
