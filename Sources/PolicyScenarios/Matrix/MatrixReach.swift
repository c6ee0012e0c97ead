import AccessPolicy

/// The most generous answer that anybody in a role is ever given, in whatever situation.
///
/// Where the standard situations show some requests, this looks through all: whatever subtemplates,
/// licence, unit and purpose the person has, and however patient and content stand. That there is an
/// answer is shown by a request that the engine decides so; that there is none is proven, within what
/// `docs/analysis.md` says.
struct MatrixReach {
  private let search: SituationSearch
  private let policy: Policy

  init(_ policy: Policy) {
    self.policy = policy
    search = SituationSearch([policy])
  }

  /// The most generous answer to a role that does something to a class.
  func answer(_ cell: SituationCell) -> MatrixAnswer {
    for outcome in [Outcome.allow, .justify] {
      switch search.situation(cell, outcome: outcome) {
      case .none: continue
      case .found(let decided):
        guard let decision = decided.first?.decision else { return .unknown }
        return MatrixAnswer(decision)
      case .gaveUp, .defect: return .unknown
      }
    }
    return .never
  }
}
