import AccessPolicy

/// The line of a place, cut to a width, with a second line that underlines the place.
struct SourceExcerpt {
  /// The line as it is shown.
  let line: String
  /// Spaces, and a mark under each column of the place.
  let underline: String

  /// How many columns of a long line are shown: what is left of 100 beside the line number.
  static let width = 92
  /// A tab is shown as so many spaces.
  private static let tab = 4

  /// Makes the excerpt; `mark` is what the underline is made of.
  init(_ text: some Collection<Unicode.Scalar>, range: SourceRange, mark: Character) {
    // Far from the place nothing is shown, so nothing is looked at either.
    let first = max(0, range.column - 1 - Self.width)
    let part = text.dropFirst(first).prefix(3 * Self.width)
    var cells: [Cell] = part.enumerated().map { offset, scalar in
      let column = first + offset + 1
      let isMarked = column >= range.column && column - range.column < range.length
      return Cell(scalar, isMarked: isMarked, tab: Self.tab)
    }
    if !cells.contains(where: \.isMarked) {
      cells.append(Cell(" ", isMarked: true, tab: Self.tab))
    }
    let isCutAfter = text.dropFirst(first + part.count).first != nil
    let (shown, cutBefore, cutAfter) = Self.window(cells)
    let hasBefore = first > 0 || cutBefore
    var line = hasBefore ? "…" : ""
    var underline = hasBefore ? " " : ""
    for cell in shown {
      line.unicodeScalars.append(contentsOf: cell.text)
      let width = cell.isMarked ? max(cell.width, 1) : cell.width
      underline += String(repeating: cell.isMarked ? mark : " ", count: width)
    }
    if cutAfter || isCutAfter { line += "…" }
    self.line = Self.trimmed(line)
    self.underline = Self.trimmed(underline)
  }

  /// The part of a line that is shown: the place, with what fits on both sides of it.
  private static func window(_ cells: [Cell]) -> (ArraySlice<Cell>, before: Bool, after: Bool) {
    let total = cells.reduce(0) { $0 + $1.width }
    guard total > width, let place = cells.firstIndex(where: \.isMarked) else {
      return (cells[...], false, false)
    }
    var (start, end) = (place, place)
    var used = 0
    // As much of the place as fits into two thirds, then what stands before it, then the rest.
    while end < cells.count, cells[end].isMarked, used + cells[end].width <= width * 2 / 3 {
      used += cells[end].width
      end += 1
    }
    while start > 0, used + cells[start - 1].width <= width * 5 / 6 {
      start -= 1
      used += cells[start].width
    }
    while end < cells.count, used + cells[end].width <= width {
      used += cells[end].width
      end += 1
    }
    return (cells[start..<end], start > 0, end < cells.count)
  }

  private static func trimmed(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }

  /// One character of the line as it is shown.
  private struct Cell {
    let text: String.UnicodeScalarView
    let width: Int
    let isMarked: Bool

    init(_ scalar: Unicode.Scalar, isMarked: Bool, tab: Int) {
      text =
        scalar == "\t"
        ? String(repeating: " ", count: tab).unicodeScalars : VisibleText.shown(scalar)
      width = text.reduce(0) { $0 + VisibleText.width($1) }
      self.isMarked = isMarked
    }
  }
}
