/// A policy set with one small change: what a slip of the pen would make of it.
///
/// Scenarios that do not notice the change do not hold that part of the policy set.
package struct Mutant: Sendable {
  /// The rule that is changed.
  package let rule: MutatedRule

  /// What is changed in it.
  package let change: MutantChange

  /// Where what is changed stands.
  package let range: SourceRange

  /// The requests that can be decided otherwise.
  package let touches: MutantReach

  /// The condition that the change makes, where it makes one.
  package let condition: Condition?

  let edit: @Sendable (inout Policy) -> Void

  /// The policy set with the change; every name that a rule of it leans on is still declared.
  package func changed(_ policy: Policy) -> Policy {
    var policy = policy
    edit(&policy)
    return policy
  }
}

/// The rule that a mutant changes.
package struct MutatedRule: Sendable, Hashable {
  /// What it is; the raw value is stable.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case session
    case template
    case subtemplate
    case purpose
    case action
    case contentClass = "content-class"
    case unit
    case logistics
    case grant
    case licence
    case relationship
    case reach
    case mark
    case circle
    case block
    case selfAuthorisation = "self-authorisation"
  }

  package let kind: Kind

  /// Its id, as decisions name it: `security-class/grant`.
  package let id: String

  package let title: LocalizedText
}

/// One small change of a rule; keys and values are those of policy files.
package enum MutantChange: Sendable, Hashable {
  /// The whole rule is taken away.
  case removed
  /// A value is taken out of the list of a key.
  case lost(key: String, value: String)
  /// A value is added to the list of a key.
  case gained(key: String, value: String)
  /// A key that limits the rule is taken away, with all that it holds.
  case freed(key: String)
  /// A key has another value.
  case changed(key: String, from: String, to: String)
  /// The edge of a window stands one second earlier, or later.
  case shifted(key: String, edge: String, isEarlier: Bool)
  /// The rule takes a reason, under this self-authorisation rule.
  case takesReason(String)
  /// The rule, which took a reason, takes none.
  case takesNoReason
  /// A test is left out of a condition.
  case testDropped(key: String, words: String)
  /// A test is turned into its opposite.
  case testNegated(key: String, words: String)
  /// A comparison that takes in the edge leaves it out, or the other way round.
  case strictness(key: String, words: String)
  /// One of the values of a list in a test is left out.
  case testLost(key: String, words: String, value: String)

  /// A short name that stays the same, for machines.
  package var name: String {
    switch self {
    case .removed: "removed"
    case .lost: "lost"
    case .gained: "gained"
    case .freed: "freed"
    case .changed: "changed"
    case .shifted: "shifted"
    case .takesReason: "takes-reason"
    case .takesNoReason: "takes-no-reason"
    case .testDropped: "test-dropped"
    case .testNegated: "test-negated"
    case .strictness: "strictness"
    case .testLost: "test-lost"
    }
  }
}

/// Which requests a mutant can decide otherwise than the policy set: those of a role that has a right,
/// or in which something plays a part at all.
package enum MutantReach: Sendable, Hashable {
  case everything
  case template(TemplateID)
  case subtemplate(SubtemplateID)
  case purpose(PurposeID)
  case action(ActionID)
  case contentClass(ContentClassID)
  case grant(SecurityClassID, Set<ActionID>, Set<ContentClassID>)
  case licence(ProviderRecordID, Set<ActionID>, Set<ContentClassID>)
  case relationship(RelationshipID)
  case reach(ReachID)
  case mark(MarkID)
  case block(BlockKindID)
  case selfAuthorisation(SelfAuthorisationID)
}
