public import AccessPolicy

/// What is asked of one engine, at each of its doors: the same for every way of measuring.
public struct Workload: Sendable {
  /// What it is called in results: `hospital-10000`.
  public let name: String
  /// Who decides.
  public let engine: PolicyEngine
  /// Self-contained requests.
  public let requests: [AccessRequest]
  /// Charts that are opened once and asked about many times.
  public let visits: [Visit]
  /// Charts of which all items are asked about at once.
  public let charts: [Visit]

  /// Joins the parts.
  public init(
    _ name: String,
    _ engine: PolicyEngine,
    requests: [AccessRequest],
    visits: [Visit],
    charts: [Visit]
  ) {
    self.name = name
    self.engine = engine
    self.requests = requests
    self.visits = visits
    self.charts = charts
  }
}

/// One person before one chart, and what is asked there.
public struct Visit: Sendable {
  /// Who asks.
  public let session: Session
  /// About what.
  public let chart: Chart
  /// When.
  public let now: Moment
  /// Grants at hand.
  public let grants: [Grant]
  /// Reasons given.
  public let justifications: [Justification]
  /// Attributes of the request.
  public let attributes: Attributes
  /// The questions: items by position.
  public let asks: [Ask]

  /// One question about the chart.
  public struct Ask: Sendable {
    /// The position of the item.
    public let item: Int
    /// What the person wants to do.
    public let action: ActionID

    /// Joins both.
    public init(_ item: Int, _ action: ActionID) {
      self.item = item
      self.action = action
    }
  }

  /// Joins the parts.
  public init(
    session: Session,
    chart: Chart,
    now: Moment,
    grants: [Grant] = [],
    justifications: [Justification] = [],
    attributes: Attributes = [:],
    asks: [Ask]
  ) {
    self.session = session
    self.chart = chart
    self.now = now
    self.grants = grants
    self.justifications = justifications
    self.attributes = attributes
    self.asks = asks
  }

  /// The same question as a request by itself.
  public func request(_ ask: Ask) -> AccessRequest {
    AccessRequest(
      now: now,
      session: session,
      action: ask.action,
      content: chart.items[ask.item],
      patient: chart.patient,
      justifications: justifications,
      grants: grants,
      attributes: attributes
    )
  }
}

/// A visit with its session and chart opened; in a place of its own, so that asking lends them.
public final class OpenVisit: Sendable {
  /// Who asks, opened.
  public let session: OpenSession
  /// About what, opened.
  public let chart: OpenChart
  /// The one before the other.
  public let access: ChartAccess
  /// When.
  public let now: Instant
  /// The questions.
  public let asks: [(item: Int, action: ActionHandle)]

  /// Opens a visit.
  public init(_ visit: Visit, _ engine: PolicyEngine) {
    session = engine.open(visit.session, at: visit.now)
    chart = engine.open(visit.chart)
    access = session.access(
      to: chart,
      at: visit.now,
      grants: visit.grants,
      justifications: visit.justifications,
      attributes: visit.attributes
    )
    now = visit.now.instant
    asks = visit.asks.map { ($0.item, engine.handle(of: $0.action)) }
  }

  /// Looks everything up that is asked, with the access in hand as a service has it.
  @inline(never)
  func lookUp(_ tally: inout Tally) {
    for ask in asks { tally.count(access.verdict(on: ask.item, ask.action, at: now).outcome) }
  }

  /// Looks up all items of the chart.
  @inline(never)
  func lookUpAll(_ verdicts: inout [Verdict]) {
    access.verdicts(asks[0].action, at: now, into: &verdicts)
  }

  /// The same, with whole decisions.
  @inline(never)
  func decide(_ tally: inout Tally) {
    for ask in asks { tally.count(access.decision(on: ask.item, ask.action, at: now).outcome) }
  }
}

/// What came of asking: how many were allowed and how many take a reason.
public struct Tally: Sendable, Hashable {
  /// Allowed.
  public private(set) var allow = 0
  /// Open with a reason.
  public private(set) var justify = 0
  /// Denied.
  public private(set) var deny = 0

  /// Nothing asked yet.
  public init() {}

  /// Counts one answer.
  @inline(__always)
  public mutating func count(_ outcome: Outcome) {
    switch outcome {
    case .allow: allow += 1
    case .justify: justify += 1
    case .deny: deny += 1
    }
  }
}
