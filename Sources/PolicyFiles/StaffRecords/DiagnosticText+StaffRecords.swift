import AccessPolicy

// The sentences for staff records: columns, keys and values.

// Columns.
extension Diagnostic {
  static func noRecords(_ file: String) -> Diagnostic {
    Diagnostic(
      .noFiles,
      "`\(file)` holds no records",
      help:
        "a CSV file begins with a line that names its columns; NDJSON has an object on each line",
      at: nil
    )
  }

  static func recordsInList(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .wrongForm,
      "staff records as JSON are no list",
      help: "write one object on each line (NDJSON), without brackets around them and without "
        + "commas between them",
      at: range
    )
  }

  static func unknownColumn(_ name: String, among names: [String], at range: SourceRange)
    -> Diagnostic
  {
    let all = names.map { "`\($0)`" }.joined(separator: ", ")
    let ignore = "if it is not needed, give `--ignore-column \(inShell(name))`"
    let nearest = NearestName.of(name, among: names).map { "did you mean `\($0)`? " } ?? ""
    return Diagnostic(
      .unknownKey,
      name.isEmpty ? "a column has no name" : "staff records have no field `\(name)`",
      help: "\(nearest)The fields are: \(all); \(ignore)",
      at: range
    )
  }

  /// A name as a command line takes it.
  private static func inShell(_ name: String) -> String {
    let isPlain = !name.isEmpty && name.utf8.allSatisfy(IdentifierText.mayContinue)
    return isPlain ? name : "'\(name.replacing("'", with: "'\\''"))'"
  }

  static func columnTwice(_ name: String, at range: SourceRange, first: SourceRange) -> Diagnostic {
    Diagnostic(
      .duplicateKey,
      "the column `\(name)` stands twice",
      help: "delete one of them, or give it the name that it should have",
      at: range,
      related: [Located("it stands here first", at: first)]
    )
  }

  static func columnMissing(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .missingKey,
      "the header lacks the column `\(name)`",
      help: "every record needs one: add the column to what the staff system writes",
      at: range
    )
  }

  static func recordWithout(_ name: String, isJSON: Bool, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .missingKey,
      "the record lacks `\(name)`",
      help: isJSON
        ? "add `\"\(name)\": \"…\"`: every record says of whom it is, and has a key of its own"
        : "fill in the cell: every record says of whom it is, and has a key of its own",
      at: range
    )
  }
}

// Values.
extension Diagnostic {
  static func hiddenInKey(_ scalar: Unicode.Scalar, of what: String, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .notText,
      "\(what) holds a character that nobody sees: \(scalarName(scalar))",
      help: "delete it: with and without it are two different keys",
      at: range
    )
  }

  static func spaceAroundKey(_ text: String, of what: String, at range: SourceRange) -> Diagnostic {
    let seen = text.unicodeScalars.drop { $0.properties.isWhitespace }
    let end = seen.lastIndex { !$0.properties.isWhitespace }
    let trimmed = end.map { String(seen[...$0]) } ?? ""
    return Diagnostic(
      .wrongValue,
      "\(what) begins or ends with a space",
      help: trimmed.isEmpty
        ? "leave it empty where there is none"
        : "write `\(trimmed)`: with and without the space are two different keys",
      at: range
    )
  }

  static func neitherDayNorMoment(_ text: String, of what: String, at range: SourceRange)
    -> Diagnostic
  {
    let forms = "a day is written as `2026-03-02`, a point in time as `2026-03-02T10:00+01:00`"
    return Diagnostic(
      .wrongValue,
      "`\(text)` is neither a day nor a point in time, which \(what) should be",
      help: dayOtherwise(text).map { "write `\($0)`; \(forms)" } ?? forms,
      at: range
    )
  }

  static func dayWithoutZone(_ text: String, of what: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .wrongValue,
      "\(what) is the day `\(text)`, and it is not said in which time zone it begins",
      help: "give the time zone of the staff system, such as `--time-zone Europe/Oslo`",
      at: range
    )
  }

  /// The day that spreadsheets in Norway write as `2.3.2026`.
  private static func dayOtherwise(_ text: String) -> CivilDate? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Int64($0) }
    guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2] else {
      return nil
    }
    return CivilDate(year: year, month: month, day: day)
  }
}
