import AccessPolicy

/// Writes values as YAML that every reader of YAML takes for the same: texts in double quotes, lists
/// of single values on one line, all other lists and keys on lines of their own.
enum YAMLWriter {
  /// A value as an item of a list, with a line break at its end.
  static func item(_ value: JSONValue, level: Int) -> String {
    let indent = String(repeating: "  ", count: level)
    guard case .object(let entries) = value, !entries.isEmpty else {
      return "\(indent)- \(JSONWriter.line(value))\n"
    }
    let lines = self.entries(entries, level: level + 1)
    return "\(indent)- \(lines.dropFirst(indent.utf8.count + 2))"
  }

  private static func entries(_ entries: [JSONValue.Entry], level: Int) -> String {
    let indent = String(repeating: "  ", count: level)
    return entries.map { "\(indent)\($0.key):\(after($0.value, level: level))" }.joined()
  }

  /// What stands behind a key, from the colon to the end of the last line.
  private static func after(_ value: JSONValue, level: Int) -> String {
    switch value {
    case .object(let entries) where !entries.isEmpty:
      "\n" + self.entries(entries, level: level + 1)
    case .array(let items) where items.contains(where: isNested):
      "\n" + items.map { item($0, level: level + 1) }.joined()
    case .array(let items): " [\(items.map(JSONWriter.line).joined(separator: ", "))]\n"
    case .null, .bool, .number, .fraction, .string, .object: " \(JSONWriter.line(value))\n"
    }
  }

  private static func isNested(_ value: JSONValue) -> Bool {
    switch value {
    case .object, .array: true
    case .null, .bool, .number, .fraction, .string: false
    }
  }
}
