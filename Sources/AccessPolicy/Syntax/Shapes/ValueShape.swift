/// What the value of a key may be.
package indirect enum ValueShape: Sendable {
  /// Any text.
  case text
  /// The key of a person or thing that the policy set does not declare: any text.
  case key
  /// The id of something, such as `content class`.
  case id(of: String)
  /// One of these words.
  case word([String])
  /// Yes or no.
  case boolean
  /// A whole number within these limits.
  case number(ClosedRange<Int64>)
  /// A length of time: `30 days`.
  case duration
  /// A day: `2026-03-02`.
  case date
  /// A point in time with its zone: `2026-03-02T10:00+01:00`.
  case moment
  /// A point in time as scenarios write it: with its zone, as a day, or counted from `now`.
  case instant
  /// A condition.
  case condition
  /// The edge of a window, or a word that says that there is none.
  case edge(orWord: String)
  /// The edge of a window, with the start or end that it is counted from.
  case wholeEdge
  /// A value of an attribute that the policy set declares, or a list of such.
  case attributeValue
  /// A list; where it may be one value, that can also stand by itself.
  case list(of: ValueShape, atLeastOne: Bool, orOne: Bool)
  /// Keys that the author chooses, each with a value of the same kind.
  case entries(EntriesShape)
  /// A record.
  case record(RecordShape)
  /// One of some words, or one of some keys with its value.
  case choice(words: [String], keys: [KeyShape])
  /// One of several kinds of value.
  case either([ValueShape])
  /// A fact of the cast: the value, the word `unknown`, or, unless the key is required, nothing.
  case fact(ValueShape)
  /// The value, or nothing: `null` says that there is none.
  case orNothing(ValueShape)
  /// A kind of value that can hold itself, by its name.
  case named(String, @Sendable () -> ValueShape)

  /// The list that it is, or can be.
  var asList: ValueShape? {
    switch self {
    case .list: self
    case .either(let shapes): shapes.lazy.compactMap(\.asList).first
    default: nil
    }
  }

  /// A list of ids.
  package static func ids(
    of kind: String,
    atLeastOne: Bool = false,
    orOne: Bool = false
  ) -> ValueShape {
    .list(of: .id(of: kind), atLeastOne: atLeastOne, orOne: orOne)
  }

  /// A list without conditions on its length.
  package static func list(of value: ValueShape) -> ValueShape {
    .list(of: value, atLeastOne: false, orOne: false)
  }

  /// Declarations of some kind, by their ids.
  package static func declarations(of kind: String, _ record: RecordShape) -> ValueShape {
    .entries(EntriesShape(kind: kind, keysAreIDs: true, value: .record(record)))
  }
}

/// Keys that the author chooses, each with a value of the same kind.
package struct EntriesShape: Sendable {
  /// What one entry is called, such as `content class`.
  package let kind: String
  /// Whether the keys are identifiers; else they are any text.
  package let keysAreIDs: Bool
  /// Whether there must be an entry.
  package let atLeastOne: Bool
  package let value: ValueShape

  package init(kind: String, keysAreIDs: Bool, atLeastOne: Bool = false, value: ValueShape) {
    self.kind = kind
    self.keysAreIDs = keysAreIDs
    self.atLeastOne = atLeastOne
    self.value = value
  }
}
