/// A page for people, before it is text or Markdown.
struct Page {
  /// A part of a page.
  enum Part {
    /// What the page is about.
    case title(String)
    /// What the next parts are about.
    case heading(String)
    /// A paragraph.
    case text(String)
    /// A list.
    case items([String])
    /// A table, with lines above that say what it is about, and lines beneath.
    case table(Table)
    /// A table that may have many columns.
    case grid(PageGrid)
  }

  /// A table of short signs.
  struct Table {
    /// What all of the table is about.
    let lines: [String]
    /// The heads of the columns, after the first.
    let columns: [String]
    /// What each row is about, and its signs.
    let rows: [(label: String, signs: [String])]
    /// What else is to be said of it.
    let notes: [String]
  }

  var parts: [Part] = []

  mutating func add(_ part: Part) { parts.append(part) }

  /// Adds a list under a heading, unless it is empty.
  mutating func add(_ heading: String, _ items: [String]) {
    guard !items.isEmpty else { return }
    parts += [.heading(heading), .items(items)]
  }

  // MARK: As text

  /// The page as text of a width that a terminal has.
  func text(width: Int = 80) -> String {
    var lines: [String] = []
    for part in parts {
      switch part {
      case .title(let title): lines += TextLines.wrapped(title, width) + [""]
      case .heading(let heading): lines += TextLines.wrapped(heading, width) + [""]
      case .text(let text): lines += TextLines.wrapped(text, width) + [""]
      case .items(let items):
        lines += items.flatMap { TextLines.wrapped($0, width, "- ", "  ") } + [""]
      case .table(let table): lines += text(table, width) + [""]
      case .grid(let grid):
        lines += TextLines.wrapped(grid.title, width) + grid.text(width: width) + [""]
      }
    }
    return lines.map { VisibleText.of($0) + "\n" }.joined()
  }

  private func text(_ table: Table, _ width: Int) -> [String] {
    let longest = table.columns.flatMap { $0.split(separator: " ") }.map(\.count).max() ?? 0
    let column = max(10, longest + 1)
    let label = max(width - 2 - column * table.columns.count, 20)
    var lines = table.lines.flatMap { TextLines.wrapped($0, width, "", "    ") }
    let heads = table.columns.map { TextLines.wrapped($0, column - 1) }
    let height = heads.map(\.count).max() ?? 0
    for line in 0..<height {
      let words = heads.map { head -> String in
        let empty = height - head.count
        return line < empty ? "" : head[line - empty]
      }
      lines.append(
        TextLines.padded("", label + 2) + words.map { TextLines.padded($0, column) }.joined()
      )
    }
    for row in table.rows {
      // A short label stands beside its signs, a long one above them.
      let labels = TextLines.wrapped(row.label, label - 1)
      let isLong = labels.count > 2
      for text in isLong ? TextLines.wrapped(row.label, width - 4) : labels.dropLast() {
        lines.append("  " + text)
      }
      let last = isLong ? "" : labels.last ?? ""
      lines.append(
        "  " + TextLines.padded(last, label)
          + row.signs.map { TextLines.padded($0, column) }.joined()
      )
    }
    lines += table.notes.flatMap { TextLines.wrapped($0, width, "  ", "    ") }
    return lines.map(TextLines.trimmed)
  }

  // MARK: As Markdown

  /// The page as Markdown.
  var markdown: String {
    var blocks: [String] = []
    for part in parts {
      switch part {
      case .title(let title): blocks.append("# \(Self.cell(title))")
      case .heading(let heading): blocks.append("## \(Self.cell(heading))")
      case .text(let text): blocks.append(Self.cell(text))
      case .items(let items):
        blocks.append(items.map { "- \(Self.cell($0))" }.joined(separator: "\n"))
      case .table(let table): blocks.append(Self.markdown(table))
      case .grid(let grid): blocks.append(grid.markdown)
      }
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private static func markdown(_ table: Table) -> String {
    var lines = [table.lines.map { cell($0) }.joined(separator: "\\\n"), ""]
    lines.append("|" + ([""] + table.columns).map { " \(cell($0)) |" }.joined())
    lines.append("|" + (["---"] + table.columns.map { _ in ":-:" }).map { "\($0)|" }.joined())
    for row in table.rows {
      lines.append("|" + ([row.label] + row.signs).map { " \(cell($0)) |" }.joined())
    }
    if !table.notes.isEmpty { lines += [""] + table.notes.map { "- \(cell($0))" } }
    return lines.joined(separator: "\n")
  }

  /// Text that ends no cell and begins no HTML.
  static func cell(_ text: String) -> String {
    VisibleText.of(text).replacing("|", with: "\\|").replacing("<", with: "&lt;")
  }
}
