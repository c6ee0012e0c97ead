/// A key of the surrounding world: a staff number, a patient number, the id of a note.
///
/// The engine knows nothing of its form and compares it byte for byte. Swift's `String` compares by
/// Unicode canonical equivalence, under which two different keys of a database can be equal.
public struct Reference<Kind>: Sendable, Hashable, Comparable, CustomStringConvertible,
  ExpressibleByStringLiteral
{
  /// The key as the caller gave it.
  public let text: String

  /// Takes the key as it is; any text is a key.
  public init(_ text: String) { self.text = text }

  /// Takes the key as it is.
  public init(stringLiteral text: String) { self.text = text }

  /// The key as the caller gave it.
  public var description: String { text }

  /// Whether the two keys have the same bytes.
  public static func == (a: Self, b: Self) -> Bool { TextBytes.areEqual(a.text, b.text) }

  /// Orders keys by their bytes.
  public static func < (a: Self, b: Self) -> Bool { TextBytes.isBefore(a.text, b.text) }

  /// Feeds the bytes of the key to the hasher.
  public func hash(into hasher: inout Hasher) { TextBytes.hash(text, into: &hasher) }
}

/// The kinds of reference; never instantiated.
public enum References {
  /// The kind of reference to a member of staff.
  public enum Staff {}
  /// The kind of reference to a patient.
  public enum Patient {}
  /// The kind of reference to a content item.
  public enum Item {}
  /// The kind of reference to a contact (encounter).
  public enum Contact {}
  /// The kind of reference to a piece of patient logistics.
  public enum Link {}
  /// The kind of reference to a group that patients and staff can share.
  public enum Group {}
  /// The kind of reference to a block.
  public enum Block {}
  /// The kind of reference to a grant that the caller stored.
  public enum Grant {}
  /// The kind of reference to a deviation from a role template.
  public enum Deviation {}
  /// The kind of reference to one line of what an employer's systems say about staff.
  public enum StaffRecord {}
  /// The kind of reference to a text that only equals itself.
  public enum Text {}
}

/// The key of a member of staff.
public typealias StaffRef = Reference<References.Staff>
/// The key of a patient.
public typealias PatientRef = Reference<References.Patient>
/// The key of a content item.
public typealias ItemRef = Reference<References.Item>
/// The key of a contact (encounter).
public typealias ContactRef = Reference<References.Contact>
/// The key of a piece of patient logistics.
public typealias LinkRef = Reference<References.Link>
/// The key of a group that patients and staff can share.
public typealias GroupRef = Reference<References.Group>
/// The key of a block.
public typealias BlockRef = Reference<References.Block>
/// The key of a grant that the caller stored.
public typealias GrantRef = Reference<References.Grant>
/// The key of a deviation from a role template.
public typealias DeviationRef = Reference<References.Deviation>
/// The key of one line of what an employer's systems say about staff.
public typealias StaffRecordRef = Reference<References.StaffRecord>
/// The key of a text that only equals itself.
public typealias TextRef = Reference<References.Text>
