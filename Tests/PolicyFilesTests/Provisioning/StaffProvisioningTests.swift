import AccessPolicy
import Foundation
import Testing

@testable import PolicyFiles

/// From a file of staff records to the register and the report, over the shipped example.
@Suite struct `Provisioning from files` {
  private static let folder = URL(filePath: #filePath)
    .appending(path: "../../../../policies/examples/staffed-clinic").standardized

  private static let policy = PolicyCheck(path: folder.path).policy

  private func file(_ name: String) throws -> String {
    try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
  }

  private func report(
    _ text: String,
    inForce: AuthorisationRegister? = nil,
    chunk: Int = 1 << 16
  ) throws -> ProvisioningReport {
    var provisioning = StaffProvisioning(
      policy: try #require(Self.policy),
      file: "staff.csv",
      clock: DayClock(zone: "Europe/Oslo"),
      ignoring: ["shoe size"]
    )
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: chunk) {
      provisioning.add(Array(bytes[start..<min(start + chunk, bytes.count)]))
    }
    let now = try #require(Instant("2026-03-02T10:00+01:00"))
    return try provisioning.finish(inForce: inForce, at: now)
  }

  private func inForce() throws -> AuthorisationRegister {
    let read = RegisterReader.read(
      Array(try file("in-force.json").utf8),
      file: "in-force.json",
      policySet: try #require(Self.policy).identity.id
    )
    #expect(read.diagnostics.isEmpty)
    return try #require(read.register)
  }

  /// What people read; `RECORD_GALLERY=1` writes it anew, for reading.
  @Test(arguments: Language.allCases)
  func `the report says who got what, what did not work, and what is different`(
    language: Language
  ) throws {
    let text = try report(try file("staff.csv"), inForce: try inForce()).text(in: language)
    let expectation = URL(filePath: #filePath)
      .appending(path: "../../../ProvisioningReports/report.\(language.rawValue).expected")
      .standardized
    if ProcessInfo.processInfo.environment["RECORD_GALLERY"] != nil {
      try text.write(to: expectation, atomically: true, encoding: .utf8)
      Issue.record("recorded")
    }
    #expect(text == (try? String(contentsOf: expectation, encoding: .utf8)))
  }

  @Test func `the report for machines counts and lists the same`() throws {
    let report = try report(try file("staff.csv"), inForce: try inForce())
    var text = ""
    report.writeJSON(in: .en, writtenTo: "register.json") { text += $0 }
    let read = JSONReader.document(text, file: "report.json")
    #expect(read.diagnostics.isEmpty)
    guard case .mapping(let keys) = read.document.root?.content else {
      Issue.record("it is no object")
      return
    }
    #expect(
      keys.map(\.key.value) == [
        "policy", "file", "at", "writtenTo", "counts", "given", "refused", "unreadable",
        "differences", "authorisations", "deviations",
      ]
    )
    func count(_ key: String) -> Int? {
      guard case .sequence(let items) = keys.first(where: { $0.key.value == key })?.value.content
      else { return nil }
      return items.count
    }
    let counts = report.counts
    #expect(count("given") == counts.given && count("refused") == counts.refused)
    #expect(count("unreadable") == counts.unreadable && count("deviations") == 4)
    #expect(count("differences") == counts.created + counts.changed + counts.ended + counts.kept)
  }

  @Test func `the same records once more change nothing`() throws {
    let first = try report(try file("staff.csv"), inForce: try inForce())
    let again = try report(try file("staff.csv"), inForce: first.register)
    #expect(again.register == first.register)
    #expect(again.counts.unchanged == first.register.entries.count - 1)
    #expect(again.counts.kept == 1)
  }

  @Test(arguments: [1, 5, 100])
  func `where the file is cut means nothing`(chunk: Int) throws {
    let text = try file("staff.csv")
    #expect(try report(text, chunk: chunk).register == report(text).register)
  }

  // MARK: Too many at once

  private static let header = "id,staff,workplace,from,until,function,licence\n"

  private func register(of count: Int) throws -> AuthorisationRegister {
    let rows = (0..<count).map { "E-\($0),s\($0),day-ward,,,nurse,nurse\n" }
    return try report(Self.header + rows.joined()).register
  }

  @Test(
    arguments: [
      // In force, left, percent, whether it stops.
      (40, 36, 10, false), (40, 35, 10, true), (40, 35, 20, false), (40, 1, 99, false),
      (40, 0, 99, true), (40, 0, 100, false), (2, 1, 10, false), (2, 0, 10, true), (1, 0, 10, true),
      (1, 0, 100, false),
    ]
  )
  func `too many ends at once stop it`(inForce: Int, left: Int, percent: Int, stops: Bool) throws {
    let rows = (0..<left).map { "E-\($0),s\($0),day-ward,,,nurse,nurse\n" }
    let other = "other,somebody,day-ward,,,nurse,nurse\n"
    let report = try report(
      Self.header + rows.joined() + other,
      inForce: try register(of: inForce)
    )
    #expect(report.counts.ended == inForce - left)
    #expect(report.endsTooMany(mostEnded: percent) == stops)
  }

  @Test(arguments: ["2025-01-01,2026-03-01", "2062-01-01,", ","])
  func `it does not matter how everybody is out`(period: String) throws {
    let rows = (0..<40).map { "E-\($0),s\($0),day-ward,\(period),nurse,nurse\n" }
    let report = try report(Self.header + rows.joined(), inForce: try register(of: 40))
    #expect(report.counts.ended == 0)
    #expect(report.endsTooMany(mostEnded: 10) == (period != ","))
  }

  // MARK: Slips that must not end anything

  @Test(
    arguments: [
      #"{"id":"E-0","id":"E-1","staff":"s0","workplace":"day-ward","from":null,"until":null}"#,
      #"{"id":"E-1","staff":"s0","id":"E-0","workplace":"day-ward","from":null,"until":null}"#,
    ]
  )
  func `a record with two keys has none`(line: String) throws {
    let report = try report(line + "\n", inForce: try register(of: 2))
    #expect(report.counts.kept == 2 && report.counts.ended == 0)
    #expect(report.unreadable.map(\.id) == [nil])
  }

  @Test func `a quote that swallows records ends none of them`() throws {
    let rows = [
      "id,staff,workplace,from,until,function,licence,shoe size",
      "E-0,s0,day-ward,,,nurse,nurse,\"38", "E-1,s1,day-ward,,,nurse,nurse,39",
      "E-2,s2,day-ward,,,nurse,nurse,40\"", "E-3,s3,day-ward,,,nurse,nurse,41",
    ]
    let text = rows.map { $0 + "\n" }.joined()
    let report = try report(text, inForce: try register(of: 5))
    #expect(report.unreadable.map(\.line) == [2, 3, 4])
    #expect(report.counts.given == 1 && report.counts.ended == 0 && report.counts.kept == 4)
  }

  // MARK: Messages

  private func unreadable(_ lines: String) throws -> Diagnostic {
    try #require(try report(lines).unreadable.first?.mistakes.first)
  }

  @Test func `what mends a line of JSON is JSON`() throws {
    let begin = #"{"id":"1","staff":"a","workplace":"day-ward","from":null,"until":null"#
    #expect(
      try unreadable(begin + #","function":"nurse"}"#).help == #"write `["nurse"]`, in brackets"#
    )
    #expect(
      try unreadable(begin + "}\n[1]\n").help == #"write an object, as `{"key": "value"}`"#
    )
    let error = #expect(throws: StaffFileRejected.self) { _ = try report("\n[\(begin)}]\n") }
    #expect(error?.diagnostics.map(\.code) == [.wrongForm])
    #expect(error?.diagnostics.first?.range?.line == 2)
    #expect(error?.diagnostics.first?.help?.contains("one object on each line") == true)
  }

  @Test func `an end that is not there is written as null`() throws {
    let report = try report(
      #"{"id":"1","staff":"a","workplace":"day-ward","from":null,"function":["nurse"]}"# + "\n"
    )
    #expect(report.refused.first?.reasons.first == .missing(field: "record.until"))
    #expect(report.text(in: .en).contains("or `null` in NDJSON"))
  }

  @Test func `points in time are those of the reader's clocks`() throws {
    let text = try report(try file("staff.csv"), inForce: try inForce()).text(in: .en)
    #expect(text.contains("ends at 2026-04-01T00:00:00+02:00"))
    #expect(text.contains("ended at 2026-02-01T00:00:00+01:00"))
  }

  @Test func `a file without records is refused, whatever is in force`() throws {
    #expect(throws: StaffFileRejected.self) { _ = try report(Self.header) }
    #expect(throws: StaffFileRejected.self) { _ = try report("") }
    let error = #expect(throws: StaffFileRejected.self) { _ = try report("id,staf\n1,a\n") }
    #expect(error?.text().contains("1 | id,staf\n") == true)
  }

  // MARK: Many records

  /// Every record is in the report, good or bad, by its line; in any order the register is the same.
  @Test func `none of many records is lost`() throws {
    var state: UInt64 = 3
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let right = { (number: Int) in
      let place = ["day-ward", "night-ward"][next(2)]
      return "E-\(number),s\(next(900)),\(place),2025-0\(1 + next(9))-11,,nurse,nurse"
    }
    // The first ones can be read, and give nothing.
    let slips: [(String) -> String] = [
      { $0.replacing(",nurse,nurse", with: ",porter,") },
      { $0.replacing(",nurse,", with: ",nurse|doctor,") },
      { $0.replacing("day-ward", with: "laboratory").replacing("night-ward", with: "nowhere") },
      { $0.replacing("E-", with: "\"E-") }, { $0 + ",more" }, { $0.replacing(",nurse", with: "") },
      { $0.replacing("-11,", with: "-31.2,") }, { $0.replacing("s", with: "s\u{200B}") },
    ]
    var rows: [(text: String, isRight: Bool)] = []
    for number in 0..<3_000 {
      let row = right(number)
      guard next(10) == 0 else {
        rows.append((row, true))
        continue
      }
      rows.append((slips[next(slips.count)](row), false))
    }
    let first = try report(Self.header + rows.map { $0.text + "\n" }.joined())
    #expect(first.counts.records == rows.count)
    #expect(first.counts.given == rows.count(where: \.isRight))
    let bad = Set(first.refused.compactMap(\.outcome.place?.line))
      .union(first.unreadable.map(\.line))
    #expect(bad == Set(rows.indices.filter { !rows[$0].isRight }.map { $0 + 2 }))
    #expect(first.unreadable.allSatisfy { !$0.mistakes.isEmpty })

    rows.reverse()
    let turned = try report(Self.header + rows.map { $0.text + "\n" }.joined())
    #expect(
      RegisterWriter(.json).text(turned.register) == RegisterWriter(.json).text(first.register)
    )
  }
}
