public import AccessPolicy

/// What a run of scenarios showed of each rule of a policy set: that it decides, that it does not
/// always apply, and that each of its parts matters.
///
/// `docs/coverage.md` says for each kind of rule what these mean.
public struct RuleCoverage: Sendable, Hashable {
  /// One rule.
  public struct Rule: Sendable, Hashable {
    /// The rule.
    public let rule: PolicyRule
    /// How many decisions rested on it.
    public let decided: Int
    /// In how many decisions it did not apply, although what it speaks of was asked.
    public let passed: Int
    /// Its parts, in the order in which they stand.
    public let parts: [Part]

    /// Whether it was met both ways.
    public var isCovered: Bool { decided > 0 && passed > 0 }
  }

  /// One part of a rule.
  public struct Part: Sendable, Hashable {
    /// The part.
    public let part: RulePart
    /// How often it was as its rule needs it.
    public let met: Int
    /// How often it was not.
    public let unmet: Int

    /// Whether it was met both ways; where it can only be used, whether it was.
    public var isCovered: Bool { met > 0 && (unmet > 0 || !part.hasTwoSides) }
  }

  /// Every rule, in order.
  public let rules: [Rule]

  /// The parts of all rules.
  public var parts: [Part] { rules.flatMap(\.parts) }

  /// The rules that were met both ways.
  public var covered: [Rule] { rules.filter(\.isCovered) }

  /// The rules that were not met both ways.
  public var uncovered: [Rule] { rules.filter { !$0.isCovered } }

  /// How many rules of a hundred were met both ways, rounded down; 100 where there are no rules.
  public var percent: Int { Self.percent(covered.count, of: rules.count) }

  /// How many parts of a hundred were met both ways, rounded down; 100 where there are none.
  public var partsPercent: Int {
    let all = parts
    return Self.percent(all.count { $0.isCovered }, of: all.count)
  }

  private static func percent(_ count: Int, of all: Int) -> Int {
    all == 0 ? 100 : count * 100 / all
  }
}

extension RuleCoverage {
  init(_ tally: RuleTally) {
    var rules: [Rule] = []
    for (number, rule) in tally.outline.rules.enumerated() {
      let counts = tally.parts[number]
      rules.append(
        Rule(
          rule: PolicyRule(rule),
          decided: tally.rules[number].met,
          passed: tally.rules[number].unmet,
          parts: zip(rule.parts, counts).map { Part(part: $0, met: $1.met, unmet: $1.unmet) }
        )
      )
    }
    self.rules = rules.sorted { $0.rule < $1.rule }
  }
}
