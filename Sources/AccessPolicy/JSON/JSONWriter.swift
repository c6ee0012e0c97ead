/// A key as it is written, with its quotes and the colon: made once, and written often.
package struct JSONKey: Sendable {
  fileprivate let bytes: [UInt8]

  package init(_ key: String) { bytes = Array((JSONWriter.line(.string(key)) + ":").utf8) }
}

/// Writes JSON: the same value always gives the same bytes.
///
/// Values are written as they come, so that nothing needs to be put together first:
///
/// ```swift
/// var writer = JSONWriter()
/// writer.object { $0.field(outcome, "allow") }  // where `outcome` is JSONKey("outcome")
/// ```
package struct JSONWriter {
  /// What has been written, in UTF-8.
  package private(set) var bytes: [UInt8] = []

  private let isIndented: Bool
  private var level = 0
  private var place = Place.first

  /// What stands in front of what comes next.
  private enum Place {
    /// Nothing, in the same list or object.
    case first
    /// A part of the same list or object.
    case behindPart
    /// The key that it belongs to.
    case behindKey
  }

  /// Begins to write; indented by two spaces a level, or all on one line.
  package init(isIndented: Bool = false) { self.isIndented = isIndented }

  /// What has been written.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// A value on one line, without spaces and without a line break.
  package static func line(_ value: JSONValue) -> String {
    var writer = JSONWriter()
    writer.write(value)
    return writer.text
  }

  /// A value over several lines, with a line break at its end.
  package static func page(_ value: JSONValue) -> String {
    var writer = JSONWriter(isIndented: true)
    writer.write(value)
    writer.endLine()
    return writer.text
  }

  /// Ends the line, so that another value can begin.
  package mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    place = .first
  }

  /// Forgets what has been written, and keeps the room for it.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    place = .first
  }

  /// Writes a value.
  package mutating func write(_ value: JSONValue) {
    switch value {
    case .null: writeNull()
    case .bool(let value): write(value)
    case .number(let value): write(value)
    case .fraction(let value): writeWord(value.isFinite ? value.description : "null")
    case .string(let value): write(value)
    case .array(let values):
      array { (writer: inout JSONWriter) in
        for value in values { writer.write(value) }
      }
    case .object(let entries):
      object { (writer: inout JSONWriter) in
        for entry in entries {
          writer.key(JSONKey(entry.key))
          writer.write(entry.value)
        }
      }
    }
  }
}

// Values as they come.
extension JSONWriter {
  /// Writes an object of the fields that `write` writes.
  package mutating func object(_ write: (inout JSONWriter) -> Void) {
    begin(UInt8(ascii: "{"))
    write(&self)
    end(UInt8(ascii: "}"))
  }

  /// Writes a list of the values that `write` writes.
  package mutating func array(_ write: (inout JSONWriter) -> Void) {
    begin(UInt8(ascii: "["))
    write(&self)
    end(UInt8(ascii: "]"))
  }

  /// Writes the key of the value that comes next.
  package mutating func key(_ key: JSONKey) {
    beginPart()
    bytes.append(contentsOf: key.bytes)
    if isIndented { bytes.append(UInt8(ascii: " ")) }
    place = .behindKey
  }

  /// Writes a text in quotes.
  package mutating func write(_ text: String) {
    beginPart()
    bytes.append(UInt8(ascii: "\""))
    write(escaped: text)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes a whole number.
  package mutating func write(_ number: Int64) { writeWord(String(number)) }

  /// Writes `true` or `false`.
  package mutating func write(_ value: Bool) { writeWord(value ? "true" : "false") }

  /// Writes `null`.
  package mutating func writeNull() { writeWord("null") }

  /// Writes a key with a text, or with `null` where there is none.
  package mutating func field(_ key: JSONKey, _ text: String?) {
    self.key(key)
    if let text { write(text) } else { writeNull() }
  }

  /// Writes a key with a whole number.
  package mutating func field(_ key: JSONKey, _ number: Int64) {
    self.key(key)
    write(number)
  }

  /// Writes a key with `true` or `false`.
  package mutating func field(_ key: JSONKey, _ value: Bool) {
    self.key(key)
    write(value)
  }

  /// Writes a key with a place, as its description has it, or with `null` where there is none.
  package mutating func field(_ key: JSONKey, at range: SourceRange?) {
    self.key(key)
    guard let range else { return writeNull() }
    beginPart()
    bytes.append(UInt8(ascii: "\""))
    write(escaped: range.file)
    for number in [range.line, range.column] {
      bytes.append(UInt8(ascii: ":"))
      bytes.append(contentsOf: String(number).utf8)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes a key with a list of what `write` writes for each part.
  package mutating func field<Part>(
    _ key: JSONKey,
    each parts: [Part],
    _ write: (inout JSONWriter, Part) -> Void
  ) {
    self.key(key)
    array { (writer: inout JSONWriter) in
      for part in parts { write(&writer, part) }
    }
  }
}

// Bytes.
extension JSONWriter {
  private mutating func begin(_ bracket: UInt8) {
    beginPart()
    bytes.append(bracket)
    level += 1
    place = .first
  }

  private mutating func end(_ bracket: UInt8) {
    level -= 1
    if case .behindPart = place { breakLine() }
    bytes.append(bracket)
    place = .behindPart
  }

  /// Parts the next value from what stands in front of it.
  private mutating func beginPart() {
    switch place {
    case .behindKey: break
    case .first: if level > 0 { breakLine() }
    case .behindPart:
      bytes.append(UInt8(ascii: ","))
      breakLine()
    }
    place = .behindPart
  }

  private mutating func breakLine() {
    guard isIndented else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * level))
  }

  private mutating func writeWord(_ word: String) {
    beginPart()
    bytes.append(contentsOf: word.utf8)
  }

  /// Writes what stands in quotes; letters stay as they are, and what could end a line is escaped.
  private mutating func write(escaped value: String) {
    let start = bytes.count
    bytes.append(contentsOf: value.utf8)
    if Self.needEscape(bytes[start...]) {
      bytes.removeSubrange(start...)
      for scalar in value.unicodeScalars { write(escaped: scalar) }
    }
  }

  /// Whether one of the bytes can need an escape; nearly no text that programs write has one.
  private static func needEscape(_ written: ArraySlice<UInt8>) -> Bool {
    let span = written.span
    // Without a way out of the loop, many bytes are looked at together.
    var need: UInt8 = 0
    for index in span.indices {
      let byte = span[index]
      let isPlain = (0x20...0x7E).contains(byte) && byte != 0x22 && byte != 0x5C
      need |= isPlain ? 0 : 1
    }
    return need != 0
  }

  private mutating func write(escaped scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": bytes.append(contentsOf: "\\\"".utf8)
    case "\\": bytes.append(contentsOf: "\\\\".utf8)
    case "\n": bytes.append(contentsOf: "\\n".utf8)
    case "\r": bytes.append(contentsOf: "\\r".utf8)
    case "\t": bytes.append(contentsOf: "\\t".utf8)
    case "\u{08}": bytes.append(contentsOf: "\\b".utf8)
    case "\u{0C}": bytes.append(contentsOf: "\\f".utf8)
    case "\0"..<" ", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
      let hex = String(scalar.value, radix: 16)
      bytes.append(contentsOf: "\\u\(String(repeating: "0", count: 4 - hex.count))\(hex)".utf8)
    default: bytes.append(contentsOf: String(Character(scalar)).utf8)
    }
  }
}
