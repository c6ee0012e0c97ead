/// Who listens while a gate is asked: to which facts were missing, and to which instants matter.
///
/// A decision takes ``Notes``; a verdict asks the same gates with ``NoNotes``, and what serves the notes
/// alone is then not done.
protocol NoteTaking {
  /// Whether it keeps anything.
  static var keepsNotes: Bool { get }

  mutating func missing(_ name: String)
  mutating func missing(_ names: some Sequence<String>)
  /// Notes an instant; those that are past change nothing any more.
  mutating func edge(_ instant: Instant?)
  /// Forgets what was missing, when the answer came out known all the same.
  mutating func forgetMissing()
  /// Empty ones for the same instant, for what may turn out not to count.
  func apart() -> Self
  /// Takes over the instants that were noted apart, and what was missing if that counts.
  mutating func take(_ other: Self, withMissing: Bool)
}

extension NoteTaking {
  mutating func edges(_ from: Fact<Instant>, _ until: Fact<Instant>) {
    edge(from.value)
    edge(until.value)
  }
}

/// What is written down while a gate is asked.
struct Notes: NoteTaking {
  static var keepsNotes: Bool { true }

  let now: Instant
  /// Names of facts that were unknown.
  private(set) var unknown: Set<String> = []
  /// The first instant after now at which something that was looked at changes.
  private(set) var nextChange: Instant?

  init(now: Instant) { self.now = now }

  mutating func missing(_ name: String) { unknown.insert(name) }

  mutating func missing(_ names: some Sequence<String>) { unknown.formUnion(names) }

  mutating func forgetMissing() { unknown = [] }

  mutating func edge(_ instant: Instant?) {
    guard let instant, instant > now else { return }
    nextChange = nextChange.map { min($0, instant) } ?? instant
  }

  func apart() -> Notes { Notes(now: now) }

  mutating func take(_ other: Notes, withMissing: Bool) {
    edge(other.nextChange)
    if withMissing { unknown.formUnion(other.unknown) }
  }
}

/// Nothing is written down.
struct NoNotes: NoteTaking {
  /// A value without bytes has no address, and the thread sanitizer asks for that of all that is lent.
  private let nothing: UInt8 = 0

  static var keepsNotes: Bool { false }

  mutating func missing(_ name: String) {}
  mutating func missing(_ names: some Sequence<String>) {}
  mutating func edge(_ instant: Instant?) {}
  mutating func forgetMissing() {}
  func apart() -> NoNotes { NoNotes() }
  mutating func take(_ other: NoNotes, withMissing: Bool) {}
}
