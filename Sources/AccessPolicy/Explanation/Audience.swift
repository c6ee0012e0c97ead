/// Who reads an explanation.
public enum Audience: String, Sendable, Hashable, CaseIterable {
  /// The member of staff who asked; never learns that hidden content exists.
  case staff
  /// A privacy or security officer; sees everything.
  case auditor
}
