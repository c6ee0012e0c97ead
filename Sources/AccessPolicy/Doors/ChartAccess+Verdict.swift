extension ChartAccess {
  /// The verdict on one item.
  ///
  /// - Parameters:
  ///   - item: The position of the item in the chart.
  ///   - action: What the person wants to do.
  ///   - now: The time of the look-up.
  /// - Returns: What ``PolicyEngine/verdict(_:)`` says of the same request; ``Verdict/none`` for an item
  ///   that is not in the chart.
  /// - Complexity: linear in the rules of the role that hang on the item; allocates nothing.
  public func verdict(on item: Int, _ action: ActionHandle, at now: Instant) -> Verdict {
    guard tables.items.indices.contains(item) else { return .none }
    guard action.index >= 0, action.fingerprint == tables.fingerprint, !tables.items[item].isOdd,
      holds(at: now)
    else {
      return session.engine.verdict(request(item, action, at: now))
    }
    return tables.verdict(on: item, Int(action.index), at: now)
  }

  /// Verdicts on every item of the chart, in order, into storage that the caller owns.
  ///
  /// - Parameter verdicts: Its first ``OpenChart/count`` elements are replaced; it grows if it is shorter.
  public func verdicts(_ action: ActionHandle, at now: Instant, into verdicts: inout [Verdict]) {
    while verdicts.count < chart.count { verdicts.append(.none) }
    for item in 0..<chart.count { verdicts[item] = verdict(on: item, action, at: now) }
  }

  private func holds(at instant: Instant) -> Bool {
    instant >= now.instant && holdsUntil.map { instant < $0 } ?? true
  }
}
