/// The last closing edges of some windows: most links of a patient are over, and behind them all.
struct LastCloses: Sendable {
  /// The longest that a window stays open after the start, and after the end, of a link; `nil` where none
  /// closes by that.
  private var afterStart: TimeSpan?
  private var afterEnd: TimeSpan?
  private var isBounded = true

  init(_ windows: some Sequence<Window>) {
    for window in windows {
      switch window.closes {
      case .unbounded: isBounded = false
      case .relative(.start, let span): afterStart = max(afterStart ?? span, span)
      case .relative(.end, let span): afterEnd = max(afterEnd ?? span, span)
      }
    }
  }

  /// Takes other windows in as well.
  mutating func formUnion(_ other: LastCloses) {
    isBounded = isBounded && other.isBounded
    if let span = other.afterStart { afterStart = max(afterStart ?? span, span) }
    if let span = other.afterEnd { afterEnd = max(afterEnd ?? span, span) }
  }

  /// Whether every window is known to have closed.
  func arePast(_ now: Instant, _ starts: Fact<Instant>, _ ends: Fact<Instant>) -> Bool {
    isBounded && Self.isPast(now, starts, afterStart) && Self.isPast(now, ends, afterEnd)
  }

  private static func isPast(_ now: Instant, _ end: Fact<Instant>, _ span: TimeSpan?) -> Bool {
    guard let span else { return true }
    guard case .known(let instant) = end else { return false }
    return instant + span <= now
  }
}
