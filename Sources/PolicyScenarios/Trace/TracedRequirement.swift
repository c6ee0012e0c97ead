public import AccessPolicy

/// A requirement with all that shows whether it is met.
public struct TracedRequirement: Sendable, Hashable {
  /// Its id.
  public let id: RequirementID

  /// What it asks for, where it is from, and what its authors say of it.
  public let requirement: Requirement

  /// What rests on it: rules first, then words.
  public let rules: [TracedRule]

  /// The cases that stand for it, in the order of the files.
  public let cases: [TracedCase]

  /// How a requirement is met; the raw value is stable.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    /// A rule decides it, and cases show both sides.
    case decided
    /// The engine guarantees it, whatever the policy set says.
    case engine
    /// A tool serves it.
    case tool
    /// It is for others.
    case outside
    /// Nothing meets it so far.
    case notYet
    /// Nothing meets it, and nobody has said why.
    case unanswered
  }

  /// What is lacking, or said wrongly.
  public enum Gap: Sendable, Hashable {
    /// A decision that no rule decides, and that nothing else answers.
    case noRule
    /// A decision that has no case on this side, and does not say why.
    case noCase(Requirement.Side)
    /// It says why it has no case on this side, and has one.
    case hasCase(Requirement.Side)
    /// Nothing meets it, and nobody has said why.
    case unanswered
  }

  /// How many cells open.
  public var opens: Int { cases.reduce(0) { $0 + $1.opens } }

  /// How many cells stay shut.
  public var shut: Int { cases.reduce(0) { $0 + $1.shut } }

  /// How it is met, in the order of ``Status``; a requirement can be met in several ways.
  public var statuses: [Status] {
    var statuses: [Status] = isDecided ? [.decided] : []
    statuses += requirement.answers.map { Status($0.means) }
    return statuses.isEmpty ? [.unanswered] : statuses
  }

  /// What is lacking, or said wrongly; none where all is well.
  public var gaps: [Gap] {
    let mustShow = requirement.kinds.contains(.decision) && !isElsewhere
    // What the engine guarantees, or a tool does, takes no rule; cases can show it all the same.
    var gaps: [Gap] = mustShow && !hasRule && requirement.answers.isEmpty ? [.noRule] : []
    for side in Requirement.Side.allCases {
      let saysWhyNot = requirement.lacks[side] != nil
      if has(side) {
        if saysWhyNot { gaps.append(.hasCase(side)) }
      } else if mustShow, !saysWhyNot {
        gaps.append(.noCase(side))
      }
    }
    return gaps.isEmpty && statuses == [.unanswered] ? [.unanswered] : gaps
  }

  /// Whether it has a title and nothing else, as a heading has.
  var saysNothing: Bool {
    rules.isEmpty && cases.isEmpty && requirement.kinds.isEmpty && requirement.answers.isEmpty
      && requirement.lacks.isEmpty && requirement.reading == nil
  }

  /// Whether it is for others, or for later.
  private var isElsewhere: Bool {
    requirement.answers.contains { $0.means == .outside || $0.means == .notYet }
  }

  private var isDecided: Bool {
    guard !cases.isEmpty else { return false }
    guard requirement.kinds.contains(.decision) else { return !rules.isEmpty }
    return hasRule
      && Requirement.Side.allCases.allSatisfy { has($0) || requirement.lacks[$0] != nil }
  }

  private var hasRule: Bool { rules.contains(where: \.decides) }

  private func has(_ side: Requirement.Side) -> Bool {
    switch side {
    case .opens: opens > 0
    case .shut: shut > 0
    }
  }
}

extension TracedRequirement.Status {
  fileprivate init(_ means: Requirement.Means) {
    switch means {
    case .engine: self = .engine
    case .tool: self = .tool
    case .outside: self = .outside
    case .notYet: self = .notYet
    }
  }
}
