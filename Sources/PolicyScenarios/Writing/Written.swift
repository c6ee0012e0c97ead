import AccessPolicy

/// What stands in a scenario file that is written: values as text, lists, and keys.
indirect enum Written: Hashable {
  /// A single value, as it stands in the file.
  case scalar(String)
  /// A list.
  case list([Written])
  /// Keys, each with its value.
  case keys([Entry])

  /// A key with its value, and a comment behind.
  struct Entry: Hashable {
    /// The key, as it stands in the file.
    var key: String
    var value: Written
    /// Words for people; `nil` for none.
    var comment: String?
    /// Whether its keys stand on lines of their own, however few they are.
    var isOpen = false

    init(_ key: String, _ value: Written, comment: String? = nil, isOpen: Bool = false) {
      self.key = key
      self.value = value
      self.comment = comment
      self.isOpen = isOpen
    }
  }

  /// The longest line of keys that stand in braces.
  private static let longest = 110

  /// Lines of keys.
  static func lines(_ entries: [Entry], level: Int = 0) -> String {
    entries.map { Self.lines($0, level: level) }.joined()
  }

  private static func lines(_ entry: Entry, level: Int) -> String {
    let start = String(repeating: "  ", count: level) + entry.key + ":"
    let comment = Self.comment(entry.comment)
    let line = "\(start) \(entry.value.inline)"
    let fits =
      line.unicodeScalars.count <= longest && !entry.isOpen && !entry.value.hasOpenParts
    switch entry.value {
    case .keys(let entries) where !entries.isEmpty && !fits:
      return "\(start)\(comment)\n\(lines(entries, level: level + 1))"
    case .list(let items) where items.contains(where: \.isKeys) && !fits:
      return "\(start)\(comment)\n" + items.map { item($0, level: level + 1) }.joined()
    case .scalar, .list, .keys: return "\(line)\(comment)\n"
    }
  }

  /// An item of a list, on lines of its own.
  static func item(_ value: Written, level: Int) -> String {
    let indent = String(repeating: "  ", count: level)
    guard case .keys(let entries) = value, !entries.isEmpty else {
      return "\(indent)- \(value.inline)\n"
    }
    let lines = lines(entries, level: level + 1)
    return "\(indent)- \(lines.dropFirst(indent.utf8.count + 2))"
  }

  /// The value on one line.
  private var inline: String {
    switch self {
    case .scalar(let text): text
    case .list(let items): "[\(items.map(\.inline).joined(separator: ", "))]"
    case .keys([]): "{}"
    case .keys(let entries):
      "{ \(entries.map { "\($0.key): \($0.value.inline)" }.joined(separator: ", ")) }"
    }
  }

  private var isKeys: Bool {
    guard case .keys = self else { return false }
    return true
  }

  /// Whether something further in needs a line of its own.
  private var hasOpenParts: Bool {
    switch self {
    case .scalar: false
    case .list(let items): items.contains(where: \.hasOpenParts)
    case .keys(let entries):
      entries.contains { $0.isOpen || $0.comment != nil || $0.value.hasOpenParts }
    }
  }

  /// A comment behind a line; what cannot stand in one is left out.
  private static func comment(_ text: String?) -> String {
    guard let text else { return "" }
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.value >= 0x20 && !HiddenCharacters.isHidden($0)
    }
    return isPlain ? "  # \(text)" : ""
  }
}

extension [Written.Entry] {
  /// The entries with another one at the end, if there is one.
  static func + (entries: Self, entry: Written.Entry?) -> Self {
    entries + (entry.map { [$0] } ?? [])
  }
}
