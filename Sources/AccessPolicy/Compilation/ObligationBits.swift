/// A set of a policy set's obligations, by their dense indices, below ``Policy/mostObligations``.
struct ObligationBits: Sendable, Hashable {
  private(set) var low: UInt64 = 0
  private(set) var high: UInt64 = 0

  mutating func insert(_ member: Int) {
    if member < 64 { low |= 1 << UInt64(member) } else { high |= 1 << UInt64(member - 64) }
  }

  mutating func formUnion(_ other: Self) {
    low |= other.low
    high |= other.high
  }

  func contains(_ member: Int) -> Bool {
    member < 64 ? low & (1 << UInt64(member)) != 0 : high & (1 << UInt64(member - 64)) != 0
  }
}
