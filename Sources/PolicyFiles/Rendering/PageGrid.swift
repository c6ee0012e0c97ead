/// A table of short signs that can have more columns than a terminal has room for.
struct PageGrid {
  /// What the table is about.
  let title: String
  /// The heads of the columns, after the first.
  let columns: [String]
  /// What each row is about, and its signs, one text for each column.
  let rows: [(labels: [String], cells: [String])]

  // MARK: As text

  /// The table in lines of at most `width` columns of a terminal.
  ///
  /// Where there is no room for the heads of columns, they are numbered, and listed above; where there
  /// is none for the columns either, the table is continued below.
  func text(width: Int) -> [String] {
    let widest = rows.flatMap(\.cells).map(TextLines.width).max() ?? 1
    let words = columns.flatMap { $0.split(separator: " ") }.map { TextLines.width(String($0)) }
    let worded = max(widest, words.max() ?? 1, 8) + 2
    let least = min(28, width / 2)
    if least + worded * columns.count <= width {
      return lines(width, worded, heads: columns, Array(columns.indices))
    }
    let column = max(widest, String(columns.count).count) + 2
    let room = max((width - least) / column, 1)
    // As many in each, so that the last is not left with a few.
    let panels = (columns.count + room - 1) / room
    let share = (columns.count + panels - 1) / max(panels, 1)
    var lines: [String] = []
    for start in stride(from: 0, to: columns.count, by: max(share, 1)) {
      let shown = Array(start..<min(start + share, columns.count))
      if start > 0 { lines.append("") }
      for index in shown {
        lines += TextLines.wrapped(
          columns[index],
          width,
          "\(String(repeating: " ", count: 4 - min(String(index + 1).count, 4)))\(index + 1) ",
          "     "
        )
      }
      lines += self.lines(width, column, heads: shown.map { String($0 + 1) }, shown)
    }
    return lines
  }

  private func lines(_ width: Int, _ column: Int, heads: [String], _ shown: [Int]) -> [String] {
    let label = max(width - column * shown.count - 2, 8)
    let rows = AlikeRows.of(self.rows, in: shown)
    // A short label stands beside its signs, a long one above them.
    let labels = rows.map { row -> (lines: [String], isLong: Bool) in
      let text = row.labels.joined(separator: "; ")
      let lines = TextLines.wrapped(text, label - 2, "", "  ")
      return lines.count > 3 ? (TextLines.wrapped(text, width - 4), true) : (lines, false)
    }
    let taken = labels.filter { !$0.isLong }.flatMap(\.lines).map(TextLines.width).max() ?? 0
    let margin = String(repeating: " ", count: min(label, max(taken + 2, 12)) + 2)
    var lines: [String] = []
    let wrapped = heads.map { TextLines.wrapped($0, column - 1) }
    let height = wrapped.map(\.count).max() ?? 0
    for line in 0..<height {
      lines.append(
        margin
          + wrapped.map { head in
            let empty = height - head.count
            return TextLines.padded(line < empty ? "" : head[line - empty], column)
          }.joined()
      )
    }
    for (row, label) in zip(rows, labels) {
      for text in label.isLong ? label.lines : label.lines.dropLast() { lines.append("  " + text) }
      let last = label.isLong ? "" : label.lines.last ?? ""
      lines.append(
        TextLines.padded("  \(last)", margin.count)
          + row.cells.map { TextLines.padded($0, column) }.joined()
      )
    }
    return lines.map(TextLines.trimmed)
  }

  // MARK: As Markdown

  /// The table as Markdown.
  var markdown: String {
    let cell = Page.cell
    var lines = ["**\(cell(title))**", ""]
    lines.append("|" + ([""] + columns).map { " \(cell($0)) |" }.joined())
    lines.append("|" + (["---"] + columns.map { _ in ":-:" }).map { "\($0)|" }.joined())
    for row in rows {
      lines.append(
        "|" + ([row.labels.joined(separator: "; ")] + row.cells).map { " \(cell($0)) |" }.joined()
      )
    }
    return lines.joined(separator: "\n")
  }
}

/// Rows of which only some columns are shown: those that are alike there stand once.
enum AlikeRows {
  /// The rows with these columns, alike ones together, in the order of the first of each.
  static func of<Cell: Hashable>(
    _ rows: [(labels: [String], cells: [Cell])],
    in columns: [Int]
  ) -> [(labels: [String], cells: [Cell])] {
    var found: [(labels: [String], cells: [Cell])] = []
    var positions: [[Cell]: Int] = [:]
    for row in rows {
      let cells = columns.map { row.cells[$0] }
      if let position = positions[cells] {
        found[position].labels += row.labels
      } else {
        positions[cells] = found.count
        found.append((row.labels, cells))
      }
    }
    return found
  }
}
