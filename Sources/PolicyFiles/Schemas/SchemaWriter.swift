import AccessPolicy

/// Writes a JSON Schema of a shape; every record and every kind of value is defined once.
struct SchemaWriter {
  private var definitions: [JSONValue.Entry] = []
  private var begun: Set<String> = []

  /// The whole schema, for files that hold this record.
  mutating func document(_ shape: RecordShape, title: String) -> JSONValue {
    let root = entries(of: record(shape))
    return .object(
      [
        JSONValue.Entry("$schema", "http://json-schema.org/draft-07/schema#"),
        .init("title", .string(title)),
      ] + root
        + [.init("definitions", .object(definitions.sorted { $0.key < $1.key }))]
    )
  }

  private mutating func record(_ shape: RecordShape) -> JSONValue {
    let keys = shape.keys.map { JSONValue.Entry($0.name, property($0)) }
    var schema: [JSONValue.Entry] = [
      .init("description", .string(shape.meaning)), .init("type", "object"),
      .init("properties", .object(keys)), .init("additionalProperties", false),
    ]
    let required = shape.keys.filter(\.isRequired).map(\.name)
    if !required.isEmpty {
      schema.append(
        shape.canBeLikeAnother
          ? .init("anyOf", [Self.required(["like"]), Self.required(required)])
          : .init("required", .strings(required))
      )
    }
    if !shape.rules.isEmpty { schema.append(.init("allOf", .array(shape.rules.map(Self.rule)))) }
    return .object(schema)
  }

  private mutating func property(_ key: KeyShape) -> JSONValue {
    let otherwise = key.otherwise.map { " Left out: \($0)." } ?? ""
    let value: JSONValue =
      if key.isRequired, case .fact(let value) = key.value {
        ["anyOf": [schema(value), ["enum": ["unknown"]]]]
      } else {
        schema(key.value)
      }
    return .object(
      [.init("description", .string(key.meaning + otherwise))] + entries(of: value)
    )
  }

  private mutating func schema(_ value: ValueShape) -> JSONValue {
    switch value {
    case .text, .key: simple(.text)
    case .id: simple(.id)
    case .word(let words): ["enum": .strings(words)]
    case .boolean: simple(.yesOrNo)
    case .number(let limits): Self.number(limits)
    case .duration: simple(.duration)
    case .date: simple(.date)
    case .moment: simple(.moment)
    case .instant: simple(.instant)
    case .condition: simple(.condition)
    case .edge(let word): ["anyOf": [["enum": [.string(word)]], simple(.edge)]]
    case .wholeEdge: simple(.wholeEdge)
    case .attributeValue: simple(.attributeValue)
    case .list(let item, let atLeastOne, let orOne): list(item, atLeastOne, orOne: orOne)
    case .entries(let shape): entries(shape)
    case .record(let shape): defined(shape.name) { $0.record(shape) }
    case .choice(let words, let keys): choice(words, keys)
    case .either(let values): anyOf(values)
    case .fact(let value): ["anyOf": [schema(value), simple(.notKnown)]]
    case .orNothing(let value): ["anyOf": [schema(value), ["type": "null"]]]
    case .named(let name, let value): defined(name) { $0.schema(value()) }
    }
  }

  private mutating func anyOf(_ values: [ValueShape]) -> JSONValue {
    var schemas: [JSONValue] = []
    for value in values { schemas.append(schema(value)) }
    return ["anyOf": .array(schemas)]
  }

  private mutating func list(_ item: ValueShape, _ atLeastOne: Bool, orOne: Bool) -> JSONValue {
    let items = schema(item)
    var list: [JSONValue.Entry] = [.init("type", "array"), .init("items", items)]
    if atLeastOne { list.append(.init("minItems", 1)) }
    // Names stand once in a list; whatever else is listed may stand twice.
    switch item {
    case .id, .key, .word: list.append(.init("uniqueItems", true))
    default: break
    }
    return orOne ? ["anyOf": [items, .object(list)]] : .object(list)
  }

  private mutating func entries(_ shape: EntriesShape) -> JSONValue {
    var schema: [JSONValue.Entry] = [.init("type", "object")]
    if shape.keysAreIDs { schema.append(.init("propertyNames", simple(.id))) }
    if shape.atLeastOne { schema.append(.init("minProperties", 1)) }
    schema.append(.init("additionalProperties", self.schema(shape.value)))
    return .object(schema)
  }

  private mutating func choice(_ words: [String], _ keys: [KeyShape]) -> JSONValue {
    let properties = keys.map { JSONValue.Entry($0.name, property($0)) }
    return [
      "anyOf": [
        ["enum": .strings(words)],
        [
          "type": "object", "properties": .object(properties), "additionalProperties": false,
          "minProperties": 1, "maxProperties": 1,
        ],
      ]
    ]
  }

  private mutating func simple(_ value: SimpleValue) -> JSONValue {
    defined(value.rawValue) { _ in value.schema }
  }

  /// A reference to a definition, which is written the first time that it is needed.
  private mutating func defined(_ name: String, _ schema: (inout Self) -> JSONValue) -> JSONValue {
    if begun.insert(name).inserted {
      let definition = schema(&self)
      definitions.append(.init(name, definition))
    }
    return ["$ref": .string("#/definitions/\(name)")]
  }

  private func entries(of schema: JSONValue) -> [JSONValue.Entry] {
    guard case .object(let entries) = schema else { return [] }
    return entries
  }

  private static func number(_ limits: ClosedRange<Int64>) -> JSONValue {
    var schema: [JSONValue.Entry] = [.init("type", "integer")]
    if limits.lowerBound != .min { schema.append(.init("minimum", .number(limits.lowerBound))) }
    if limits.upperBound != .max { schema.append(.init("maximum", .number(limits.upperBound))) }
    return .object(schema)
  }

  private static func required(_ keys: [String]) -> JSONValue { ["required": .strings(keys)] }

  private static func rule(_ rule: KeyRule) -> JSONValue {
    switch rule {
    case .exactlyOne(let keys): ["oneOf": .array(keys.map { required([$0]) })]
    case .atLeastOne(let keys): ["anyOf": .array(keys.map { required([$0]) })]
    case .needs(let key, let other):
      ["dependencies": .object([.init(key, .strings([other]))])]
    case .excludes(let key, let other): ["not": required([key, other])]
    case .valueNeeds(let key, let value, let other):
      [
        "if": [
          "properties": .object([.init(key, ["const": .string(value)])]),
          "required": .strings([key]),
        ],
        "then": required([other]),
      ]
    case .needsValue(let key, let other, let values):
      [
        "if": required([key]),
        "then": [
          "properties": .object([.init(other, ["enum": .strings(values)])]),
          "required": .strings([other]),
        ],
      ]
    }
  }
}
