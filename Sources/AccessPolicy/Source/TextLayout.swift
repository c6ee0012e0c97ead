/// Where the characters of a text stand in its file, for texts over several lines or with escapes.
///
/// The others need none: their characters stand one after the other.
package struct TextLayout: Sendable, Hashable {
  /// Characters that stand one after the other in one line.
  private struct Run: Sendable, Hashable {
    /// The first of them, counted from the beginning of the text.
    let offset: Int32
    let line: Int32
    let column: Int32
  }

  private var runs: [Run] = []
  private var count: Int32 = 0

  package init() {}

  /// Says where the next character stands; for the end of the text, where it would.
  package mutating func append(line: Int, column: Int) {
    defer { count += 1 }
    let (line, column) = (Int32(clamping: line), Int32(clamping: column))
    if let last = runs.last, last.line == line, column - last.column == count - last.offset {
      return
    }
    runs.append(Run(offset: count, line: line, column: column))
  }

  /// The place of some characters, as far as they stand in the line of the first.
  package func range(_ bounds: Range<Int>, in file: String) -> SourceRange {
    let start = place(bounds.lowerBound)
    let end = place(bounds.upperBound)
    var length = end.column - start.column
    if end.line != start.line {
      length = bounds.prefix { place($0).line == start.line }.count
    }
    return SourceRange(file: file, line: start.line, column: start.column, length: length)
  }

  private func place(_ offset: Int) -> (line: Int, column: Int) {
    var (low, high) = (0, runs.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].offset <= offset { low = middle } else { high = middle }
    }
    guard low < runs.count else { return (1, 1) }
    let run = runs[low]
    return (Int(run.line), Int(run.column) + offset - Int(run.offset))
  }
}
