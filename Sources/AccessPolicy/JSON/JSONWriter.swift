/// Writes JSON: the same value always gives the same bytes.
package struct JSONWriter {
  /// What has been written.
  package private(set) var text = ""

  private let isIndented: Bool

  /// Begins to write; indented by two spaces a level, or all on one line.
  package init(isIndented: Bool = false) { self.isIndented = isIndented }

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
    return writer.text + "\n"
  }

  /// Writes a value.
  package mutating func write(_ value: JSONValue) { write(value, level: 0) }

  private mutating func write(_ value: JSONValue, level: Int) {
    switch value {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let value): text += String(value)
    case .fraction(let value): text += value.isFinite ? value.description : "null"
    case .string(let value): write(quoted: value)
    case .array(let values):
      write("[", values, "]", level: level) { (writer, value, level) in
        writer.write(value, level: level)
      }
    case .object(let entries):
      write("{", entries, "}", level: level) { (writer, entry, level) in
        writer.write(quoted: entry.key)
        writer.text += writer.isIndented ? ": " : ":"
        writer.write(entry.value, level: level)
      }
    }
  }

  private mutating func write<Part>(
    _ opening: String,
    _ parts: [Part],
    _ closing: String,
    level: Int,
    _ writePart: (inout Self, Part, Int) -> Void
  ) {
    text += opening
    for (index, part) in parts.enumerated() {
      if index > 0 { text += "," }
      breakLine(level: level + 1)
      writePart(&self, part, level + 1)
    }
    if !parts.isEmpty { breakLine(level: level) }
    text += closing
  }

  private mutating func breakLine(level: Int) {
    guard isIndented else { return }
    text += "\n" + String(repeating: "  ", count: level)
  }

  /// Writes a text in quotes; letters stay as they are, and what could end a line is escaped.
  private mutating func write(quoted value: String) {
    let isPlain = value.utf8.allSatisfy {
      (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
    guard !isPlain else {
      // Nearly all texts that programs write are so.
      text += "\"\(value)\""
      return
    }
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{08}": text += "\\b"
      case "\u{0C}": text += "\\f"
      case "\0"..<" ", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let hex = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
