/// Something that can be one way or another in a situation.
enum SituationFact: Sendable, Hashable {
  /// A fact that conditions can name; of a link, which one.
  case base(Attribute.Source, ValueType, link: Int)
  /// Whether the person has a subtemplate.
  case subtemplate(SubtemplateID)
  /// Whether something carries a mark.
  case mark(MarkHolder, MarkID)
  /// The kind of the one block that is in force.
  case block

  /// What can carry a mark, beside units.
  enum MarkHolder: Sendable, Hashable { case item, contact, patient }

  /// A fact of no link, or of the link in view.
  init(_ base: BaseFact, link: Int) {
    let isOfLink =
      switch base.source {
      case .builtIn(let fact): fact.group == .link
      case .declared(let group, _): group == .link
      }
    self = .base(base.source, base.type, link: isOfLink ? link : 0)
  }

  /// Of content that is not about a patient: the patient that the request gives all the same, if any.
  static let patientWhoMayLack = SituationFact.base(.builtIn(.patientID), .patient, link: -1)

  static let now = SituationFact.base(.builtIn(.now), .instant, link: 0)

  static func builtIn(_ fact: BuiltInAttribute, link: Int = 0) -> SituationFact {
    .base(.builtIn(fact), fact.type, link: link)
  }
}

/// One question about the facts of a situation.
enum SituationAtom: Sendable, Hashable {
  /// A test as one of the policy sets means it.
  ///
  /// - Parameters:
  ///   - link: The link in view; 0 for none.
  ///   - side: Which of the policy sets.
  ///   - mayLackPatient: Whether the request need not have a patient.
  case test(Condition.Test, link: Int, side: Int, mayLackPatient: Bool)
  /// Whether a fact that is yes or no is yes.
  case holds(SituationFact)
  /// Whether the block in force is of a kind.
  case block(BlockKindID)
}
