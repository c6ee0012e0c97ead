public import AccessPolicy

/// A case that has not been written yet: one request, and what must come out.
///
/// ``ScenarioWriter`` makes the text of a scenario file of it.
public struct ScenarioDraft: Sendable, Hashable {
  /// What it shows, in one sentence.
  public var name: String

  /// Its id; `nil` for none.
  public var id: String?

  /// The requirements that it stands for.
  public var requirements: [RequirementID]

  /// What a reader should know beside.
  public var note: String?

  /// What the engine is asked.
  public var request: AccessRequest

  /// What it must answer.
  public var outcome: Outcome

  /// What must hold beside the outcome.
  public var parts: [Expectation.Part]

  /// Makes a draft.
  public init(
    name: String,
    id: String? = nil,
    requirements: [RequirementID] = [],
    note: String? = nil,
    request: AccessRequest,
    outcome: Outcome,
    parts: [Expectation.Part] = []
  ) {
    self.name = name
    self.id = id
    self.requirements = requirements
    self.note = note
    self.request = request
    self.outcome = outcome
    self.parts = parts
  }
}
