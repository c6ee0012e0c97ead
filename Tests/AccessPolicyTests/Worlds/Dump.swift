import AccessPolicy

/// Values as people read them: names and values, without the names of types.
enum Dump {
  /// A value on one line.
  static func line(_ value: Any) -> String { text(value, indent: nil) }

  /// A value on several lines, one for each part.
  static func lines(_ value: Any) -> String { text(value, indent: "") }

  private static func text(_ value: Any, indent: String?) -> String {
    switch value {
    case let text as String: return "\"\(text)\""
    case let outcome as Outcome: return outcome.description
    case let place as SourceRange: return place.description
    case let described as any CustomStringConvertible where isLeaf(value):
      return described.description
    default: break
    }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional:
      return mirror.children.first.map { text($0.value, indent: indent) } ?? "nil"
    case .collection:
      return group(mirror.children.map { text($0.value, indent: deeper(indent)) }, "[]", indent)
    case .set:
      return group(mirror.children.map { text($0.value, indent: nil) }.sorted(), "{}", nil)
    case .dictionary:
      let entries = mirror.children.map { child in
        let pair = Mirror(reflecting: child.value).children.map { text($0.value, indent: nil) }
        return pair.joined(separator: ": ")
      }
      return group(entries.sorted(), "{}", nil)
    case .enum:
      guard let child = mirror.children.first else { return "\(value)" }
      let label = child.label ?? ""
      if label == "known" { return text(child.value, indent: indent) }
      return "\(label)(\(text(child.value, indent: nil)))"
    case .tuple:
      return group(mirror.children.map { text($0.value, indent: nil) }, "()", nil)
    default:
      guard !mirror.children.isEmpty else { return "\(value)" }
      let parts = mirror.children.map { child in
        "\(child.label ?? ""): \(text(child.value, indent: deeper(indent)))"
      }
      return group(parts, "()", indent)
    }
  }

  /// Whether a value is shown by its own description.
  private static func isLeaf(_ value: Any) -> Bool {
    switch Mirror(reflecting: value).displayStyle {
    case .struct: !(value is LocalizedText)
    case nil: true
    default: value is GateID
    }
  }

  private static func deeper(_ indent: String?) -> String? { indent.map { $0 + "  " } }

  private static func group(_ parts: [String], _ marks: String, _ indent: String?) -> String {
    let (open, close) = (String(marks.prefix(1)), String(marks.suffix(1)))
    guard let indent, parts.count > 1 else { return open + parts.joined(separator: ", ") + close }
    let inner = parts.map { "\n\(indent)  \($0)" }.joined()
    return "\(open)\(inner)\n\(indent)\(close)"
  }
}
