/// A kind of gate, in the order in which a request passes them.
public enum GateKind: UInt8, Sendable, Hashable {
  /// An authorisation that is active now.
  case authorisation
  /// A login unit that the role opens.
  case workplace
  /// Authentication that is strong enough.
  case authentication
  /// A purpose that the role has.
  case purpose
  /// Changes only while the system takes them.
  case readOnly
  /// A right of the role.
  case function
  /// A clinical licence, where the action takes one.
  case licence
  /// A service need for the patient, or reach to the content.
  case relationship
  /// The circle of a mark in force.
  case mark
  /// Marks of which nobody says which they are.
  case unnamedMark
  /// A block in force.
  case block
}

extension GateKind {
  /// The kind of a gate.
  init(_ gate: GateID) {
    self =
      switch gate {
      case .authorisation: .authorisation
      case .workplace: .workplace
      case .authentication: .authentication
      case .purpose: .purpose
      case .readOnly: .readOnly
      case .function: .function
      case .licence: .licence
      case .relationship: .relationship
      case .mark: .mark
      case .unnamedMark: .unnamedMark
      case .block: .block
      }
  }
}
