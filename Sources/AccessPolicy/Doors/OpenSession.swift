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
  /// The first instant after now at which the role or a session gate may change; `nil` for never.
  let holdsUntil: Instant?
  /// The first session gate that denies whatever is asked.
  let closedBy: Verdict.Gate?
  /// The dense index of the purpose.
  let purpose: Int?
  /// The session's unit, its enterprise, and whether the unit is known at all.
  let unit: Int?
  let enterprise: UnitID?
  let isUnitKnown: Bool
  /// For each slot of a fact of the session, its value; `later` for other slots.
  let cells: [FactCell]
  /// The elements of the session's sets, and the numbers of its texts.
  let pool: CellPool
  /// Where the rights of each cell begin among ``rights``.
  let rightsOfCell: [Int32]
  let rights: [Right]
  /// Grants of the role whose conditions look further than the session.
  let conditionalGrants: [ConditionTable.Entry]
  /// The care relationships of the role that serve the purpose: those at standard access, in order.
  let relationships: [Opener]
  /// Those that take a reason, with self-authorisation for a patient, in order.
  let takingRelationships: [Opener]
  /// Reach rules of the role that serve the purpose: standard ones first, in order.
  let reach: [Opener]
  /// For each self-authorisation rule, whether the role has it and it serves the purpose.
  let offered: BitSet
  /// The cells that take a licence that the person does not have.
  let unlicensed: BitSet
  /// Whether changes are refused.
  let isReadOnly: Bool
  /// The relationships of the role.
  let ownRelationships: BitSet

  /// A grant of the role at a cell.
  struct Right: Sendable {
    let rule: Int32
    /// Its place among ``conditionalGrants``; -1 for one that always holds.
    let condition: Int32
    /// The self-authorisation rule that it takes; -1 for standard access.
    let takes: Int32
  }

  /// A rule that can open the relationship gate.
  struct Opener: Sendable {
    /// Its number in ``RuleNumbers``.
    let number: Int32
    /// Its position among the compiled rules of its kind; -1 for self-authorisation for a patient.
    let rule: Int
    /// The self-authorisation rule that it takes; -1 for standard access.
    let takes: Int32
  }

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
      session: isCurrent(at: now) ? self : engine.open(session, at: now),
      chart: chart,
      now: now,
      grants: grants,
      justifications: justifications,
      attributes: attributes
    )
  }

  /// Whether what was decided at opening still stands.
  private func isCurrent(at moment: Moment) -> Bool {
    moment.utcOffsetMinutes == now.utcOffsetMinutes && moment.instant >= now.instant
      && holdsUntil.map { moment.instant < $0 } ?? true
  }
}
