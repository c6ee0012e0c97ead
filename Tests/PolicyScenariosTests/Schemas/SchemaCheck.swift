import AccessPolicy
import Foundation

/// Holds a document to a JSON Schema: what of draft 7 the schemas for editors use.
struct SchemaCheck {
  /// How plain words are typed: YAML 1.2 has `true` and `false`, YAML 1.1 `yes` and `no` as well.
  enum Reading: CaseIterable {
    case yaml11, yaml12
  }

  private let root: [String: Any]
  private let patterns = Patterns()
  private let reading: Reading

  init(_ schema: String, _ reading: Reading) throws {
    let value = try JSONSerialization.jsonObject(with: Data(schema.utf8))
    guard let root = value as? [String: Any] else { throw NotASchema(text: "\(value)") }
    self.root = root
    self.reading = reading
  }

  /// Patterns that have been read, since that takes long.
  private final class Patterns {
    private var read: [String: Regex<AnyRegexOutput>] = [:]

    subscript(_ text: String) -> Regex<AnyRegexOutput> {
      get throws {
        if let regex = read[text] { return regex }
        let regex = try Regex(text)
        read[text] = regex
        return regex
      }
    }
  }

  struct NotASchema: Error { let text: String }

  /// Where the document is not as the schema wants it; `nil` where it is.
  func mistake(in document: Document) throws -> String? {
    guard let node = document.root else { return nil }
    return try mistake(value(node), root, "")
  }

  // MARK: YAML

  private indirect enum Value: Equatable {
    case null, bool(Bool), number(Double), string(String), array([Value])
    case object([String: Value])

    var type: String {
      switch self {
      case .null: "null"
      case .bool: "boolean"
      case .number: "number"
      case .string: "string"
      case .array: "array"
      case .object: "object"
      }
    }
  }

  private func value(_ node: DocumentNode) -> Value {
    switch node.content {
    case .scalar(let text, isQuoted: true): .string(text)
    case .scalar(let text, isQuoted: false): scalar(text)
    case .sequence(let items): .array(items.map(value))
    case .mapping(let entries):
      .object(
        Dictionary(entries.map { ($0.key.value, value($0.value)) }, uniquingKeysWith: { $1 })
      )
    }
  }

  private func scalar(_ text: String) -> Value {
    switch text {
    case "", "~", "null": .null
    case "true": .bool(true)
    case "false": .bool(false)
    case "yes" where reading == .yaml11: .bool(true)
    case "no" where reading == .yaml11: .bool(false)
    default: text.wholeMatch(of: /-?[0-9]+(\.[0-9]+)?/) != nil ? number(text) : .string(text)
    }
  }

  private func number(_ text: String) -> Value { Double(text).map { .number($0) } ?? .string(text) }

  private func value(_ json: Any) -> Value {
    switch json {
    case is NSNull: .null
    case let bool as Bool where "\(type(of: json))".contains("Bool"): .bool(bool)
    case let number as NSNumber: .number(number.doubleValue)
    default: .string("\(json)")
    }
  }

  // MARK: Schemas

  private func mistake(_ value: Value, _ schema: [String: Any], _ path: String) throws -> String? {
    if let reference = schema["$ref"] as? String {
      let name = reference.replacing("#/definitions/", with: "")
      let definitions = root["definitions"] as? [String: Any]
      guard let target = definitions?[name] as? [String: Any] else {
        throw NotASchema(text: reference)
      }
      return try mistake(value, target, path)
    }
    for (word, rule) in schema.sorted(by: { $0.key < $1.key }) {
      if let mistake = try mistake(value, word, rule, schema, path) { return mistake }
    }
    return nil
  }

  private func mistake(
    _ value: Value,
    _ word: String,
    _ rule: Any,
    _ schema: [String: Any],
    _ path: String
  ) throws -> String? {
    func unless(_ holds: Bool) -> String? { holds ? nil : "\(path): \(word)" }
    func holds(_ schema: Any) throws -> Bool { try mistake(value, object(schema), path) == nil }
    switch word {
    case "$schema", "title", "description", "definitions", "then": return nil
    case "type":
      let types = rule as? [String] ?? [rule as? String ?? ""]
      let isWhole =
        if case .number(let number) = value { number == number.rounded() } else { false }
      return unless(types.contains(value.type) || (isWhole && types.contains("integer")))
    case "enum": return unless(try list(rule).contains { self.value($0) == value })
    case "const": return unless(self.value(rule) == value)
    case "pattern":
      guard case .string(let text) = value else { return nil }
      return unless(try text.firstMatch(of: patterns["\(rule)"]) != nil)
    case "minimum", "maximum":
      guard case .number(let number) = value, let limit = (rule as? NSNumber)?.doubleValue
      else { return nil }
      return unless(word == "minimum" ? number >= limit : number <= limit)
    case "anyOf": return unless(try list(rule).contains { try holds($0) })
    case "oneOf": return unless(try list(rule).filter { try holds($0) }.count == 1)
    case "allOf":
      return try list(rule).lazy.compactMap { try mistake(value, object($0), path) }.first
    case "not": return unless(try !holds(rule))
    case "if":
      guard try holds(rule), let then = schema["then"] else { return nil }
      return try mistake(value, object(then), path)
    case "items", "minItems", "uniqueItems":
      guard case .array(let items) = value else { return nil }
      switch word {
      case "minItems": return unless(items.count >= rule as? Int ?? 0)
      case "uniqueItems":
        return unless(items.indices.allSatisfy { !items[..<$0].contains(items[$0]) })
      default:
        return try items.enumerated().lazy
          .compactMap { try mistake($1, object(rule), "\(path)/\($0)") }.first
      }
    default:
      guard case .object(let entries) = value else { return nil }
      return try mistake(of: entries, word, rule, schema, path)
    }
  }

  /// The words that say something of objects.
  private func mistake(
    of entries: [String: Value],
    _ word: String,
    _ rule: Any,
    _ schema: [String: Any],
    _ path: String
  ) throws -> String? {
    func unless(_ holds: Bool) -> String? { holds ? nil : "\(path): \(word)" }
    switch word {
    case "required": return unless(try list(rule).allSatisfy { entries["\($0)"] != nil })
    case "dependencies":
      return unless(
        try object(rule).allSatisfy { key, others in
          try entries[key] == nil || list(others).allSatisfy { entries["\($0)"] != nil }
        }
      )
    case "minProperties": return unless(entries.count >= rule as? Int ?? 0)
    case "maxProperties": return unless(entries.count <= rule as? Int ?? 0)
    case "propertyNames":
      return try entries.keys.sorted().lazy
        .compactMap { try mistake(.string($0), object(rule), "\(path)/\($0)") }.first
    case "properties":
      for (key, property) in try object(rule).sorted(by: { $0.key < $1.key }) {
        guard let value = entries[key] else { continue }
        if let mistake = try mistake(value, object(property), "\(path)/\(key)") { return mistake }
      }
      return nil
    case "additionalProperties":
      let properties = try object(schema["properties"] ?? [String: Any]())
      for (key, value) in entries.sorted(by: { $0.key < $1.key }) where properties[key] == nil {
        guard let others = rule as? [String: Any] else { return "\(path)/\(key): unknown" }
        if let mistake = try mistake(value, others, "\(path)/\(key)") { return mistake }
      }
      return nil
    default: throw NotASchema(text: word)
    }
  }

  private func object(_ json: Any) throws -> [String: Any] {
    guard let object = json as? [String: Any] else { throw NotASchema(text: "\(json)") }
    return object
  }

  private func list(_ json: Any) throws -> [Any] {
    guard let list = json as? [Any] else { throw NotASchema(text: "\(json)") }
    return list
  }
}
