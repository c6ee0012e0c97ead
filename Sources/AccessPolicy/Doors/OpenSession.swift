/// A session made ready for many look-ups: one person, in one role, at one place, for one purpose.
///
/// ```swift
/// let session = engine.open(session, at: now)       // at log-in
/// let chart = engine.open(chart)                    // when a record is opened
/// let access = session.access(to: chart, at: now)
/// let verdict = access.verdict(on: 3, read, at: now.instant)
/// ```
public struct OpenSession: Sendable {
  let engine: PolicyEngine
  let session: Session
  let now: Moment

  /// Puts the session before a chart.
  ///
  /// - Parameters:
  ///   - chart: An opened chart of the same engine.
  ///   - now: The time.
  ///   - grants: Grants that earlier self-authorisations issued.
  ///   - justifications: Reasons that the person has given.
  ///   - attributes: Attributes of the request that the policy set declares.
  public func access(
    to chart: OpenChart,
    at now: Moment,
    grants: [Grant] = [],
    justifications: [Justification] = [],
    attributes: Attributes = [:]
  ) -> ChartAccess {
    ChartAccess(
      session: self,
      chart: chart,
      now: now,
      grants: grants,
      justifications: justifications,
      attributes: attributes
    )
  }
}
