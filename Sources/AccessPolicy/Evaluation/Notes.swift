/// What is written down while a gate is asked: facts that were missing, and instants that matter.
struct Notes {
  let now: Instant
  /// Names of facts that were unknown.
  private(set) var unknown: Set<String> = []
  /// The first instant after now at which something that was looked at changes.
  private(set) var nextChange: Instant?

  init(now: Instant) { self.now = now }

  mutating func missing(_ name: String) { unknown.insert(name) }

  mutating func missing(_ names: some Sequence<String>) { unknown.formUnion(names) }

  /// Forgets what was missing, when the answer came out known all the same.
  mutating func forgetMissing() { unknown = [] }

  /// Notes an instant; those that are past change nothing any more.
  mutating func edge(_ instant: Instant?) {
    guard let instant, instant > now else { return }
    nextChange = nextChange.map { min($0, instant) } ?? instant
  }

  mutating func edges(_ from: Fact<Instant>, _ until: Fact<Instant>) {
    edge(from.value)
    edge(until.value)
  }
}
