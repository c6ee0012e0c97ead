/// One session before one chart: answers for any item and any action.
///
/// It holds from the moment it was made for until ``holdsUntil``; look-ups at other times are answered
/// as rightly, by the whole decision, and take much longer. Make a new one then.
public final class ChartAccess: Sendable {
  let session: OpenSession
  let chart: OpenChart
  let now: Moment
  let grants: [Grant]
  let justifications: [Justification]
  let attributes: Attributes

  /// The first instant at which something it rests on may change; `nil` for never.
  public let holdsUntil: Instant?

  let tables: AccessTables

  /// Decides what depends on session and patient alone.
  ///
  /// - Complexity: linear in the patient's links times the relationships of the role.
  init(
    session: OpenSession,
    chart: OpenChart,
    now: Moment,
    grants: [Grant],
    justifications: [Justification],
    attributes: Attributes
  ) {
    var opening = AccessOpening(session, chart, now, attributes)
    self.session = session
    self.chart = chart
    self.now = now
    self.grants = grants
    self.justifications = justifications
    self.attributes = attributes
    tables = AccessTables(&opening, grants: grants, justifications: justifications)
    holdsUntil = [opening.folding.nextChange, session.holdsUntil].compactMap(\.self).min()
  }

  /// The whole decision on one item, with all that a log entry, a screen and an auditor need of it.
  public func decision(on item: Int, _ action: ActionHandle, at now: Instant) -> Decision {
    session.engine.decide(request(item, action, at: now))
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

  /// The request that a look-up stands for.
  func request(_ item: Int, _ action: ActionHandle, at now: Instant) -> AccessRequest {
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
