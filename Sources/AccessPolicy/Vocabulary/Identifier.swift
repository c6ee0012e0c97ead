/// A name that a policy set declares: a role template, a content class, a purpose, a rule.
///
/// Identifiers are ASCII, so that two that look alike are alike: letters, digits, `-`, `_` and `.`,
/// beginning with a letter or a digit, at most 128 characters. They are compared byte for byte.
///
/// ```swift
/// let nurse = TemplateID("clerk-1")   // a value
/// let typo = TemplateID("clerk 1")    // nil: a space
/// ```
///
/// The phantom `Kind` keeps a mark from being passed where a purpose is meant.
public struct Identifier<Kind>: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The identifier as it was written.
  public let text: String

  /// Makes an identifier, or `nil` when the text is not one.
  ///
  /// - Complexity: O(length).
  public init?(_ text: some StringProtocol) {
    let bytes = text.utf8
    guard let first = bytes.first, IdentifierText.mayBegin(first), bytes.count <= 128,
      bytes.allSatisfy(IdentifierText.mayContinue)
    else { return nil }
    self.text = String(text)
  }

  /// Makes an identifier of bytes.
  package init?(bytes: ArraySlice<UInt8>) {
    guard let first = bytes.first, IdentifierText.mayBegin(first), bytes.count <= 128,
      bytes.allSatisfy(IdentifierText.mayContinue)
    else { return nil }
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// The identifier as it was written.
  public var description: String { text }

  /// Orders identifiers by their bytes.
  public static func < (a: Self, b: Self) -> Bool { a.text < b.text }

  /// The same name seen as a name of another kind, for the few places that look a name up blindly.
  package func cast<Other>(to kind: Other.Type = Other.self) -> Identifier<Other> {
    Identifier<Other>(unchecked: text)
  }

  package init(unchecked text: String) { self.text = text }
}

/// Which bytes an identifier is made of; shared with the scanner of conditions.
package enum IdentifierText {
  package static func mayBegin(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  package static func mayContinue(_ byte: UInt8) -> Bool {
    mayBegin(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: ".")
  }
}
