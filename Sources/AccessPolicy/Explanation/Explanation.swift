/// A decision with every rule that was considered for it, and what kept each from applying.
///
/// Made apart from the decision, and slower; it always agrees with ``PolicyEngine/decide(_:)``.
public struct Explanation: Sendable, Hashable {
  /// The decision that is explained.
  public let decision: Decision

  /// Every gate that was passed, in order.
  public let gates: [ExplainedGate]

  /// The request that was decided.
  public let request: AccessRequest
}

/// One gate with the rules that could have opened it.
public struct ExplainedGate: Sendable, Hashable {
  /// The gate's answer.
  public let answer: GateAnswer
  /// What the gate looked at, beside what its rules did; where it allows, only with facts asked for.
  public let facts: [SeenFact]
  /// Every rule considered, in the order in which they are tried.
  public let considered: [ConsideredRule]
}

/// One rule, looked at by one gate, for one link if it looks at links.
public struct ConsideredRule: Sendable, Hashable {
  /// The rule.
  public let rule: RuleID
  /// What the rule is called.
  public let title: LocalizedText
  /// Where it stands in the policy files.
  public let place: SourceRange
  /// The requirements that it rests on, in order.
  public let because: [RequirementID]
  /// The link that it was tried with.
  public let link: LinkRef?
  /// When, by that link, the rule opens and closes; `nil` where it looks at no link.
  public let window: OpenTime?
  /// The facts that it looked at, with their values; empty where they were not asked for.
  public let facts: [SeenFact]
  /// Whether the link ties this very reader, or the unit that the reader is logged in to, but for its status
  /// or the time: the condition compares it with the session, and holds.
  public let concernsReader: Bool
  /// What came of it.
  public let finding: Finding
  /// For a rule that takes a reason, why no grant and no reason at hand was accepted.
  public let keys: [KeyFinding]
}

/// When a care relationship is open by one link.
public struct OpenTime: Sendable, Hashable {
  /// From this instant on; `nil` where it is unbounded, or the end of the link that it is counted from is
  /// not known.
  public let opens: Instant?
  /// Until just before this instant; `nil` likewise.
  public let closes: Instant?
}

/// What came of trying a rule.
public enum Finding: Sendable, Hashable {
  /// It applies, and decides the gate.
  case decides
  /// It applies too; another is tried before it.
  case alsoApplies
  /// It applies once a reason is given under a self-authorisation rule.
  case asksReason(SelfAuthorisationID)
  /// It does not name the action.
  case otherAction
  /// It does not serve the purpose of the session.
  case otherPurpose
  /// The patient has no logistics of the kinds that it takes.
  case noLink([LogisticsKindID])
  /// The link is in a status that makes no relationship.
  case statusDoesNotCount(LinkStatusID?)
  /// The window has not opened; when it will.
  case notYetOpen(Instant?)
  /// The window has closed; when it did.
  case alreadyClosed(Instant?)
  /// The window cannot be placed, for want of these facts.
  case windowUnknown([String])
  /// This part of its condition does not hold; the words and the place of the part.
  case conditionFails(String, SourceRange?)
  /// This part of its condition cannot be answered, for want of these facts.
  case conditionUnknown(String, SourceRange?, [String])
  /// The reader's role does not have the relationship that it goes through.
  case roleLacksRelationship(RelationshipID)
  /// The role does not have the self-authorisation rule that it takes.
  case roleLacksSelfAuthorisation(SelfAuthorisationID)
  /// The self-authorisation rule does not serve the purpose of the session.
  case selfAuthorisationOtherPurpose(SelfAuthorisationID)
  /// What the self-authorisation rule would cover cannot be named.
  case selfAuthorisationScopeUnknown(SelfAuthorisationID)
  /// The criteria of the self-authorisation rule do not hold, in this part.
  case selfAuthorisationCriteria(SelfAuthorisationID, String, SourceRange?)
}

/// Why a grant or a reason at hand does not open a rule that takes one.
public enum KeyFinding: Sendable, Hashable {
  /// The grant has ended, or has not begun.
  case grantNotLive(GrantRef?, from: Instant, until: Instant)
  /// The grant is another person's, patient's, role's, enterprise's or purpose's, or of another scope.
  case grantOfOther(GrantRef?)
  /// The rule does not accept the reason.
  case reasonNotAccepted(ReasonID)
  /// The text has too few visible characters.
  case textTooShort(ReasonID, has: Int, needs: Int)
}

extension PolicyEngine {
  /// Decides a request, and says of every rule what came of it.
  ///
  /// - Parameter withFacts: Whether to tell also the facts that every rule and every gate looked at, for
  ///   auditors; without, only those of gates that do not allow are told.
  /// - Complexity: as ``decide(_:)``, with every rule of the role tried.
  public func explain(_ request: AccessRequest, withFacts: Bool = false) -> Explanation {
    let context = RequestContext(request, compiled)
    let decision = Self.decision(
      Self.results(context.question, request),
      context.question,
      request
    )
    let explainer = Explainer(context: context, hasFacts: withFacts)
    return Explanation(
      decision: decision,
      gates: decision.gates.map { answer in
        ExplainedGate(
          answer: answer,
          facts: withFacts || answer.answer != .allow
            ? explainer.witness.facts(of: answer.gate) : [],
          considered: explainer.considered(answer)
        )
      },
      request: request
    )
  }
}
