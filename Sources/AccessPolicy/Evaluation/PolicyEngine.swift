/// Decides requests by one policy set.
///
/// ```swift
/// let engine = PolicyEngine(policy)
/// let decision = engine.decide(request)
/// switch decision.outcome {
/// case .allow: …    // proceed, log, store decision.issuedGrants
/// case .justify: …  // ask for one of decision.demands, and decide again with the reason
/// case .deny: …     // decision.routes says where to go instead
/// }
/// ```
///
/// An engine is an immutable value: share it between tasks, and replace it to change the policy. It
/// reads no clock, no file and no network, and never claims that an access is lawful: it says which
/// rule permits it, and a person may use that only for a service need (requirement R1.9).
public struct PolicyEngine: Sendable {
  let compiled: CompiledPolicy

  /// Makes a policy set ready for deciding.
  ///
  /// - Complexity: linear in the size of the policy set; do it once.
  public init(_ policy: Policy) { compiled = CompiledPolicy(policy) }

  /// The policy set that decides.
  public var policy: Policy { compiled.policy }

  /// Decides one request.
  ///
  /// Any request gets a decision; nothing throws and nothing traps.
  ///
  /// - Complexity: linear in the patient's links, marks and blocks, times the rules of the role; the size
  ///   of the policy set does not matter.
  public func decide(_ request: AccessRequest) -> Decision {
    let question = Question(request, compiled)
    return Self.decision(Self.results(question, request), question, request)
  }

  /// When a link, by a care relationship, opens and closes a record.
  ///
  /// - Returns: `nil` for an undeclared relationship; an edge is `nil` where it is unbounded, or its
  ///   end of the link is not known.
  package func window(of relationship: RelationshipID, link: Link)
    -> (opens: Instant?, closes: Instant?)?
  {
    policy.careRelationships[relationship].map { $0.window.instants(link) }
  }
}
