public import AccessPolicy

/// The names that scenario files give: cases that are written beside them must not use these again.
public struct CastNames: Sendable, Hashable {
  /// Members of staff.
  public var staff: Set<String> = []

  /// Patients.
  public var patients: Set<String> = []

  /// Content without a patient, and items that every patient has.
  public var items: Set<String> = []

  /// Ids of cases.
  public var cases: Set<String> = []

  /// No names.
  public init() {}

  /// The names of scenario files, be they right or wrong otherwise.
  public init(_ documents: [Document]) {
    for document in documents {
      guard let root = document.root else { continue }
      staff.formUnion(Self.keys(of: "staff", root))
      patients.formUnion(Self.keys(of: "patients", root))
      items.formUnion(Self.keys(of: "items", root))
      guard case .sequence(let cases) = Self.value(of: "cases", root)?.content else { continue }
      for node in cases {
        if case .scalar(let id, _) = Self.value(of: "id", node)?.content { self.cases.insert(id) }
      }
    }
  }

  private static func value(of key: String, _ node: DocumentNode) -> DocumentNode? {
    guard case .mapping(let entries) = node.content else { return nil }
    return entries.first { $0.key.value == key }?.value
  }

  private static func keys(of key: String, _ root: DocumentNode) -> [String] {
    guard case .mapping(let entries) = value(of: key, root)?.content else { return [] }
    return entries.map(\.key.value)
  }
}
