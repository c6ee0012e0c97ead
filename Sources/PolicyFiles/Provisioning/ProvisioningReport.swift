public import AccessPolicy

/// What came of a file of staff records: who got what and by which rule, which records gave nothing
/// and why, what is different from the register in force, and which deviations are to be looked at.
public struct ProvisioningReport: Sendable {
  let policy: Policy
  let file: String
  let now: Instant
  /// The clock by which people read points in time; `nil` for UTC.
  let clock: DayClock?
  /// Whether there is a register in force.
  let hasRegister: Bool
  let unreadable: [UnreadableStaffRecord]
  let result: ProvisioningResult
  let update: RegisterUpdate
  let notices: [DeviationNotice]
  let authorisationNotices: [AuthorisationNotice]

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

  /// Whether so many authorisations can be used no longer that something is wrong with the file rather
  /// than with them: more than the share of those in force, in hundredths, or all of them.
  ///
  /// It does not matter how: that the record is gone, says that the position is over or has not begun,
  /// or is about somebody else. One may always end beside others: in a small office one is a large share.
  public func endsTooMany(mostEnded percent: Int) -> Bool {
    guard update.usable > 0, percent < 100 else { return false }
    let most = min(update.usable - 1, max(1, update.usable * percent / 100))
    return update.lost > most
  }

  /// Why nothing is written when too many would end.
  public func whyStopped(in language: Language, mostEnded percent: Int) -> String {
    ProvisioningWords(policy: policy, language: language, clock: clock)
      .stopped(ended: update.lost, of: update.usable, most: "\(percent) %")
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
