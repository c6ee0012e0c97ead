/// One session before one chart: answers for any item and any action.
public struct ChartAccess: Sendable {
  let session: OpenSession
  let chart: OpenChart
  let now: Moment
  let grants: [Grant]
  let justifications: [Justification]
  let attributes: Attributes

  /// The verdict on one item.
  ///
  /// - Parameters:
  ///   - item: The position of the item in the chart.
  ///   - action: What the person wants to do.
  ///   - now: The time of the look-up.
  public func verdict(on item: Int, _ action: ActionHandle, at now: Instant) -> Verdict {
    engine.verdict(request(item, action, at: now))
  }

  /// Verdicts on every item of the chart, in order, into storage that the caller owns.
  ///
  /// - Parameter verdicts: Its first ``OpenChart/count`` elements are replaced; it grows if it is shorter.
  public func verdicts(_ action: ActionHandle, at now: Instant, into verdicts: inout [Verdict]) {
    if verdicts.count < chart.count {
      verdicts += Array(repeating: Verdict.none, count: chart.count - verdicts.count)
    }
    for item in 0..<chart.count { verdicts[item] = verdict(on: item, action, at: now) }
  }

  /// The whole decision on one item, with all that a log entry, a screen and an auditor need of it.
  public func decision(on item: Int, _ action: ActionHandle, at now: Instant) -> Decision {
    engine.decide(request(item, action, at: now))
  }

  /// The link that a verdict rests on; `nil` where it rests on none.
  public func link(of verdict: Verdict) -> LinkRef? {
    verdict.link < 0 ? nil : chart.chart.patient?.links[Int(verdict.link)].id
  }

  /// The block that closes; `nil` unless ``Verdict/closedBy`` is a block that the patient's record names.
  public func block(of verdict: Verdict) -> BlockRef? {
    guard verdict.closedBy == .block, verdict.shield >= 0 else { return nil }
    return chart.chart.patient?.blocks.value?[Int(verdict.shield)].id
  }

  private var engine: PolicyEngine { session.engine }

  private func request(_ item: Int, _ action: ActionHandle, at now: Instant) -> AccessRequest {
    AccessRequest(
      now: self.now.at(now),
      session: session.session,
      action: action.id,
      content: chart.chart.items[item],
      patient: chart.chart.patient,
      justifications: justifications,
      grants: grants,
      attributes: attributes
    )
  }
}
