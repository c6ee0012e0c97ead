import AccessPolicy

/// A line is not as plain as the quick reader takes it; the other reader says what it is.
struct NotPlain: Error {}

/// Steps through lines of JSON without making a tree of them.
///
/// It reads JSON to the letter and stops at whatever is unusual, so that what it reads means the same
/// to ``JSONReader``.
struct PlainScanner {
  /// The lines, each with its line feed but perhaps the last.
  let bytes: [UInt8]
  /// How far they have been read.
  private(set) var position = 0
  private let keys: RequestKeys
  private let traits: [UInt8]

  /// What a byte can be in a text.
  private enum Trait {
    /// It ends the text, begins an escape, or must not stand in a text.
    static let stops: UInt8 = 1
    /// It is a part of a letter beyond ASCII.
    static let isBeyondASCII: UInt8 = 2
    /// It begins an escape.
    static let isEscape: UInt8 = 4

    static let ofBytes: [UInt8] = (0...255).map { (byte: UInt8) in
      switch byte {
      case 0..<0x20, UInt8(ascii: "\""): stops
      case UInt8(ascii: "\\"): stops | isEscape
      case 0x80...: isBeyondASCII
      default: 0
      }
    }
  }

  /// A text between its quotes, as it stands there.
  struct Quoted {
    fileprivate let range: Range<Int>
    fileprivate let traits: UInt8
  }

  /// How far an object or a list has been read.
  struct Parts {
    fileprivate var isFirst = true
    fileprivate var seen: UInt64 = 0
  }

  init(_ bytes: [UInt8], keys: RequestKeys) {
    self.bytes = bytes
    self.keys = keys
    traits = Trait.ofBytes
  }

  /// Begins a line.
  mutating func begin(at start: Int) {
    position = start
    skipSpace()
  }

  /// Ends a line, of which nothing must be left.
  mutating func finish() throws(NotPlain) {
    skipSpace()
    guard peek == nil || peek == UInt8(ascii: "\n") else { throw NotPlain() }
  }
}

// Objects and lists.
extension PlainScanner {
  /// Begins an object.
  mutating func object() throws(NotPlain) -> Parts {
    guard take(UInt8(ascii: "{")) else { throw NotPlain() }
    return Parts()
  }

  /// The next key of an object, with its value ahead; `nil` at the end.
  mutating func key(of object: inout Parts) throws(NotPlain) -> RequestKey? {
    guard try beginPart(of: &object, orEndAt: UInt8(ascii: "}")) else { return nil }
    guard take(UInt8(ascii: "\"")) else { throw NotPlain() }
    var spelling = RequestKeys.Spelling()
    while let byte = peek, traits[Int(byte)] & Trait.stops == 0 {
      spelling.append(byte)
      position += 1
    }
    guard take(UInt8(ascii: "\"")), let (key, bit) = keys.key(spelling), object.seen & bit == 0
    else { throw NotPlain() }
    object.seen |= bit
    try colon()
    return key
  }

  /// The next key of an object that the policy set declares, with its value ahead.
  mutating func declaredKey(of object: inout Parts) throws(NotPlain) -> AttributeID? {
    guard try beginPart(of: &object, orEndAt: UInt8(ascii: "}")) else { return nil }
    let id: AttributeID = try identifier()
    try colon()
    return id
  }

  /// Begins a list.
  mutating func list() throws(NotPlain) -> Parts {
    guard take(UInt8(ascii: "[")) else { throw NotPlain() }
    return Parts()
  }

  /// Whether another item of a list lies ahead.
  mutating func item(of list: inout Parts) throws(NotPlain) -> Bool {
    try beginPart(of: &list, orEndAt: UInt8(ascii: "]"))
  }

  private mutating func beginPart(
    of parts: inout Parts,
    orEndAt bracket: UInt8
  ) throws(NotPlain) -> Bool {
    skipSpace()
    if take(bracket) { return false }
    if !parts.isFirst {
      guard take(UInt8(ascii: ",")) else { throw NotPlain() }
      skipSpace()
      // A comma with nothing behind it is no JSON.
      guard peek != bracket else { throw NotPlain() }
    }
    parts.isFirst = false
    return true
  }

  private mutating func colon() throws(NotPlain) {
    skipSpace()
    guard take(UInt8(ascii: ":")) else { throw NotPlain() }
    skipSpace()
  }
}

// Single values.
extension PlainScanner {
  /// Whether the value is `null`; steps over it if so.
  mutating func isNull() throws(NotPlain) -> Bool {
    guard peek == UInt8(ascii: "n") else { return false }
    try word("null")
    return true
  }

  /// `true` or `false`.
  mutating func boolean() throws(NotPlain) -> Bool {
    if peek == UInt8(ascii: "t") {
      try word("true")
      return true
    }
    try word("false")
    return false
  }

  /// A whole number of at most 18 digits.
  mutating func number() throws(NotPlain) -> Int64 {
    let isNegative = take(UInt8(ascii: "-"))
    let start = position
    var value: Int64 = 0
    while let byte = peek, (48...57).contains(byte), position - start < 18 {
      value = value * 10 + Int64(byte - 48)
      position += 1
    }
    let digits = position - start
    // What follows must not be a part of the number: a digit, a fraction, an exponent.
    guard digits > 0, digits == 1 || bytes[start] != UInt8(ascii: "0"), isAtEndOfValue else {
      throw NotPlain()
    }
    return isNegative ? -value : value
  }

  /// A text in quotes, as it stands there.
  mutating func quoted() throws(NotPlain) -> Quoted {
    guard take(UInt8(ascii: "\"")) else { throw NotPlain() }
    let start = position
    var all: UInt8 = 0
    while position < bytes.count {
      let byte = bytes[position]
      let trait = traits[Int(byte)]
      position += 1
      guard trait & Trait.stops != 0 else {
        all |= trait
        continue
      }
      if byte == UInt8(ascii: "\"") { return Quoted(range: start..<position - 1, traits: all) }
      guard byte == UInt8(ascii: "\\"), peek ?? 0 >= 0x20 else { throw NotPlain() }
      all |= Trait.isEscape
      position += 1
    }
    throw NotPlain()
  }

  /// A text.
  mutating func text() throws(NotPlain) -> String {
    let quoted = try quoted()
    return try text(of: quoted)
  }

  private func text(of quoted: Quoted) throws(NotPlain) -> String {
    let slice = bytes[quoted.range]
    guard quoted.traits != 0 else { return String(decoding: slice, as: UTF8.self) }
    let hasEscapes = quoted.traits & Trait.isEscape != 0
    guard
      let text = hasEscapes
        ? JSONReader.text(betweenQuotes: slice) : String(validating: slice, as: UTF8.self)
    else { throw NotPlain() }
    return text
  }

  /// An identifier.
  mutating func identifier<Kind>() throws(NotPlain) -> Identifier<Kind> {
    let quoted = try quoted()
    guard let id = Identifier<Kind>(bytes: bytes[quoted.range]) else { throw NotPlain() }
    return id
  }

  /// A key of the surrounding world.
  mutating func reference<Kind>() throws(NotPlain) -> Reference<Kind> {
    let quoted = try quoted()
    guard !quoted.range.isEmpty else { throw NotPlain() }
    return Reference(try text(of: quoted))
  }

  /// A point in time.
  mutating func moment() throws(NotPlain) -> Moment {
    let quoted = try quoted()
    guard let moment = Moment(bytes: bytes[quoted.range]) else { throw NotPlain() }
    return moment
  }

  /// A point in time.
  mutating func instant() throws(NotPlain) -> Instant { try moment().instant }

  /// A calendar day.
  mutating func date() throws(NotPlain) -> CivilDate {
    let quoted = try quoted()
    guard let date = CivilDate(bytes: bytes[quoted.range]) else { throw NotPlain() }
    return date
  }

  /// A list of identifiers, of which order and repetition mean nothing.
  mutating func identifiers<Kind>() throws(NotPlain) -> Set<Identifier<Kind>> {
    var set: Set<Identifier<Kind>> = []
    var list = try list()
    while try item(of: &list) { set.insert(try identifier()) }
    return set
  }

  /// A list of keys of the surrounding world, of which order and repetition mean nothing.
  mutating func references<Kind>() throws(NotPlain) -> Set<Reference<Kind>> {
    var set: Set<Reference<Kind>> = []
    var list = try list()
    while try item(of: &list) { set.insert(try reference()) }
    return set
  }
}

// Bytes.
extension PlainScanner {
  /// The byte ahead; `nil` at the end.
  var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Steps over the value ahead if it has the same bytes as an earlier one.
  ///
  /// A list or an object ends where its bytes end, so the same bytes are the same value.
  mutating func skip(ifSameAs earlier: Range<Int>) -> Bool {
    guard isAhead(earlier) else { return false }
    position += earlier.count
    return true
  }

  private func isAhead(_ earlier: Range<Int>) -> Bool {
    let count = earlier.count
    guard count <= bytes.count - position else { return false }
    let (ahead, before) = (
      bytes.span.extracting(position..<position + count), bytes.span.extracting(earlier)
    )
    // Without a way out of the loop, many bytes are compared at once.
    var difference: UInt8 = 0
    for index in 0..<count { difference |= ahead[index] ^ before[index] }
    return difference == 0
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  /// Steps over white space within a line.
  private mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 32, 9, 13: position += 1
      default: return
      }
    }
  }

  private mutating func word(_ word: String) throws(NotPlain) {
    for byte in word.utf8 {
      guard take(byte) else { throw NotPlain() }
    }
    guard isAtEndOfValue else { throw NotPlain() }
  }

  private var isAtEndOfValue: Bool {
    switch peek {
    case nil, 32, 9, 10, 13, UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"): true
    default: false
    }
  }
}
