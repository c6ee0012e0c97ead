import AccessPolicy

/// Cuts a stream of bytes into rows of CSV (RFC 4180), to the letter, and holds no more than one row.
///
/// Every row is one line, and has as many cells as the first. A row that cannot be read is handed on
/// with what is wrong with it, and reading goes on at the next line: so a quote that is never closed
/// costs one row, and not all that follow it. Where quotes reach over line breaks and are closed, each of
/// the lines is refused: whether they are one text or several records, nobody can tell.
struct CSVScanner {
  /// One line of the file, without its end.
  struct Line {
    let bytes: [UInt8]
    let number: Int
  }

  private let file: String
  private let limit: Int
  private var lines: RequestLines
  /// What stands between cells; the first row says it.
  private var separator: UInt8?
  /// How many cells there are in a row; the first one says it.
  private var count: Int?
  /// The lines of a row that has begun inside quotes and is not over.
  private var open: [Line] = []
  private var openBytes = 0
  /// Lines that are to be read once more, the next one last.
  private var waiting: [Line] = []

  /// Begins with line 1.
  ///
  /// `limit` is the number of bytes that a row may have.
  init(file: String, limit: Int) {
    self.file = file
    self.limit = limit
    lines = RequestLines(lineBytes: limit)
  }

  /// Takes more bytes, and hands on each row that they complete.
  mutating func add<Failure: Error>(
    _ bytes: [UInt8],
    _ use: (CSVRow) throws(Failure) -> Void
  ) throws(Failure) {
    var completed: [Line] = []
    lines.add(bytes) { (bytes, number) in completed.append(Line(bytes: bytes, number: number)) }
    for line in completed { try take(line, use) }
  }

  /// Hands on what is left.
  mutating func finish<Failure: Error>(
    _ use: (CSVRow) throws(Failure) -> Void
  ) throws(Failure) {
    var completed: [Line] = []
    lines.finish { (bytes, number) in completed.append(Line(bytes: bytes, number: number)) }
    for line in completed { try take(line, use) }
    while !open.isEmpty {
      try giveUp(use)
      try readWaiting(use)
    }
  }

  /// Takes a line as it was cut from the stream.
  private mutating func take<Failure: Error>(
    _ line: Line,
    _ use: (CSVRow) throws(Failure) -> Void
  ) throws(Failure) {
    var bytes = line.bytes
    if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    if line.number == 1, bytes.starts(with: mark) { bytes.removeFirst(3) }
    waiting.append(Line(bytes: bytes, number: line.number))
    try readWaiting(use)
  }

  private mutating func readWaiting<Failure: Error>(
    _ use: (CSVRow) throws(Failure) -> Void
  ) throws(Failure) {
    while let line = waiting.popLast() {
      if open.isEmpty { try begin(line, use) } else { try goOn(line, use) }
    }
  }

  /// Reads a line at which no quotes are open.
  private mutating func begin<Failure: Error>(
    _ line: Line,
    _ use: (CSVRow) throws(Failure) -> Void
  ) throws(Failure) {
    guard !line.bytes.isEmpty else { return }
    separator = separator ?? Self.separator(of: line.bytes)
    guard line.bytes.count <= limit else {
      return try use(refused(line, .rowTooLong(limit: limit, at: start(of: line)), isShown: false))
    }
    switch row(of: [line]) {
    case .complete(let row):
      count = count ?? row.cells.count
      try use(row)
    case .failed(let mistake): try use(refused(line, mistake))
    case .open:
      open = [line]
      openBytes = line.bytes.count
    }
  }

  /// Reads a line that quotes before it can reach into.
  private mutating func goOn<Failure: Error>(
    _ line: Line,
    _ use: (CSVRow) throws(Failure) -> Void
  ) throws(Failure) {
    open.append(line)
    openBytes += line.bytes.count + 1
    guard openBytes <= limit else { return try giveUp(use) }
    // Inside quotes a quote is written twice, so only an odd number can end them.
    guard line.bytes.count(where: { $0 == UInt8(ascii: "\"") }) % 2 == 1 else { return }
    guard case .complete(let row) = row(of: open) else { return try giveUp(use) }
    let lines = open
    open = []
    guard let cell = row.cells.first(where: { $0.text.contains("\n") }), let first = lines.first
    else { return }
    try use(refused(first, .lineBreakInCell(at: cell.range)))
    for line in lines.dropFirst() {
      try use(refused(line, .lineInsideQuotes(at: start(of: line), opened: cell.range)))
    }
  }

  /// Refuses the first of the open lines, and lets the others be read as if no quotes were open.
  private mutating func giveUp<Failure: Error>(
    _ use: (CSVRow) throws(Failure) -> Void
  ) throws(Failure) {
    let lines = open
    open = []
    guard let first = lines.first else { return }
    waiting += lines.dropFirst().reversed()
    // What is wrong in a later line is wrong only because the quotes reach there.
    if openBytes <= limit, case .failed(let mistake) = row(of: lines),
      mistake.range?.line == first.number
    {
      try use(refused(first, mistake))
    } else if case .open(let place) = row(of: [first]) {
      try use(refused(first, .quotesNeverClosed(at: place)))
    }
  }

  private func refused(_ line: Line, _ mistake: Diagnostic, isShown: Bool = true) -> CSVRow {
    CSVRow(line: line.number, cells: [], mistakes: [mistake], text: isShown ? text(line) : nil)
  }

  /// The first character of a header that can stand between cells, outside quotes: a comma, or a
  /// semicolon, as spreadsheets write where the comma is in numbers, or a tab.
  private static func separator(of header: [UInt8]) -> UInt8 {
    var isQuoted = false
    for byte in header {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"):
        if !isQuoted { return byte }
      default: continue
      }
    }
    return UInt8(ascii: ",")
  }
}

// One row.
extension CSVScanner {
  private enum Reading {
    case complete(CSVRow)
    /// Quotes are open at the end; where they begin.
    case open(SourceRange)
    case failed(Diagnostic)
  }

  private func row(of lines: [Line]) -> Reading {
    guard let first = lines.first else { return .complete(CSVRow(line: 1, cells: [])) }
    if let mistake = lines.lazy.compactMap(unreadable).first { return .failed(mistake) }
    let separator = separator ?? UInt8(ascii: ",")
    var cursor = Cursor(lines: lines, file: file)
    var cells: [CSVCell] = []
    while true {
      let cell: CSVCell
      switch cursor.cell(before: separator) {
      case .cell(let read): cell = read
      case .open(let place): return .open(place)
      case .failed(let mistake): return .failed(mistake)
      }
      cells.append(cell)
      guard cursor.take(separator) else { break }
    }
    if let mistake = wrongCount(cells) { return .failed(mistake) }
    return .complete(CSVRow(line: first.number, cells: cells, text: text(first)))
  }

  /// What is wrong with a row that has another number of cells than the first.
  private func wrongCount(_ cells: [CSVCell]) -> Diagnostic? {
    guard let count, let last = cells.last, cells.count != count else { return nil }
    return cells.count > count
      ? .tooManyCells(cells.count, columns: count, at: cells[count].range)
      : .tooFewCells(cells.count, columns: count, at: last.range)
  }

  /// What makes a line no text that a reader sees as it is.
  private func unreadable(_ line: Line) -> Diagnostic? {
    // Nearly all lines have nothing but these.
    guard !line.bytes.allSatisfy({ (0x20...0x7E).contains($0) || $0 == 9 }) else { return nil }
    switch TextDecoder.text(line.bytes, file: file, firstLine: line.number) {
    case .failure(let stopped): return stopped.diagnostic
    case .success:
      var column = 0
      for scalar in text(line).unicodeScalars {
        column += 1
        guard HiddenCharacters.isHidden(scalar) || scalar == "\r" else { continue }
        let place = SourceRange(file: file, line: line.number, column: column)
        return scalar == "\r"
          ? .loneCarriageReturn(at: place)
          : .hiddenCharacter(scalar, isSpace: scalar.properties.isWhitespace, at: place)
      }
      return nil
    }
  }

  private func start(of line: Line) -> SourceRange {
    SourceRange(file: file, line: line.number, column: 1)
  }

  private func text(_ line: Line) -> String { String(decoding: line.bytes, as: UTF8.self) }
}

/// One row of a CSV file.
struct CSVRow {
  /// The line that it begins in.
  let line: Int

  /// Its cells; none when it cannot be read.
  let cells: [CSVCell]

  /// Why it cannot be read.
  var mistakes: [Diagnostic] = []

  /// Its first line, for excerpts.
  var text: String?
}

/// One cell of a CSV file.
struct CSVCell {
  /// What it says, without quotes.
  let text: String

  /// Where it stands, quotes included; of a cell over several lines, its beginning.
  let range: SourceRange
}

/// Walks through the lines of one row.
private struct Cursor {
  enum Reading {
    case cell(CSVCell)
    case open(SourceRange)
    case failed(Diagnostic)
  }

  private let lines: [CSVScanner.Line]
  private let file: String
  private var index = 0
  private var position = 0
  private var column = 1

  init(lines: [CSVScanner.Line], file: String) {
    self.lines = lines
    self.file = file
  }

  private var peek: UInt8? {
    let bytes = lines[index].bytes
    return position < bytes.count ? bytes[position] : nil
  }

  private var here: SourceRange {
    SourceRange(file: file, line: lines[index].number, column: column)
  }

  private mutating func advance(_ byte: UInt8) {
    position += 1
    // The bytes that go on with a character begin no column.
    if byte & 0b1100_0000 != 0b1000_0000 { column += 1 }
  }

  mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    advance(byte)
    return true
  }

  /// The cell that begins here.
  mutating func cell(before separator: UInt8) -> Reading {
    peek == UInt8(ascii: "\"") ? quotedCell(before: separator) : bareCell(before: separator)
  }

  private mutating func bareCell(before separator: UInt8) -> Reading {
    let start = here
    var text: [UInt8] = []
    while let byte = peek, byte != separator {
      guard byte != UInt8(ascii: "\"") else { return .failed(.quoteInBareCell(at: here)) }
      text.append(byte)
      advance(byte)
    }
    return .cell(cell(text, from: start))
  }

  private mutating func quotedCell(before separator: UInt8) -> Reading {
    let start = here
    var text: [UInt8] = []
    advance(UInt8(ascii: "\""))
    while true {
      guard let byte = peek else {
        guard index + 1 < lines.count else { return .open(start) }
        text.append(UInt8(ascii: "\n"))
        (index, position, column) = (index + 1, 0, 1)
        continue
      }
      advance(byte)
      guard byte == UInt8(ascii: "\"") else {
        text.append(byte)
        continue
      }
      guard take(UInt8(ascii: "\"")) else { break }
      text.append(UInt8(ascii: "\""))
    }
    guard peek == nil || peek == separator else {
      return .failed(.textAfterQuotes(at: here, opened: start))
    }
    return .cell(cell(text, from: start))
  }

  private func cell(_ text: [UInt8], from start: SourceRange) -> CSVCell {
    let length = start.line == lines[index].number ? max(1, column - start.column) : 1
    return CSVCell(
      text: String(decoding: text, as: UTF8.self),
      range: start.part(offset: 0, length: length)
    )
  }
}
