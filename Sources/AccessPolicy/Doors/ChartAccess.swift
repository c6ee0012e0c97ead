/// One session before one chart: answers for any item and any action.
///
/// It holds from the moment it was made for until ``holdsUntil``; look-ups at other times are answered
/// as rightly, by the whole decision, and take much longer. Make a new one then.
public struct ChartAccess: Sendable {
  let session: OpenSession
  let chart: OpenChart
  let now: Moment
  let grants: [Grant]
  let justifications: [Justification]
  let attributes: Attributes

  /// The first instant at which something it rests on may change; `nil` for never.
  public let holdsUntil: Instant?

  let comparison: CellComparison
  /// What is left of conditions for each item to answer.
  let program: ResidualProgram
  /// The conditions of ``OpenSession/conditionalGrants``.
  let grantConditions: [Residual]
  /// What can open the relationship gate at standard access, in order, up to the first that does.
  let openers: [Opener]
  /// What can open it with a reason, in order.
  let takingOpeners: [Opener]
  /// Reach rules, standard ones first.
  let reach: [Opener]
  /// For each self-authorisation rule, how it answers.
  let selfAuthorisations: [Asked]
  /// For each mark, what it asks; only that of marks in ``OpenChart/someMarks`` and of derived ones.
  let marks: [MarkState]
  /// Marks that are, or may be, in force without being set.
  let derivedMarks: [Int]
  /// Blocks that are, or may be, in force on some item.
  let blocks: [BlockState]
  /// Grants that fit but for what they cover.
  let liveGrants: [LiveGrant]

  /// A rule that can open the relationship gate.
  struct Opener: Sendable {
    let number: Int32
    /// The position of the link, among the patient's; -1 without one.
    let link: Int32
    let takes: Int32
    let condition: Residual
  }

  /// A self-authorisation rule before this chart.
  struct Asked: Sendable {
    /// Whether the role has it, and whether its criteria hold; `no` when it does not answer.
    var condition = Residual.no
    /// Whether a reason was given that it accepts.
    var isReasonAccepted = false
  }

  /// A grant of a self-authorisation rule that is live now.
  struct LiveGrant: Sendable {
    let rule: Int32
    let scope: Scope

    enum Scope: Sendable {
      case patient
      case contentClass(Int32)
      case contact(Int64)
      case item(Int64)
      /// A column of the scope cells, and its value.
      case attribute(Int, Int64)
    }
  }

  /// A mark before this chart.
  struct MarkState: Sendable {
    /// Whether it is in force without being set.
    var derived = Residual.no
    /// Whether the reader is inside its circle.
    var circle = Residual.no
    /// Whether it hides what it closes.
    var hides = Residual.no
    /// The self-authorisation rule that opens it; -1 for none.
    var override: Int32 = -1
  }

  /// A block before this session.
  struct BlockState: Sendable {
    let block: ChartBlock
    /// Whether it is in force, but for what it covers.
    let truth: Truth
    let hides: Residual
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
