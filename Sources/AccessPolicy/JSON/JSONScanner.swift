/// Reads one JSON text, byte by byte.
struct JSONScanner {
  private(set) var duplicates: [Diagnostic] = []

  private let bytes: [UInt8]
  private let file: String
  private let limits: ReadingLimits
  /// Whether a carriage return by itself ends no line, as in streams of lines.
  private let isOneLine: Bool
  private var position = 0
  private var line: Int
  private var column = 1
  private var nodes = 0

  init(
    _ bytes: [UInt8],
    file: String,
    line: Int,
    isOneLine: Bool = false,
    limits: ReadingLimits
  ) {
    self.isOneLine = isOneLine
    self.bytes = bytes
    self.file = file
    self.line = line
    self.limits = limits
  }

  /// The one value that the text holds.
  mutating func document() throws(ReadingStopped) -> DocumentNode {
    skipSpace()
    let root = try value(depth: 0)
    skipSpace()
    guard peek == nil else { throw unexpected("the value ends before this") }
    return root
  }

  /// The one object that the text holds, with an empty list behind `key`, whose items are handed on.
  mutating func document(
    eachOf key: String,
    _ use: (DocumentNode) -> Void
  ) throws(ReadingStopped) -> DocumentNode {
    skipSpace()
    let start = here
    guard peek == UInt8(ascii: "{") else { return try document() }
    let entries = try entries(depth: 1) {
      (scanner: inout JSONScanner, name: String) throws(ReadingStopped) in
      guard name == key, scanner.peek == UInt8(ascii: "[") else {
        return try scanner.value(depth: 1)
      }
      let listStart = scanner.here
      try scanner.items(depth: 2, use)
      return DocumentNode(.sequence([]), at: scanner.extent(from: listStart))
    }
    let root = DocumentNode(.mapping(entries), at: extent(from: start))
    skipSpace()
    guard peek == nil else { throw unexpected("the value ends before this") }
    return root
  }

  private mutating func value(depth: Int) throws(ReadingStopped) -> DocumentNode {
    try countNode()
    let start = here
    switch peek {
    case UInt8(ascii: "{"):
      try checkDepth(depth)
      let entries = try entries(depth: depth + 1) {
        (scanner: inout JSONScanner, _: String) throws(ReadingStopped) in
        try scanner.value(depth: depth + 1)
      }
      return DocumentNode(.mapping(entries), at: extent(from: start))
    case UInt8(ascii: "["):
      try checkDepth(depth)
      var items: [DocumentNode] = []
      try self.items(depth: depth + 1) { items.append($0) }
      return DocumentNode(.sequence(items), at: extent(from: start))
    case UInt8(ascii: "\""):
      let (text, escapes) = try string()
      let range = extent(from: start)
      // Only a text that can be a condition needs a place for each of its characters.
      let layout = escapes.isEmpty || text.utf8.count > 4_096 ? nil : layout(escapes, in: range)
      return DocumentNode(.scalar(text, isQuoted: true), at: range, layout: layout)
    case UInt8(ascii: "-"), .some(UInt8(ascii: "0")...UInt8(ascii: "9")):
      let text = try number()
      return DocumentNode(.scalar(text, isQuoted: false), at: extent(from: start))
    default:
      let text = try word()
      return DocumentNode(.scalar(text, isQuoted: false), at: extent(from: start))
    }
  }

  private mutating func entries(
    depth: Int,
    value: (inout Self, _ key: String) throws(ReadingStopped) -> DocumentNode
  ) throws(ReadingStopped) -> [DocumentNode.Entry] {
    var entries: [DocumentNode.Entry] = []
    var seen: [String: SourceRange] = [:]
    let start = here
    advance()
    skipSpace()
    if take("}") { return [] }
    while true {
      try countNode()
      let keyStart = here
      guard peek == UInt8(ascii: "\"") else {
        throw unexpected("a key in double quotes should stand here", opened: start)
      }
      let key = Located(try string().text, at: extent(from: keyStart))
      skipSpace()
      guard take(":") else { throw unexpected("a `:` should stand here") }
      skipSpace()
      let value = try value(&self, key.value)
      if let first = seen[key.value] {
        if duplicates.count < limits.reports {
          duplicates.append(.duplicateKey(key.value, at: key.range, first: first))
        }
      } else {
        seen[key.value] = key.range
        entries.append(DocumentNode.Entry(key: key, value: value))
      }
      skipSpace()
      if take("}") { return entries }
      guard take(",") else { throw unexpected("a `,` or `}` should stand here", opened: start) }
      skipSpace()
    }
  }

  /// Hands on the items of a list, in order.
  private mutating func items(
    depth: Int,
    _ use: (DocumentNode) -> Void
  ) throws(ReadingStopped) {
    let start = here
    advance()
    skipSpace()
    if take("]") { return }
    while true {
      use(try value(depth: depth))
      skipSpace()
      if take("]") { return }
      guard take(",") else { throw unexpected("a `,` or `]` should stand here", opened: start) }
      skipSpace()
    }
  }

  private mutating func word() throws(ReadingStopped) -> String {
    let start = (position, here)
    while let byte = peek, IdentifierText.mayContinue(byte) { advance() }
    let text = String(decoding: bytes[start.0..<position], as: UTF8.self)
    switch text {
    case "true", "false", "null": return text
    case "": throw unexpected("a value should stand here")
    default:
      throw ReadingStopped(.notJSONWord(String(text.prefix(40)), at: extent(from: start.1)))
    }
  }

  private mutating func number() throws(ReadingStopped) -> String {
    let start = (position, here)
    if peek == UInt8(ascii: "-") { advance() }
    let leading = peek
    let whole = digits()
    var isRight = whole == 1 || (whole > 1 && leading != UInt8(ascii: "0"))
    if peek == UInt8(ascii: ".") {
      advance()
      isRight = digits() > 0 && isRight
    }
    if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
      advance()
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { advance() }
      isRight = digits() > 0 && isRight
    }
    guard isRight else { throw ReadingStopped(.notJSONNumber(at: extent(from: start.1))) }
    return String(decoding: bytes[start.0..<position], as: UTF8.self)
  }

  private mutating func digits() -> Int {
    let start = position
    while let byte = peek, (48...57).contains(byte) { advance() }
    return position - start
  }
}

// Strings.
extension JSONScanner {
  /// A text in quotes, and the columns of its escapes.
  private mutating func string() throws(ReadingStopped) -> (text: String, escapes: [Range<Int>]) {
    let start = here
    advance()
    var text: [UInt8] = []
    var escapes: [Range<Int>] = []
    while true {
      switch peek {
      case nil, UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        throw ReadingStopped(.stringNeverEnds(at: start))
      case UInt8(ascii: "\""):
        advance()
        return (String(decoding: text, as: UTF8.self), escapes)
      case UInt8(ascii: "\\"):
        let first = column
        text.append(contentsOf: String(try escape()).utf8)
        escapes.append(first..<column)
      case .some(let byte) where byte < 0x20:
        throw ReadingStopped(.controlInString(byte, at: here))
      case .some(let byte):
        text.append(byte)
        advance()
      }
    }
  }

  private mutating func escape() throws(ReadingStopped) -> Unicode.Scalar {
    let start = here
    advance()
    let letter = peek
    // A line that ends here is no part of the escape.
    if letter != UInt8(ascii: "\n"), letter != UInt8(ascii: "\r") { advance() }
    switch letter {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{08}"
    case UInt8(ascii: "f"): return "\u{0C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      guard let first = fourHexDigits() else {
        throw ReadingStopped(.notJSONEscape(at: extent(from: start)))
      }
      if let scalar = Unicode.Scalar(first) { return scalar }
      guard first < 0xDC00, peek == UInt8(ascii: "\\") else {
        throw ReadingStopped(.loneSurrogate(at: extent(from: start)))
      }
      advance()
      guard take("u"), let second = fourHexDigits(), (0xDC00...0xDFFF).contains(second),
        let scalar = Unicode.Scalar(
          0x10000 + (UInt32(first - 0xD800) << 10) + UInt32(second - 0xDC00)
        )
      else { throw ReadingStopped(.loneSurrogate(at: extent(from: start))) }
      return scalar
    default: throw ReadingStopped(.notJSONEscape(at: extent(from: start)))
    }
  }

  private mutating func fourHexDigits() -> UInt16? {
    var value: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        return nil
      }
      value = value << 4 | UInt16(digit)
      advance()
    }
    return value
  }
}

// Bytes and places.
extension JSONScanner {
  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private var here: SourceRange { SourceRange(file: file, line: line, column: column) }

  /// Where the characters of a text between quotes stand, each escape being one of them.
  private func layout(_ escapes: [Range<Int>], in range: SourceRange) -> TextLayout {
    var layout = TextLayout()
    var rest = escapes[...]
    var column = range.column + 1
    while column < range.column + range.length {
      layout.append(line: range.line, column: column)
      if let escape = rest.first, escape.lowerBound == column {
        column = escape.upperBound
        rest.removeFirst()
      } else {
        column += 1
      }
    }
    return layout
  }

  /// From a place to here, if that is on the same line.
  private func extent(from start: SourceRange) -> SourceRange {
    line == start.line ? start.part(offset: 0, length: column - start.column) : start
  }

  private mutating func advance() {
    guard let byte = peek else { return }
    position += 1
    let isReturn = byte == UInt8(ascii: "\r") && peek != UInt8(ascii: "\n")
    if byte == UInt8(ascii: "\n") || isReturn && !isOneLine {
      (line, column) = (line + 1, 1)
    } else if byte & 0b1100_0000 != 0b1000_0000 {
      column += 1
    }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: character) else { return false }
    advance()
    return true
  }

  private mutating func skipSpace() {
    while let byte = peek, byte == 32 || byte == 9 || byte == 10 || byte == 13 { advance() }
  }

  private mutating func countNode() throws(ReadingStopped) {
    nodes += 1
    guard nodes <= limits.nodes else {
      throw ReadingStopped(.tooManyValues(limit: limits.nodes, at: here))
    }
  }

  private func checkDepth(_ depth: Int) throws(ReadingStopped) {
    guard depth < limits.depth else {
      throw ReadingStopped(.nestedTooDeeply(limit: limits.depth, at: here))
    }
  }

  private func unexpected(_ message: String, opened: SourceRange? = nil) -> ReadingStopped {
    let rest = String(decoding: bytes[position..<min(position + 4, bytes.count)], as: UTF8.self)
    let found = rest.unicodeScalars.first.map { String(Character($0)) }
    return ReadingStopped(.notJSON(message, found: found, opened: opened, at: here))
  }
}
