import AccessPolicy
import Testing

@testable import PolicyFiles

/// Staff records out of CSV and NDJSON: what they say, what they leave out, and what is wrong.
@Suite struct `Reading staff records` {
  private static let declarations = """
      record:
        function: { title: { nb: Funksjon, en: Function }, type: code, codes: [nurse, doctor] }
        licences: { title: { nb: Autorisasjoner, en: Licences }, type: set of code, codes: [rn, md] }
        grade: { title: { nb: Trinn, en: Grade }, type: number }
        on-call: { title: { nb: Vakt, en: On call }, type: yes-or-no }
        note: { title: { nb: Merknad, en: Note }, type: text }

    """

  private static let policy: Result<Policy, any Error> = Result {
    let text = PolicyUnderTest.text.replacing("  session:\n", with: "\(declarations)  session:\n")
    let read = YAMLReader.document(text, file: "set.yaml")
    try #require(read.diagnostics.isEmpty)
    return try PolicyPipeline.policy(from: [read.document])
  }

  private struct Reading {
    var lines: [StaffRecordLine] = []
    var mistakes: [Diagnostic] = []

    var records: [StaffRecord] {
      lines.compactMap { if case .record(let record) = $0 { record } else { nil } }
    }

    /// What is wrong with each line that is no record.
    var slips: [String] {
      lines.compactMap { line in
        guard case .unreadable(let record) = line else { return nil }
        let mistakes = record.mistakes.map {
          "\($0.range.map { "\($0.column) " } ?? "")[\($0.code.rawValue)] \($0.message)"
        }
        return "\(record.line): \(mistakes.joined(separator: "; "))"
      }
    }
  }

  private func read(
    _ text: String,
    zone: String? = "Europe/Oslo",
    ignoring: Set<String> = []
  ) throws -> Reading {
    var reader = StaffRecordReader(
      policy: try Self.policy.get(),
      file: "staff",
      clock: zone.flatMap { DayClock(zone: $0) },
      ignoring: ignoring
    )
    var reading = Reading()
    reader.add(Array(text.utf8)) { reading.lines.append($0) }
    reader.finish { reading.lines.append($0) }
    reading.mistakes = reader.mistakes
    return reading
  }

  @Test func `CSV and NDJSON say the same`() throws {
    let csv = try read(
      """
      id;staff;employer;workplace;from;until;function;licences;grade;on-call;note
      E-1;anna;hospital;ward-3;2026-01-15;2026-07-31;nurse;rn|md;7;yes;"on ""3""\"
      E-2;bo;;ward-3;2026-01-15T08:00+01:00;;doctor;;;no;

      """
    )
    let json = try read(
      """
      {"id":"E-1","staff":"anna","employer":"hospital","workplace":"ward-3","from":"2026-01-15",\
      "until":"2026-07-31","function":"nurse","licences":["rn","md"],"grade":7,"on-call":true,\
      "note":"on \\"3\\""}

      {"note":null,"on-call":false,"grade":null,"licences":null,"function":"doctor","until":null,\
      "from":"2026-01-15T08:00+01:00","workplace":"ward-3","employer":null,"staff":"bo","id":"E-2"}
      """
    )
    #expect(csv.slips == [] && json.slips == [])
    #expect(csv.records.count == 2)
    #expect(csv.records.map(\.place?.line) == [2, 3])
    #expect(json.records.map(\.place?.line) == [1, 3])
    func withoutPlaces(_ records: [StaffRecord]) -> [StaffRecord] {
      records.map {
        var record = $0
        record.place = nil
        return record
      }
    }
    #expect(withoutPlaces(csv.records) == withoutPlaces(json.records))
    let anna = try #require(csv.records.first)
    #expect(anna.attributes[try #require(AttributeID("grade"))] == .known(.number(7)))
    #expect(anna.attributes[try #require(AttributeID("note"))] == .known(.text("on \"3\"")))
  }

  @Test func `an empty cell says that there is none, and a column that is missing says nothing`()
    throws
  {
    let record = try #require(try read("id,staff,until,grade\nE-1,anna,,\n").records.first)
    #expect(record.until == .absent)
    #expect(record.from == .unknown)
    #expect(record.workplace == .unknown)
    #expect(record.attributes[try #require(AttributeID("grade"))] == .absent)
    #expect(record.attributes[try #require(AttributeID("function"))] == .unknown)
    let object = try #require(
      try read("{\"id\":\"E-1\",\"staff\":\"anna\",\"until\":null,\"grade\":null}").records.first
    )
    #expect(object.until == .absent && object.from == .unknown)
  }

  @Test(
    arguments: [
      // Winter and summer; the last day counts, and so does the one on which the clocks change.
      ("2026-01-15", "2026-01-14T23:00:00Z", "2026-01-15T23:00:00Z"),
      ("2026-07-31", "2026-07-30T22:00:00Z", "2026-07-31T22:00:00Z"),
      ("2026-03-29", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"),
      ("2026-10-25", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z"),
    ]
  )
  func `a day begins and ends by the clocks of its zone`(day: String, start: String, end: String)
    throws
  {
    let record = try #require(
      try read("id,staff,from,until\nE-1,anna,\(day),\(day)\n").records.first
    )
    #expect(record.from == .known(try #require(Instant(start))))
    #expect(record.until == .known(try #require(Instant(end))))
  }

  @Test func `a day is refused once where nobody says in which zone it begins`() throws {
    let reading = try read("id,staff,from\nE-1,anna,2026-01-15\nE-2,bo,2026-01-16\n", zone: nil)
    #expect(reading.lines == [])
    #expect(reading.mistakes.count == 1)
    #expect(reading.mistakes.first?.help?.contains("--time-zone Europe/Oslo") == true)
    let objects = try read("{\"id\":\"1\",\"staff\":\"a\",\"from\":\"2026-01-15\"}\n", zone: nil)
    #expect(objects.lines == [] && objects.mistakes.count == 1)
    #expect(try read("id,staff,from\nE-1,anna,2026-01-15T00:00Z\n", zone: nil).records.count == 1)
  }

  // MARK: The file

  @Test func `a header with mistakes says all of them, and no record is read`() throws {
    let reading = try read("id;workplce;grade;grade;shoe\nE-1;ward-3;1;2;39\n")
    #expect(reading.lines == [])
    #expect(
      reading.mistakes.map { "\($0.range?.column ?? 0) [\($0.code.rawValue)]" } == [
        "1 [missing-key]", "4 [unknown-key]", "19 [duplicate-key]", "25 [unknown-key]",
      ]
    )
    #expect(reading.mistakes[1].help?.hasPrefix("did you mean `workplace`?") == true)
    #expect(reading.mistakes[3].help?.hasSuffix("give `--ignore-column shoe`") == true)
  }

  @Test func `a column is passed over where that is asked for`() throws {
    #expect(try read("id,staff,shoe\nE-1,anna,39\n", ignoring: ["shoe"]).records.count == 1)
    let object = "{\"id\":\"1\",\"staff\":\"a\",\"shoe\":39}\n"
    #expect(try read(object, ignoring: ["shoe"]).records.count == 1)
    #expect(try read(object).slips.first?.contains("[unknown-key]") == true)
  }

  @Test(arguments: ["", "\n \n", "\u{FEFF}"])
  func `a file that says nothing is no delivery`(text: String) throws {
    let reading = try read(text)
    #expect(reading.lines == [] && reading.mistakes.map(\.code) == [.noFiles])
  }

  // MARK: Mistakes of one record

  @Test(
    arguments: [
      ("E-1,,ward-3,,nurse,,", "1 [missing-key] the record lacks `staff`"),
      (",anna,ward-3,,nurse,,", "1 [missing-key] the record lacks `id`"),
      ("E-1, anna,ward-3,,nurse,,", "5 [wrong-value] `staff` of the record begins or ends"),
      ("E-1,anna,Ward 3,,nurse,,", "10 [not-an-identifier] `Ward 3` cannot be"),
      ("E-1,anna,ward-3,1.2.2026,nurse,,", "17 [wrong-value] `1.2.2026` is neither a day nor"),
      ("E-1,anna,ward-3,2026-02-30,nurse,,", "17 [wrong-value] `2026-02-30` is neither a day"),
      ("E-1,anna,ward-3,,nurze,,", "18 [wrong-value] `function` of the record cannot be"),
      ("E-1,anna,ward-3,,nurse,rn|rm,", "24 [wrong-value] `licences` of the record cannot be"),
      ("E-1,anna,ward-3,,nurse,,seven", "25 [wrong-value] `seven` is no whole number"),
    ]
  )
  func `a wrong value is said with its place`(row: String, said: String) throws {
    let reading = try read("id,staff,workplace,from,function,licences,grade\n\(row)\n")
    #expect(reading.records == [])
    #expect(reading.slips.first?.hasPrefix("2: \(said)") == true, "\(reading.slips)")
  }

  @Test(
    arguments: [
      ("[1]", "1 [wrong-form] the record should be a set of keys, and is a list"),
      ("{\"id\":\"1\",\"staff\":\"a\"", "22 [not-well-formed]"),
      ("{\"id\":1,\"staff\":\"a\"}", "7 [wrong-value] `1` is no text"),
      ("{\"id\":\"1\",\"staff\":\"\"}", "19 [wrong-value] `staff` of the record is an empty text"),
      ("{\"id\":\"1\",\"staff\":\"a\\u200B\"}", "19 [not-text] `staff` of the record holds"),
      ("{\"id\":\"1\",\"staff\":\"a\",\"staff\":\"b\"}", "23 [duplicate-key]"),
      (
        "{\"id\":\"1\",\"staff\":\"a\",\"grade\":\"7\"}",
        "31 [wrong-value] `grade` of the record is"
      ),
      ("{\"id\":\"1\",\"staff\":\"a\",\"on-call\":\"yes\"}", "33 [wrong-value] `yes` is no truth"),
    ]
  )
  func `a wrong object is said with its place`(line: String, said: String) throws {
    let right = "{\"id\":\"2\",\"staff\":\"b\"}"
    let reading = try read("{\"id\":\"0\",\"staff\":\"c\"}\n\(line)\n\(right)\n")
    #expect(reading.records.map(\.id) == ["0", "2"])
    #expect(reading.slips.first?.hasPrefix("2: \(said)") == true, "\(reading.slips)")
  }

  @Test func `all mistakes of a record come at once, with its keys where they can be read`() throws
  {
    let reading = try read("id,staff,from,function\nE-1,anna,now,nurze\n")
    guard case .unreadable(let record) = reading.lines.first else {
      Issue.record("it is read")
      return
    }
    #expect(record.mistakes.count == 2)
    #expect(record.id == "E-1" && record.staff == "anna")
    #expect(record.text == "E-1,anna,now,nurze")
  }
}
