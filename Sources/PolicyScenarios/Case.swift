public import AccessPolicy

/// Who asks for what in which situation: one scenario, with one cell for each thing that is asked.
public struct Case: Sendable, Hashable, CustomStringConvertible {
  /// The id that its author gave it; no other case of the set has it.
  public let id: String?

  /// What it is about, in words.
  public let name: String

  /// The requirements that it stands for, as written.
  public let requirements: [RequirementID]

  /// What a reader should know beside.
  public let note: String?

  /// Where it stands.
  public let range: SourceRange

  /// What is asked, in the order in which it was written; at least one.
  public let cells: [Cell]

  /// The id, if there is one, and the name.
  public var description: String { id.map { "\($0) \(name)" } ?? name }
}

/// One request of a case, with the answer that is expected.
public struct Cell: Sendable, Hashable, CustomStringConvertible {
  /// The form of the case, which says how the cell is named.
  public enum Form: Sendable, Hashable {
    /// One person, many items.
    case expect
    /// Many people, one item.
    case people
    /// One second before, at, or after the edge of a window.
    case boundary(Edge, Side)
  }

  /// The edge of a window.
  public enum Edge: String, Sendable, Hashable, CaseIterable {
    /// Where the window begins.
    case opens
    /// Where the window ends.
    case closes
  }

  /// Which side of an edge.
  public enum Side: String, Sendable, Hashable, CaseIterable {
    /// One second before.
    case before
    /// At the instant itself.
    case at
    /// One second after.
    case after

    var offset: TimeSpan {
      switch self {
      case .before: TimeSpan(seconds: -1)
      case .at: .zero
      case .after: TimeSpan(seconds: 1)
      }
    }
  }

  /// The form of the case.
  public let form: Form

  /// Who asks: a name of the cast.
  public let staff: String

  /// The patient: a name of the cast; `nil` for content without a patient.
  public let patient: String?

  /// The item: a name of the cast; the action is in the request.
  public let item: String

  /// What the engine is asked.
  public let request: AccessRequest

  /// What it must answer.
  public let expectation: Expectation

  /// Where the cell stands.
  public let range: SourceRange

  /// What tells the cell from others of its case: `read medication`, `sofie: read gp-note`.
  public var description: String {
    switch form {
    case .expect: "\(request.action) \(item)"
    case .people: "\(staff): \(request.action) \(item)"
    case .boundary(let edge, let side):
      "\(edge.rawValue), \(side.rawValue): \(request.action) \(item)"
    }
  }
}
