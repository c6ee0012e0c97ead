public import AccessPolicy

/// A rule of the policy set that can decide a cell.
public struct PolicyRule: Sendable, Hashable, Comparable {
  /// What kind of rule it is; the raw value is stable.
  public typealias Kind = RuleKind

  /// What kind of rule it is.
  public let kind: Kind

  /// Its id, as decisions name it: `security-class/grant`.
  public let id: String

  /// Its title, or that of what it is part of.
  public let title: LocalizedText

  /// Where it stands.
  public let range: SourceRange

  init(_ rule: RuleOutline.Rule) {
    kind = rule.kind
    id = rule.id
    title = rule.term.title
    range = rule.term.range
  }

  /// Orders rules by kind, as the gates are passed, then by id.
  public static func < (a: Self, b: Self) -> Bool {
    (a.kind.position, a.id) < (b.kind.position, b.id)
  }

  /// Every rule of a policy set that can decide a gate or be demanded, in order.
  static func all(of policy: Policy) -> [PolicyRule] {
    RuleOutline(PolicyEngine(policy)).rules.map(PolicyRule.init).sorted()
  }
}

extension RuleKind {
  /// Where the kind stands in the order of the gates.
  var position: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }
}
