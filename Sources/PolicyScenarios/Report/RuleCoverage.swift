import AccessPolicy

/// Which rules of a policy set a run of scenarios rested on.
public struct RuleCoverage: Sendable, Hashable {
  /// Rules that decided at least one cell, in order.
  public let covered: [PolicyRule]

  /// Rules that no cell rested on, in order.
  public let uncovered: [PolicyRule]

  /// How many rules of a hundred decided a cell, rounded down; 100 where there are no rules.
  public var percent: Int {
    let all = covered.count + uncovered.count
    return all == 0 ? 100 : covered.count * 100 / all
  }
}

/// Notes which rules decisions rested on.
struct CoverageCount {
  private let rules: [PolicyRule]
  private var seen: Set<Name> = []

  private struct Name: Hashable {
    let kind: PolicyRule.Kind
    let id: String
  }

  init(_ rules: [PolicyRule]) { self.rules = rules }

  mutating func note(_ decision: Decision) {
    for gate in decision.decidingGates {
      for kind in gate.gate.kindsOfRules {
        if let rule = gate.rule { seen.insert(Name(kind: kind, id: rule.text)) }
      }
      for rule in decision.selfAuthorisations(of: gate) {
        seen.insert(Name(kind: .selfAuthorisation, id: rule.text))
      }
    }
  }

  var result: RuleCoverage {
    let isCovered = rules.map { seen.contains(Name(kind: $0.kind, id: $0.id)) }
    return RuleCoverage(
      covered: zip(rules, isCovered).filter(\.1).map(\.0),
      uncovered: zip(rules, isCovered).filter { !$0.1 }.map(\.0)
    )
  }
}

extension GateID {
  /// The kinds of rule that can decide the gate.
  var kindsOfRules: [PolicyRule.Kind] {
    switch self {
    case .authorisation, .authentication: [.template]
    case .workplace: [.template, .subtemplate]
    case .purpose: [.purpose]
    case .readOnly, .unnamedMark: []
    case .function: [.grant]
    case .licence: [.licence]
    case .relationship: [.relationship, .reach, .selfAuthorisation]
    case .mark: [.mark, .circle]
    case .block: [.block]
    }
  }
}
