public import AccessPolicy

/// Reads staff records from a stream of bytes: CSV with a header, or an object on each line (NDJSON).
///
/// Which of the two it is, the first character says. A record that cannot be read is handed on with
/// what is wrong with it, and reading goes on; no more is held than one record.
///
/// ```swift
/// var reader = StaffRecordReader(policy: policy, file: "staff.csv", clock: DayClock(zone: "Europe/Oslo"))
/// while let chunk = nextChunk() { reader.add(chunk) { line in … } }
/// reader.finish { line in … }
/// ```
public struct StaffRecordReader {
  private let policy: Policy
  private let file: String
  private let clock: DayClock?
  private let fields: StaffRecordFields
  private var form = Form.notKnown(begun: [])

  private enum Form {
    /// Nothing but white space has come.
    case notKnown(begun: [UInt8])
    case csv(CSVScanner, StaffRecordColumns?)
    case objects(RequestLines)
    /// The header is wrong, and says nothing of the cells.
    case refused
  }

  /// What is wrong with the file itself; with anything here there are no records.
  public private(set) var mistakes: [Diagnostic] = []

  /// The line that they are about, for excerpts.
  private(set) var shown: StaffFileLine?

  /// Reads records for a policy set, which declares their attributes.
  ///
  /// `ignoring` are names of columns that are there and not needed.
  public init(policy: Policy, file: String, clock: DayClock?, ignoring: Set<String> = []) {
    self.policy = policy
    self.file = file
    self.clock = clock
    fields = StaffRecordFields(policy: policy, ignoring: ignoring)
  }

  /// How many bytes a record may have: names and codes, and room for a list of them.
  private static let recordBytes = 1 << 16

  /// Takes more bytes, and hands on each record that they complete.
  public mutating func add<Failure: Error>(
    _ bytes: [UInt8],
    _ use: (StaffRecordLine) throws(Failure) -> Void
  ) throws(Failure) {
    switch form {
    case .refused: return
    case .notKnown(let begun):
      let all = begun + bytes
      guard let first = Self.firstCharacter(all) else {
        form = .notKnown(begun: all)
        return
      }
      guard first != UInt8(ascii: "[") else {
        let line = 1 + all.prefix { $0 != first }.count { $0 == UInt8(ascii: "\n") }
        mistakes = [.recordsInList(at: SourceRange(file: file, line: line, column: 1))]
        form = .refused
        return
      }
      form =
        first == UInt8(ascii: "{")
        ? .objects(RequestLines(lineBytes: Self.recordBytes))
        : .csv(CSVScanner(file: file, limit: Self.recordBytes), nil)
      try add(all, use)
    case .csv(var scanner, var columns):
      form = .refused
      try scanner.add(bytes) { (row) throws(Failure) in try take(row, &columns, use) }
      if mistakes.isEmpty { form = .csv(scanner, columns) }
    case .objects(var lines):
      form = .refused
      try lines.add(bytes) { (bytes, number) throws(Failure) in try take(bytes, number, use) }
      if mistakes.isEmpty { form = .objects(lines) }
    }
  }

  /// Hands on what is left, and says so when there was nothing at all.
  public mutating func finish<Failure: Error>(
    _ use: (StaffRecordLine) throws(Failure) -> Void
  ) throws(Failure) {
    switch form {
    case .refused: return
    case .notKnown: mistakes.append(.noRecords(file))
    case .csv(var scanner, var columns):
      try scanner.finish { (row) throws(Failure) in try take(row, &columns, use) }
    case .objects(var lines):
      try lines.finish { (bytes, number) throws(Failure) in try take(bytes, number, use) }
    }
    form = .refused
  }
}

// The beginning.
extension StaffRecordReader {
  /// The first byte that says something; none while there is nothing but white space, or a part of a
  /// byte-order mark.
  private static func firstCharacter(_ bytes: [UInt8]) -> UInt8? {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    guard bytes.count >= mark.count || !mark.starts(with: bytes) else { return nil }
    return bytes.dropFirst(bytes.starts(with: mark) ? mark.count : 0)
      .first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
  }
}

// Rows of CSV.
extension StaffRecordReader {
  private mutating func take<Failure: Error>(
    _ row: CSVRow,
    _ columns: inout StaffRecordColumns?,
    _ use: (StaffRecordLine) throws(Failure) -> Void
  ) throws(Failure) {
    guard mistakes.isEmpty else { return }
    guard let columns else {
      shown = row.text.map { StaffFileLine(number: row.line, text: $0) }
      mistakes = row.mistakes
      if mistakes.isEmpty { (columns, mistakes) = StaffRecordColumns.read(row, fields) }
      return
    }
    let sink = DiagnosticSink()
    sink.report(row.mistakes)
    let place = SourceRange(file: file, line: row.line, column: 1)
    var reading = StaffRecordBuilder.Reading()
    if !sink.hasErrors {
      reading = builder(isJSON: false, sink).read(at: place) { columns.value(of: $0, in: row) }
    }
    try hand(reading, line: row.line, text: row.text, sink, use)
  }
}

// Lines of objects.
extension StaffRecordReader {
  private mutating func take<Failure: Error>(
    _ bytes: [UInt8],
    _ number: Int,
    _ use: (StaffRecordLine) throws(Failure) -> Void
  ) throws(Failure) {
    guard mistakes.isEmpty else { return }
    guard !bytes.allSatisfy({ $0 == 32 || $0 == 9 || $0 == 10 || $0 == 13 }) else { return }
    let place = SourceRange(file: file, line: number, column: 1)
    let sink = DiagnosticSink()
    guard bytes.count <= Self.recordBytes else {
      sink.report(.rowTooLong(limit: Self.recordBytes, at: place))
      return try hand(StaffRecordBuilder.Reading(), line: number, text: nil, sink, use)
    }
    let read = JSONReader.document(bytes: bytes, file: file, firstLine: number, isOneLine: true)
    sink.report(read.diagnostics)
    var reading = StaffRecordBuilder.Reading()
    if let root = read.document?.root {
      if case .mapping(let entries) = root.content {
        reading = self.reading(of: entries, at: place, sink)
        // Of two keys, nobody can tell which is that of the record.
        let id = entries.first { $0.key.value == StaffRecordField.part(.id).name }?.key.range
        if let id, read.diagnostics.contains(where: { $0.related.contains { $0.range == id } }) {
          reading.id = nil
        }
      } else {
        sink.report(
          .wrongForm(root, of: "the record", expected: "a set of keys", isJSON: true)
        )
      }
    }
    try hand(reading, line: number, text: read.document?.text, sink, use)
  }

  private func reading(
    of entries: [DocumentNode.Entry],
    at place: SourceRange,
    _ sink: DiagnosticSink
  )
    -> StaffRecordBuilder.Reading
  {
    var values: [String: DocumentNode] = [:]
    for entry in entries {
      values[entry.key.value] = entry.value
      guard fields[entry.key.value] == nil, !fields.ignored.contains(entry.key.value) else {
        continue
      }
      sink.report(.unknownColumn(entry.key.value, among: fields.names, at: entry.key.range))
    }
    return builder(isJSON: true, sink).read(at: place) { field in
      guard let node = values[field.name] else { return .unknown }
      return NodeReader.isNothing(node) ? .absent : .known(node)
    }
  }
}

extension StaffRecordReader {
  private func builder(isJSON: Bool, _ sink: DiagnosticSink) -> StaffRecordBuilder {
    StaffRecordBuilder(policy: policy, fields: fields, clock: clock, isJSON: isJSON, sink: sink)
  }

  private mutating func hand<Failure: Error>(
    _ reading: StaffRecordBuilder.Reading,
    line: Int,
    text: String?,
    _ sink: DiagnosticSink,
    _ use: (StaffRecordLine) throws(Failure) -> Void
  ) throws(Failure) {
    if let mistake = reading.needsZone {
      // All days of the file are so, and none of its records can be read.
      mistakes = [mistake]
      shown = text.map { StaffFileLine(number: line, text: $0) }
    } else if let record = reading.record, !sink.hasErrors {
      try use(.record(record))
    } else {
      try use(
        .unreadable(
          UnreadableStaffRecord(
            file: file,
            line: line,
            id: reading.id,
            staff: reading.staff,
            mistakes: sink.sorted,
            text: text
          )
        )
      )
    }
  }
}

/// What one line says, or the first line of a record that runs over several.
public enum StaffRecordLine: Sendable, Hashable {
  /// A record.
  case record(StaffRecord)
  /// Something that is no record as it stands.
  case unreadable(UnreadableStaffRecord)
}

/// A record that cannot be read, and why.
public struct UnreadableStaffRecord: Sendable, Hashable {
  /// The file.
  public let file: String

  /// The line, from 1.
  public let line: Int

  /// The key of the record, if that can be read.
  public let id: StaffRecordRef?

  /// The member of staff, if that can be read.
  public let staff: StaffRef?

  /// What is wrong, at least one mistake, in the order of the line.
  public let mistakes: [Diagnostic]

  /// The line, for excerpts; `nil` when it is too long to be shown.
  public let text: String?
}
