/// One thing that a template or subtemplate gives.
struct RoleRight: Hashable, CustomStringConvertible {
  /// The key under which it is written.
  enum Key: String, CaseIterable {
    case securityClasses
    case purposes
    case relationships
    case reach
    case selfAuthorisation
    case units
  }

  let key: Key
  let id: String

  /// `relationships: stay-here`.
  var description: String { "\(key.rawValue): \(id)" }
}

extension RoleTemplate {
  /// All that it gives, in the order of the keys, then of the ids.
  var rights: [RoleRight] {
    RoleRight.Key.allCases.flatMap { key in
      let ids =
        switch key {
        case .securityClasses: securityClasses.map(\.text)
        case .purposes: purposes.map(\.text)
        case .relationships: relationships.map(\.text)
        case .reach: reach.map(\.text)
        case .selfAuthorisation: selfAuthorisation.map(\.text)
        case .units: units.map(\.text)
        }
      return ids.sorted().map { RoleRight(key: key, id: $0) }
    }
  }
}
