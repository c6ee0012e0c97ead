public import AccessPolicy

/// One way of asking, cut into batches that a clock can see.
public struct Door: Sendable {
  /// What it is called in results.
  public let name: String
  /// How many questions, charts or sessions a batch has.
  public let batch: Int
  /// How many batches there are; they are run in turn.
  public let batches: Int
  /// Makes a runner of batches by number, with storage of its own.
  public let runner: @Sendable () -> (Int) -> Tally
  /// Brings what a batch is about near, by its number, before the clock runs.
  public let arrive: @Sendable (Int) -> Void

  /// Cuts `count` pieces of work, of which each does `each` of what is counted, into batches of about
  /// `size` of these.
  public init(
    _ name: String,
    count: Int,
    each: Int = 1,
    size: Int,
    arrive: (@Sendable (Int) -> Void)? = nil,
    work: @escaping @Sendable (Range<Int>, inout Tally) -> Void
  ) {
    let pieces = min(count, max(1, size / each))
    self.name = name
    batch = pieces * each
    batches = count / pieces
    self.arrive = { number in
      guard let arrive else { return }
      for piece in number * pieces..<(number + 1) * pieces { arrive(piece) }
    }
    runner = {
      { number in
        var tally = Tally()
        work(number * pieces..<(number + 1) * pieces, &tally)
        return tally
      }
    }
  }

  /// Makes a door of which each batch is one piece of work.
  public init(_ name: String, batches: Int, runner: @escaping @Sendable () -> (Int) -> Tally) {
    self.name = name
    batch = 1
    self.batches = batches
    self.runner = runner
    arrive = { _ in }
  }
}

extension Workload {
  /// All doors of the engine.
  public var doors: [Door] {
    let open = visits.map { OpenVisit($0, engine) }
    let openCharts = charts.map { OpenVisit($0, engine) }
    return ofRequests + ofVisits(open) + ofCharts(openCharts) + opening(open, openCharts)
  }

  /// Self-contained requests.
  private var ofRequests: [Door] {
    let asked = requests.map { LentRequest($0, engine) }
    return [
      // A service asks about what it has just been sent.
      Door("request", count: asked.count, size: 20, arrive: { asked[$0].arrive() }) {
        range,
        tally in
        for number in range { tally.count(asked[number].verdict) }
      },
      Door("request, from memory", count: asked.count, size: 1_000) { range, tally in
        for number in range { tally.count(asked[number].verdict) }
      },
      Door("request, whole decision", count: asked.count, size: 200) { range, tally in
        for number in range { tally.count(asked[number].decision) }
      },
      Door("request, explained", count: asked.count, size: 50) { range, tally in
        for number in range { tally.count(asked[number].explanation) }
      },
    ]
  }

  /// Look-ups in opened charts.
  private func ofVisits(_ visits: [OpenVisit]) -> [Door] {
    let each = visits.reduce(0) { $0 + $1.asks.count } / max(1, visits.count)
    return [
      Door("look-up", count: visits.count, each: each, size: 1_000) { range, tally in
        for number in range { visits[number].lookUp(&tally) }
      },
      Door("look-up, whole decision", count: visits.count, each: each, size: 200) { range, tally in
        for number in range { visits[number].decide(&tally) }
      },
    ]
  }

  /// Whole charts.
  private func ofCharts(_ charts: [OpenVisit]) -> [Door] {
    let items = charts.map(\.chart.count).max() ?? 0
    return [
      Door("chart of \(items)", batches: charts.count) {
        var verdicts = Array(repeating: Verdict.none, count: items)
        return { number in
          let ask = charts[number].asks[0]
          charts[number].lookUpAll(&verdicts)
          var tally = Tally()
          tally.count(verdicts[ask.item].outcome)
          return tally
        }
      },
      Door("chart of \(items), with access", batches: charts.count) {
        var verdicts = Array(repeating: Verdict.none, count: items)
        return { number in
          let ask = charts[number].asks[0]
          let access = charts[number].session.access(
            to: charts[number].chart,
            at: Moment(charts[number].now, utcOffsetMinutes: 60)
          )
          access.verdicts(ask.action, at: charts[number].now, into: &verdicts)
          var tally = Tally()
          tally.count(verdicts[ask.item].outcome)
          return tally
        }
      },
    ]
  }

  /// What is done beforehand.
  private func opening(_ open: [OpenVisit], _ openCharts: [OpenVisit]) -> [Door] {
    let (engine, visits, charts) = (engine, visits, charts)
    let items = charts.map(\.chart.items.count).max() ?? 0
    return [
      Door("open a session", count: visits.count, size: 50) { range, tally in
        for number in range {
          blackHole(engine.open(visits[number].session, at: visits[number].now))
          tally.count(.allow)
        }
      },
      Door("open a chart of \(items)", count: charts.count, size: 1) { range, tally in
        for number in range {
          blackHole(engine.open(charts[number].chart))
          tally.count(.allow)
        }
      },
      Door("put a session before a chart", count: open.count, size: 20) { range, tally in
        for number in range {
          blackHole(
            open[number].session.access(
              to: open[number].chart,
              at: visits[number].now,
              grants: visits[number].grants,
              justifications: visits[number].justifications,
              attributes: visits[number].attributes
            )
          )
          tally.count(.allow)
        }
      },
    ]
  }
}

/// A request in a place of its own, so that asking lends it.
///
/// Out of an array it would be copied first, with a reference for every name in it.
public final class LentRequest: Sendable {
  private let request: AccessRequest
  private let engine: PolicyEngine

  /// Takes a request, and who decides it.
  public init(_ request: AccessRequest, _ engine: PolicyEngine) {
    self.request = request
    self.engine = engine
  }

  /// Reads all of the request, as who has just received it has.
  public func arrive() { blackHole(request.hashValue) }

  /// What the verdict says.
  public var verdict: Outcome { engine.verdict(request).outcome }
  /// What the whole decision says.
  public var decision: Outcome { engine.decide(request).outcome }
  /// What the explained decision says.
  public var explanation: Outcome { engine.explain(request).decision.outcome }
}

/// Keeps a result from being optimised away.
@inline(never)
public func blackHole<Value>(_ value: Value) {}
