import AccessPolicy

/// Slips that show in the lines of a text alone: tabs that indent, and quotes that are none.
///
/// libyaml stops at the first of them; here all are found at once, and what libyaml said of the same
/// lines is left out, for it is a consequence.
struct YAMLSlips {
  private let lines: SourceLines
  private let file: String
  private let limit: Int
  /// Where reading stopped; `nil` when it did not.
  private let stop: SourceRange?
  /// The lines with texts that run on to the stop, by which they may well have been begun in error.
  private let runsOn: Set<Int>
  /// For each line, whether it belongs to a text that began above it.
  private let isText: [Bool]

  /// Prepares to look; `textLines` are the lines, but for the first of each, over which texts run
  /// that were read.
  init(
    lines: SourceLines,
    file: String,
    limit: Int,
    textLines: [ClosedRange<Int>],
    stop: SourceRange?
  ) {
    self.lines = lines
    self.file = file
    self.limit = limit
    self.stop = stop
    var isText = [Bool](repeating: false, count: lines.count + 1)
    runsOn = Set(
      textLines.filter { $0.upperBound == stop?.line }.map { $0.lowerBound - 1 }
        + [stop?.line].compactMap(\.self)
    )
    for range in textLines where range.upperBound != stop?.line {
      for line in range.clamped(to: 1...lines.count) { isText[line] = true }
    }
    if let stop {
      for line in Self.blockLines(of: lines, after: stop.line) { isText[line] = true }
    }
    self.isText = isText
  }

  /// The lines behind the stop that seem to belong to a text of several lines (`|`, `>`).
  private static func blockLines(of lines: SourceLines, after stop: Int) -> [Int] {
    guard stop < lines.count else { return [] }
    var found: [Int] = []
    var block: Int?
    for number in max(1, stop)...lines.count {
      guard let line = lines[number] else { continue }
      let spaces = line.prefix { $0 == " " }.count
      guard spaces < line.count else { continue }
      if let indentation = block, spaces > indentation {
        found.append(number)
        continue
      }
      let last = line.suffix(3).drop { $0 != "|" && $0 != ">" }
      let isHeader =
        !last.isEmpty && last.dropFirst().allSatisfy { "+-123456789".unicodeScalars.contains($0) }
      block = isHeader ? spaces : nil
    }
    return found
  }

  /// What is wrong with the text: the mistakes of the reader, joined with the slips of the lines.
  func joined(with mistakes: [Diagnostic]) -> [Diagnostic] {
    let tabs = self.tabs
    let quotes = stop == nil ? [] : smartQuotes
    guard !tabs.isEmpty || !quotes.isEmpty else { return mistakes }
    let own = tabs + quotes
    let kept = mistakes.filter { mistake in
      guard let range = mistake.range else { return true }
      if own.contains(where: { $0.code == mistake.code && $0.range?.line == range.line }) {
        return false
      }
      return range != stop || !explains(own, range)
    }
    return Array((kept + own).sorted().prefix(limit))
  }

  /// Whether a slip stands on the line at which reading stopped, or is a quote that runs on to it.
  private func explains(_ slips: [Diagnostic], _ stop: SourceRange) -> Bool {
    slips.contains { slip in
      guard let line = slip.range?.line else { return false }
      return line == stop.line || line < stop.line && slip.code == .smartQuotes
    }
  }

  // MARK: Tabs

  private var tabs: [Diagnostic] {
    var found: [Diagnostic] = []
    for number in 1...lines.count where found.count < limit {
      guard !isText[number], lines.holds(UInt8(ascii: "\t"), line: number),
        let line = lines[number]
      else { continue }
      let indentation = line.prefix { $0.isBlank }
      guard let tab = indentation.firstIndex(of: "\t"), indentation.endIndex < line.endIndex,
        line[indentation.endIndex] != "#"
      else { continue }
      let place = SourceRange(
        file: file,
        line: number,
        column: line.distance(from: line.startIndex, to: tab) + 1,
        length: line[tab...].prefix { $0 == "\t" }.count
      )
      found.append(.tabIndentation(at: place))
    }
    return found
  }

  // MARK: Quotes

  private var smartQuotes: [Diagnostic] {
    var found: [Diagnostic] = []
    // All of them begin with this byte in UTF-8, but for `«`, `»` and the full-width one.
    let first: Set<UInt8> = [0xE2, 0xC2, 0xEF]
    for number in 1...lines.count where found.count < limit {
      guard !isText[number], lines.length(ofLine: number) <= 4_096,
        first.contains(where: { lines.holds($0, line: number) }), let line = lines[number]
      else { continue }
      var scanner = QuoteScanner(Array(line))
      while let (bounds, inside) = scanner.next(runsOn: runsOn.contains(number)) {
        let place = SourceRange(file: file, line: number, column: 1)
          .part(offset: bounds.lowerBound, length: bounds.count)
        found.append(.smartQuotes(scanner.words(bounds), inside: inside, at: place))
      }
    }
    return found
  }
}

/// Finds smart quotes that stand where a value or key begins, in one line.
private struct QuoteScanner {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var depth = 0
  private var isAtStart = true

  init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  func words(_ bounds: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[bounds])
    return String(text)
  }

  /// The next one: its place, and the text in it.
  mutating func next(runsOn: Bool) -> (bounds: Range<Int>, inside: String?)? {
    while position < scalars.count {
      let scalar = scalars[position]
      let start = position
      position += 1
      switch scalar {
      case " ", "\t": continue
      case "[", "{":
        if isAtStart { depth += 1 }
      case "," where depth > 0: isAtStart = true
      case ":", "-", "?":
        isAtStart =
          (scalar == ":" || isAtStart)
          && (position == scalars.count || scalars[position].isBlank)
      case "#" where start == 0 || scalars[start - 1].isBlank: position = scalars.count
      case "\"", "'":
        guard isAtStart else { continue }
        isAtStart = false
        guard let end = scalars[position...].firstIndex(of: scalar) else {
          defer { position = scalars.count }
          guard runsOn, let end = closing(from: position) else { continue }
          return (end..<end + 1, nil)
        }
        position = end + 1
      case _ where isAtStart && SmartQuote.isOne(scalar):
        isAtStart = false
        guard let end = closing(from: position) else { continue }
        position = end + 1
        return (start..<end + 1, words(start + 1..<end))
      default: isAtStart = false
      }
    }
    return nil
  }

  /// A smart quote behind which the value or key ends.
  private func closing(from start: Int) -> Int? {
    scalars.indices.dropFirst(start).first { index in
      guard SmartQuote.isOne(scalars[index]) else { return false }
      let rest = scalars[(index + 1)...].drop { $0.isBlank }
      return rest.first.map { ":,]}#".unicodeScalars.contains($0) } ?? true
    }
  }
}
