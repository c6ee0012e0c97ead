extension Lint {
  /// Provisioning rules that can both apply to one staff record, and each give what a person can have
  /// only one of.
  static let overlappingProvisioning = Lint(code: .overlappingProvisioning) { subject in
    subject.overlapping("template") { $0.template != nil }
      + subject.overlapping("provider record") { $0.providerRecord != nil }
  }
}

extension LintSubject {
  /// How many pairs of conditions are compared: a policy set for a region has a hundred rules.
  private static let mostComparisons = 20_000

  /// Each rule that can apply beside an earlier one, by id; it is said once of each.
  fileprivate func overlapping(_ what: String, _ gives: (ProvisioningRule) -> Bool)
    -> [LintFinding]
  {
    // A rule that never applies is another matter.
    let rules = policy.provisioning.filter {
      gives($0.entry) && analysis.mayHold([$0.entry.condition])
    }
    var comparisons = 0
    return rules.enumerated().compactMap { position, rule in
      let other = rules.prefix(position).first { other in
        comparisons += 1
        return comparisons <= Self.mostComparisons
          && analysis.mayHold([other.entry.condition, rule.entry.condition])
      }
      return other.map { other in
        LintFinding(
          about: rule.entry.term,
          .severalGive(
            what,
            rule.id,
            and: other.id,
            at: rule.entry.term.range,
            other: other.entry.term.range
          )
        )
      }
    }
  }
}
