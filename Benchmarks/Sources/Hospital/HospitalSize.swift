/// How large the policy set is.
///
/// The organisation, the people and the shape of a role are the same in
/// all of them, so what grows with the size is the policy set alone.
public enum HospitalSize: Int, Sendable, CaseIterable {
  /// One department's worth of roles.
  case small = 170
  /// One hospital.
  case medium = 1_700
  /// A region.
  case large = 10_000

  /// How many role templates there are.
  public var templates: Int {
    switch self {
    case .small: 6
    case .medium: 97
    case .large: 597
    }
  }
}

/// Which question the policy set asks.
public enum HospitalQuestion: String, Sendable, CaseIterable {
  /// All that a hospital needs: conditions, reasons, licences, marks with circles, blocks.
  case whole
  /// What any table can answer, too: role permission, window of a relationship, circle of a mark.
  case core
}
