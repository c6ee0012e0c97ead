public import AccessPolicy

/// What came of a file of staff records: who got what and by which rule, which records gave nothing
/// and why, what is different from the register in force, and which deviations are to be looked at.
public struct ProvisioningReport: Sendable {
  let policy: Policy
  let file: String
  let now: Instant
  /// How many authorisations of the register in force went on; `nil` when there is none in force.
  let inForce: Int?
  let unreadable: [UnreadableStaffRecord]
  let result: ProvisioningResult
  let update: RegisterUpdate
  let notices: [DeviationNotice]

  /// The new register.
  public var register: AuthorisationRegister { update.register }

  /// Whether every record gave an authorisation.
  public var isComplete: Bool { counts.refused == 0 && counts.unreadable == 0 }

  /// How many records and authorisations there are of each kind.
  var counts: Counts {
    var counts = Counts()
    for outcome in result.outcomes {
      switch outcome.result {
      case .given: counts.given += 1
      case .refused: counts.refused += 1
      }
    }
    counts.unreadable = unreadable.count
    for difference in update.differences {
      switch difference.kind {
      case .created: counts.created += 1
      case .resumed: counts.resumed += 1
      case .changed: counts.changed += 1
      case .ended: counts.ended += 1
      case .kept: counts.kept += 1
      case .unchanged: counts.unchanged += 1
      }
    }
    return counts
  }

  struct Counts: Sendable, Hashable {
    var given = 0
    var refused = 0
    var unreadable = 0
    var created = 0
    var resumed = 0
    var changed = 0
    var ended = 0
    var kept = 0
    var unchanged = 0

    var records: Int { given + refused + unreadable }
  }

  /// Whether so many authorisations end that something is wrong with the file rather than with them:
  /// more than the share of those in force, in hundredths, or all of them.
  ///
  /// One may always end beside others: in a small office one is a large share.
  public func endsTooMany(mostEnded percent: Int) -> Bool {
    guard let inForce, inForce > 0, percent < 100 else { return false }
    let most = min(inForce - 1, max(1, inForce * percent / 100))
    return counts.ended > most
  }

  /// Why nothing is written when too many would end.
  public func whyStopped(in language: Language, mostEnded percent: Int) -> String {
    ProvisioningWords(policy: policy, language: language)
      .stopped(ended: counts.ended, of: inForce ?? 0, most: "\(percent) %")
  }

  /// The outcomes that gave nothing, in the order of the file.
  var refused: [(outcome: ProvisioningOutcome, reasons: [ProvisioningRefusal])] {
    result.outcomes.compactMap { outcome in
      guard case .refused(let reasons) = outcome.result else { return nil }
      return (outcome, reasons)
    }
    .sorted { ($0.outcome.place?.line ?? 0) < ($1.outcome.place?.line ?? 0) }
  }

  /// For each template, how many authorisations which rule gave, in the order of their ids.
  var byTemplate: [(template: TemplateID, rules: [(rule: ProvisioningRuleID, count: Int)])] {
    var counts: [TemplateID: [ProvisioningRuleID: Int]] = [:]
    for outcome in result.outcomes {
      guard case .given(let entry, let grounds) = outcome.result else { continue }
      counts[entry.authorisation.template, default: [:]][grounds.template, default: 0] += 1
    }
    return counts.sorted { $0.key < $1.key }.map { template, rules in
      (template, rules.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }
  }
}
