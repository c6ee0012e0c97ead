/// What every declared thing has: words for people, a ground, and the place where it stands.
public struct Term: Sendable, Hashable {
  /// The title.
  public let title: LocalizedText
  /// The requirements that it rests on, in order.
  public let because: [RequirementID]
  /// Where it was declared.
  public let range: SourceRange
  /// The warnings about it that its author knows of, and why they stay; no decision depends on them.
  public let silences: [Silence]

  package init(
    title: LocalizedText,
    because: [RequirementID],
    range: SourceRange,
    silences: [Silence] = []
  ) {
    self.title = title
    self.because = because
    self.range = range
    self.silences = silences
  }
}

/// Something that a person can do to content.
public struct Action: Sendable, Hashable {
  /// Title, ground, place.
  public internal(set) var term: Term
  /// Whether it changes the record, so that a read-only system refuses it.
  public internal(set) var writes: Bool
}

/// What access can be for.
public struct Purpose: Sendable, Hashable {
  /// Title, ground, place.
  public internal(set) var term: Term
  /// The code of a published code system, such as HL7 `TREAT`.
  public internal(set) var code: String?
  /// Whether rules serve this purpose only when they name it.
  public internal(set) var onlyWhereNamed: Bool
  /// Where to go instead, for a purpose that no role can have.
  public internal(set) var refusedRoute: LocalizedText?
}

/// A class of content, such as the medication list.
public struct ContentClass: Sendable, Hashable {
  /// Title, ground, place.
  public internal(set) var term: Term
  /// Whether it is about a patient; if not, reach opens it instead of a care relationship.
  public internal(set) var isAboutPatient: Bool
  /// Actions that take a clinical licence on this class.
  public internal(set) var clinicalActions: Set<ActionID>
  /// Properties that it shares with other classes.
  public internal(set) var tags: Set<ContentTagID>
}

/// A node of the organisation tree.
public struct OrganisationUnit: Sendable, Hashable {
  /// Title, ground, place.
  public internal(set) var term: Term
  /// The unit that it is part of; `nil` at the top.
  public internal(set) var parent: UnitID?
  /// What kind of unit it is.
  public internal(set) var kind: UnitKindID
  /// Whether it is an enterprise: a legal entity that is data controller.
  public internal(set) var isEnterprise: Bool
  /// Marks that all content recorded here, or beneath, inherits.
  public internal(set) var marks: Set<MarkID>
}

/// A kind of patient logistics, with the statuses that a link of the kind can have.
public struct LogisticsKind: Sendable, Hashable {
  /// Title, ground, place.
  public internal(set) var term: Term
  /// Statuses in which a link can make a relationship.
  public internal(set) var counts: Set<LinkStatusID>
  /// Statuses in which it never does: cancelled, entered in error.
  public internal(set) var neverCounts: Set<LinkStatusID>
  /// Statuses, among those that count, in which the link is over, so that it must have an end.
  public internal(set) var ended: Set<LinkStatusID>
}

/// An attribute that the policy set adds to the engine's own.
public struct DeclaredAttribute: Sendable, Hashable {
  /// Title, ground, place.
  public let term: Term
  /// The type that requests must give it.
  public let type: ValueType
  /// The codes it can have, where its type is a code.
  public let codes: [AttributeID]
  /// What people call the codes, where the policy set says it.
  public let codeTitles: [AttributeID: LocalizedText]
}

/// A coded reason for self-authorisation.
public struct Reason: Sendable, Hashable {
  /// Title, ground, place.
  public let term: Term
  /// The code of a published code system.
  public let code: String?
}
