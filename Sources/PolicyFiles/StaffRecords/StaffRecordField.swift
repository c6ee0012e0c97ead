import AccessPolicy

/// What a column of CSV, or a key of an object, says of a staff record.
enum StaffRecordField {
  /// The parts that every record has.
  enum Part: String, CaseIterable {
    case id
    case staff
    case employer
    case workplace
    case from
    case until

    /// Whether a record without it is no record.
    var isRequired: Bool { self == .id || self == .staff }
  }

  case part(Part)
  /// An attribute of staff records that the policy set declares.
  case attribute(AttributeID, DeclaredAttribute)

  /// The name of the column or key.
  var name: String {
    switch self {
    case .part(let part): part.rawValue
    case .attribute(let id, _): id.text
    }
  }

  /// Whether values stand without quotes, as numbers and truth values do.
  var isBare: Bool {
    guard case .attribute(_, let declared) = self else { return false }
    return declared.type == .number || declared.type == .boolean
  }

  /// Whether there can be several values.
  var isSet: Bool {
    guard case .attribute(_, let declared) = self, case .set = declared.type else { return false }
    return true
  }
}

/// The fields that staff records of a policy set have, and names that are passed over.
struct StaffRecordFields {
  /// The fields, in the order in which messages name them.
  let all: [StaffRecordField]

  /// Columns that are there and mean nothing.
  let ignored: Set<String>

  init(policy: Policy, ignoring ignored: Set<String>) {
    let declared = policy.attributes[.record].map { Array($0) } ?? []
    all =
      StaffRecordField.Part.allCases.map { .part($0) }
      + declared.map { .attribute($0.id, $0.entry) }
    self.ignored = ignored
  }

  /// The names, in order.
  var names: [String] { all.map(\.name) }

  /// The field of that name.
  subscript(name: String) -> StaffRecordField? { all.first { $0.name == name } }
}
