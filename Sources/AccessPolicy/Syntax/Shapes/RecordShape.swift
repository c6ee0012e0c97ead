/// What one kind of record may hold.
///
/// Readers are opened with a shape, and the schemas for editors are written from the same shapes, so
/// that what is offered and what is read cannot part.
package struct RecordShape: Sendable {
  /// What such a record is called, in one word; no two kinds share it.
  package let name: String

  /// What it is, in one line.
  package let meaning: String

  /// The keys, in the order in which messages and editors name them.
  package let keys: [KeyShape]

  /// What holds between the keys, beside that some are required.
  package let rules: [KeyRule]

  /// Whether an entry can be `like` another one: then it need not have what that one has.
  package let canBeLikeAnother: Bool

  package init(
    _ name: String,
    _ meaning: String,
    keys: [KeyShape],
    rules: [KeyRule] = [],
    canBeLikeAnother: Bool = false
  ) {
    self.name = name
    self.meaning = meaning
    self.keys = keys
    self.rules = rules
    self.canBeLikeAnother = canBeLikeAnother
  }

  /// The key of that name.
  package subscript(name: String) -> KeyShape? { keys.first { $0.name == name } }
}

/// One key of a kind of record.
package struct KeyShape: Sendable {
  package let name: String
  package let value: ValueShape
  package let isRequired: Bool

  /// What it says, in one line.
  package let meaning: String

  /// What holds where it is left out, if that can be said in a few words.
  package let otherwise: String?

  /// A key that must be there.
  package static func required(_ name: String, _ value: ValueShape, _ meaning: String) -> KeyShape {
    KeyShape(name: name, value: value, isRequired: true, meaning: meaning, otherwise: nil)
  }

  /// A key that need not be there.
  package static func optional(
    _ name: String,
    _ value: ValueShape,
    _ meaning: String,
    otherwise: String? = nil
  ) -> KeyShape {
    KeyShape(name: name, value: value, isRequired: false, meaning: meaning, otherwise: otherwise)
  }
}

/// What holds between keys of one record.
package enum KeyRule: Sendable {
  /// Exactly one of them stands there.
  case exactlyOne([String])
  /// At least one of them stands there.
  case atLeastOne([String])
  /// Where the first stands, so does the second.
  case needs(String, String)
  /// Where one of them stands, the other does not.
  case excludes(String, String)
  /// Where the key has this value, the second stands there too.
  case valueNeeds(String, is: String, String)
  /// Where the first stands, the second stands there too, with one of these values.
  case needsValue(String, String, in: [String])
}
