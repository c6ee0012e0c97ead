/// Numbers that look random and are the same on every run and every machine (SplitMix64).
///
/// Each thing that is generated draws from a stream of its own, named by what it is and its number,
/// so that one more patient changes nothing about the others.
public struct Randomness: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// What a stream is for.
  public enum Stream: UInt64, Sendable {
    /// The policy set.
    case policy = 1
    /// Staff.
    case staff
    /// Patients and their links.
    case patients
    /// The items of charts.
    case charts
    /// Requests.
    case requests
    /// People before charts.
    case visits
  }

  /// Opens the stream of one thing.
  public init(seed: UInt64, _ stream: Stream, _ number: Int = 0) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 ^ stream.rawValue &* 0xD1B5_4A32_D192_ED03
    state = next() ^ UInt64(number) &* 0x8CB9_2BA7_2F3D_8DD7
    _ = next()
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number from 0 up to a bound that is itself excluded.
  public mutating func below(_ bound: Int) -> Int {
    Int(((next() >> 32) &* UInt64(bound)) >> 32)
  }

  /// A number of a range.
  public mutating func of(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.upperBound - range.lowerBound + 1)
  }

  /// Yes, that many times of a hundred.
  public mutating func percent(_ share: Int) -> Bool { below(100) < share }

  /// One of several.
  public mutating func one<Element>(of elements: [Element]) -> Element {
    elements[below(elements.count)]
  }

  /// Several of several, in their order, none twice.
  public mutating func some<Element>(_ count: Int, of elements: [Element]) -> [Element] {
    var rest = Array(elements.indices)
    for index in 0..<min(count, rest.count) {
      rest.swapAt(index, index + below(rest.count - index))
    }
    return rest.prefix(count).sorted().map { elements[$0] }
  }
}
