public import AccessPolicy

/// A rule of the policy set that can decide a cell.
public struct PolicyRule: Sendable, Hashable, Comparable {
  /// What kind of rule it is; the raw value is stable.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A role template.
    case template
    /// A subtemplate that lists units.
    case subtemplate
    /// A purpose.
    case purpose
    /// A grant of a security class.
    case grant
    /// A grant of a provider record.
    case licence
    /// A care relationship.
    case relationship
    /// A rule for content without a patient.
    case reach
    /// A mark.
    case mark
    /// A way to be inside the circle of a mark.
    case circle
    /// A kind of block.
    case block
    /// A self-authorisation rule.
    case selfAuthorisation = "self-authorisation"
  }

  /// What kind of rule it is.
  public let kind: Kind

  /// Its id, as decisions name it: `security-class/grant`.
  public let id: String

  /// Its title, or that of what it is part of.
  public let title: LocalizedText

  /// Where it stands.
  public let range: SourceRange

  init(_ kind: Kind, _ id: String, _ term: Term) {
    self.kind = kind
    self.id = id
    title = term.title
    range = term.range
  }

  /// Orders rules by kind, as the gates are passed, then by id.
  public static func < (a: Self, b: Self) -> Bool {
    (a.kind.position, a.id) < (b.kind.position, b.id)
  }

  /// Every rule of a policy set that can decide a gate or be demanded, in order.
  static func all(of policy: Policy) -> [PolicyRule] {
    var rules: [PolicyRule] = []
    rules += policy.templates.map { PolicyRule(.template, $0.id.text, $0.entry.term) }
    rules += policy.subtemplates.filter { !$0.entry.units.isEmpty }
      .map { PolicyRule(.subtemplate, $0.id.text, $0.entry.term) }
    rules += policy.purposes.map { PolicyRule(.purpose, $0.id.text, $0.entry.term) }
    rules += policy.securityClasses.flatMap(\.entry.grants)
      .map { PolicyRule(.grant, $0.id.text, $0.term) }
    rules += policy.providerRecords.flatMap(\.entry.grants)
      .map { PolicyRule(.licence, $0.id.text, $0.term) }
    rules += policy.careRelationships.map { PolicyRule(.relationship, $0.id.text, $0.entry.term) }
    rules += policy.reach.map { PolicyRule(.reach, $0.id.text, $0.entry.term) }
    rules += policy.marks.map { PolicyRule(.mark, $0.id.text, $0.entry.term) }
    rules += policy.marks.flatMap(\.entry.circle).map { PolicyRule(.circle, $0.id.text, $0.term) }
    rules += policy.blocks.map { PolicyRule(.block, $0.id.text, $0.entry.term) }
    rules += policy.selfAuthorisation
      .map { PolicyRule(.selfAuthorisation, $0.id.text, $0.entry.term) }
    return rules.sorted()
  }
}

extension PolicyRule.Kind {
  /// Where the kind stands in the order of the gates.
  var position: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }
}
