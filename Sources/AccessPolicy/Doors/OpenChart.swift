/// A chart made ready for many look-ups, by any session.
public struct OpenChart: Sendable {
  let engine: PolicyEngine
  let chart: Chart

  /// How many items stand in it.
  public var count: Int { chart.items.count }
}
