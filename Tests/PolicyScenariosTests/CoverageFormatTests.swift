import AccessPolicy
import PolicyScenarios
import Testing

@Suite struct `Formats of rule coverage` {
  private func report() throws -> ScenarioReport {
    try CoverageWorld.run(
      """
        - { name: a, staff: anne, patient: olga, expect: { read: { here: allow, there: deny, mine: allow } } }
        - { name: b, staff: guest, patient: olga, expect: { write: { mine: deny } } }
      """
    )
  }

  @Test func `Text names each rule with what was not met, and the sums`() throws {
    let text = try report().text(in: .en, coverage: true)
    #expect(
      text.contains(
        """
        Rules that were not met both ways
          session (session, policy.yaml:2:1)
            never decided
        """
      )
    )
    #expect(
      text.contains(
        """
          reading/notes (grant, policy.yaml:25:7)
            purposes care: never another purpose (policy.yaml:28:9)
            `patient.objects`: never true (policy.yaml:29:19)
        """
      ),
      "\(text)"
    )
    #expect(text.contains(" of 20 rules were met both ways ("))
    #expect(text.contains(" parts were met both ways ("))
    let norwegian = try report().text(in: .nb, coverage: true)
    #expect(norwegian.contains("Regler som ikke er prøvd begge veier\n"))
    #expect(norwegian.contains("    formål care: aldri et annet formål (policy.yaml:28:9)\n"))
    #expect(norwegian.contains(" av 20 regler ble prøvd begge veier ("))
    #expect(!(try report().text(in: .en).contains("both ways")), "only where it is asked for")
  }

  @Test func `JSON has every rule and part with its counts`() throws {
    let json = try report().json(in: .en)
    #expect(
      json.contains(
        """
              {
                "kind": "grant",
                "id": "reading/notes",
                "place": "policy.yaml:25:7",
                "decided": 2,
                "didNotApply": 2,
                "parts": [
                  {
                    "kind": "purposes",
                    "words": "care",
                    "place": "policy.yaml:28:9",
                    "met": 3,
                    "unmet": 0
                  },
        """
      ),
      "\(json)"
    )
  }

  @Test func `A tracefile has rules as functions and parts as branches`() throws {
    let coverage = try report().rules
    let lines = coverage.lcov(name: "a small-set").split(separator: "\n").map(String.init)
    #expect(lines.prefix(2) == ["TN:a_small_set", "SF:policy.yaml"])
    #expect(lines.last == "end_of_record")
    #expect(lines.contains("FN:25,grant:reading/notes"))
    #expect(lines.contains("FNDA:2,grant:reading/notes"))
    // The rule itself; its purposes, a line of their own; its three tests, in one line.
    #expect(lines.filter { $0.hasPrefix("BRDA:25,") } == ["BRDA:25,0,0,2", "BRDA:25,0,1,2"])
    #expect(lines.filter { $0.hasPrefix("BRDA:28,") } == ["BRDA:28,0,0,3", "BRDA:28,0,1,0"])
    #expect(lines.filter { $0.hasPrefix("BRDA:29,") }.count == 6)
    #expect(lines.contains("BRDA:2,0,1,2"), "the session's level kept nobody out")
    #expect(lines.contains("DA:2,0"))
    // What was never reached is not the same as what never came out so.
    #expect(lines.contains { $0.hasPrefix("BRDA:") && $0.hasSuffix(",-") })
    func sum(_ key: String) -> Int {
      lines.compactMap { $0.hasPrefix("\(key):") ? Int($0.dropFirst(key.count + 1)) : nil }
        .reduce(0, +)
    }
    let branches = lines.filter { $0.hasPrefix("BRDA:") }
    #expect(sum("BRF") == branches.count)
    #expect(sum("BRH") == branches.count { !$0.hasSuffix(",0") && !$0.hasSuffix(",-") })
    #expect(sum("FNF") == coverage.rules.count)
    #expect(sum("FNH") == coverage.rules.count { $0.decided > 0 })
    #expect(sum("LF") == lines.count { $0.hasPrefix("DA:") })
  }

  @Test func `A listing has every line of the files, with counts beside and parts beneath`() throws
  {
    let report = try report()
    let listing = report.rules.listing(of: CoverageWorld.documents, in: .en)
    #expect(
      listing.contains(
        """
                2         2     25        notes:
                                26          do: [read, write]
                                27          on: [note, letter]
                                28          purposes: [care]
                                 | ##### purposes care: one of these 3, another purpose 0
                                29          when: not patient.objects and (content.author == session.staff or content.unit == session.unit)
                                 | ##### `patient.objects`: true 0, not true 3
                                 | `content.author == session.staff`: true 1, not true 2
                                 | `content.unit == session.unit`: true 1, not true 1
        """
      ),
      "\(listing)"
    )
    #expect(listing.contains("    #####         2      2  session: { leastAuthentication: 3 }\n"))
    let written = CoverageWorld.policyText.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(listing.split(separator: "\n").count { !$0.contains(" | ") } == written.count + 4)
    #expect(report.rules.listing(of: CoverageWorld.documents, in: .nb).contains("lot være"))
  }

  @Test func `The listing of a file whose text is not there has its numbers`() throws {
    let listing = try report().rules.listing(of: [], in: .en)
    #expect(listing.hasPrefix("policy.yaml\n"))
  }

  @Test func `The same run gives the same bytes`() throws {
    let (first, second) = (try report().rules, try report().rules)
    #expect(first == second)
    #expect(first.lcov(name: "x") == second.lcov(name: "x"))
  }
}
