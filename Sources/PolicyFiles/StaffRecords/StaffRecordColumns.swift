import AccessPolicy

/// Which column of a CSV file holds which field, as its header says.
struct StaffRecordColumns {
  /// For each field, by its name, the position of its column.
  private let positions: [String: Int]

  /// Reads a header; every mistake in it, and no columns where there is one.
  static func read(_ header: CSVRow, _ fields: StaffRecordFields) -> (Self?, [Diagnostic]) {
    let sink = DiagnosticSink()
    var positions: [String: Int] = [:]
    for (position, cell) in header.cells.enumerated() {
      if let first = header.cells[..<position].first(where: { $0.text == cell.text }) {
        sink.report(.columnTwice(cell.text, at: cell.range, first: first.range))
      } else if fields[cell.text] != nil {
        positions[cell.text] = position
      } else if !fields.ignored.contains(cell.text) {
        sink.report(.unknownColumn(cell.text, among: fields.names, at: cell.range))
      }
    }
    for part in StaffRecordField.Part.allCases where part.isRequired {
      guard positions[part.rawValue] == nil, let first = header.cells.first else { continue }
      sink.report(.columnMissing(part.rawValue, at: first.range))
    }
    return (sink.hasErrors ? nil : StaffRecordColumns(positions: positions), sink.sorted)
  }

  /// What stands in a field: nothing where the cell is empty, and unknown where there is no column.
  func value(of field: StaffRecordField, in row: CSVRow) -> Fact<DocumentNode> {
    guard let position = positions[field.name] else { return .unknown }
    let cell = row.cells[position]
    guard !cell.text.isEmpty else { return .absent }
    guard field.isSet else { return .known(Self.node(cell.text, field, at: cell.range)) }
    let items = cell.text.split(separator: "|", omittingEmptySubsequences: false)
    return .known(
      DocumentNode(
        .sequence(items.map { Self.node(String($0), field, at: cell.range) }),
        at: cell.range
      )
    )
  }

  private static func node(
    _ text: String,
    _ field: StaffRecordField,
    at range: SourceRange
  ) -> DocumentNode {
    // What CSV writes is what is meant: quotes around a cell say nothing of its type.
    DocumentNode(.scalar(text, isQuoted: !field.isBare), at: range)
  }
}
